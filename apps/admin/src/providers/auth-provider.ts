import type { Permission } from '@tawama/contracts';
import type { AuthProvider } from 'ra-core';
import type { Session } from '../session.js';
import { call } from './http.js';

/** The address of the sign-in page; a full load, so that nothing of the old session stays in memory. */
const toSignIn = (): void => location.assign('/sign-in');

const READ = new Set(['list', 'show', 'read']);
const RESOURCE_RIGHTS: Record<string, { read: Permission; write: Permission }> = {
  agreements: { read: 'agreement.read', write: 'agreement.command' },
  milestones: { read: 'milestone.read', write: 'milestone.command' },
  cities: { read: 'city.read', write: 'city.write' },
  people: { read: 'person.read', write: 'person.write' },
  contacts: { read: 'contact.read', write: 'contact.write' },
  holidays: { read: 'holiday.read', write: 'holiday.write' },
  'council-sessions': { read: 'holiday.read', write: 'holiday.write' },
  'legal-clocks': { read: 'legal.read', write: 'legal.write' },
  'legal-notes': { read: 'legal.read', write: 'legal.write' },
  templates: { read: 'template.read', write: 'template.write' },
  deliveries: { read: 'delivery.read', write: 'delivery.act' },
  audit: { read: 'audit.read', write: 'audit.read' },
  incidents: { read: 'job.manage', write: 'job.manage' },
  users: { read: 'user.manage', write: 'user.manage' },
};

/** The session is a cookie that scripts cannot read; what may be done stands in the answer of `/api/auth/me`. The server decides anyway. */
export const authProviderFor = (session: Session): AuthProvider => ({
  login: () => Promise.resolve(),
  logout: async () => {
    await call('auth/logout', { method: 'POST', body: {} }).catch(() => undefined);
    toSignIn();
    return false;
  },
  checkAuth: () => Promise.resolve(),
  checkError: (error: { status?: number }) => {
    if (error.status === 401) toSignIn();
    return Promise.resolve();
  },
  getIdentity: () => Promise.resolve({ id: session.me.user.id, fullName: session.me.user.name }),
  getPermissions: () => Promise.resolve(session.me.permissions),
  canAccess: ({ resource, action }) => {
    const rights = RESOURCE_RIGHTS[resource];
    return Promise.resolve(rights !== undefined && session.me.permissions.includes(READ.has(action) ? rights.read : rights.write));
  },
});
