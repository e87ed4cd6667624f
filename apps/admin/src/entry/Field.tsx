import { useId } from 'react';

export interface FieldProps { label: string; type: 'email' | 'password'; autoComplete: string; value: string; hint?: string; minLength?: number; onChange: (value: string) => void }

export function Field({ label, type, autoComplete, value, hint, minLength, onChange }: FieldProps) {
  const id = useId();
  return (
    <div className="entry-field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type={type} dir="ltr" required autoComplete={autoComplete} value={value} minLength={minLength} maxLength={256} aria-describedby={hint === undefined ? undefined : `${id}-hint`} onChange={(event) => onChange(event.target.value)} />
      {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  );
}
