import { useState, type FormEvent } from 'react';
import { ask } from '../session.js';
import { Field } from './Field.js';
import type { EntryTexts } from './texts.js';
import { useSending } from './useSending.js';

export interface NewPasswordProps { t: EntryTexts; token: string; onDone: () => void; onBack: () => void }

/** The page behind the link of an invitation, a first start or a forgotten password. */
export function NewPassword({ t, token, onDone, onBack }: NewPasswordProps) {
  const [password, setPassword] = useState('');
  const { busy, refusal, send } = useSending(t);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    send(async () => { await ask('/api/auth/reset', { token, password }); onDone(); });
  };
  return (
    <>
      <h1>{t.resetTitle}</h1>
      <form onSubmit={submit} aria-busy={busy}>
        <p>{t.resetHint}</p>
        {refusal !== null && <p role="alert" className="entry-bad">{refusal}</p>}
        <Field label={t.newPassword} type="password" autoComplete="new-password" value={password} minLength={12} hint={t.newPasswordHint} onChange={setPassword} />
        <button type="submit" className="entry-primary" disabled={busy}>{busy ? t.working : t.resetSubmit}</button>
      </form>
      <button type="button" className="entry-link" onClick={onBack}>{t.back}</button>
    </>
  );
}
