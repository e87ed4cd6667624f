import { Injectable } from '@nestjs/common';
import type { Language, RecipientRole } from '@tawama/contracts';
import { instantToIso, type ReminderDraft } from '@tawama/domain';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/db/database.js';
import { Env } from '../../platform/env.js';
import { SweepFigures } from './sweep-figures.js';

/** Somebody with planned reminders. */
export interface Recipient {
  personId: string; name: string; email: string | null; language: Language; active: boolean; suppressed: boolean; zone: string; side: 'home' | 'partner';
  lastMailOn: string | null; lastEscalationOn: string | null;
}
/** A planned reminder with whether its step still asks for it. */
export interface PlannedRow extends ReminderDraft { id: string; live: boolean }

const RECIPIENT = `p.id AS "personId", p.name, p.email, p.language, p.active, EXISTS (SELECT 1 FROM suppression s WHERE s.email = p.email) AS suppressed, coalesce(p.time_zone, c.time_zone, $2) AS zone, c.role AS side,
  (SELECT max(d.local_date) FROM delivery d WHERE d.person_id = p.id AND d.kind IN ('reminder', 'catchUp')) AS "lastMailOn",
  (SELECT max(d.local_date) FROM delivery d WHERE d.person_id = p.id AND d.kind = 'escalation') AS "lastEscalationOn"`;
const PLANNED = `r.id, r.milestone_id AS "milestoneId", r.agreement_id AS "agreementId", r.rung, r.cycle_no AS "cycleNo", r.role, r.person_id AS "personId", r.hold, r.rung_on AS "rungOn",
  r.local_date AS "localDate", r.local_time AS "localTime", r.zone, r.due_at AS "dueAt",
  m.status = 'open' AND NOT m.provisional AND m.cycle_no = r.cycle_no AND a.status IN ('preparing', 'active') AND a.reminders_started_at IS NOT NULL AS live`;

/** All SQL that turns due reminders into mails. */
@Injectable()
export class MaterialiseStore {
  /** @param figures measures the sweeps of this process */
  constructor(private readonly database: Database, private readonly env: Env, readonly figures: SweepFigures = new SweepFigures()) {}

  /** Takes people with something due, each for this transaction alone; those whom another sweep has are left to it. */
  async lockPeople(tx: EntityManager, limit: number): Promise<{ people: Recipient[]; now: number }> {
    // A lock that is not there soon is tried again by the next sweep.
    await tx.query(`SET LOCAL lock_timeout = '3s'`);
    const locked = await tx.query<{ id: string }[]>(
      `SELECT p.id FROM person p WHERE p.id IN (SELECT r.person_id FROM reminder r WHERE r.state = 'planned' AND r.due_at <= club_now()) ORDER BY p.id LIMIT $1 FOR NO KEY UPDATE OF p SKIP LOCKED`, [limit]);
    // Read after the locks are held, so that a mail another sweep has just made is seen.
    const people = await tx.query<Recipient[]>(`SELECT ${RECIPIENT} FROM person p JOIN city c ON c.id = p.city_id WHERE p.id = ANY($1::uuid[]) ORDER BY p.id`, [locked.map(({ id }) => id), this.env.clubTimeZone]);
    const [clock] = await tx.query<{ now: Date }[]>('SELECT club_now() AS now');
    if (!clock) throw new Error('the club clock has no row');
    return { people, now: clock.now.getTime() };
  }

  /** Waits for whoever changes one of these people's agreements, so that no mail leaves for what is being changed; in a fixed order. */
  async holdAgreements(tx: EntityManager, personIds: readonly string[]): Promise<void> {
    await tx.query(`SELECT a.id FROM agreement a WHERE a.id IN (SELECT agreement_id FROM reminder WHERE person_id = ANY($1::uuid[]) AND state = 'planned') ORDER BY a.id FOR SHARE OF a`, [personIds]);
  }

  /** The planned reminders of these people that are due or were put off. */
  async planned(tx: EntityManager, personIds: readonly string[], now: number): Promise<PlannedRow[]> {
    return (await tx.query<(Omit<PlannedRow, 'dueAt'> & { dueAt: Date; role: RecipientRole })[]>(
      `SELECT ${PLANNED} FROM reminder r JOIN milestone m ON m.id = r.milestone_id JOIN agreement a ON a.id = r.agreement_id
       WHERE r.person_id = ANY($1::uuid[]) AND r.state = 'planned' AND (r.due_at <= $2::timestamptz OR r.local_date > r.rung_on) ORDER BY r.rung_on, r.id`, [personIds, instantToIso(now)],
    )).map((row) => ({ ...row, dueAt: row.dueAt.getTime() }));
  }

