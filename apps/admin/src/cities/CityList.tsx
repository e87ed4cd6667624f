import AddIcon from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import type { City } from '@tawama/contracts';
import { LANGUAGE_NAMES } from '@tawama/messages';
import { useGetList } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';
import { useMay } from '../providers/session-context.js';
import { nameOfCountry } from '../ui/countries.js';
import { Demonstration } from '../ui/Demonstration.js';
import { EmptyState } from '../ui/EmptyState.js';
import type { Column, Filter } from '../ui/list/columns.js';
import { ResourceList } from '../ui/list/ResourceList.js';
import { LocalTime } from '../ui/LocalTime.js';
import { Name } from '../ui/Name.js';
import { Page } from '../ui/Page.js';
import { LinkTo } from '../ui/References.js';
import { SourceWords } from '../ui/SourceWords.js';
import { useWords } from '../ui/words.js';
import { IdentificationMark } from './IdentificationMark.js';

/** The communes of the club and their partners; the server finds every spelling. */
export default function CityList() {
  const { t, label, language } = useWords();
  const mayWrite = useMay('city.write');
  const { data: all = [] } = useGetList<City>('cities', { pagination: { page: 1, perPage: 200 }, sort: { field: 'country', order: 'ASC' }, filter: {} });
  const columns: readonly Column<City>[] = [
    { key: 'name', label: t('cities.name'), title: true, sort: 'name', cell: (city) => <><LinkTo to={`/cities/${city.id}`} strong><Name of={city.name} /></LinkTo> <Demonstration when={city.demonstration} /></> },
    { key: 'country', label: t('cities.country'), sort: 'country', cell: (city) => nameOfCountry(city.country, language) },
    { key: 'role', label: t('cities.role'), sort: 'role', cell: (city) => label('cityRole', city.role) },
    { key: 'timeZone', label: t('cities.timeZone'), cell: (city) => <LocalTime zone={city.timeZone} nothing="—" /> },
    { key: 'language', label: t('cities.language'), from: 'lg', onPhone: false, cell: (city) => LANGUAGE_NAMES[city.language] },
    { key: 'identification', label: t('cities.identification'), sort: 'identification', cell: (city) => <IdentificationMark value={city.identification} /> },
    { key: 'source', label: t('record.source'), from: 'lg', onPhone: false, cell: (city) => <SourceWords of={city.source} /> },
  ];
  const filters: readonly Filter[] = [
    { source: 'role', label: t('cities.role'), options: (['home', 'partner'] as const).map((value) => ({ value, label: label('cityRole', value) })) },
    { source: 'identification', label: t('cities.identification'), options: (['established', 'probable', 'pending'] as const).map((value) => ({ value, label: label('identification', value) })) },
    { source: 'country', label: t('cities.country'), options: [...new Set(all.map((city) => city.country))].map((value) => ({ value, label: nameOfCountry(value, language) })) },
  ];
  return (
    <Page title={t('cities.title')} lead={t('cities.lead')} actions={mayWrite && <Button component={RouterLink} to="/cities/create" variant="contained" startIcon={<AddIcon aria-hidden />}>{t('cities.add')}</Button>}>
      <ResourceList<City> resource="cities" label={t('cities.title')} columns={columns} filters={filters} search sort={{ field: 'name', order: 'ASC' }}
        empty={<EmptyState title={t('cities.empty')} hint={t('cities.emptyHint')} {...(mayWrite ? { to: '/cities/create', action: t('cities.add') } : {})} />} />
    </Page>
  );
}
