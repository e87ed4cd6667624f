import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import type { Anchor, DueRule } from '@tawama/workflow';
import { DateField } from '../ui/DateField.js';
import { ChoiceField, FieldGroup, LineField } from '../ui/form/fields.js';
import { useWords } from '../ui/words.js';
import { replaced, without, type DraftValues } from './draft.js';

interface EditRuleProps { rule: DueRule; onChange: (rule: DueRule) => void; values: DraftValues; path: string; refusalAt: (path: string) => string | undefined }
const KINDS = ['fixed', 'offset', 'latest', 'earliest'] as const;
const MOST_PARTS = 20;

/** How a due date comes about. A rule that this editor has no fields for is kept as it stands. */
export function EditDueRule({ rule, onChange, values, path, refusalAt }: EditRuleProps) {
  const { t } = useWords();
  const plain: DueRule = { rule: 'offset', from: { event: values.opening.event }, days: 0 };
  const choose = (kind: string) => {
    if (kind === 'fixed') onChange({ rule: 'fixed', on: '' });
    if (kind === 'offset') onChange(plain);
    if (kind === 'latest' || kind === 'earliest') onChange({ rule: kind, of: 'of' in rule ? rule.of : [rule.rule === 'offset' ? rule : plain, plain] });
  };
  const known: readonly string[] = KINDS;
  const kinds = [...KINDS.map((value) => ({ value: value as string, label: t(`templates.edit.rules.${value}`) })), ...(known.includes(rule.rule) ? [] : [{ value: rule.rule as string, label: t('templates.edit.rules.another') }])];
  const refusal = rule.rule === 'offset' || rule.rule === 'fixed' ? undefined : refusalAt(path);
  return (
    <>
      <ChoiceField label={t('templates.edit.dueRule')} value={rule.rule} onChange={choose} options={kinds} refusal={refusal} />
      {rule.rule === 'fixed' && <DateField label={t('templates.edit.on')} value={rule.on} required onChange={(on) => onChange({ ...rule, on })} {...refusalOf(refusalAt(path))} />}
      {rule.rule === 'offset' && <EditOffset rule={rule} onChange={onChange} values={values} path={path} refusalAt={refusalAt} />}
      {(rule.rule === 'latest' || rule.rule === 'earliest') && (
        <>
          {rule.of.map((part, place) => (
            <Box key={place} sx={{ borderInlineStart: 3, borderColor: 'divider', paddingInlineStart: 1.5 }}>
              <FieldGroup legend={t('templates.edit.part', { n: place + 1 })}>
                <EditDueRule rule={part} onChange={(next) => onChange({ ...rule, of: replaced(rule.of, place, next) })} values={values} path={`${path}.of.${place}`} refusalAt={refusalAt} />
                {rule.of.length > 1 && <Button color="error" sx={{ justifySelf: 'start' }} onClick={() => onChange({ ...rule, of: without(rule.of, place) })}>{t('templates.edit.removePart', { n: place + 1 })}</Button>}
              </FieldGroup>
            </Box>
          ))}
          {rule.of.length < MOST_PARTS && <Button startIcon={<AddIcon aria-hidden />} sx={{ justifySelf: 'start' }} onClick={() => onChange({ ...rule, of: [...rule.of, plain] })}>{t('templates.edit.addPart')}</Button>}
        </>
      )}
    </>
  );
}

const refusalOf = (refusal: string | undefined) => (refusal === undefined ? {} : { refusal });
/** What is typed as a number; nothing while it is none. */
const numberIn = (typed: string): number | undefined => (typed.trim() === '' || Number.isNaN(Number(typed)) ? undefined : Number(typed));
const shown = (n: number | undefined): string => (n === undefined ? '' : String(n));

function EditOffset({ rule, onChange, values, path, refusalAt }: Omit<EditRuleProps, 'rule'> & { rule: Extract<DueRule, { rule: 'offset' }> }) {
  const { t } = useWords();
  return (
    <>
      <AnchorField value={rule.from} onChange={(from) => onChange({ ...rule, from })} values={values} refusal={refusalAt(`${path}.from`)} />
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' }}>
        <LineField label={t('templates.edit.months')} type="number" ltr value={shown(rule.months)} onChange={(typed) => onChange({ ...rule, months: numberIn(typed) })} hint={t('templates.edit.offsetHint')} refusal={refusalAt(`${path}.months`)} />
        <LineField label={t('templates.edit.days')} type="number" ltr value={shown(rule.days)} onChange={(typed) => onChange({ ...rule, days: numberIn(typed) })} hint={t('templates.edit.offsetHint')} refusal={refusalAt(`${path}.days`)} />
      </Box>
    </>
  );
}

const nameOf = (anchor: Anchor): string => ('event' in anchor ? `event ${anchor.event}` : `milestone ${anchor.milestone}`);

function AnchorField({ value, onChange, values: { events, milestones }, refusal }: { value: Anchor; onChange: (anchor: Anchor) => void; values: DraftValues; refusal: string | undefined }) {
  const { t, text } = useWords();
  const anchors: readonly Anchor[] = [...events.map(({ key }) => ({ event: key })), ...milestones.map(({ key }) => ({ milestone: key }))];
  const there = anchors.some((anchor) => nameOf(anchor) === nameOf(value));
  const choose = (name: string) => { const chosen = anchors.find((anchor) => nameOf(anchor) === name); if (chosen) onChange(chosen); };
  return (
    <TextField select label={t('templates.edit.from')} value={nameOf(value)} onChange={(event) => choose(event.target.value)} error={refusal !== undefined || !there} helperText={refusal} slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}>
      {!there && <option value={nameOf(value)}>{'event' in value ? value.event : value.milestone}</option>}
      <optgroup label={t('templates.edit.anEvent')}>{events.map((event, place) => <option key={place} value={nameOf({ event: event.key })}>{text(event.title) || event.key}</option>)}</optgroup>
      <optgroup label={t('templates.edit.aStep')}>{milestones.map((step, place) => <option key={place} value={nameOf({ milestone: step.key })}>{step.number} {text(step.title) || step.key}</option>)}</optgroup>
    </TextField>
  );
}
