import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import { AuditJournal } from '../audit/audit-journal.js';
import { AccountLinks } from './account-links.js';
import { AccountStore } from './account.store.js';
import { hashPassword, passwordFits, refuseWeakPassword } from './passwords.js';
import { SessionStore } from './session.store.js';

/** How a password is checked, set, and set anew. */
@Injectable()
export class Passwords {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly links: AccountLinks,
    private readonly journal: AuditJournal,
  ) {}

  /** The active account that these open; null otherwise, after the same time. */
  async accountOf(email: string, password: string): Promise<string | null> {
    const account = await this.database.read((tx) => this.accounts.credentialsByEmail(tx, email));
    const fits = await passwordFits(account?.passwordHash ?? null, password);
    return account && account.active && fits ? account.id : null;
  }

  /** @throws Refusal `auth/password-too-short`, `auth/password-too-common`, `auth/password-is-address` */
  async set(tx: Tx, account: { id: string; email: string }, password: string, actorId: string | null): Promise<void> {
    refuseWeakPassword(password, account.email);
    await this.store(tx, account.id, await hashPassword(password), actorId);
  }

  /** Queues a mail with a link, when the address has an active account. */
  async sendReset(tx: Tx, email: string): Promise<void> {
    const account = await this.accounts.credentialsByEmail(tx, email);
    if (account?.active) await this.links.sendReset(tx, account);
  }

  /** @throws Refusal `auth/link-invalid`, `auth/password-too-short`, `auth/password-too-common`, `auth/password-is-address`; a refused password leaves the link as it was */
  resetByLink(token: string, password: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      const accountId = await this.links.open(tx, token);
      const account = accountId === undefined ? undefined : await this.accounts.credentials(tx, accountId);
      if (!account?.active) throw new Refusal('auth/link-invalid');
      await this.set(tx, account, password, account.id);
    });
  }

  private async store(tx: Tx, accountId: string, passwordHash: string, actorId: string | null): Promise<void> {
    await this.accounts.setPassword(tx, accountId, passwordHash);
    await this.sessions.endAll(tx, accountId);
    await this.links.revoke(tx, accountId);
    await this.journal.record(tx, { actorId, action: 'account.set-password', subjectType: 'account', subjectId: accountId });
  }
}
