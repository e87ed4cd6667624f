import Box from '@mui/material/Box';
import type { City, Person } from '@tawama/contracts';
import { LANGUAGE_NAMES, labelsIn } from '@tawama/messages';
import { useGetList, type RaRecord } from 'ra-core';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { DateField } from '../ui/DateField.js';
import { ChoiceField, LineField, SwitchField } from '../ui/form/fields.js';
import { RecordFormFrame } from '../ui/form/RecordFormFrame.js';
import { useFresh } from '../ui/form/useFresh.js';
import { useRecordForm } from '../ui/form/useRecordForm.js';
import { ZoneField } from '../ui/form/ZoneField.js';
import { Page } from '../ui/Page.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';

type Values = Omit<Person, 'id' | 'version' | 'demonstration'>;
const valuesOf = ({ id: _id, version: _version, demonstration: _demonstration, ...person }: Person): Values => person;

/** Adds a person; the city may stand in the address. */
export function PersonCreate() {
  const { t } = useWords();
  const [parameters] = useSearchParams();
  const cityId = parameters.get('cityId') ?? '';
  return <Page title={t('people.add')}><Form initial={{ name: '', email: null, language: 'fr', timeZone: null, cityId, function: 'focalPoint', mandateEndsOn: null, active: true }} back={cityId === '' ? '/people' : `/cities/${cityId}`} /></Page>;
}

/** Changes a person. */
export function PersonEdit() {
  const { id = '' } = useParams();
  const { t } = useWords();
  const { data, error } = useFresh<Person>('people', id);
  if (error) return <Failed error={error} />;
  if (!data) return <Waiting />;
  return <Page title={t('people.editTitle')} lead={<bdi>{data.name}</bdi>}><Form key={data.id} stored={data} initial={valuesOf(data)} back={`/people/${id}`} /></Page>;
}

function Form({ stored, initial, back }: { stored?: Person; initial: Values; back: string }) {
  const { t, text, language } = useWords();
  const navigate = useNavigate();
  const labels = labelsIn(language);
  const { data: cities = [] } = useGetList<City>('cities', { pagination: { page: 1, perPage: 200 }, sort: { field: 'name', order: 'ASC' }, filter: {} });
  const form = useRecordForm<Values>({ resource: 'people', initial, required: ['name', 'cityId'], ...(stored ? { stored } : {}), onSaved: (person: RaRecord) => void navigate(`/people/${person.id}`) });
  const { values, set, refusalAt } = form;
  const refusedDate = refusalAt('mandateEndsOn');
  const options = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, word]) => ({ value, label: word }));
  return (
    <RecordFormFrame form={form} back={back} subject="person">
      <LineField label={t('people.name')} required value={values.name} onChange={(name) => set('name', name)} refusal={refusalAt('name')} />
      <LineField label={t('people.email')} type="email" ltr value={values.email ?? ''} onChange={(email) => set('email', email === '' ? null : email)} hint={t('people.emailHint')} refusal={refusalAt('email')} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        <ChoiceField label={t('people.city')} required none={t('record.choose')} value={cities.some((city) => city.id === values.cityId) ? values.cityId : ''} onChange={(cityId) => set('cityId', cityId)} options={cities.map((city) => ({ value: city.id, label: text(city.name) }))} refusal={refusalAt('cityId')} />
        <ChoiceField label={t('people.function')} value={values.function} onChange={(value) => set('function', value as Values['function'])} options={options(labels.personFunction)} refusal={refusalAt('function')} />
        <ChoiceField label={t('people.language')} value={values.language} onChange={(value) => set('language', value as Values['language'])} options={options(LANGUAGE_NAMES)} refusal={refusalAt('language')} />
        <ZoneField label={t('people.timeZone')} value={values.timeZone} onChange={(zone) => set('timeZone', zone)} hint={values.timeZone === null ? t('people.zoneOfCity') : t('cities.zoneHint')} refusal={refusalAt('timeZone')} />
      </Box>
      <Box sx={{ maxInlineSize: 360 }}><DateField label={`${t('people.mandateEndsOn')} (${t('record.optional')})`} value={values.mandateEndsOn ?? ''} onChange={(on) => set('mandateEndsOn', on === '' ? null : on)} {...(refusedDate === undefined ? {} : { refusal: refusedDate })} /></Box>
      <SwitchField label={t('people.active')} value={values.active} onChange={(active) => set('active', active)} hint={t('people.activeHint')} />
    </RecordFormFrame>
  );
}
