import Box from '@mui/material/Box';
import type { Holiday, LocalisedText } from '@tawama/contracts';
import { labelsIn, monthName } from '@tawama/messages';
import { useMemo } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { countryOptions } from '../ui/countries.js';
import { DateField } from '../ui/DateField.js';
import { ChoiceField, FieldGroup, LineField, LocalisedField } from '../ui/form/fields.js';
import { RecordFormFrame } from '../ui/form/RecordFormFrame.js';
import { useFresh } from '../ui/form/useFresh.js';
import { useRecordForm } from '../ui/form/useRecordForm.js';
import { Page } from '../ui/Page.js';
import { withoutSourceWord } from '../ui/SourceWords.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';

type Values = Omit<Holiday, 'id' | 'version' | 'name'> & { name: LocalisedText | null };
const NEW: Values = { country: 'MA', name: null, kind: 'exceptional', monthDay: null, on: null, certainty: 'confirmed', source: '' };
const FIRST_DAY = '01-01';

/** Adds a day off. */
export function HolidayCreate() {
  const { t } = useWords();
  return <Page title={t('holidays.add')}><Form initial={NEW} /></Page>;
}

/** Changes a day off. */
export function HolidayEdit() {
  const { id = '' } = useParams();
  const { t, text } = useWords();
  const { data, error } = useFresh<Holiday>('holidays', id);
  if (error) return <Failed error={error} />;
  if (!data) return <Waiting />;
  const { id: _id, version: _version, ...values } = data;
  return <Page title={t('holidays.editTitle')} lead={<bdi>{text(data.name)}</bdi>}><Form key={data.id} stored={data} initial={values} /></Page>;
}

function Form({ stored, initial }: { stored?: Holiday; initial: Values }) {
  const { t, label, language } = useWords();
  const navigate = useNavigate();
  const labels = labelsIn(language);
  const countries = useMemo(() => countryOptions(language), [language]);
  const fixed = (kind: string) => kind === 'fixed';
  const form = useRecordForm<Values>({
    resource: 'holidays', initial, required: ['name', 'source'], ...(stored ? { stored } : {}),
    toSend: (values) => (fixed(values.kind) ? { ...values, monthDay: values.monthDay ?? FIRST_DAY, on: null } : { ...values, monthDay: null }),
    onSaved: () => void navigate('/holidays'),
  });
  const { values, set, refusalAt } = form;
  const [month = '01', day = '01'] = (values.monthDay ?? FIRST_DAY).split('-');
  const dateRefusal = refusalAt('on') ?? refusalAt('monthDay');
  const options = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, word]) => ({ value, label: word }));
  return (
    <RecordFormFrame form={form} back="/holidays" subject="holiday">
      <LocalisedField label={t('holidays.name')} path="name" required value={values.name} onChange={(name) => set('name', name)} refusalAt={refusalAt} hint={t('record.oneLanguageEnough')} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        <ChoiceField label={t('holidays.country')} value={values.country} onChange={(country) => set('country', country)} options={countries} refusal={refusalAt('country')} />
        <ChoiceField label={t('holidays.kind')} value={values.kind} onChange={(kind) => set('kind', kind as Values['kind'])} options={options(labels.holidayKind)} refusal={refusalAt('kind')} />
      </Box>
      {fixed(values.kind) ? (
        <FieldGroup legend={t('holidays.on')} hint={dateRefusal}>
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: '1fr 2fr', maxInlineSize: 360 }}>
            <ChoiceField label={t('holidays.day')} value={day} onChange={(value) => set('monthDay', `${month}-${value}`)} options={Array.from({ length: 31 }, (_, index) => ({ value: String(index + 1).padStart(2, '0'), label: String(index + 1) }))} />
            <ChoiceField label={t('holidays.month')} value={month} onChange={(value) => set('monthDay', `${value}-${day}`)} options={Array.from({ length: 12 }, (_, index) => ({ value: String(index + 1).padStart(2, '0'), label: monthName(index + 1, language) }))} />
          </Box>
        </FieldGroup>
      ) : <Box sx={{ maxInlineSize: 360 }}><DateField label={t('holidays.on')} required value={values.on ?? ''} onChange={(on) => set('on', on === '' ? null : on)} {...(dateRefusal === undefined ? {} : { refusal: dateRefusal })} /></Box>}
      <ChoiceField label={t('holidays.certainty')} value={values.certainty} onChange={(value) => set('certainty', value as Values['certainty'])} options={options(labels.holidayCertainty)} refusal={refusalAt('certainty')} />
      <LineField label={t('record.source')} required value={withoutSourceWord(label('source', values.source), values.source)} onChange={(source) => set('source', source)} hint={t('holidays.sourceHint')} refusal={refusalAt('source')} />
    </RecordFormFrame>
  );
}
