import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import type { City, LegalNote } from '@tawama/contracts';
import { useDataProvider, useGetList, useNotify } from 'ra-core';
import { useState } from 'react';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { useMay, useSession } from '../providers/session-context.js';
import { nameOfCountry } from '../ui/countries.js';
import { EmptyState } from '../ui/EmptyState.js';
import type { Column, Filter } from '../ui/list/columns.js';
import { ResourceList } from '../ui/list/ResourceList.js';
import { Name } from '../ui/Name.js';
import { LinkTo } from '../ui/References.js';
import { RemoveRecord } from '../ui/RemoveRecord.js';
import { SourceWords } from '../ui/SourceWords.js';
import { useWords } from '../ui/words.js';
import { editOf, NOTES } from './addresses.js';
import { NoteState } from './NoteState.js';
import { useSteps } from './steps.js';

const ALL = { page: 1, perPage: 200 };

/** What the law of each country says of a step; the legal reviewer confirms it from here. */
export function Notes() {
  const { t, text, label, language } = useWords();
  const { me } = useSession();
  const mayWrite = useMay('legal.write');
  const provider = useDataProvider<ClubDataProvider>();
  const queries = useQueryClient();
  const notify = useNotify();
  const [removing, setRemoving] = useState<LegalNote | null>(null);
  const steps = useSteps();
  const { data: cities = [] } = useGetList<City>('cities', { pagination: ALL, sort: { field: 'name', order: 'ASC' }, filter: {} });
  const { data: all = [] } = useGetList<LegalNote>('legal-notes', { pagination: ALL, sort: { field: 'country', order: 'ASC' }, filter: {} });
  const nameOf = (key: string) => steps.find((step) => step.key === key)?.title ?? { ar: null, fr: null, en: key };
  const confirm = async (note: LegalNote) => {
    try {
      await provider.command('legal-notes', { id: note.id, command: 'confirm', version: note.version });
      notify('legal.confirmDone', { type: 'success' });
    } catch (problem) { notify(problem instanceof Error ? problem.message : t('shell.failedTitle'), { type: 'error' }); }
    await queries.invalidateQueries({ predicate: ({ queryKey: [first] }) => first === 'legal-notes' || first === 'legal-clocks' });
  };
  const columns: readonly Column<LegalNote>[] = [
    { key: 'step', label: t('legal.step'), title: true, sort: 'key', width: '20%', cell: (note) => (mayWrite ? <LinkTo to={editOf(note)} strong><Name of={nameOf(note.key)} /></LinkTo> : <Name of={nameOf(note.key)} />) },
    { key: 'text', label: t('legal.noteSays'), width: '30%', cell: (note) => <Name of={note.text} /> },
    { key: 'country', label: t('legal.country'), sort: 'country', cell: (note) => nameOfCountry(note.country, language) },
    { key: 'days', label: t('legal.length'), from: 'md', cell: (note) => (note.days === null ? '—' : t('legal.days', { smart_count: note.days })) },
    { key: 'source', label: t('legal.source'), from: 'md', width: '12%', cell: (note) => <SourceWords of={note.source} /> },
    { key: 'state', label: t('legal.state'), sort: 'state', width: '16%', cell: (note) => <NoteState note={note} /> },
  ];
  const countries = [...new Set([...cities.map(({ country }) => country), ...all.map(({ country }) => country)])].map((value) => ({ value, label: nameOfCountry(value, language) })).sort((one, other) => one.label.localeCompare(other.label, language));
  const keys = [...new Set(all.map(({ key }) => key))];
  const filters: readonly Filter[] = [
    { source: 'country', label: t('legal.country'), options: countries },
    { source: 'key', label: t('legal.step'), options: keys.map((value) => ({ value, label: text(nameOf(value)) })) },
    { source: 'state', label: t('legal.state'), options: (['toVerify', 'confirmed'] as const).map((value) => ({ value, label: label('legalNoteState', value) })) },
  ];
  const actions = (note: LegalNote) => (
    <Box sx={{ display: 'flex', gap: 0.5 }}>
      {me.role === 'legal' && note.state === 'toVerify' && <Button size="small" onClick={() => void confirm(note)}>{t('legal.confirm')}</Button>}
      <Button size="small" color="error" onClick={() => setRemoving(note)}>{t('list.remove')}</Button>
    </Box>
  );
  return (
    <>
      <ResourceList<LegalNote> resource="legal-notes" label={t('legal.notes')} columns={columns} filters={filters} search sort={{ field: 'country', order: 'ASC' }} actionsLabel={t('record.actions')}
        empty={<EmptyState title={t('legal.noNotes')} {...(mayWrite ? { to: `${NOTES}/create`, action: t('legal.addNote') } : {})} />} {...(mayWrite ? { actions } : {})} />
      {removing !== null && <RemoveRecord resource="legal-notes" record={removing} name={text(nameOf(removing.key))} hint={text(removing.text)} after={NOTES} onClose={() => setRemoving(null)} />}
    </>
  );
}
