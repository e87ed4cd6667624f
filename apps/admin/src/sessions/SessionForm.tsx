import Box from '@mui/material/Box';
import type { City, CouncilSession } from '@tawama/contracts';
import { labelsIn } from '@tawama/messages';
import { useGetList, useGetOne } from 'ra-core';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { firstOf, lastOf, monthOf } from '../calendar/month.js';
import { DateField } from '../ui/DateField.js';
import { ChoiceField, LineField } from '../ui/form/fields.js';
import { RecordFormFrame } from '../ui/form/RecordFormFrame.js';
import { useFresh } from '../ui/form/useFresh.js';
import { useRecordForm } from '../ui/form/useRecordForm.js';
import { Page } from '../ui/Page.js';
import { withoutSourceWord } from '../ui/SourceWords.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';
import { SESSIONS } from './addresses.js';
import { SessionDates } from './SessionDates.js';

type Values = Omit<CouncilSession, 'id' | 'version'>;
const NEW: Values = { cityId: null, kind: 'ordinary', beginsOn: '', endsOn: '', certainty: 'confirmed', source: '' };
const ALL = { page: 1, perPage: 200 };

/** Our own communes, by name. */
const useHomeCities = () => useGetList<City>('cities', { pagination: ALL, sort: { field: 'name', order: 'ASC' }, filter: { role: 'home' } });

/** Adds a session; `?announced=<id>`: the one that a council convened where the law had announced one for every council. */
export function SessionCreate() {
  const { t } = useWords();
  const [parameters] = useSearchParams();
  const announced = parameters.get('announced');
  if (announced === null) return <Page title={t('sessions.add')}><Form initial={NEW} /></Page>;
  return <Convened id={announced} />;
}

function Convened({ id }: { id: string }) {
  const { t } = useWords();
  const cities = useHomeCities();
  const { data: announced, error, isPending } = useGetOne<CouncilSession>('council-sessions', { id });
  const month = announced === undefined ? null : monthOf(announced.beginsOn);
  const { data: own, isPending: ownPending } = useGetList<CouncilSession>('council-sessions', { pagination: ALL, sort: { field: 'beginsOn', order: 'ASC' }, filter: month === null ? {} : { beginsOnFrom: firstOf(month), beginsOnTo: lastOf(month) } }, { enabled: month !== null });
  if (error) return <Failed error={error} />;
  if (isPending || ownPending || cities.isPending) return <Waiting />;
  // The first council that has entered none of its own in that month.
  const city = cities.data?.find((one) => !own?.some(({ cityId }) => cityId === one.id)) ?? cities.data?.[0];
  const { beginsOn, endsOn, kind } = announced;
  return <Page title={t('sessions.conveneTitle')} lead={<>{t('sessions.announcedOn')} <SessionDates session={announced} /></>}><Form key={id} initial={{ ...NEW, cityId: city?.id ?? null, kind, beginsOn, endsOn }} /></Page>;
}

/** Changes a session; `?convened=true` as confirmed. */
export function SessionEdit() {
  const { id = '' } = useParams();
  const { t } = useWords();
  const [parameters] = useSearchParams();
  const { data, error } = useFresh<CouncilSession>('council-sessions', id);
  if (error) return <Failed error={error} />;
  if (!data) return <Waiting />;
  const { id: _id, version: _version, ...values } = data;
  const convened = parameters.get('convened') === 'true';
  return <Page title={t(convened ? 'sessions.conveneTitle' : 'sessions.editTitle')} lead={<SessionDates session={data} />}><Form key={data.id} stored={data} initial={convened ? { ...values, certainty: 'confirmed' } : values} /></Page>;
}

function Form({ stored, initial }: { stored?: CouncilSession; initial: Values }) {
  const { t, label, text, language } = useWords();
  const navigate = useNavigate();
  const labels = labelsIn(language);
  const { data: cities = [] } = useHomeCities();
  const form = useRecordForm<Values>({
    resource: 'council-sessions', initial, required: ['beginsOn', 'source'], ...(stored ? { stored } : {}),
    toSend: (values) => ({ ...values, endsOn: values.endsOn === '' ? values.beginsOn : values.endsOn }),
    onSaved: () => void navigate(SESSIONS),
  });
  const { values, set, refusalAt } = form;
  const begin = (on: string) => {
    // A session of one day stays one.
    if (values.endsOn === '' || values.endsOn === values.beginsOn || values.endsOn < on) set('endsOn', on);
    set('beginsOn', on);
  };
  const refused = (field: string) => { const refusal = refusalAt(field); return refusal === undefined ? {} : { refusal }; };
  const options = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, word]) => ({ value, label: word }));
  return (
    <RecordFormFrame form={form} back={SESSIONS} subject="session">
      <ChoiceField label={t('sessions.council')} value={values.cityId ?? ''} none={t('sessions.everyCouncil')} onChange={(cityId) => set('cityId', cityId === '' ? null : cityId)} options={cities.map((city) => ({ value: city.id, label: text(city.name) }))} hint={t('sessions.councilHint')} refusal={refusalAt('cityId')} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        <DateField label={t('sessions.beginsOn')} required value={values.beginsOn} onChange={begin} {...refused('beginsOn')} />
        <DateField label={t('sessions.endsOn')} required value={values.endsOn} min={values.beginsOn} onChange={(on) => set('endsOn', on)} {...refused('endsOn')} />
        <ChoiceField label={t('sessions.kind')} value={values.kind} onChange={(kind) => set('kind', kind as Values['kind'])} options={options(labels.sessionKind)} refusal={refusalAt('kind')} />
        <ChoiceField label={t('sessions.certainty')} value={values.certainty} onChange={(certainty) => set('certainty', certainty as Values['certainty'])} options={options(labels.sessionCertainty)} refusal={refusalAt('certainty')} />
      </Box>
      <LineField label={t('record.source')} required value={withoutSourceWord(label('source', values.source), values.source)} onChange={(source) => set('source', source)} hint={t('sessions.sourceHint')} refusal={refusalAt('source')} />
    </RecordFormFrame>
  );
}
