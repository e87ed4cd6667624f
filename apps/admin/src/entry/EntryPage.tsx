import './entry.css';
import type { ClubAnswer, Language } from '@tawama/contracts';
import { useState } from 'react';
import { applyLanguage, LANGUAGE_NAMES } from '../preferences.js';
import { Forgot } from './Forgot.js';
import { NewPassword } from './NewPassword.js';
import { SignIn } from './SignIn.js';
import { entryTexts } from './texts.js';

type Page = { name: 'signIn' } | { name: 'forgot' } | { name: 'reset'; token: string };
export interface EntryPageProps { club: ClubAnswer | null; language: Language; unreachable: boolean; onSignedIn: () => Promise<void> }

const pageOf = (path: string): Page => {
  const token = /^\/reset\/([^/]+)/.exec(path)?.[1];
  if (token !== undefined) return { name: 'reset', token: decodeURIComponent(token) };
  return path.startsWith('/forgot') ? { name: 'forgot' } : { name: 'signIn' };
};

/** Sign-in and the password pages: plain React, no component library, so that it is there at once on a weak network. */
export function EntryPage({ club, language: first, unreachable, onSignedIn }: EntryPageProps) {
  const [language, setLanguage] = useState(first);
  const [page, setPage] = useState(() => pageOf(location.pathname));
  const [notice, setNotice] = useState<string | null>(null);
  const t = entryTexts(language);
  const go = (to: Page, message: string | null = null) => {
    history.pushState(null, '', to.name === 'forgot' ? '/forgot' : '/sign-in');
    setNotice(message);
    setPage(to);
  };
  const change = (to: Language) => { applyLanguage(to); setLanguage(to); };
  const clubName = club?.name[language] ?? club?.name.ar ?? null;
  document.title = `${t.title} · ${t.programName}`;

  return (
    <div className="entry">
      <header className="entry-top">
        <span className="entry-mark"><Rings /> <span>{t.programName}</span></span>
        <nav aria-label={t.language} className="entry-languages">
          {(['ar', 'fr', 'en'] as const).map((code) => (
            <button key={code} type="button" lang={code} aria-pressed={code === language} onClick={() => change(code)}>{LANGUAGE_NAMES[code]}</button>
          ))}
        </nav>
      </header>
      <main className="entry-main">
        <div className="entry-club">
          {clubName !== null && <p className="entry-club-name"><bdi>{clubName}</bdi></p>}
          <p>{t.purpose}</p>
        </div>
        <section className="entry-card">
          {unreachable && <p role="alert" className="entry-bad">{t.unreachable}</p>}
          {notice !== null && <p role="status" className="entry-good">{notice}</p>}
          {page.name === 'signIn' && <SignIn t={t} club={club} onSignedIn={onSignedIn} onForgot={() => go({ name: 'forgot' })} />}
          {page.name === 'forgot' && <Forgot t={t} onBack={() => go({ name: 'signIn' })} />}
          {page.name === 'reset' && <NewPassword t={t} token={page.token} onDone={() => go({ name: 'signIn' }, t.resetDone)} onBack={() => go({ name: 'signIn' })} />}
        </section>
      </main>
    </div>
  );
}

const Rings = () => (
  <svg viewBox="0 0 32 20" width="34" height="21" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="2.6"><circle cx="11.5" cy="10" r="7.5" /><circle cx="20.5" cy="10" r="7.5" /></svg>
);
