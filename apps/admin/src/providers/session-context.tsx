import type { Permission } from '@tawama/contracts';
import { createContext, useContext } from 'react';
import type { Session } from '../session.js';

export const SessionContext = createContext<Session | null>(null);

/** Who is signed in at which club. */
export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('outside of the dashboard');
  return session;
};

/** Whether the signed-in person may do this; what they may not do is not shown. */
export const useMay = (permission: Permission): boolean => useSession().me.permissions.includes(permission);
