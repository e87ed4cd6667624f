import { Injectable } from '@nestjs/common';
import type { Language, ListQuery, Page, Role, User, UserCreate, UserPatch } from '@tawama/contracts';
import { Database, type Tx } from '../../platform/db/database.js';
import { differences } from '../../platform/db/versioned.js';
import { Refusal } from '../../platform/http/refusal.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { AuditJournal } from '../audit/audit-journal.js';
import { AccountLinks } from './account-links.js';
import { AccountStore, type AccountChange } from './account.store.js';
import { hashPassword } from './passwords.js';
import { SessionStore } from './session.store.js';

/** Who may sign in, as what, and to which agreements. Nobody is removed, only made inactive: the journal names them. */
@Injectable()
export class Accounts {
  constructor(
    private readonly database: Database,
    private readonly store: AccountStore,
    private readonly sessions: SessionStore,
    private readonly links: AccountLinks,
    private readonly journal: AuditJournal,
  ) {}

  list(query: ListQuery): Promise<Page<User>> { return this.database.read((tx) => this.store.list(tx, query)); }

  /** @throws Refusal `record/not-found` */
  get(id: string): Promise<User> { return this.database.read((tx) => this.found(tx, id)); }

  /** Creates an account without password and sends its invitation. @throws Refusal `user/duplicate-email`, `request/invalid` for an unknown person or agreement */
  invite(viewer: Viewer, given: UserCreate): Promise<User> {
    return this.database.transaction(async (tx) => {
      await this.checkReferences(tx, given);
      const id = await this.insert(tx, { ...given, passwordHash: null, demonstration: false }, viewer.accountId);
      await this.links.send(tx, { ...given, id }, 'invitation', viewer.accountId);
      return this.found(tx, id);
    });
  }

  /** Sends a new link to somebody who has no password yet, or a way to a new one to somebody who has. @throws Refusal `record/not-found` */
  inviteAgain(viewer: Viewer, id: string): Promise<User> {
    return this.database.transaction(async (tx) => {
      const account = await this.found(tx, id);
      await this.links.revoke(tx, id);
      await this.links.send(tx, account, account.invited ? 'invitation' : 'passwordReset', viewer.accountId);
      await this.journal.record(tx, { actorId: viewer.accountId, action: 'account.invite', subjectType: 'account', subjectId: id });
      return account;
    });
  }

  /** @throws Refusal `record/not-found`, `record/stale`, `user/last-administrator`, `user/self`, `request/invalid` for an unknown person or agreement */
  change(viewer: Viewer, id: string, version: number, patch: UserPatch): Promise<User> {
    return this.database.transaction(async (tx) => {
      const stored = await this.found(tx, id);
      await this.checkReferences(tx, patch);
      const { before, after } = differences<AccountChange>(stored, patch);
      await this.protectAdministration(tx, viewer, stored, after);
      await this.store.update(tx, stored, version, after);
      if (after.active === false) await this.shutOut(tx, id);
      if (Object.keys(after).length > 0) await this.journal.record(tx, { actorId: viewer.accountId, action: 'account.change', subjectType: 'account', subjectId: id, before: unnamed(before), after: unnamed(after) });
      return this.found(tx, id);
    });
  }

  /** Ends all sessions and open links of an account, everywhere and at once. @throws Refusal `record/not-found` */
  revoke(viewer: Viewer, id: string): Promise<User> {
    return this.database.transaction(async (tx) => {
      const account = await this.found(tx, id);
      await this.shutOut(tx, id);
      await this.journal.record(tx, { actorId: viewer.accountId, action: 'account.revoke', subjectType: 'account', subjectId: id });
      return account;
    });
  }

  /** An account that can sign in at once, for the demonstration club. The password is not judged. @throws Refusal `user/duplicate-email` */
  async createWithPassword(tx: Tx, given: { email: string; name: string; role: Role; language: Language; personId: string | null; password: string; demonstration: boolean }): Promise<string> {
    const { password, ...account } = given;
    return this.insert(tx, { ...account, agreementIds: null, passwordHash: await hashPassword(password) }, null);
  }

  /**
   * The way in for a new club: makes the first administrator's account when there is none at all.
   * @returns the address at which its password is set, or null when somebody can sign in already
   */
  firstAdministrator(email: string): Promise<string | null> {
    return this.database.transaction(async (tx) => {
      const address = email.trim().toLowerCase();
      const known = await this.store.credentialsByEmail(tx, address);
      const count = await this.store.countForFirstStart(tx);
      if (count === 0) {
        const name = address.split('@')[0] ?? address;
        const id = await this.insert(tx, { email: address, name, role: 'administrator', language: 'ar', personId: null, agreementIds: null, passwordHash: null, demonstration: false }, null);
        return this.links.make(tx, id, 'firstAdministrator');
      }
      // Nobody has come in yet: the earlier link may have been lost.
      return count === 1 && known?.passwordHash === null ? this.links.make(tx, known.id, 'firstAdministrator') : null;
    });
  }

  private async insert(tx: Tx, account: Parameters<AccountStore['insert']>[1], actorId: string | null): Promise<string> {
    const id = await this.store.insert(tx, account);
    if (id === undefined) throw new Refusal('user/duplicate-email', { fields: [{ path: 'email', code: 'user/duplicate-email' }] });
    const { role, language, personId, agreementIds } = account;
    await this.journal.record(tx, { actorId, action: 'account.create', subjectType: 'account', subjectId: id, after: { role, language, personId, agreementIds } });
    return id;
  }

  private async checkReferences(tx: Tx, given: Pick<UserPatch, 'personId' | 'agreementIds'>): Promise<void> {
    if (given.personId && !await this.store.personExists(tx, given.personId)) throw unknown('personId');
    if (given.agreementIds && !await this.store.agreementsExist(tx, given.agreementIds)) throw unknown('agreementIds');
  }

  private async protectAdministration(tx: Tx, viewer: Viewer, stored: User, after: AccountChange): Promise<void> {
    const steps = after.active === false || after.role !== undefined || (after.agreementIds !== undefined && after.agreementIds !== null);
    if (!steps) return;
    const leaves = stored.role === 'administrator' && stored.active;
    if (leaves && !await this.store.hasOtherAdministrator(tx, stored.id)) throw new Refusal('user/last-administrator');
    if (viewer.accountId === stored.id) throw new Refusal('user/self');
  }

  private async shutOut(tx: Tx, id: string): Promise<void> {
    await this.sessions.endAll(tx, id);
    await this.links.revoke(tx, id);
  }

  private async found(tx: Tx, id: string): Promise<User> {
    const account = await this.store.find(tx, id);
    if (!account) throw new Refusal('record/not-found');
    return account;
  }
}

const unknown = (path: string): Refusal => new Refusal('request/invalid', { fields: [{ path, code: 'record/not-found' }] });

/** The journal says that a name changed, never from what to what. */
const unnamed = ({ name, ...rest }: AccountChange): Record<string, unknown> => (name === undefined ? rest : { ...rest, name: '…' });
