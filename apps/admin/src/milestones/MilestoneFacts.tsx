import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { Agreement, LegalClock, Milestone, MilestoneCommandName, Person, Reminder } from '@tawama/contracts';
import { daysBetween, isAnswering } from '@tawama/domain';
import { rungText } from '@tawama/messages';
import { useGetList, useGetMany, useGetOne } from 'ra-core';
import { lazy, Suspense, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { seldom } from '../ahead/seldom.js';
import { useShiftWords } from '../ahead/shift-words.js';
import { useMay } from '../providers/session-context.js';
import { Demonstration } from '../ui/Demonstration.js';
import { Pair, Pairs } from '../ui/Pairs.js';
import { History } from '../ui/History.js';
import { Name } from '../ui/Name.js';
import { ProjectLink } from '../ui/References.js';
import { StatusMark } from '../ui/StatusMark.js';
import { useWords } from '../ui/words.js';
import { BothSides } from './BothSides.js';
import { likelyCommands } from './commands.js';
import { EvidenceFiles } from './EvidenceFiles.js';

const Timeline = lazy(() => import('../timeline/Timeline.js'));
const CommandDialog = lazy(() => import('./CommandDialog.js'));
const LegalPeriod = seldom(() => import('../legal/LegalPeriod.js'));
const REVIEW: ReadonlySet<MilestoneCommandName> = new Set(['accept', 'return', 'reopen']);

/** All about one milestone, and all that may be done with it. */
export function MilestoneFacts({ milestone }: { milestone: Milestone }) {
  const { t, label, date, delay, text, language } = useWords();
  const mayCommand = useMay('milestone.command');
  const mayReview = useMay('milestone.review');
  const mayReadContacts = useMay('contact.read');
  const [open, setOpen] = useState<MilestoneCommandName | null>(null);
  const { data: agreement } = useGetOne<Agreement>('agreements', { id: milestone.agreementId });
  const ids = [milestone.ownerId, milestone.counterpartId].filter((id) => id !== null);
  const { data: people = [] } = useGetMany<Person>('people', { ids }, { enabled: ids.length > 0 });
  const { data: reminders = [] } = useGetList<Reminder>('reminders', { filter: { milestoneId: milestone.id, state: 'planned' }, sort: { field: 'dueAt', order: 'ASC' }, pagination: { page: 1, perPage: 50 } });
  const mayReadLaw = useMay('legal.read');
  const { data: clocks = [] } = useGetList<LegalClock>('legal-clocks', { filter: { milestoneId: milestone.id }, sort: { field: 'lastDay', order: 'ASC' }, pagination: { page: 1, perPage: 1 } }, { enabled: mayReadLaw && isAnswering(milestone.waitingOn) });
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name;
  const shiftWords = useShiftWords();
  const slip = milestone.originalDueOn === null || milestone.dueOn === null ? '' : shiftWords(daysBetween(milestone.originalDueOn, milestone.dueOn));
  const commands = likelyCommands(milestone.status, (command) => (REVIEW.has(command) ? mayReview : mayCommand));

  return (
    <Box sx={{ display: 'grid', gap: 2.5, padding: 2.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <StatusMark group="milestoneStatus" value={milestone.status} />
        <StatusMark group="evidenceLevel" value={milestone.evidenceLevel} />
        {milestone.sides === 'differing' && <StatusMark group="sidesState" value="differing" />}
        {milestone.daysLate > 0 && <StatusMark group="health" value="late" word={delay(-milestone.daysLate)} />}
        <Demonstration when={milestone.demonstration} />
      </Box>
      {commands.length > 0 && (
        <Box role="group" aria-label={t('milestones.actions')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {commands.map((command) => <Button key={command} size="small" variant={command === commands[0] ? 'contained' : 'outlined'} onClick={() => setOpen(command)}>{label('milestoneCommand', command)}</Button>)}
        </Box>
      )}
      <Pairs>
        {agreement && <Pair label={t('milestones.columns.agreement')}><Link component={RouterLink} to={`/agreements/${agreement.id}`}><Name of={agreement.title} /></Link></Pair>}
        {milestone.projectId !== null && <Pair label={t('projects.columns.project')}><ProjectLink id={milestone.projectId} /></Pair>}
        <Pair label={t('milestones.columns.stage')}><Name of={milestone.stageTitle} /></Pair>
        <Pair label={t('milestones.due')}>
          {milestone.dueOn === null ? t('milestones.noDueDate') : <strong>{date(milestone.dueOn, 'weekday')}</strong>}
          {milestone.originalDueOn !== null && milestone.originalDueOn !== milestone.dueOn && <Typography variant="body2" color="text.secondary">{t('milestones.originally', { date: date(milestone.originalDueOn) })}{slip !== '' && ` · ${slip}`}</Typography>}
          {milestone.provisional && <Typography variant="body2" color="text.secondary">{t('milestones.provisional')}</Typography>}
          {milestone.pinned && <Typography variant="body2" color="text.secondary">{t('milestones.pinned')}</Typography>}
        </Pair>
        <Pair label={t('milestones.owner')}><bdi>{milestone.ownerId === null ? t('milestones.nobody') : nameOf(milestone.ownerId) ?? '…'}</bdi></Pair>
        {milestone.counterpartId !== null && <Pair label={t('milestones.counterpart')}><bdi>{nameOf(milestone.counterpartId) ?? '…'}</bdi></Pair>}
        {milestone.waitingOn !== null && <Pair label={t('milestones.waitingOn')}>{label('waitingOn', milestone.waitingOn)}</Pair>}
        {milestone.startedOn !== null && <Pair label={t('milestones.started')}>{date(milestone.startedOn)}</Pair>}
        {milestone.doneOn !== null && <Pair label={t('milestones.done')}>{date(milestone.doneOn)}</Pair>}
        {milestone.statement !== null && milestone.statement !== '' && <Pair label={t('milestones.statement')}><bdi>{milestone.statement}</bdi></Pair>}
        <Pair label={t('milestones.confirmations')}><BothSides milestone={milestone} /></Pair>
        {milestone.certainty !== 'confirmed' && <Pair label={t('milestones.certainty')}>{label('certainty', milestone.certainty)}{milestone.note !== null && <Typography variant="body2" color="text.secondary">{text(milestone.note)}</Typography>}</Pair>}
      </Pairs>
      <Suspense>{clocks.map((clock) => <LegalPeriod key={clock.id} clock={clock} />)}</Suspense>
      <EvidenceFiles milestone={milestone} />
      <section>
        <Typography variant="h3">{t('milestones.reminders')}</Typography>
        {reminders.length === 0 ? <Typography color="text.secondary">{t('milestones.noReminders')}</Typography> : (
          <Box component="ul" sx={{ margin: 0, paddingInlineStart: 2.5 }}>
            {reminders.map((reminder) => <li key={reminder.id}>{date(reminder.localDate)} · {rungText(reminder.rung, language)} · {label('recipientRole', reminder.role)}</li>)}
          </Box>
        )}
      </section>
      {mayReadContacts && (
        <section>
          <Typography variant="h3" gutterBottom>{t('milestones.timeline.title')}</Typography>
          <Suspense><Timeline subject={{ type: 'milestone', id: milestone.id }} /></Suspense>
        </section>
      )}
      <section>
        <Typography variant="h3" gutterBottom>{t('milestones.history')}</Typography>
        <History agreementId={milestone.agreementId} subjectId={milestone.id} />
      </section>
      <Suspense>{open !== null && <CommandDialog command={open} step={milestone} onClose={() => setOpen(null)} />}</Suspense>
    </Box>
  );
}
