import TextField from '@mui/material/TextField';
import { useWords } from './words.js';

export interface DateFieldProps { label: string; value: string; onChange: (on: string) => void; required?: boolean; min?: string; max?: string; refusal?: string; /** what holds while it is empty */ hint?: string }

/** The browser's own date input, with the date in words below it. */
export function DateField({ label, value, onChange, required = false, min, max, refusal, hint = ' ' }: DateFieldProps) {
  const { t, date } = useWords();
  return (
    <TextField type="date" label={label} value={value} required={required} onChange={(event) => onChange(event.target.value)} error={refusal !== undefined}
      helperText={refusal ?? (/^\d{4}-\d{2}-\d{2}$/.test(value) ? t('milestones.command.dueInWords', { date: date(value, 'weekday') }) : hint)}
      slotProps={{ inputLabel: { shrink: true }, htmlInput: { min, max } }} />
  );
}
