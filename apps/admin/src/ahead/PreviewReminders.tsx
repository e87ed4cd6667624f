import Box from '@mui/material/Box';
import type { Person } from '@tawama/contracts';
import { type KnownPlan, type Preview, wordsOf } from '@tawama/domain';
import { rungText } from '@tawama/messages';
import { useGetMany } from 'ra-core';
import type { ReactNode } from 'react';
import { useInstant } from '../ui/dates.js';
import { Name } from '../ui/Name.js';
import { useWords } from '../ui/words.js';

/** One that is to come, is planned, or went out. */
type Told = Pick<Preview['added'][number], 'milestoneId' | 'rung' | 'role' | 'personId' | 'localDate'> & { state?: string; sentAt?: string | null };

/** The reminders that a change adds and cancels, and those that had gone out before: how many, and each of them behind its number. */
export function PreviewReminders({ known, foreseen: { added, cancelled, sent, remindersAdded, remindersCancelled }, target }: { known: KnownPlan; foreseen: Preview; target: string | null }) {
  const { t } = useWords();
  const ids = [...new Set([...added, ...cancelled, ...sent].map(({ personId }) => personId))];
  const { data: people = [] } = useGetMany<Person>('people', { ids }, { enabled: ids.length > 0 });
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? '…';
  const list = (reminders: readonly Told[]) => reminders.map((one) => (
    <Line key={`${one.milestoneId} ${one.rung} ${one.role} ${one.personId} ${one.localDate}`} known={known} reminder={one} name={nameOf(one.personId)} target={target} />
  ));
  return (
    <Box sx={{ display: 'grid', gap: 0.5, color: 'text.secondary', fontSize: 'body2.fontSize' }}>
      <Group title={t('milestones.command.remindersAdded', { count: remindersAdded })}>{list(added)}</Group>
      <Group title={t('milestones.command.remindersCancelled', { count: remindersCancelled })}>{list(cancelled)}</Group>
      {sent.length > 0 && <Group title={t('ahead.preview.sent', { count: sent.length })}>{list(sent)}</Group>}
    </Box>
  );
}

function Group({ title, children }: { title: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return <div>{title}</div>;
  return (
    <Box component="details" sx={{ '& summary': { cursor: 'pointer' } }}>
      <summary>{title}</summary>
      <Box component="ul" sx={{ margin: 0, paddingInlineStart: 2.5 }}>{children}</Box>
    </Box>
  );
}

function Line({ known, reminder: { milestoneId, localDate, rung, role, state, sentAt }, name, target }: { known: KnownPlan; reminder: Told; name: string; target: string | null }) {
  const { t, date, label, language } = useWords();
  const { localDate: dayOf } = useInstant();
  const { number, title } = wordsOf(known, milestoneId);
  const when = state !== 'materialised' ? date(localDate, 'short') : sentAt ? t('ahead.preview.sentOn', { date: date(dayOf(sentAt), 'short') }) : t('ahead.preview.onItsWay');
  return <li>{when} · {rungText(rung, language)} · {label('recipientRole', role)} · <bdi>{name}</bdi>{milestoneId !== target && <> · {number} <Name of={title} /></>}</li>;
}
