import { Injectable } from '@nestjs/common';
import type { Language, ListQuery, Page, Role, User, userList } from '@tawama/contracts';
import { searchText } from '@tawama/domain';
import type { EntityManager } from 'typeorm';
import { byName, selectPage, type ListSource } from '../../platform/db/list-sql.js';
import { updateVersioned } from '../../platform/db/versioned.js';

const COLUMNS = `a.id, a.version, a.email, a.name, a.role, a.language, a.person_id AS "personId", a.agreement_ids AS "agreementIds", a.active,
  a.password_hash IS NULL AS invited, a.last_seen_at AS "lastSeenAt", a.demonstration`;

const LIST = {
  from: 'account a', select: COLUMNS, id: 'a.id', search: 'a.search_text', within: null,
  columns: {
    id: { sql: 'a.id', type: 'uuid' }, name: byName('a.name'), email: 'a.email', role: 'a.role', active: { sql: 'a.active', type: 'boolean' },
    lastSeenAt: { sql: 'a.last_seen_at', type: 'timestamptz' },
  },
} satisfies ListSource<typeof userList>;

/** Makes every change that could take the last administrator away wait for the one before it. */
const ADMINISTRATORS_LOCK = 7_204_001;

export type NewAccount = { email: string; name: string; role: Role; language: Language; personId: string | null; agreementIds: string[] | null; passwordHash: string | null; demonstration: boolean };
export type AccountChange = Partial<Pick<User, 'name' | 'role' | 'language' | 'personId' | 'agreementIds' | 'active'>>;
export type Credentials = { id: string; email: string; name: string; language: Language; role: Role; active: boolean; passwordHash: string | null };

const CREDENTIALS = `id, email, name, language, role, active, password_hash AS "passwordHash"`;

/** All SQL of accounts. */
@Injectable()
export class AccountStore {
  list(tx: EntityManager, query: ListQuery): Promise<Page<User>> { return selectPage<User>(tx, LIST, query, null); }

  async find(tx: EntityManager, id: string): Promise<User | undefined> {
    return (await tx.query<User[]>(`SELECT ${COLUMNS} FROM account a WHERE a.id = $1`, [id]))[0];
  }

  async credentialsByEmail(tx: EntityManager, email: string): Promise<Credentials | undefined> {
    return (await tx.query<Credentials[]>(`SELECT ${CREDENTIALS} FROM account WHERE email = $1`, [email]))[0];
  }

  async credentials(tx: EntityManager, id: string): Promise<Credentials | undefined> {
    return (await tx.query<Credentials[]>(`SELECT ${CREDENTIALS} FROM account WHERE id = $1`, [id]))[0];
  }

  /** @returns the new id, or undefined when the address has an account already */
  async insert(tx: EntityManager, account: NewAccount): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }[]>(`
      INSERT INTO account (email, name, role, language, person_id, agreement_ids, password_hash, demonstration, search_text) VALUES ($1, $2, $3, $4, $5, $6::uuid[], $7, $8, $9)
      ON CONFLICT (email) DO NOTHING RETURNING id`,
    [account.email, account.name, account.role, account.language, account.personId, account.agreementIds, account.passwordHash, account.demonstration, searchText([account.name, account.email])]);
    return row?.id;
  }

  /** @throws Refusal `record/stale`, `record/not-found` */
  async update(tx: EntityManager, stored: User, version: number, change: AccountChange): Promise<void> {
    const { personId, agreementIds, ...same } = change;
    const changes = { ...same, person_id: personId, agreement_ids: agreementIds, ...(change.name === undefined ? {} : { search_text: searchText([change.name, stored.email]) }) };
    await updateVersioned(tx, { table: 'account', id: stored.id, version, changes, current: () => this.find(tx, stored.id) });
  }

  /** What a person says about themselves; needs no version, nobody else edits it at the same time. */
  async setLanguage(tx: EntityManager, id: string, language: Language): Promise<void> {
    await tx.query(`UPDATE account SET language = $2, version = version + 1 WHERE id = $1 AND language <> $2`, [id, language]);
  }

  async setPassword(tx: EntityManager, id: string, passwordHash: string): Promise<void> {
    await tx.query(`UPDATE account SET password_hash = $2, version = version + 1 WHERE id = $1`, [id, passwordHash]);
  }

  async activate(tx: EntityManager, id: string): Promise<void> {
    await tx.query(`UPDATE account SET active = true WHERE id = $1`, [id]);
  }

  /** Forgets the failed sign-ins of an address. */
  async forgetFailures(tx: EntityManager, email: string): Promise<void> {
    await tx.query(`DELETE FROM login_attempt WHERE email = $1`, [email]);
  }

  /** Whether an active administrator other than this one is left; holds off others who would take one away until the transaction ends. */
  async hasOtherAdministrator(tx: EntityManager, id: string): Promise<boolean> {
    await tx.query(`SELECT pg_advisory_xact_lock(${ADMINISTRATORS_LOCK})`);
    const [row] = await tx.query<{ other: boolean }[]>(`SELECT EXISTS (SELECT FROM account WHERE role = 'administrator' AND active AND id <> $1) AS other`, [id]);
    return row?.other ?? false;
  }

  /** How many accounts there are; holds off other first starts until the transaction ends. */
  async countForFirstStart(tx: EntityManager): Promise<number> {
    await tx.query(`SELECT pg_advisory_xact_lock(${ADMINISTRATORS_LOCK})`);
    return (await tx.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM account`))[0]?.n ?? 0;
  }

  async personExists(tx: EntityManager, id: string): Promise<boolean> {
    return (await tx.query<unknown[]>(`SELECT 1 FROM person WHERE id = $1`, [id])).length > 0;
  }

  async agreementsExist(tx: EntityManager, ids: readonly string[]): Promise<boolean> {
    const [row] = await tx.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM agreement WHERE id = ANY($1::uuid[])`, [ids]);
    return row?.n === new Set(ids.map((one) => one.toLowerCase())).size;
  }
}
