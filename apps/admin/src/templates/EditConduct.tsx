import Typography from '@mui/material/Typography';
import { repeatsText } from '@tawama/messages';
import Box from '@mui/material/Box';
import { FieldGroup, LineField, SwitchField } from '../ui/form/fields.js';
import { useWords } from '../ui/words.js';
import { OptionalAnchorField } from './AnchorField.js';
import { ChosenList } from './ChosenList.js';
import { numberIn, shownNumber, sketchOf, type DraftStep, type DraftValues } from './draft.js';
import { EditConditions } from './EditConditions.js';

interface EditConductProps { step: DraftStep; set: (change: Partial<DraftStep>) => void; values: DraftValues; path: string; refusalAt: (path: string) => string | undefined }
const MOST_STEPS = 50;

/** Whether a step comes again, what it waits for and where it applies. */
export function EditConduct({ step, set, values, path, refusalAt }: EditConductProps) {
  const { t } = useWords();
  return (
    <>
      <EditRepeats step={step} set={set} values={values} path={path} refusalAt={refusalAt} />
      <FieldGroup legend={t('templates.edit.after')} hint={t('templates.edit.afterHint')}>
        <StepsField label={t('templates.edit.afterStep')} value={step.after} onChange={(after) => set({ after })} values={values} except={(other) => other.key === step.key} refusal={refusalAt(`${path}.after`)} />
      </FieldGroup>
      <EditConditions value={step.when ?? []} onChange={(when) => set({ when: when.length === 0 ? undefined : when })} path={`${path}.when`} refusalAt={refusalAt} />
    </>
  );
}

/** Steps of the template by their keys; undefined for none. */
export function StepsField({ label, value = [], onChange, values, except, refusal }: { label: string; value: readonly string[] | undefined; onChange: (keys: string[] | undefined) => void; values: DraftValues; except: (step: DraftStep) => boolean; refusal: string | undefined }) {
  const { text } = useWords();
  const options = values.milestones.filter((one) => !except(one)).map((one) => ({ value: one.key, label: `${one.number} ${text(one.title) || one.key}` }));
  return <ChosenList label={label} value={value} onChange={(keys) => onChange(keys.length === 0 ? undefined : keys)} options={options} most={MOST_STEPS} refusal={refusal} />;
}

const EVERY_MONTHS = 6;

function EditRepeats({ step, set, values, path, refusalAt }: EditConductProps) {
  const { t, language } = useWords();
  const { repeats } = step;
  return (
    <FieldGroup legend={t('templates.edit.repeats')}>
      <SwitchField label={t('templates.edit.comesAgain')} value={repeats !== undefined} onChange={(on) => set({ repeats: on ? { everyMonths: EVERY_MONTHS, until: { event: endOf(values) } } : undefined })} />
      {repeats !== undefined && (
        <>
          <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' }}>
            <LineField label={t('templates.edit.everyMonths')} type="number" required ltr value={shownNumber(repeats.everyMonths)} onChange={(typed) => set({ repeats: { ...repeats, everyMonths: numberIn(typed) ?? 0 } })} refusal={refusalAt(`${path}.repeats.everyMonths`)} />
            <LineField label={t('templates.edit.times')} type="number" ltr value={shownNumber(repeats.times)} onChange={(typed) => set({ repeats: { ...repeats, times: numberIn(typed) } })} refusal={refusalAt(`${path}.repeats.times`)} />
          </Box>
          <OptionalAnchorField label={t('templates.edit.until')} none={t('record.none')} value={repeats.until} onChange={(until) => set({ repeats: { ...repeats, until } })} values={values} refusal={refusalAt(`${path}.repeats.until`)} />
          <SwitchField label={t('templates.edit.startsAtAnchor')} value={repeats.startsAtAnchor ?? false} onChange={(on) => set({ repeats: { ...repeats, startsAtAnchor: on ? true : undefined } })} hint={t('templates.edit.startsAtAnchorHint')} />
          <Typography variant="body2" color="text.secondary" aria-live="polite">{repeatsText(repeats, sketchOf(values), language)}</Typography>
        </>
      )}
    </FieldGroup>
  );
}

/** Where a step most likely stops coming again. */
const endOf = ({ events, opening }: DraftValues): string => ['ended', 'expiry'].find((key) => events.some((event) => event.key === key)) ?? events.at(-1)?.key ?? opening.event;
