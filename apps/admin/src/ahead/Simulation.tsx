import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { SimulationAnswer } from '@tawama/contracts';
import { formatNumber, monthName } from '@tawama/messages';
import { useState, type ReactNode } from 'react';
import { Name } from '../ui/Name.js';
import { Card } from '../ui/Page.js';
import { useWords } from '../ui/words.js';
import { byTime } from './by-time.js';
import { SimulatedMail } from './SimulatedMail.js';
import { TimeLine } from './TimeLine.js';
import { useHolidays } from './useHolidays.js';

/** What was played: its line of time, then the dates of reference, the steps by year and the mails by year and month. */
export function Simulation({ played }: { played: SimulationAnswer }) {
  const { t, date, language, colon } = useWords();
  const holidays = useHolidays();
  const { until, events, steps, mails, mailCount } = played;
  return (
    <Box aria-live="polite" sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Card id="line" title={t('ahead.simulate.line')}>
        <Typography sx={{ fontWeight: 600, marginBlockEnd: 1 }}>{t('ahead.simulate.until', { date: date(until) })} · {t('ahead.simulate.steps')}{colon}{formatNumber(steps.length, language)} · {t('ahead.simulate.mails')}{colon}{formatNumber(mailCount, language)}</Typography>
        <TimeLine played={played} />
      </Card>
      {events.length > 0 && (
        <Card id="dates" title={t('ahead.simulate.events')}>
          <List>{events.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).map(({ event, title, on, assumed }) => <li key={`${event} ${on}`}>{date(on)} – <Name of={title} />{assumed && <Box component="span" sx={{ color: 'text.secondary' }}> ({t('ahead.simulate.assumed')})</Box>}</li>)}</List>
        </Card>
      )}
      <Card id="steps" title={t('ahead.simulate.steps')}>
        {byTime(steps, ({ doneOn, dueOn }) => doneOn ?? dueOn, 'year').map(([year, inYear], place) => (
          <Group key={year} title={`${year} (${formatNumber(inYear.length, language)})`} open={place === 0}>
            <List>
              {inYear.map(({ key, number, title, dueOn, doneOn }) => (
                <li key={key}><bdi dir="ltr">{number}</bdi> <Name of={title} /> – {[dueOn === null ? null : t('ahead.simulate.due', { date: date(dueOn, 'short') }), doneOn === null ? null : t('ahead.simulate.done', { date: date(doneOn, 'short') })].filter((part) => part !== null).join(' · ')}{dueOn !== null && holidays.nameOn(dueOn) !== null && <Box component="span" sx={{ color: 'text.secondary' }}> ({t('ahead.simulate.signs.holiday')}{colon}{holidays.nameOn(dueOn)})</Box>}</li>
              ))}
            </List>
          </Group>
        ))}
      </Card>
      <Card id="mails" title={t('ahead.simulate.mails')}>
        {mails.length === 0 && <Typography color="text.secondary">{t('ahead.simulate.noMails')}</Typography>}
        {mails.length < mailCount && <Alert severity="info">{t('ahead.simulate.onlyFirst', { count: mails.length })}</Alert>}
        {byTime(mails, ({ localDate }) => localDate, 'year').map(([year, inYear]) => (
          <Group key={year} title={`${year} (${formatNumber(inYear.length, language)})`}>
            {byTime(inYear, ({ localDate }) => localDate, 'month').map(([month, inMonth]) => (
              <Box key={month} component="section" sx={{ marginBlockStart: 1 }}>
                <Typography variant="h3">{monthName(Number(month.slice(5)), language)} {year} ({formatNumber(inMonth.length, language)})</Typography>
                <List>{inMonth.map((mail) => <SimulatedMail key={`${mail.dueAt} ${mail.side} ${mail.recipient} ${mail.kind}`} mail={mail} />)}</List>
              </Box>
            ))}
          </Group>
        ))}
      </Card>
    </Box>
  );
}

const List = ({ children }: { children: ReactNode }) => <Box component="ul" sx={{ margin: 0, paddingInlineStart: 2.5 }}>{children}</Box>;

/** A group that can be opened; years of mails are drawn only then. */
function Group({ title, open = false, children }: { title: string; open?: boolean; children: ReactNode }) {
  const [shown, setShown] = useState(open);
  return (
    <Box component="details" open={shown} onToggle={(event) => setShown(event.currentTarget.open)} sx={{ borderBlockEnd: 1, borderColor: 'divider', '&:last-of-type': { borderBlockEnd: 0 }, paddingBlock: 0.75 }}>
      <Box component="summary" sx={{ cursor: 'pointer', fontWeight: 600, minBlockSize: 32, alignContent: 'center' }}>{title}</Box>
      {shown && children}
    </Box>
  );
}
