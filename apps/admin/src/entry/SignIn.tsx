import type { ClubAnswer, Role } from '@tawama/contracts';
import { useState, type FormEvent } from 'react';
import { ask } from '../session.js';
import { Field } from './Field.js';
import type { EntryTexts } from './texts.js';
import { useSending } from './useSending.js';

export interface SignInProps { t: EntryTexts; club: ClubAnswer | null; onSignedIn: () => Promise<void>; onForgot: () => void }

export function SignIn({ t, club, onSignedIn, onForgot }: SignInProps) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [trustedDevice, setTrusted] = useState(false);
  const { busy, refusal, send } = useSending(t);
  const signIn = (as: { email: string; password: string }) => send(async () => {
    await ask('/api/auth/login', { ...as, trustedDevice });
    await onSignedIn();
  });
  const submit = (event: FormEvent<HTMLFormElement>) => { event.preventDefault(); signIn({ email, password }); };
  const demoPassword = club?.demoPassword ?? null;

  return (
    <>
      <h1>{t.title}</h1>
      <form onSubmit={submit} aria-busy={busy}>
        {refusal !== null && <p role="alert" className="entry-bad">{refusal}</p>}
        <Field label={t.email} type="email" autoComplete="username" value={email} onChange={setEmail} />
        <Field label={t.password} type="password" autoComplete="current-password" value={password} onChange={setPassword} />
        <label className="entry-check"><input type="checkbox" checked={trustedDevice} onChange={(event) => setTrusted(event.target.checked)} /> <span>{t.trustedDevice}</span></label>
        <button type="submit" className="entry-primary" disabled={busy}>{busy ? t.working : t.submit}</button>
        <button type="button" className="entry-link" onClick={onForgot}>{t.forgot}</button>
      </form>
      {club?.demo === true && demoPassword !== null && club.demoAccounts.length > 0 && (
        <div className="entry-demo">
          <h2>{t.demoTitle}</h2>
          <p>{t.demoHint}</p>
          <ul>
            {club.demoAccounts.map((account) => (
              <li key={account.email}>
                <button type="button" disabled={busy} onClick={() => signIn({ email: account.email, password: demoPassword })}>
                  <strong>{roleName(t, account.role)}</strong> <bdi dir="ltr">{account.email}</bdi>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

const roleName = (t: EntryTexts, role: string): string => (role in t.role ? t.role[role as Role] : role);
