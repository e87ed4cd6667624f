import { randomBytes } from 'node:crypto';
import type { Database } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import { AuditStore } from '../audit/audit.store.js';
import { AccountStore } from './account.store.js';
import { LinkStore } from './link.store.js';
import { hashPassword } from './passwords.js';
import { SessionStore } from './session.store.js';

/**
 * For the operator, when nobody can sign in any more: a new random password, shown once. Every session and open link of the account ends;
 * the account becomes active again.
 * @throws Refusal `record/not-found` when the address has no account
 */
export function resetAtConsole(database: Database, email: string): Promise<string> {
  return database.transaction(async (tx) => {
    const accounts = new AccountStore();
    const account = await accounts.credentialsByEmail(tx, email.trim().toLowerCase());
    if (!account) throw new Refusal('record/not-found');
    const password = randomBytes(12).toString('base64url');
    await accounts.setPassword(tx, account.id, await hashPassword(password));
    if (!account.active) await accounts.activate(tx, account.id);
    await new SessionStore(database).endAll(tx, account.id);
    await new LinkStore().useUpAll(tx, account.id);
    await accounts.forgetFailures(tx, account.email);
    await new AuditStore().append(tx, [{ actorId: null, action: 'account.reset-password', subjectType: 'account', subjectId: account.id }]);
    return password;
  });
}
