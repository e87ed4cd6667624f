import { QueryClient } from '@tanstack/react-query';
import { CoreAdminContext, localStorageStore, type I18nProvider } from 'ra-core';
import { useMemo } from 'react';
import { BrowserRouter } from 'react-router-dom';
import { currentLanguage } from './preferences.js';
import { authProviderFor } from './providers/auth-provider.js';
import { dataProvider } from './providers/data-provider.js';
import { SessionContext } from './providers/session-context.js';
import type { Session } from './session.js';
import { Layout } from './shell/Layout.js';
import { ThemeRoot } from './theme/ThemeRoot.js';

const store = localStorageStore(undefined, 'tawama');

/** The dashboard: react-admin's core with our own frame, so that each screen is fetched only when it is opened. */
export function App({ session, i18n }: { session: Session; i18n: I18nProvider }) {
  const queryClient = useMemo(() => new QueryClient({ defaultOptions: { queries: { staleTime: 5_000, retry: (count, error) => count < 2 && !isAnswer(error) } } }), []);
  const authProvider = useMemo(() => authProviderFor(session), [session]);
  return (
    <SessionContext value={session}>
      <ThemeRoot language={currentLanguage()}>
        <BrowserRouter>
          <CoreAdminContext authProvider={authProvider} dataProvider={dataProvider} i18nProvider={i18n} queryClient={queryClient} store={store}>
            <Layout />
          </CoreAdminContext>
        </BrowserRouter>
      </ThemeRoot>
    </SessionContext>
  );
}

/** The server said no; asking again would say the same. */
const isAnswer = (error: unknown): boolean => typeof error === 'object' && error !== null && 'status' in error && Number(error.status) >= 400 && Number(error.status) < 500;
