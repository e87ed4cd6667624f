import TextField from '@mui/material/TextField';
import type { Anchor } from '@tawama/workflow';
import { useWords } from '../ui/words.js';
import type { DraftValues } from './draft.js';

const nameOf = (anchor: Anchor | undefined): string => (anchor === undefined ? '' : 'event' in anchor ? `event ${anchor.event}` : `milestone ${anchor.milestone}`);

interface AnchorFieldProps { label: string; values: DraftValues; refusal: string | undefined; onChange: (anchor: Anchor) => void; value: Anchor }

/** A reference date or a step that something is counted from. */
export const AnchorField = ({ onChange, ...rest }: AnchorFieldProps) => <OptionalAnchorField {...rest} onChange={(anchor) => { if (anchor) onChange(anchor); }} />;

/** The same where none may be chosen, told by `none`. */
export function OptionalAnchorField({ label, value, none, onChange, values: { events, milestones }, refusal }: Omit<AnchorFieldProps, 'value' | 'onChange'> & { value: Anchor | undefined; none?: string; onChange: (anchor: Anchor | undefined) => void }) {
  const { t, text } = useWords();
  const anchors: readonly Anchor[] = [...events.map(({ key }) => ({ event: key })), ...milestones.map(({ key }) => ({ milestone: key }))];
  const there = value === undefined || anchors.some((anchor) => nameOf(anchor) === nameOf(value));
  return (
    <TextField select label={label} value={nameOf(value)} onChange={(event) => onChange(anchors.find((anchor) => nameOf(anchor) === event.target.value))} error={refusal !== undefined || !there} helperText={refusal} slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}>
      {none !== undefined && <option value="">{none}</option>}
      {value !== undefined && !there && <option value={nameOf(value)}>{'event' in value ? value.event : value.milestone}</option>}
      <optgroup label={t('templates.edit.anEvent')}>{events.map((event, place) => <option key={place} value={nameOf({ event: event.key })}>{text(event.title) || event.key}</option>)}</optgroup>
      <optgroup label={t('templates.edit.aStep')}>{milestones.map((step, place) => <option key={place} value={nameOf({ milestone: step.key })}>{step.number} {text(step.title) || step.key}</option>)}</optgroup>
    </TextField>
  );
}
