import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import type { Language, LocalisedText } from '@tawama/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../words.js';

interface FieldProps { label: string; hint?: string | undefined; refusal?: string | undefined; required?: boolean }

/** One line of text. `ltr` for addresses and codes, which read from the left in every language. */
export function LineField({ label, value, onChange, hint, refusal, required = false, ltr = false, type = 'text', autoComplete, rows }: FieldProps & { value: string; onChange: (text: string) => void; ltr?: boolean; type?: 'text' | 'email' | 'number'; autoComplete?: string; rows?: number }) {
  return (
    <TextField label={label} type={type} value={value} required={required} onChange={(event) => onChange(event.target.value)} error={refusal !== undefined} helperText={refusal ?? hint} multiline={rows !== undefined} {...(rows === undefined ? {} : { minRows: rows })}
      slotProps={{ htmlInput: { autoComplete: autoComplete ?? 'off', ...(ltr ? { dir: 'ltr' } : { dir: 'auto' }), ...(type === 'number' ? { step: 'any' } : {}) } }} />
  );
}

/** One of a few values; the browser's own select, so that a phone shows its own wheel. */
export function ChoiceField({ label, value, onChange, options, none, hint, refusal, required = false }: FieldProps & { value: string; onChange: (value: string) => void; options: readonly { value: string; label: string }[]; none?: string }) {
  return (
    <TextField select label={label} value={value} required={required} onChange={(event) => onChange(event.target.value)} error={refusal !== undefined} helperText={refusal ?? hint} slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}>
      {none !== undefined && <option value="">{none}</option>}
      {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
    </TextField>
  );
}

export function SwitchField({ label, value, onChange, hint }: FieldProps & { value: boolean; onChange: (on: boolean) => void }) {
  return (
    <div>
      <FormControlLabel control={<Switch checked={value} onChange={(_, on) => onChange(on)} />} label={label} />
      {hint !== undefined && <FormHelperText>{hint}</FormHelperText>}
    </div>
  );
}

/** Fields that belong together under one heading. */
export function FieldGroup({ legend, hint, children }: { legend: string; hint?: string | undefined; children: ReactNode }) {
  return (
    <Box component="fieldset" sx={{ border: 0, margin: 0, padding: 0, minInlineSize: 0, display: 'grid', gap: 1.5 }}>
      <Box component="legend" sx={{ padding: 0, fontWeight: 600, marginBlockEnd: 1.5 }}>{legend}</Box>
      {children}
      {hint !== undefined && <FormHelperText sx={{ marginBlock: 0 }}>{hint}</FormHelperText>}
    </Box>
  );
}

const TONGUES: readonly Language[] = ['ar', 'fr', 'en'];
const EMPTY: LocalisedText = { ar: null, fr: null, en: null };

/** A text in up to three languages; null when all three are empty. */
export function LocalisedField({ label, value, onChange, hint, refusalAt, path, required = false, rows }: FieldProps & { value: LocalisedText | null; onChange: (text: LocalisedText | null) => void; refusalAt: (path: string) => string | undefined; path: string; rows?: number }) {
  const { t } = useWords();
  const text = value ?? EMPTY;
  const groupRefusal = TONGUES.some((tongue) => refusalAt(`${path}.${tongue}`) !== undefined) ? undefined : refusalAt(path);
  const set = (tongue: Language, typed: string) => {
    const next = { ...text, [tongue]: typed === '' ? null : typed };
    onChange(TONGUES.every((one) => next[one] === null) ? null : next);
  };
  return (
    <FieldGroup legend={label} hint={hint}>
      {TONGUES.map((tongue) => {
        const refusal = refusalAt(`${path}.${tongue}`);
        return (
          <TextField key={tongue} label={`${label} ${t(`record.inLanguage.${tongue}`)}`} value={text[tongue] ?? ''} onChange={(event) => set(tongue, event.target.value)} error={refusal !== undefined || groupRefusal !== undefined} helperText={refusal}
            multiline={rows !== undefined} {...(rows === undefined ? {} : { minRows: rows })} slotProps={{ htmlInput: { lang: tongue, dir: tongue === 'ar' ? 'rtl' : 'ltr', autoComplete: 'off', ...(required ? { 'aria-required': true } : {}) } }} />
        );
      })}
      {groupRefusal !== undefined && <FormHelperText error>{groupRefusal}</FormHelperText>}
    </FieldGroup>
  );
}
