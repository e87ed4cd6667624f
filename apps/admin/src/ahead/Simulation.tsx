import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { SimulationAnswer } from '@tawama/contracts';
import { formatNumber, rungText } from '@tawama/messages';
import type { ReactNode } from 'react';
import { Name } from '../ui/Name.js';
import { useWords } from '../ui/words.js';

const yearOf = (on: string): string => on.slice(0, 4);
function byYear<T>(list: readonly T[], dateOf: (one: T) => string | null): [string, T[]][] {
  const years = new Map<string, T[]>();
  for (const one of list) {
    const on = dateOf(one);
    if (on !== null) years.set(yearOf(on), [...years.get(yearOf(on)) ?? [], one]);
  }
  return [...years];
}

/** What was played: dates of reference, steps and mails by year, with their numbers on top. */
export function Simulation({ played: { until, events, steps, mails, mailCount } }: { played: SimulationAnswer }) {
  const { t, date, language } = useWords();
  return (
    <Box aria-live="polite" sx={{ display: 'grid', gap: 2 }}>
      <Typography sx={{ fontWeight: 600 }}>{t('ahead.simulate.until', { date: date(until) })} · {t('ahead.simulate.steps')} {formatNumber(steps.length, language)} · {t('ahead.simulate.mails')} {formatNumber(mailCount, language)}</Typography>
      {events.length > 0 && (
        <Group title={t('ahead.simulate.events')} open>
          {events.map(({ event, title, on, assumed }) => <li key={`${event} ${on}`}>{date(on)} – <Name of={title} />{assumed && <Box component="span" sx={{ color: 'text.secondary' }}> ({t('ahead.simulate.assumed')})</Box>}</li>)}
        </Group>
      )}
      {byYear(steps, ({ doneOn, dueOn }) => doneOn ?? dueOn).map(([year, inYear], place) => (
        <Group key={`steps ${year}`} title={`${t('ahead.simulate.steps')} ${year} (${formatNumber(inYear.length, language)})`} open={place === 0}>
          {inYear.map(({ key, number, title, dueOn, doneOn }) => (
            <li key={key}>{number} <Name of={title} /> – {[dueOn === null ? null : t('ahead.simulate.due', { date: date(dueOn, 'short') }), doneOn === null ? null : t('ahead.simulate.done', { date: date(doneOn, 'short') })].filter((part) => part !== null).join(' · ')}</li>
          ))}
        </Group>
      ))}
      {mails.length === 0 ? <Typography color="text.secondary">{t('ahead.simulate.noMails')}</Typography> : byYear(mails, ({ localDate }) => localDate).map(([year, inYear]) => (
        <Group key={`mails ${year}`} title={`${t('ahead.simulate.mails')} ${year} (${formatNumber(inYear.length, language)})`}>
          {inYear.map((mail) => <li key={`${mail.dueAt} ${mail.side} ${mail.recipient} ${mail.kind}`}>{date(mail.localDate, 'short')} <Recipient mail={mail} />: {mail.reminders.map(({ number, rung }) => `${number} (${rungText(rung, language)})`).join(', ')}</li>)}
        </Group>
      ))}
    </Box>
  );
}

/** In the simulation of a template a function stands for whoever will hold it. */
function Recipient({ mail: { personId, recipient } }: { mail: SimulationAnswer['mails'][number] }) {
  const { label } = useWords();
  return <bdi>{personId === null ? label('personFunction', recipient) : recipient}</bdi>;
}

function Group({ title, open = false, children }: { title: string; open?: boolean; children: ReactNode }) {
  return (
    <Box component="details" open={open} sx={{ border: 1, borderColor: 'divider', borderRadius: 2, paddingInline: 2, paddingBlock: 1 }}>
      <Box component="summary" sx={{ cursor: 'pointer', fontWeight: 600, minBlockSize: 32, alignContent: 'center' }}>{title}</Box>
      <Box component="ul" sx={{ margin: 0, paddingInlineStart: 2.5, paddingBlockEnd: 1 }}>{children}</Box>
    </Box>
  );
}
