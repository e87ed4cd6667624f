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

  async agreements(tx: EntityManager): Promise<{ id: string; started: boolean }[]> {
    return tx.query('SELECT id, reminders_started_at IS NOT NULL AS started FROM agreement ORDER BY id');
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

  async agreementOf(tx: EntityManager, partner: string): Promise<string> {
    return only(await tx.query<{ id: string }[]>('SELECT ap.agreement_id AS id FROM city c JOIN agreement_partner ap ON ap.city_id = c.id WHERE c.key = $1', [partner]), `agreement with ${partner}`).id;
  },

  /** A project of the story by its English title, if it is told already. */
  async project(tx: EntityManager, title: string): Promise<{ id: string; version: number; status: string } | undefined> {
    return (await tx.query<{ id: string; version: number; status: string }[]>(`SELECT id, version, status FROM project WHERE title->>'en' = $1`, [title]))[0];
  },

  /** One step of a project of the story as it stands. */
  async projectStep(tx: EntityManager, projectId: string, step: string): Promise<{ id: string; version: number; status: string }> {
    return only(await tx.query<{ id: string; version: number; status: string }[]>(`SELECT id, version, status FROM milestone WHERE project_id = $1 AND key LIKE '%-' || $2`, [projectId, step]), `step ${step}`);
  },

  async isMeasured(tx: EntityManager, projectId: string, on: string): Promise<boolean> {
    return (await tx.query<object[]>('SELECT 1 FROM project_measurement WHERE project_id = $1 AND "on" = $2', [projectId, on])).length > 0;
  },

  async hasPhoto(tx: EntityManager, projectId: string, caption: string): Promise<boolean> {
    return (await tx.query<object[]>('SELECT 1 FROM project_photo WHERE project_id = $1 AND caption = $2', [projectId, caption])).length > 0;
  },

  async hasArticle(tx: EntityManager, agreementId: string, number: string): Promise<boolean> {
    return (await tx.query<object[]>('SELECT 1 FROM article WHERE agreement_id = $1 AND number = $2', [agreementId, number])).length > 0;
  },

  async focalPointOf(tx: EntityManager, partner: string): Promise<string | null> {
    return (await tx.query<{ id: string }[]>(`SELECT p.id FROM person p JOIN city c ON c.id = p.city_id WHERE c.key = $1 AND p.function = 'focalPoint' ORDER BY p.id LIMIT 1`, [partner]))[0]?.id ?? null;
  },

  async logNote(tx: EntityManager, note: { partner: string; text: string; accountId: string }): Promise<void> {
    await tx.query(`
      INSERT INTO note (subject_type, subject_id, agreement_id, account_id, text, demonstration)
      SELECT 'agreement', ap.agreement_id, ap.agreement_id, $3, $2, true FROM city c JOIN agreement_partner ap ON ap.city_id = c.id WHERE c.key = $1`, [note.partner, note.text, note.accountId]);
  },

  async logContact(tx: EntityManager, contact: { partner: string; kind: string; on: string; line: string; accountId: string }): Promise<void> {
    await tx.query(`
      INSERT INTO contact (subject_type, subject_id, agreement_id, person_id, account_id, kind, "on", line, demonstration)
      SELECT 'agreement', ap.agreement_id, ap.agreement_id, (SELECT p.id FROM person p WHERE p.city_id = c.id AND p.function = 'focalPoint' ORDER BY p.id LIMIT 1), $5, $2, $3, $4, true
      FROM city c JOIN agreement_partner ap ON ap.city_id = c.id WHERE c.key = $1`, [contact.partner, contact.kind, contact.on, contact.line, contact.accountId]);
  },
};

function only<T>(rows: T[], what: string): T {
  const [row] = rows;
  if (row === undefined) throw new Error(`the demonstration knows no ${what}`);
  return row;
}
