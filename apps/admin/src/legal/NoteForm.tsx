import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import type { LegalNote, LocalisedText } from '@tawama/contracts';
import { useMemo } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { countryOptions } from '../ui/countries.js';
import { ChoiceField, LineField, LocalisedField } from '../ui/form/fields.js';
import { RecordFormFrame } from '../ui/form/RecordFormFrame.js';
import { useFresh } from '../ui/form/useFresh.js';
import { useRecordForm } from '../ui/form/useRecordForm.js';
import { Page } from '../ui/Page.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';
import { NOTES } from './addresses.js';
import { NoteState } from './NoteState.js';
import { useSteps } from './steps.js';

interface Values { country: string; key: string; text: LocalisedText | null; days: number | null; source: string }

/** Adds a note on the law of a country; the address may say on which step. */
export function NoteCreate() {
  const { t } = useWords();
  const [parameters] = useSearchParams();
  return <Page title={t('legal.addNote')} lead={t('legal.onlyReviewer')}><Form initial={{ country: parameters.get('country') ?? 'MA', key: parameters.get('key') ?? '', text: null, days: null, source: '' }} /></Page>;
}

/** Changes a note. */
export function NoteEdit() {
  const { id = '' } = useParams();
  const { t } = useWords();
  const { data, error } = useFresh<LegalNote>('legal-notes', id);
  if (error) return <Page title={t('legal.editNote')}><Failed error={error} /></Page>;
  if (!data) return <Page title={t('legal.editNote')}><Waiting /></Page>;
  const { country, key, text, days, source } = data;
  return (
    <Page title={t('legal.editNote')} lead={<NoteState note={data} />}>
      {data.state === 'confirmed' && <Alert severity="info">{t('legal.again')}</Alert>}
      <Form key={data.id} stored={data} initial={{ country, key, text, days, source }} />
    </Page>
  );
}

function Form({ stored, initial }: { stored?: LegalNote; initial: Values }) {
  const { t, text, language } = useWords();
  const navigate = useNavigate();
  const countries = useMemo(() => countryOptions(language), [language]);
  const steps = useSteps();
  const form = useRecordForm<Values>({ resource: 'legal-notes', initial, required: ['country', 'key', 'text', 'source'], ...(stored ? { stored } : {}), onSaved: () => void navigate(NOTES) });
  const { values, set, refusalAt } = form;
  const options = steps.map(({ key, number, title }) => ({ value: key, label: `${number} ${text(title)}` }));
  // A step of an older template, or one that the templates have not told yet.
  if (values.key !== '' && !steps.some(({ key }) => key === values.key)) options.unshift({ value: values.key, label: values.key });
  return (
    <RecordFormFrame form={form} back={NOTES} subject="legalNote">
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '1fr 2fr' } }}>
        <ChoiceField label={t('legal.country')} required value={values.country} onChange={(country) => set('country', country)} options={countries} refusal={refusalAt('country')} />
        <ChoiceField label={t('legal.noteOf')} required value={values.key} onChange={(key) => set('key', key)} options={options} none="—" refusal={refusalAt('key')} />
      </Box>
      <LocalisedField label={t('legal.noteSays')} path="text" required rows={2} value={values.text} onChange={(said) => set('text', said)} refusalAt={refusalAt} hint={t('record.oneLanguageEnough')} />
      <LineField label={t('legal.length')} type="number" ltr value={values.days === null ? '' : String(values.days)} onChange={(typed) => set('days', typed === '' ? null : Number(typed))} hint={t('legal.lengthHint')} refusal={refusalAt('days')} />
      <LineField label={t('legal.source')} required value={values.source} onChange={(source) => set('source', source)} hint={t('legal.sourceHint')} refusal={refusalAt('source')} />
    </RecordFormFrame>
  );
}
