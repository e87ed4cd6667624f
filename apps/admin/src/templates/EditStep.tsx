import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import Typography from '@mui/material/Typography';
import { DEFAULT_LADDER } from '@tawama/domain';
import { labelsIn } from '@tawama/messages';
import { PROOFS, rungsIn, type Responsible } from '@tawama/workflow';
import { ChoiceField, FieldGroup, LineField, LocalisedField, SwitchField } from '../ui/form/fields.js';
import { useWords } from '../ui/words.js';
import { sketchOf, type DraftStep, type DraftValues } from './draft.js';
import { DueWords } from './DueWords.js';
import { EditConduct } from './EditConduct.js';
import { EditDueRule } from './EditDueRule.js';
import { EditReminders } from './EditReminders.js';

interface EditStepProps { step: DraftStep; onChange: (step: DraftStep) => void; values: DraftValues; path: string; refusalAt: (path: string) => string | undefined }
const options = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }));

/** Everything that a template says of one step. */
export function EditStep({ step, onChange, values, path, refusalAt }: EditStepProps) {
  const { t, text, language } = useWords();
  const labels = labelsIn(language);
  const set = (change: Partial<DraftStep>) => onChange({ ...step, ...change });
  const stages = values.stages.map((stage) => ({ value: stage.key, label: text(stage.title) || stage.key }));
  return (
    <Box sx={{ display: 'grid', gap: 2, paddingBlock: 1.5 }}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 2fr' } }}>
        <LineField label={t('templates.edit.number')} required ltr value={step.number} onChange={(number) => set({ number })} hint={t('templates.edit.numberHint')} refusal={refusalAt(`${path}.number`)} />
        <LineField label={t('templates.edit.key')} required ltr value={step.key} onChange={(key) => set({ key })} hint={t('templates.edit.keyHint')} refusal={refusalAt(`${path}.key`)} />
      </Box>
      <ChoiceField label={t('templates.edit.stage')} value={step.stage} onChange={(stage) => set({ stage })} options={stages.some(({ value }) => value === step.stage) ? stages : [{ value: step.stage, label: step.stage }, ...stages]} refusal={refusalAt(`${path}.stage`)} />
      <LocalisedField label={t('templates.edit.name')} path={`${path}.title`} required value={step.title} onChange={(title) => set({ title })} refusalAt={refusalAt} />
      <FieldGroup legend={t('templates.due')}>
        <EditDueRule rule={step.due} onChange={(due) => set({ due })} values={values} path={`${path}.due`} refusalAt={refusalAt} />
        <Typography variant="body2" color="text.secondary" component="div" aria-live="polite"><DueWords rule={step.due} template={sketchOf(values)} /></Typography>
        <SwitchField label={t('templates.legal')} value={step.legal ?? false} onChange={(legal) => set({ legal: legal ? true : undefined })} hint={t('templates.edit.legalHint')} />
      </FieldGroup>
      <EditConduct step={step} set={set} values={values} path={path} refusalAt={refusalAt} />
      <EditResponsible value={step.responsible} onChange={(responsible) => set({ responsible })} refusal={refusalAt(`${path}.responsible`)} />
      <LocalisedField label={t('templates.evidence')} path={`${path}.evidence`} rows={2} value={step.evidence} onChange={(evidence) => set({ evidence })} refusalAt={refusalAt} />
      <ChoiceField label={t('templates.edit.proof')} value={step.proof ?? 'declared'} onChange={(proof) => set({ proof: proof === 'declared' ? undefined : proof as DraftStep['proof'] })} options={PROOFS.map((value) => ({ value, label: labels.evidenceLevel[value] }))} hint={t('templates.edit.proofHint')} refusal={refusalAt(`${path}.proof`)} />
      <ChoiceField label={t('templates.edit.confirmations')} value={step.confirmations ?? 'both'} onChange={(sides) => set({ confirmations: sides === 'both' ? undefined : sides as DraftStep['confirmations'] })} options={options(labels.confirmingSides)} refusal={refusalAt(`${path}.confirmations`)} />
      <FieldGroup legend={t('templates.edit.produces')}>
        <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
          {values.events.map((event, place) => (
            <FormControlLabel key={place} label={<bdi>{text(event.title) || event.key}</bdi>}
              control={<Checkbox size="small" checked={step.produces.includes(event.key)} onChange={(_, on) => set({ produces: on ? [...step.produces, event.key] : step.produces.filter((key) => key !== event.key) })} />} />
          ))}
        </Box>
        {refusalAt(`${path}.produces`) !== undefined && <FormHelperText error>{refusalAt(`${path}.produces`)}</FormHelperText>}
      </FieldGroup>
      <EditReminders value={step.reminders} onChange={(reminders) => set({ reminders })} otherwise={t('templates.edit.remindersTemplate')} origin={values.reminders === null ? DEFAULT_LADDER : rungsIn(values.reminders)} path={`${path}.reminders`} refusalAt={refusalAt} />
      <ChoiceField label={t('templates.certainty')} value={step.certainty} onChange={(certainty) => set({ certainty: certainty as DraftStep['certainty'] })} options={options(labels.certainty)} refusal={refusalAt(`${path}.certainty`)} />
      <LocalisedField label={t('templates.edit.note')} path={`${path}.note`} rows={2} value={step.note} onChange={(note) => set({ note })} refusalAt={refusalAt} />
    </Box>
  );
}

function EditResponsible({ value, onChange, refusal }: { value: Responsible; onChange: (responsible: Responsible) => void; refusal: string | undefined }) {
  const { t, language } = useWords();
  const labels = labelsIn(language);
  const { function: person = '', authority = '', ...rest } = value;
  const set = (chosen: { person?: string; authority?: string }) => {
    const [one, other] = [chosen.person ?? person, chosen.authority ?? authority];
    onChange({ ...rest, ...(one === '' ? {} : { function: one }), ...(other === '' ? {} : { authority: other }) });
  };
  const withOwn = (words: Readonly<Record<string, string>>, own: string) => (own === '' || own in words ? options(words) : [{ value: own, label: own }, ...options(words)]);
  return (
    <FieldGroup legend={t('templates.who')}>
      <ChoiceField label={t('templates.edit.person')} value={person} none={t('record.none')} onChange={(chosen) => set({ person: chosen })} options={withOwn(labels.personFunction, person)} refusal={refusal} />
      <ChoiceField label={t('templates.edit.authority')} value={authority} none={t('record.none')} onChange={(chosen) => set({ authority: chosen })} options={withOwn(labels.waitingOn, authority)} />
      <SwitchField label={t('templates.edit.counterpart')} value={value.counterpart} onChange={(counterpart) => onChange({ ...value, counterpart })} />
    </FieldGroup>
  );
}
