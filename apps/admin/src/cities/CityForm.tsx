import Box from '@mui/material/Box';
import type { City, LocalisedText } from '@tawama/contracts';
import { LANGUAGE_NAMES, labelsIn } from '@tawama/messages';
import type { RaRecord } from 'ra-core';
import { useMemo } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { countryOptions } from '../ui/countries.js';
import { ChoiceField, FieldGroup, LineField, LocalisedField } from '../ui/form/fields.js';
import { RecordFormFrame } from '../ui/form/RecordFormFrame.js';
import { useFresh } from '../ui/form/useFresh.js';
import { useRecordForm } from '../ui/form/useRecordForm.js';
import { WordsField } from '../ui/form/WordsField.js';
import { ZoneField } from '../ui/form/ZoneField.js';
import { Page } from '../ui/Page.js';
import { withoutSourceWord } from '../ui/SourceWords.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { WeekendField } from './WeekendField.js';
import { useWords } from '../ui/words.js';

type Values = Omit<City, 'id' | 'version' | 'demonstration' | 'name' | 'latitude' | 'longitude'> & { name: LocalisedText | null; latitude: string; longitude: string };

const NEW: Values = { key: '', name: null, legalName: null, aliases: [], country: 'MA', timeZone: null, weekend: [6, 7], language: 'fr', role: 'partner', identification: 'established', source: 'entered', note: null, latitude: '', longitude: '' };
const valuesOf = ({ id: _id, version: _version, demonstration: _demonstration, latitude, longitude, ...city }: City): Values => ({ ...city, latitude: latitude === null ? '' : String(latitude), longitude: longitude === null ? '' : String(longitude) });
const degrees = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed));

/** Adds a city. */
export function CityCreate() {
  const { t } = useWords();
  return <Page title={t('cities.add')}><Form initial={NEW} /></Page>;
}

/** Changes a city. */
export function CityEdit() {
  const { id = '' } = useParams();
  const { t, text } = useWords();
  const { data, error } = useFresh<City>('cities', id);
  if (error) return <Failed error={error} />;
  if (!data) return <Waiting />;
  return <Page title={t('cities.editTitle')} lead={<bdi>{text(data.name)}</bdi>}><Form key={data.id} stored={data} initial={valuesOf(data)} /></Page>;
}

function Form({ stored, initial }: { stored?: City; initial: Values }) {
  const { t, label, language } = useWords();
  const navigate = useNavigate();
  const labels = labelsIn(language);
  const countries = useMemo(() => countryOptions(language), [language]);
  const form = useRecordForm<Values>({
    resource: 'cities', initial, required: stored ? ['name'] : ['name', 'key'], ...(stored ? { stored } : {}),
    toSend: ({ key, latitude, longitude, ...values }) => ({ ...(stored ? {} : { key }), ...values, latitude: degrees(latitude), longitude: degrees(longitude) }),
    onSaved: (city: RaRecord) => void navigate(`/cities/${city.id}`),
  });
  const { values, set, refusalAt } = form;
  const options = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, word]) => ({ value, label: word }));
  return (
    <RecordFormFrame form={form} back={stored ? `/cities/${stored.id}` : '/cities'} subject="city">
      <LocalisedField label={t('cities.name')} path="name" required value={values.name} onChange={(name) => set('name', name)} refusalAt={refusalAt} hint={t('record.oneLanguageEnough')} />
      <WordsField label={t('cities.aliases')} value={values.aliases} onChange={(aliases) => set('aliases', aliases)} hint={t('cities.aliasesHint')} refusal={refusalAt('aliases')} />
      {!stored && <LineField label={t('cities.key')} required ltr value={values.key} onChange={(key) => set('key', key)} hint={t('cities.keyHint')} refusal={refusalAt('key')} />}
      <ChoiceField label={t('cities.country')} value={values.country} onChange={(country) => set('country', country)} options={countries} refusal={refusalAt('country')} />
      <ZoneField label={t('cities.timeZone')} value={values.timeZone} onChange={(zone) => set('timeZone', zone)} hint={t('cities.zoneHint')} refusal={refusalAt('timeZone')} />
      <WeekendField value={values.weekend} onChange={(weekend) => set('weekend', weekend)} refusal={refusalAt('weekend')} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        <ChoiceField label={t('cities.role')} value={values.role} onChange={(role) => set('role', role === 'home' ? 'home' : 'partner')} options={options(labels.cityRole)} refusal={refusalAt('role')} />
        <ChoiceField label={t('cities.language')} value={values.language} onChange={(tongue) => set('language', tongue as Values['language'])} options={options(LANGUAGE_NAMES)} refusal={refusalAt('language')} />
        <ChoiceField label={t('cities.identification')} value={values.identification} onChange={(value) => set('identification', value as Values['identification'])} options={options(labels.identification)} refusal={refusalAt('identification')} />
        <LineField label={t('record.source')} value={withoutSourceWord(label('source', values.source), values.source)} onChange={(source) => set('source', source)} hint={t('cities.sourceHint')} refusal={refusalAt('source')} />
      </Box>
      <LocalisedField label={t('cities.legalName')} path="legalName" value={values.legalName} onChange={(name) => set('legalName', name)} refusalAt={refusalAt} />
      <LocalisedField label={t('cities.note')} path="note" rows={2} value={values.note} onChange={(note) => set('note', note)} refusalAt={refusalAt} />
      <FieldGroup legend={t('cities.place')} hint={t('cities.placeHint')}>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
          <LineField label={t('cities.latitude')} type="number" ltr value={values.latitude} onChange={(typed) => set('latitude', typed)} refusal={refusalAt('latitude')} />
          <LineField label={t('cities.longitude')} type="number" ltr value={values.longitude} onChange={(typed) => set('longitude', typed)} refusal={refusalAt('longitude')} />
        </Box>
      </FieldGroup>
    </RecordFormFrame>
  );
}
