import { useState, type FormEvent } from 'react';
import { ask } from '../session.js';
import { Field } from './Field.js';
import type { EntryTexts } from './texts.js';
import { useSending } from './useSending.js';

export function Forgot({ t, onBack }: { t: EntryTexts; onBack: () => void }) {
  const [email, setEmail] = useState('');
  const [done, setDone] = useState(false);
  const { busy, refusal, send } = useSending(t);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    send(async () => { await ask('/api/auth/forgot', { email }); setDone(true); });
  };
  return (
    <>
      <h1>{t.forgotTitle}</h1>
      {done ? <p role="status" className="entry-good">{t.forgotDone}</p> : (
        <form onSubmit={submit} aria-busy={busy}>
          <p>{t.forgotHint}</p>
          {refusal !== null && <p role="alert" className="entry-bad">{refusal}</p>}
          <Field label={t.email} type="email" autoComplete="username" value={email} onChange={setEmail} />
          <button type="submit" className="entry-primary" disabled={busy}>{busy ? t.working : t.forgotSubmit}</button>
        </form>
      )}
      <button type="button" className="entry-link" onClick={onBack}>{t.back}</button>
    </>
  );
}
