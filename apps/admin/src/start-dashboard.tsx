import { StrictMode } from 'react';
import type { Root } from 'react-dom/client';
import { App } from './App.js';
import { currentLanguage } from './preferences.js';
import { setUnreachableText } from './providers/http.js';
import { loadI18n } from './providers/i18n.js';
import type { Session } from './session.js';

/** Loads the texts of one language and shows the dashboard. */
export async function startDashboard(root: Root, session: Session): Promise<void> {
  const i18n = await loadI18n(currentLanguage());
  setUnreachableText(i18n.translate('signIn.unreachable'));
  root.render(<StrictMode><App session={session} i18n={i18n} /></StrictMode>);
}
