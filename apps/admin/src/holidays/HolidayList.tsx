import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import type { Holiday } from '@tawama/contracts';
import { labelsIn } from '@tawama/messages';
import { useDataProvider, useGetList, useNotify } from 'ra-core';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useMay } from '../providers/session-context.js';
import { nameOfCountry } from '../ui/countries.js';
import { EmptyState } from '../ui/EmptyState.js';
import type { Column, Filter } from '../ui/list/columns.js';
import { ResourceList } from '../ui/list/ResourceList.js';
import { Name } from '../ui/Name.js';
import { Page } from '../ui/Page.js';
import { LinkTo } from '../ui/References.js';
import { RemoveRecord } from '../ui/RemoveRecord.js';
import { StatusMark } from '../ui/StatusMark.js';
import { SourceWords } from '../ui/SourceWords.js';
import { useWords } from '../ui/words.js';
import { HolidayDate } from './HolidayDate.js';

/** Days off by country; what is only estimated can be confirmed from here. */
export default function HolidayList() {
  const { t, label, text, language } = useWords();
  const mayWrite = useMay('holiday.write');
  const provider = useDataProvider();
  const queries = useQueryClient();
  const notify = useNotify();
  const [removing, setRemoving] = useState<Holiday | null>(null);
  const { data: all = [] } = useGetList<Holiday>('holidays', { pagination: { page: 1, perPage: 200 }, sort: { field: 'country', order: 'ASC' }, filter: {} });
  const confirm = async (holiday: Holiday) => {
    try {
      await provider.update('holidays', { id: holiday.id, data: { certainty: 'confirmed' }, previousData: holiday });
      notify('holidays.confirmed', { type: 'success' });
      await queries.invalidateQueries({ queryKey: ['holidays'] });
    } catch (problem) { notify(problem instanceof Error ? problem.message : t('shell.failedTitle'), { type: 'error' }); }
  };
  const columns: readonly Column<Holiday>[] = [
    { key: 'name', label: t('holidays.name'), title: true, cell: (holiday) => (mayWrite ? <LinkTo to={`/holidays/${holiday.id}/edit`} strong><Name of={holiday.name} /></LinkTo> : <Name of={holiday.name} />) },
    { key: 'on', label: t('holidays.on'), sort: 'monthDay', width: '19%', cell: (holiday) => <HolidayDate holiday={holiday} /> },
    { key: 'country', label: t('holidays.country'), sort: 'country', cell: (holiday) => nameOfCountry(holiday.country, language) },
    { key: 'kind', label: t('holidays.kind'), from: 'md', cell: (holiday) => label('holidayKind', holiday.kind) },
    { key: 'certainty', label: t('holidays.certainty'), cell: (holiday) => <StatusMark group="holidayCertainty" value={holiday.certainty} /> },
    { key: 'source', label: t('record.source'), from: 'lg', cell: (holiday) => <SourceWords of={holiday.source} /> },
  ];
  const filters: readonly Filter[] = [
    { source: 'country', label: t('holidays.country'), options: [...new Set(all.map((holiday) => holiday.country))].map((value) => ({ value, label: nameOfCountry(value, language) })) },
    { source: 'kind', label: t('holidays.kind'), options: Object.entries(labelsIn(language).holidayKind).map(([value, word]) => ({ value, label: word })) },
    { source: 'certainty', label: t('holidays.certainty'), options: Object.entries(labelsIn(language).holidayCertainty).map(([value, word]) => ({ value, label: word })) },
  ];
  return (
    <Page title={t('holidays.title')} lead={<>{t('holidays.lead')} {t('holidays.toConfirm')}</>} actions={mayWrite && <Button component={RouterLink} to="/holidays/create" variant="contained" startIcon={<AddIcon aria-hidden />}>{t('holidays.add')}</Button>}>
      <ResourceList<Holiday> resource="holidays" label={t('holidays.title')} columns={columns} filters={filters} search sort={{ field: 'monthDay', order: 'ASC' }} perPage={50} actionsLabel={t('record.actions')}
        empty={<EmptyState title={t('holidays.empty')} hint={t('holidays.emptyHint')} {...(mayWrite ? { to: '/holidays/create', action: t('holidays.add') } : {})} />}
        {...(mayWrite ? { actions: (holiday: Holiday) => (
          <Box sx={{ display: 'flex', gap: 0.5 }}>
            {holiday.certainty === 'estimated' && <Button size="small" onClick={() => void confirm(holiday)}>{t('holidays.confirm')}</Button>}
            <Button size="small" color="error" onClick={() => setRemoving(holiday)}>{t('list.remove')}</Button>
          </Box>
        ) } : {})} />
      {removing !== null && <RemoveRecord resource="holidays" record={removing} name={text(removing.name)} after="/holidays" onClose={() => setRemoving(null)} />}
    </Page>
  );
}
