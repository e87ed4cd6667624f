import AddIcon from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { Person } from '@tawama/contracts';
import { LANGUAGE_NAMES, labelsIn } from '@tawama/messages';
import { Link as RouterLink } from 'react-router-dom';
import { useMay } from '../providers/session-context.js';
import { Demonstration } from '../ui/Demonstration.js';
import { EmptyState } from '../ui/EmptyState.js';
import type { Column, Filter } from '../ui/list/columns.js';
import { ResourceList } from '../ui/list/ResourceList.js';
import { Page } from '../ui/Page.js';
import { CityLink, LinkTo } from '../ui/References.js';
import { useWords } from '../ui/words.js';
import { ActiveMark } from './ActiveMark.js';
import { MandateWords } from './MandateWords.js';

/** Everybody who is written to, on both sides. */
export default function PeopleList() {
  const { t, label, language } = useWords();
  const mayWrite = useMay('person.write');
  const columns: readonly Column<Person>[] = [
    { key: 'name', label: t('people.name'), title: true, sort: 'name', cell: (person) => <><LinkTo to={`/people/${person.id}`} strong><bdi>{person.name}</bdi></LinkTo> <Demonstration when={person.demonstration} /></> },
    { key: 'function', label: t('people.function'), sort: 'function', cell: (person) => label('personFunction', person.function) },
    { key: 'city', label: t('people.city'), cell: (person) => <CityLink id={person.cityId} /> },
    { key: 'language', label: t('people.language'), from: 'lg', cell: (person) => LANGUAGE_NAMES[person.language] },
    { key: 'email', label: t('people.email'), from: 'md', cell: (person) => (person.email === null ? <Typography component="span" variant="body2" color="text.secondary">{t('people.noEmail')}</Typography> : <bdi dir="ltr">{person.email}</bdi>) },
    { key: 'mandateEndsOn', label: t('people.mandateEndsOn'), sort: 'mandateEndsOn', cell: (person) => <MandateWords on={person.mandateEndsOn} /> },
    { key: 'active', label: t('journal.fields.state'), cell: (person) => <ActiveMark active={person.active} /> },
  ];
  const filters: readonly Filter[] = [
    { source: 'function', label: t('people.function'), options: Object.entries(labelsIn(language).personFunction).map(([value, word]) => ({ value, label: word })) },
    { source: 'language', label: t('people.language'), options: Object.entries(LANGUAGE_NAMES).map(([value, word]) => ({ value, label: word })) },
    { source: 'active', label: t('journal.fields.state'), options: [{ value: 'true', label: t('people.active') }, { value: 'false', label: t('people.inactive') }] },
  ];
  return (
    <Page title={t('people.title')} lead={t('people.lead')} actions={mayWrite && <Button component={RouterLink} to="/people/create" variant="contained" startIcon={<AddIcon aria-hidden />}>{t('people.add')}</Button>}>
      <ResourceList<Person> resource="people" label={t('people.title')} columns={columns} filters={filters} search sort={{ field: 'name', order: 'ASC' }}
        empty={<EmptyState title={t('people.empty')} hint={t('people.emptyHint')} {...(mayWrite ? { to: '/people/create', action: t('people.add') } : {})} />} />
    </Page>
  );
}
