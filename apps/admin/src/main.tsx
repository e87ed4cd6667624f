import '@fontsource/ibm-plex-sans-arabic/arabic-400.css';
import '@fontsource/ibm-plex-sans-arabic/arabic-600.css';
import '@fontsource/ibm-plex-sans-arabic/latin-400.css';
import '@fontsource/ibm-plex-sans-arabic/latin-600.css';
import './base.css';
import type { ClubAnswer, Me } from '@tawama/contracts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { EntryPage } from './entry/EntryPage.js';
import { currentLanguage } from './preferences.js';
import { ask, Refused } from './session.js';

const root = createRoot(document.getElementById('root')!);
const loadDashboard = () => import('./start-dashboard.js');

/** Asks who is signed in; shows the dashboard, or the small sign-in page with the dashboard fetched behind it. */
async function start(): Promise<void> {
  const club = ask<ClubAnswer>('/api/club').catch(() => null);
  const onEntryPage = /^\/(sign-in|forgot|reset)(\/|$)/.test(location.pathname);
  const me = onEntryPage ? null : await ask<Me>('/api/auth/me').catch((problem: unknown) => (problem instanceof Refused ? problem.status : 0));
  const knownClub = await club;
  if (me !== null && typeof me === 'object' && knownClub !== null) return openDashboard(me, knownClub);
  root.render(<StrictMode><EntryPage club={knownClub} language={currentLanguage()} unreachable={knownClub === null} onSignedIn={signedIn} /></StrictMode>);
  requestIdleCallback?.(() => void loadDashboard());
}

async function signedIn(): Promise<void> {
  const [me, club] = await Promise.all([ask<Me>('/api/auth/me'), ask<ClubAnswer>('/api/club')]);
  if (/^\/(sign-in|forgot|reset)(\/|$)/.test(location.pathname)) history.replaceState(null, '', '/');
  await openDashboard(me, club);
}

async function openDashboard(me: Me, club: ClubAnswer): Promise<void> {
  const { startDashboard } = await loadDashboard();
  await startDashboard(root, { me, club });
}

void start();
