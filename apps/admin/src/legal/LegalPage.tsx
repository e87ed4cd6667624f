import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import type { LegalClock, LegalNote } from '@tawama/contracts';
import { useDataProvider, useNotify } from 'ra-core';
import { useState } from 'react';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { useMay, useSession } from '../providers/session-context.js';
import { nameOfCountry } from '../ui/countries.js';
import { EmptyState } from '../ui/EmptyState.js';
import type { Column } from '../ui/list/columns.js';
import { ResourceList } from '../ui/list/ResourceList.js';
import { Name } from '../ui/Name.js';
import { Page } from '../ui/Page.js';
import { LinkTo } from '../ui/References.js';
import { SourceWords } from '../ui/SourceWords.js';
import { useWords } from '../ui/words.js';
import { ClockState } from './ClockState.js';
import { OutcomeDialog } from './OutcomeDialog.js';

/** The time that the law gives, agreement by agreement, and below it what the law of each country says. */
export default function LegalPage() {
  const { t } = useWords();
  return (
    <Page title={t('legal.title')} lead={t('legal.lead')}>
      <Clocks />
      <Typography variant="h2">{t('legal.notes')}</Typography>
      <Typography color="text.secondary">{t('legal.noteLead')}</Typography>
      <Notes />
    </Page>
  );
}

function Clocks() {
  const { t, date } = useWords();
  const mayWrite = useMay('legal.write');
  const [answering, setAnswering] = useState<LegalClock | null>(null);
  const columns: readonly Column<LegalClock>[] = [
    { key: 'title', label: t('legal.step'), title: true, cell: (clock) => <LinkTo to={`/milestones?milestone=${clock.milestoneId}`} strong><Name of={clock.title} /></LinkTo> },
    { key: 'agreement', label: t('legal.agreement'), cell: (clock) => <LinkTo to={`/agreements/${clock.agreementId}?tab=plan`}><Name of={clock.agreementTitle} /></LinkTo> },
    { key: 'received', label: t('legal.received'), sort: 'receivedOn', cell: (clock) => date(clock.receivedOn) },
    { key: 'lastDay', label: t('legal.lastDay'), sort: 'lastDay', cell: (clock) => <>{date(clock.lastDay)} ({t('legal.days', { smart_count: clock.days })})</> },
    { key: 'state', label: t('legal.state'), width: '26%', cell: (clock) => <ClockState clock={clock} /> },
  ];
  return (
    <>
      <ResourceList<LegalClock> resource="legal-clocks" label={t('legal.clocks')} columns={columns} sort={{ field: 'lastDay', order: 'ASC' }} empty={<EmptyState title={t('legal.none')} hint={t('legal.noneHint')} />} actionsLabel={t('record.actions')}
        {...(mayWrite ? { actions: (clock: LegalClock) => clock.state !== 'answered' && <Button size="small" onClick={() => setAnswering(clock)}>{t('legal.answer')}</Button> } : {})} />
      {answering !== null && <OutcomeDialog clock={answering} onClose={() => setAnswering(null)} />}
    </>
  );
}

function Notes() {
  const { t, text, date, language } = useWords();
  const { me } = useSession();
  const provider = useDataProvider<ClubDataProvider>();
  const queries = useQueryClient();
  const notify = useNotify();
  const confirm = async (note: LegalNote) => {
    try {
      await provider.command('legal-notes', { id: note.id, command: 'confirm', version: note.version });
      await queries.invalidateQueries({ queryKey: ['legal-notes'] });
    } catch (problem) { notify(problem instanceof Error ? problem.message : 'shell.failedTitle', { type: 'error' }); }
  };
  const columns: readonly Column<LegalNote>[] = [
    { key: 'text', label: t('legal.text'), title: true, width: '45%', cell: (note) => <bdi>{text(note.text)}</bdi> },
    { key: 'country', label: t('legal.country'), sort: 'country', cell: (note) => nameOfCountry(note.country, language) },
    { key: 'source', label: t('legal.source'), cell: (note) => <SourceWords of={note.source} /> },
    { key: 'state', label: t('legal.state'), sort: 'state', cell: (note) => (note.state === 'confirmed' ? t('legal.confirmed', { name: note.verifiedByName ?? '', date: date(note.verifiedOn) }) : t('legal.toVerify')) },
  ];
  return (
    <ResourceList<LegalNote> resource="legal-notes" label={t('legal.notes')} columns={columns} sort={{ field: 'country', order: 'ASC' }} empty={<EmptyState title={t('legal.noNotes')} />} actionsLabel={t('record.actions')}
      {...(me.role === 'legal' ? { actions: (note: LegalNote) => note.state === 'toVerify' && <Button size="small" onClick={() => void confirm(note)}>{t('legal.confirm')}</Button> } : {})} />
  );
}
