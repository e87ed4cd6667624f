import Button from '@mui/material/Button';
import type { LegalClock } from '@tawama/contracts';
import { useState } from 'react';
import { useMay } from '../providers/session-context.js';
import { EmptyState } from '../ui/EmptyState.js';
import type { Column } from '../ui/list/columns.js';
import { ResourceList } from '../ui/list/ResourceList.js';
import { Name } from '../ui/Name.js';
import { LinkTo } from '../ui/References.js';
import { useWords } from '../ui/words.js';
import { ClockState } from './ClockState.js';
import { OutcomeDialog } from './OutcomeDialog.js';

/** The periods of all agreements: those that wait for an answer, or those that have one. */
export function Clocks({ answered }: { answered: boolean }) {
  const { t, date, label } = useWords();
  const mayWrite = useMay('legal.write') && !answered;
  const [answering, setAnswering] = useState<LegalClock | null>(null);
  const columns: readonly Column<LegalClock>[] = [
    { key: 'title', label: t('legal.step'), title: true, cell: (clock) => <LinkTo to={`/milestones?milestone=${clock.milestoneId}`} strong><Name of={clock.title} /></LinkTo> },
    { key: 'agreement', label: t('legal.agreement'), cell: (clock) => <LinkTo to={`/agreements/${clock.agreementId}?tab=plan`}><Name of={clock.agreementTitle} /></LinkTo> },
    { key: 'who', label: t('legal.mustAnswer'), from: 'md', cell: (clock) => (clock.waitingOn === null ? '' : label('waitingOn', clock.waitingOn)) },
    { key: 'received', label: t('legal.received'), sort: 'receivedOn', cell: (clock) => date(clock.receivedOn) },
    { key: 'lastDay', label: t('legal.lastDay'), sort: 'lastDay', cell: (clock) => <>{date(clock.lastDay)} ({t('legal.days', { smart_count: clock.days })})</> },
    { key: 'state', label: t('legal.state'), width: '26%', cell: (clock) => <ClockState clock={clock} /> },
  ];
  return (
    <>
      <ResourceList<LegalClock> resource="legal-clocks" storeKey={answered ? 'legal-clocks.answered' : 'legal-clocks'} always={{ state: answered ? 'answered' : 'running,asking' }} label={t(answered ? 'legal.closed' : 'legal.open')} columns={columns}
        sort={{ field: 'lastDay', order: answered ? 'DESC' : 'ASC' }} empty={answered ? <EmptyState title={t('list.nothing')} /> : <EmptyState title={t('legal.none')} hint={t('legal.noneHint')} />} actionsLabel={t('record.actions')}
        {...(mayWrite ? { actions: (clock: LegalClock) => <Button size="small" onClick={() => setAnswering(clock)}>{t('legal.answer')}</Button> } : {})} />
      {answering !== null && <OutcomeDialog clock={answering} onClose={() => setAnswering(null)} />}
    </>
  );
}
