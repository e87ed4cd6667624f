import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { KNOWN_EVENTS, KNOWN_STAGES, type TemplateVersion } from '@tawama/contracts';
import { DEFAULT_LADDER } from '@tawama/domain';
import { labelsIn } from '@tawama/messages';
import { useEffect, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { ChoiceField, LocalisedField, SwitchField } from '../ui/form/fields.js';
import { RecordFormFrame } from '../ui/form/RecordFormFrame.js';
import { useRecordForm } from '../ui/form/useRecordForm.js';
import { Page } from '../ui/Page.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';
import { asRecord, recordOf, toSend, valuesOf, type DraftValues } from './draft.js';
import { StepsField } from './EditConduct.js';
import { EditNamed } from './EditNamed.js';
import { EditReminders } from './EditReminders.js';
import { EditSteps } from './EditSteps.js';
import { stepAt } from './place.js';
import { screenOf, useVersion } from './versions.js';

/** Edits a draft; `?at=milestones.3.due` opens that step. */
export default function TemplateEditor() {
  const { key = '', version = '' } = useParams();
  const { t, text } = useWords();
  const { data, error, isPending, refetch } = useVersion(key, version);
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (isPending) return <Waiting />;
  return (
    <Page title={t('templates.edit.title')} lead={<><bdi>{text(data.title)}</bdi> · {t('templates.version', { n: data.version })}</>}>
      {data.state === 'draft' ? <Form key={data.id} stored={data} /> : <Alert severity="info">{t('templates.publishHint')}</Alert>}
    </Page>
  );
}

function Form({ stored }: { stored: TemplateVersion }) {
  const { t, text, language } = useWords();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const at = search.get('at');
  const [open, setOpen] = useState<number | null>(stepAt(at));
  const form = useRecordForm<DraftValues>({ resource: `templates/${stored.key}/versions`, initial: valuesOf(stored), stored: recordOf(stored), toSend, asRecord, onSaved: () => void navigate(screenOf(stored)) });
  const { values, set, refusalAt } = form;
  useEffect(() => {
    const step = stepAt(at);
    document.getElementById(step === null ? at?.split('.')[0] ?? '' : `step-${step}`)?.scrollIntoView({ block: 'start' });
    if (step !== null) document.getElementById(`step-${step}-title`)?.focus({ preventScroll: true });
  }, [at]);
  // The first refused step opens, so that what is wrong in it is seen.
  const refused = form.refusal === null ? -1 : values.milestones.findIndex((_, place) => refusalAt(`milestones.${place}`) !== undefined);
  const [shown, setShown] = useState(-1);
  if (refused !== shown) {
    setShown(refused);
    if (refused >= 0) setOpen(refused);
  }
  const problemsOf = (key: string) => stored.problems.filter(({ path }) => stored.milestones[stepAt(path) ?? -1]?.key === key).map((problem) => problem.text);
  const events = values.events.map((event) => ({ value: event.key, label: text(event.title) || event.key }));
  const withOwn = (own: string) => (events.some(({ value }) => value === own) ? events : [{ value: own, label: own }, ...events]);
  return (
    <RecordFormFrame form={form} back={screenOf(stored)} subject="template">
      <LocalisedField label={t('templates.edit.name')} path="title" required value={values.title} onChange={(title) => set('title', title)} refusalAt={refusalAt} />
      <ChoiceField label={t('templates.edit.agreementType')} value={values.agreementType} onChange={(type) => set('agreementType', type as DraftValues['agreementType'])} options={Object.entries(labelsIn(language).agreementType).map(([value, label]) => ({ value, label }))} refusal={refusalAt('agreementType')} />
      <div id="opening">
        <ChoiceField label={t('templates.edit.opening')} value={values.opening.event} onChange={(event) => set('opening', { ...values.opening, event })} options={withOwn(values.opening.event)} refusal={refusalAt('opening')} />
        <SwitchField label={t('templates.edit.orToday')} value={values.opening.orToday} onChange={(orToday) => set('opening', { ...values.opening, orToday })} />
      </div>
      <EditNamed id="stages" legend={t('templates.edit.stages')} group="stage" known={KNOWN_STAGES} list={values.stages} onChange={(stages) => set('stages', stages)} make={(named): DraftValues['stages'][number] => named} refusalAt={refusalAt}
        more={(stage, change, path) => <StepsField label={t('templates.edit.gate')} value={stage.gate} onChange={(gate) => change({ ...stage, gate })} values={values} except={(step) => step.stage === stage.key} refusal={refusalAt(`${path}.gate`)} />} />
      <EditNamed id="events" legend={t('templates.edit.events')} group="event" known={KNOWN_EVENTS} list={values.events} onChange={(changed) => set('events', changed)} make={(named): DraftValues['events'][number] => named} refusalAt={refusalAt}
        more={({ defaultsTo = '', ...event }, change) => (
          <ChoiceField label={t('templates.edit.defaultsTo')} value={defaultsTo} none={t('record.none')} options={(defaultsTo === '' ? events : withOwn(defaultsTo)).filter(({ value }) => value !== event.key)} onChange={(other) => change(other === '' ? event : { ...event, defaultsTo: other })} />
        )} />
      <Box id="reminders" sx={{ scrollMarginBlockStart: 80 }}>
        <EditReminders value={values.reminders ?? undefined} onChange={(reminders) => set('reminders', reminders ?? null)} otherwise={t('templates.edit.remindersClub')} origin={DEFAULT_LADDER} path="reminders" refusalAt={refusalAt} />
        {stored.problems.filter(({ path }) => path.startsWith('reminders')).map((problem, index) => <Alert key={index} severity="warning" sx={{ marginBlockStart: 1 }}>{text(problem.text)}</Alert>)}
      </Box>
      <EditSteps values={values} problemsOf={problemsOf} onChange={(steps) => set('milestones', steps)} refusalAt={refusalAt} open={open} setOpen={setOpen} />
    </RecordFormFrame>
  );
}
