import type { EntityManager } from 'typeorm';
import type { DemoPerson } from './demo-people.js';

const DONE = 'demo.told';
// Two processes that start at once must not tell the story twice.
const LOCK = 0x44454d4f;

/** A step of the story's agreement as it stands. */
export interface ToldStep { id: string; version: number; agreementId: string; ownerId: string | null; focalPointId: string | null }

/** What the demonstration writes and reads past the ordinary commands. */
export const DemoStore = {
  async lock(tx: EntityManager): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
  },

  /** How many acts of the story are told; null before it began. */
  async told(tx: EntityManager): Promise<number | null> {
    const [row] = await tx.query<{ value: number }[]>('SELECT value FROM setting WHERE key = $1', [DONE]);
    return row ? row.value : null;
  },

  async remember(tx: EntityManager, acts: number): Promise<void> {
    await tx.query('INSERT INTO setting (key, value) VALUES ($1, to_jsonb($2::int)) ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value', [DONE, acts]);
  },

  async isEmpty(tx: EntityManager): Promise<boolean> {
    const [row] = await tx.query<{ empty: boolean }[]>('SELECT NOT EXISTS (SELECT FROM account) AND NOT EXISTS (SELECT FROM city) AS empty');
    return row?.empty ?? false;
  },

  async tagPerson(tx: EntityManager, id: string): Promise<void> {
    await tx.query('UPDATE person SET demonstration = true WHERE id = $1', [id]);
  },

  async cityId(tx: EntityManager, key: string): Promise<string> {
    return only(await tx.query<{ id: string }[]>('SELECT id FROM city WHERE key = $1', [key]), `city ${key}`).id;
  },

  async personId(tx: EntityManager, email: DemoPerson['email']): Promise<string> {
    return only(await tx.query<{ id: string }[]>('SELECT id FROM person WHERE email = $1', [email]), email).id;
  },

  async accountOf(tx: EntityManager, email: string): Promise<string> {
    return only(await tx.query<{ id: string }[]>('SELECT id FROM account WHERE email = $1', [email]), email).id;
  },

  async agreements(tx: EntityManager): Promise<{ id: string; version: number; started: boolean }[]> {
    return tx.query('SELECT id, version, reminders_started_at IS NOT NULL AS started FROM agreement ORDER BY id');
  },

  async step(tx: EntityManager, partner: string, milestone: string): Promise<ToldStep> {
    return only(await tx.query<ToldStep[]>(`
      SELECT m.id, m.version, m.agreement_id AS "agreementId", m.owner_id AS "ownerId",
        (SELECT p.id FROM person p WHERE p.city_id = c.id AND p.function = 'focalPoint' ORDER BY p.id LIMIT 1) AS "focalPointId"
      FROM city c JOIN agreement_partner ap ON ap.city_id = c.id JOIN milestone m ON m.agreement_id = ap.agreement_id
      WHERE c.key = $1 AND m.key = $2`, [partner, milestone]), `${partner} ${milestone}`);
  },

  async isProven(tx: EntityManager, milestoneId: string): Promise<boolean> {
    const [row] = await tx.query<{ proven: boolean }[]>('SELECT EXISTS (SELECT FROM evidence WHERE milestone_id = $1) AS proven', [milestoneId]);
    return row?.proven ?? false;
  },

  async logContact(tx: EntityManager, contact: { partner: string; means: string; on: string; line: string; accountId: string }): Promise<void> {
    await tx.query(`
      INSERT INTO contact (agreement_id, person_id, account_id, means, "on", line, demonstration)
      SELECT ap.agreement_id, (SELECT p.id FROM person p WHERE p.city_id = c.id AND p.function = 'focalPoint' ORDER BY p.id LIMIT 1), $5, $2, $3, $4, true
      FROM city c JOIN agreement_partner ap ON ap.city_id = c.id WHERE c.key = $1`, [contact.partner, contact.means, contact.on, contact.line, contact.accountId]);
  },
};

function only<T>(rows: T[], what: string): T {
  const [row] = rows;
  if (row === undefined) throw new Error(`the demonstration knows no ${what}`);
  return row;
}
