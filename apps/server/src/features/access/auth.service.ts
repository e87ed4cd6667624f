import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Language, Me } from '@tawama/contracts';
import { permissionsOf } from '@tawama/domain';
import { Database } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { AccountStore } from './account.store.js';
import { LoginAttempts } from './login-attempts.js';
import { Passwords } from './passwords.service.js';
import { SessionStore } from './session.store.js';

/** How long a "forgot" takes at least, so that it tells nobody whether the address has an account. */
const FORGOT_MS = 400;

/** Signing in and out, and what a person does with their own account. */
@Injectable()
export class AuthService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly attempts: LoginAttempts,
    private readonly passwords: Passwords,
  ) {}

  /**
   * @returns the token of a new session
   * @throws Refusal `auth/wrong-credentials`, the same and as late for an unknown address, a wrong password and an inactive account; `auth/too-many-attempts`
   */
  async signIn(given: { email: string; password: string; trustedDevice: boolean }, ip: string): Promise<{ token: string; me: Me }> {
    const accountId = await this.attempts.attempt(given.email, ip, () => this.passwords.accountOf(given.email, given.password));
    if (accountId === null) throw new Refusal('auth/wrong-credentials');
    return this.database.transaction(async (tx) => ({ token: await this.sessions.start(tx, accountId, given.trustedDevice), me: await this.meOf(accountId) }));
  }

  signOut(token: string | undefined): Promise<void> { return token === undefined ? Promise.resolve() : this.sessions.end(token); }

  /** Sends a link when the address has an active account; answers the same when not. */
  async forgot(email: string): Promise<void> {
    await Promise.all([this.database.transaction((tx) => this.passwords.sendReset(tx, email)), pause(FORGOT_MS)]);
  }

  /** @throws Refusal `auth/link-invalid`, `auth/password-too-short`, `auth/password-too-common`, `auth/password-is-address` */
  reset(token: string, password: string): Promise<void> { return this.passwords.resetByLink(token, password); }

  /**
   * Changes one's own password: every session ends, the caller gets a new one.
   * @throws Refusal `auth/password-wrong`, `auth/too-many-attempts`, `auth/password-too-short`, `auth/password-too-common`, `auth/password-is-address`
   */
  async changePassword(viewer: Viewer, given: { current: string; password: string }, session: { token: string; ip: string }): Promise<{ token: string; trustedDevice: boolean }> {
    const trustedDevice = await this.sessions.isTrustedDevice(session.token);
    const { email } = await this.accountOf(viewer.accountId);
    const accountId = await this.attempts.attempt(email, session.ip, () => this.passwords.accountOf(email, given.current));
    if (accountId === null) throw new Refusal('auth/password-wrong', { fields: [{ path: 'current', code: 'auth/password-wrong' }] });
    return this.database.transaction(async (tx) => {
      await this.passwords.set(tx, { id: accountId, email }, given.password, viewer.accountId);
      return { token: await this.sessions.start(tx, accountId, trustedDevice), trustedDevice };
    });
  }

  me(viewer: Viewer): Promise<Me> { return this.meOf(viewer.accountId); }

  async setLanguage(viewer: Viewer, language: Language): Promise<Me> {
    await this.database.transaction((tx) => this.accounts.setLanguage(tx, viewer.accountId, language));
    return this.meOf(viewer.accountId);
  }

  private async meOf(accountId: string): Promise<Me> {
    const { id, name, email, language, personId, role, agreementIds } = await this.accountOf(accountId);
    return { user: { id, name, email, language }, personId, role, scopes: { agreementIds }, permissions: permissionsOf(role) };
  }

  private async accountOf(id: string) {
    const account = await this.database.read((tx) => this.accounts.find(tx, id));
    if (!account) throw new Refusal('auth/required');
    return account;
  }
}