  /** Everything planned up to an instant, with everybody it is for: what a forecast needs. */
  async allPlanned(tx: EntityManager, until: number): Promise<{ planned: PlannedRow[]; people: Recipient[]; now: number }> {
    const planned = (await tx.query<(Omit<PlannedRow, 'dueAt'> & { dueAt: Date })[]>(
      `SELECT ${PLANNED} FROM reminder r JOIN milestone m ON m.id = r.milestone_id JOIN agreement a ON a.id = r.agreement_id WHERE r.state = 'planned' AND r.due_at <= $1::timestamptz ORDER BY r.rung_on, r.id`,
      [instantToIso(until)])).map((row) => ({ ...row, dueAt: row.dueAt.getTime() }));
    const people = await tx.query<Recipient[]>(`SELECT ${RECIPIENT} FROM person p JOIN city c ON c.id = p.city_id WHERE p.id = ANY($1::uuid[])`, [[...new Set(planned.map(({ personId }) => personId))], this.env.clubTimeZone]);
    const [clock] = await tx.query<{ now: Date }[]>('SELECT club_now() AS now');
    return { planned, people, now: clock?.now.getTime() ?? 0 };
  }

  async cancel(tx: EntityManager, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await tx.query(`UPDATE reminder SET state = 'cancelled' WHERE id = ANY($1::uuid[]) AND state = 'planned'`, [ids]);
  }

  async putOff(tx: EntityManager, ids: readonly string[], localDate: string, dueAt: number): Promise<void> {
    await tx.query(`UPDATE reminder SET local_date = $2, due_at = $3 WHERE id = ANY($1::uuid[]) AND state = 'planned'`, [ids, localDate, instantToIso(dueAt)]);
  }

  async attach(tx: EntityManager, ids: readonly string[], deliveryId: string): Promise<void> {
    await tx.query(`UPDATE reminder SET state = 'materialised', delivery_id = $2 WHERE id = ANY($1::uuid[]) AND state = 'planned'`, [ids, deliveryId]);
  }

  /** Club time at which the next reminder falls due, and how far off that and the next try are, in milliseconds. */
  async nextDue(): Promise<{ at: Date | null; inMs: number | null; retryInMs: number | null }> {
    const [row] = await this.database.query<{ at: Date | null; inMs: number | null; retryInMs: number | null }>(
      `SELECT r.at, (extract(epoch FROM r.at - club_now()) * 1000)::float8 AS "inMs",
              (SELECT (extract(epoch FROM min(greatest(d.next_attempt_at, clock_timestamp() + (d.due_at - club_now()))) - clock_timestamp()) * 1000)::float8 FROM delivery d WHERE d.state = 'pending') AS "retryInMs"
       FROM (SELECT min(due_at) AS at FROM reminder WHERE state = 'planned') r`);
    return row ?? { at: null, inMs: null, retryInMs: null };
  }

  /** Where the timers will look next, for whoever plans something earlier. */
  async announceNext(at: Date | null): Promise<void> {
    await this.database.query(
      `INSERT INTO setting (key, value) VALUES ('wake.next', jsonb_build_object('at', $1::text)) ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE setting.value IS DISTINCT FROM excluded.value`,
      [at?.toISOString() ?? 'infinity']);
  }

  async noteSweep(): Promise<void> {
    await this.database.query(
      `INSERT INTO setting (key, value) VALUES ('sweep.last', to_jsonb(clock_timestamp())) ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE (setting.value #>> '{}')::timestamptz < clock_timestamp() - interval '5 seconds'`);
  }

  /** Planned reminders whose instant was reckoned with other zone data. */
  async withOtherZoneData(tx: EntityManager, version: string): Promise<{ id: string; localDate: string; localTime: string; zone: string }[]> {
    return tx.query(`SELECT id, local_date AS "localDate", local_time AS "localTime", zone FROM reminder WHERE state = 'planned' AND tz_version <> $1 ORDER BY id LIMIT 1000 FOR UPDATE SKIP LOCKED`, [version]);
  }

  /** Sets aside what could not be decided, so that it does not stop everybody else. */
  async setAside(tx: EntityManager, personId: string): Promise<void> {
    await tx.query(`UPDATE reminder SET due_at = club_now() + interval '1 hour' WHERE person_id = $1 AND state = 'planned' AND due_at <= club_now()`, [personId]);
  }

  async setInstants(tx: EntityManager, rows: readonly { id: string; dueAt: number }[], version: string): Promise<void> {
    await tx.query(
      `UPDATE reminder SET due_at = r.due_at, tz_version = $2 FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, due_at timestamptz) WHERE reminder.id = r.id AND state = 'planned'`,
      [JSON.stringify(rows.map(({ id, dueAt }) => ({ id, due_at: instantToIso(dueAt) }))), version]);
  }
}
