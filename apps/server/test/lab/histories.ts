import type { TakenMail } from '@tawama/testkit';
import type pg from 'pg';

/** What the rows say. */
export interface ReminderRecord { id: string; state: string; isDue: boolean; deliveryId: string | null }
export interface DeliveryRecord {
  id: string; kind: string; personId: string | null; localDate: string | null; state: string; messageId: string; email: string; fence: number; transport: string | null;
  /** it stands among what is still to be sent */
  underWay: boolean; bodyHash: string | null; early: boolean;
}
/** What the workers noted on the way. */
export interface AttemptRecord { deliveryId: string; fence: number; phase: string }
/** Every time a row was written as sent, as a trigger saw it, with the state it had before. */
export interface Recording { deliveryId: string; fence: number; from: string }

/** One run told four times: by the rows, by the attempts, by the database as it recorded, by the mail server. */
export interface Histories {
  reminders: readonly ReminderRecord[];
  deliveries: readonly DeliveryRecord[];
  attempts: readonly AttemptRecord[];
  recordings: readonly Recording[];
  taken: readonly Pick<TakenMail, 'messageId' | 'to' | 'hash'>[];
}

/** From here on the database notes each writing of `sent`, also of a row that is sent already. Needs the schema. */
export async function watchRecordings(client: pg.Client): Promise<void> {
  await client.query(`CREATE TABLE IF NOT EXISTS lab_recording (delivery_id uuid NOT NULL, fence bigint NOT NULL, was text NOT NULL)`);
  await client.query(`
    CREATE OR REPLACE FUNCTION lab_note_recording() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN INSERT INTO lab_recording VALUES (NEW.id, NEW.fence, OLD.state); RETURN NULL; END $$`);
  await client.query(`CREATE OR REPLACE TRIGGER lab_recording AFTER UPDATE ON delivery FOR EACH ROW WHEN (NEW.state = 'sent') EXECUTE FUNCTION lab_note_recording()`);
}

/** The histories of everything in this database; `taken` is the mail server's own. */
export async function readHistories(client: pg.Client, taken: Histories['taken']): Promise<Histories> {
  const rows = async <Row extends object>(sql: string): Promise<Row[]> => (await client.query<Row>(sql)).rows;
  return {
    reminders: await rows(`SELECT id, state, due_at <= club_now() AS "isDue", delivery_id AS "deliveryId" FROM reminder`),
    deliveries: await rows(
      `SELECT d.id, d.kind, d.person_id AS "personId", d.local_date::text AS "localDate", d.state, d.message_id AS "messageId", d.email, greatest(d.fence, x.fence)::int AS fence, d.transport,
              x.delivery_id IS NOT NULL AS "underWay", encode(d.body_hash, 'hex') AS "bodyHash", coalesce(d.sent_at < d.due_at, false) AS early FROM delivery d LEFT JOIN dispatch x ON x.delivery_id = d.id`),
    attempts: await rows(`SELECT delivery_id AS "deliveryId", fence::int, phase FROM delivery_attempt`),
    recordings: await rows(`SELECT delivery_id AS "deliveryId", fence::int, was AS from FROM lab_recording`),
    taken,
  };
}
