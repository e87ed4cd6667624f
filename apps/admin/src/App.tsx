import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { AuthContext, DataProviderContext, I18nContextProvider, localStorageStore, NotificationContextProvider, StoreContextProvider, UndoableMutationsContextProvider, type I18nProvider } from 'ra-core';
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

/**
 * The dashboard: the contexts of react-admin's core around our own frame. They are put together here, and not by
 * `CoreAdminContext`, which brings definitions of resources that we do not use into the first picture.
 */
export function App({ session, i18n }: { session: Session; i18n: I18nProvider }) {
  const queryClient = useMemo(() => new QueryClient({ defaultOptions: { queries: { staleTime: 5_000, retry: (count, error) => count < 2 && !isAnswer(error) } } }), []);
  const authProvider = useMemo(() => authProviderFor(session), [session]);
  return (
    <SessionContext value={session}>
      <ThemeRoot language={currentLanguage()}>
        <BrowserRouter>
          <AuthContext value={authProvider}>
            <DataProviderContext value={dataProvider}>
              <StoreContextProvider value={store}>
                <QueryClientProvider client={queryClient}>
                  <I18nContextProvider value={i18n}>
                    <NotificationContextProvider>
                      <UndoableMutationsContextProvider>
                        <Layout />
                      </UndoableMutationsContextProvider>
                    </NotificationContextProvider>
                  </I18nContextProvider>
                </QueryClientProvider>
              </StoreContextProvider>
            </DataProviderContext>
          </AuthContext>
        </BrowserRouter>
      </ThemeRoot>
    </SessionContext>
  );
}

/** The server said no; asking again would say the same. */
const isAnswer = (error: unknown): boolean => typeof error === 'object' && error !== null && 'status' in error && Number(error.status) >= 400 && Number(error.status) < 500;
