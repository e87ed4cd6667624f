import { Injectable } from '@nestjs/common';
import type { Language, RecipientRole } from '@tawama/contracts';
import { instantToIso, type ReminderDraft } from '@tawama/domain';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/db/database.js';
import { Env } from '../../platform/env.js';
import { STEP_IS_LIVE } from '../mails/contents.store.js';
import { SweepFigures } from './sweep-figures.js';

/** Somebody with planned reminders. */
export interface Recipient {
  personId: string; name: string; email: string | null; language: Language; active: boolean; suppressed: boolean; zone: string; side: 'home' | 'partner';
  lastMailOn: string | null; lastEscalationOn: string | null;
}
/** A planned reminder with whether its step still asks for it. */
export interface PlannedRow extends ReminderDraft { id: string; live: boolean }

/** `$2`: the club's zone */
export const RECIPIENT = `p.id AS "personId", p.name, p.email, p.language, p.active, EXISTS (SELECT 1 FROM suppression s WHERE s.email = p.email) AS suppressed, coalesce(p.time_zone, c.time_zone, $2) AS zone, c.role AS side,
  (SELECT max(d.local_date) FROM delivery d WHERE d.person_id = p.id AND d.kind IN ('reminder', 'catchUp')) AS "lastMailOn",
  (SELECT max(d.local_date) FROM delivery d WHERE d.person_id = p.id AND d.kind = 'escalation') AS "lastEscalationOn"`;
export const PLANNED = `r.id, r.milestone_id AS "milestoneId", r.agreement_id AS "agreementId", r.rung, r.cycle_no AS "cycleNo", r.role, r.person_id AS "personId", r.hold, r.rung_on AS "rungOn",
  r.local_date AS "localDate", r.local_time AS "localTime", r.zone, r.due_at AS "dueAt",
  ${STEP_IS_LIVE} AND a.reminders_started_at IS NOT NULL AS live`;

/** Somebody whose reminders are being turned into mails, `at` the instant for which that is done: now, or when their earliest one falls due. */
export interface Awaited extends Recipient { at: number }

/** `due`: a reminder is to be turned into a mail; `work`: a mail could leave now; `nextDue`: club time of the earliest reminder or mail that lies ahead; `inMs`: until there is something to do. */
export interface Look { due: boolean; work: boolean; nextDue: Date | null; inMs: number | null }

/**
 * Mails are put down this long before they are due, so that at the instant itself nothing is left to do but to hand them over:
 * a morning's thousands leave in their second. Whether they are still wanted is asked when they are written and when they are offered.
 */
const AHEAD_SECONDS = 10;
/** So many mails that wait are looked at to find when the next one may be tried. Beyond them the regular sweep finds it. */
const MOST_WAITING = 1_000;

/** The reminders `r` of the people `$1` that their mails of the instants `$2` tell: what is due then, and what was put off. All people's first, in one go: a search for each is left to a planner that may not know yet how many are planned. */
const TOLD_THEN = `(SELECT * FROM reminder WHERE person_id = ANY ($1::uuid[]) AND state = 'planned' OFFSET 0) r
  JOIN unnest($1::uuid[], $2::timestamptz[]) AS g (person_id, at) ON g.person_id = r.person_id AND (r.due_at <= g.at OR r.local_date > r.rung_on)`;

/** All SQL that turns due reminders into mails. */
@Injectable()
export class MaterialiseStore {
  /** @param figures measures the sweeps of this process */
  constructor(private readonly database: Database, private readonly env: Env, readonly figures: SweepFigures = new SweepFigures()) {}

  /**
   * Takes people with something due now or soon, those first who wait the longest, each for this transaction alone; those whom another sweep has are left to it.
   */
  async lockPeople(tx: EntityManager, limit: number): Promise<Awaited[]> {
    // A lock that is not there soon is tried again by the next sweep.
    await tx.query(`SET LOCAL lock_timeout = '3s'`);
    const locked = await tx.query<{ id: string }[]>(
      `WITH due AS MATERIALIZED (SELECT person_id, due_at FROM reminder WHERE state = 'planned' AND due_at <= (SELECT club_now() + make_interval(secs => $2)) ORDER BY due_at LIMIT $1 * 4)
       SELECT p.id FROM person p JOIN (SELECT person_id, min(due_at) AS since FROM due GROUP BY person_id) d ON d.person_id = p.id ORDER BY d.since, p.id LIMIT $1 FOR NO KEY UPDATE OF p SKIP LOCKED`, [limit, AHEAD_SECONDS]);
    const ids = locked.map(({ id }) => id);
    if (ids.length === 0) return [];
    // Read after the locks are held, so that a mail another sweep has just made is seen.
    const people = await tx.query<(Recipient & { at: Date })[]>(
      // The next whole millisecond: what is due within this one would else be told by nobody. Everybody's earliest in one go: asked for each by
      // itself, the planner may look for it along all that is planned, in the order of time.
      `SELECT ${RECIPIENT}, date_trunc('milliseconds', greatest(club_now(), r.earliest)) + interval '1 millisecond' AS at
       FROM person p JOIN city c ON c.id = p.city_id
       LEFT JOIN (SELECT person_id, min(due_at) AS earliest FROM reminder WHERE person_id = ANY ($1::uuid[]) AND state = 'planned' GROUP BY person_id) r ON r.person_id = p.id
       WHERE p.id = ANY ($1::uuid[]) ORDER BY array_position($1::uuid[], p.id)`, [ids, this.env.clubTimeZone]);
    return people.map((person) => ({ ...person, at: person.at.getTime() }));
  }

  /** Waits for whoever changes the agreement of something that is to be told, so that no mail leaves for what is being changed; in a fixed order. */
  async holdAgreements(tx: EntityManager, people: readonly Pick<Awaited, 'personId' | 'at'>[]): Promise<void> {
    await tx.query(`SELECT a.id FROM agreement a WHERE a.id IN (SELECT r.agreement_id FROM ${TOLD_THEN}) ORDER BY a.id FOR SHARE OF a`, instantsOf(people));
  }

  /** The planned reminders that the mails of these people will tell. */
  async planned(tx: EntityManager, people: readonly Pick<Awaited, 'personId' | 'at'>[]): Promise<PlannedRow[]> {
    return (await tx.query<(Omit<PlannedRow, 'dueAt'> & { dueAt: Date; role: RecipientRole })[]>(
      `SELECT ${PLANNED} FROM ${TOLD_THEN} JOIN milestone m ON m.id = r.milestone_id JOIN agreement a ON a.id = r.agreement_id ORDER BY r.rung_on, r.id`, instantsOf(people),
    )).map((row) => ({ ...row, dueAt: row.dueAt.getTime() }));
  }

  async cancel(tx: EntityManager, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await tx.query(`UPDATE reminder SET state = 'cancelled' WHERE id = ANY($1::uuid[]) AND state = 'planned'`, [ids]);
  }

  /** Gives reminders another date; `reminderIds` of one entry go to the same. */
  async putOff(tx: EntityManager, list: readonly { reminderIds: readonly string[]; localDate: string; dueAt: number }[]): Promise<void> {
    const rows = list.flatMap(({ reminderIds, localDate, dueAt }) => reminderIds.map((id) => ({ id, localDate, dueAt: instantToIso(dueAt) })));
    if (rows.length === 0) return;
    await tx.query(
      `UPDATE reminder r SET local_date = g.local_date, due_at = g.due_at FROM unnest($1::uuid[], $2::date[], $3::timestamptz[]) AS g (id, local_date, due_at) WHERE r.id = ANY ($1) AND r.id = g.id AND r.state = 'planned'`,
      [rows.map(({ id }) => id), rows.map(({ localDate }) => localDate), rows.map(({ dueAt }) => dueAt)]);
  }

  /** Puts reminders into their mails. */
  async attach(tx: EntityManager, list: readonly { reminderIds: readonly string[]; deliveryId: string }[]): Promise<void> {
    const rows = list.flatMap(({ reminderIds, deliveryId }) => reminderIds.map((id) => ({ id, deliveryId })));
    if (rows.length === 0) return;
    await tx.query(
      `UPDATE reminder r SET state = 'materialised', delivery_id = g.delivery_id FROM unnest($1::uuid[], $2::uuid[]) AS g (id, delivery_id) WHERE r.id = ANY ($1) AND r.id = g.id AND r.state = 'planned'`,
      [rows.map(({ id }) => id), rows.map(({ deliveryId }) => deliveryId)]);
  }

  /** One look at the tables. Club time decides what is due, physical time when a mail may be tried. */
  async look(): Promise<Look> {
    const [row] = await this.database.often.query<Look[]>(
      `SELECT least(r.at, d.at) AS "nextDue", coalesce(r.at <= c.now + make_interval(secs => $1), false) AS due,
              EXISTS (SELECT 1 FROM dispatch WHERE due_at <= c.now AND free_at <= (SELECT clock_timestamp()) AND lease_ends_at <= clock_timestamp()) AS work,
              (1000 * least(extract(epoch FROM r.at - c.now) - $1, extract(epoch FROM d.at - c.now), extract(epoch FROM w.at - clock_timestamp())))::float8 AS "inMs"
       FROM (SELECT club_now() AS now) c, (SELECT min(due_at) AS at FROM reminder WHERE state = 'planned') r, LATERAL (SELECT min(due_at) AS at FROM dispatch WHERE due_at > c.now) d,
            LATERAL (SELECT min(at) AS at FROM (SELECT greatest(free_at, lease_ends_at) AS at FROM dispatch WHERE due_at <= c.now ORDER BY due_at LIMIT ${MOST_WAITING}) waiting WHERE at > clock_timestamp()) w`, [AHEAD_SECONDS]);
    if (!row) throw new Error('the club clock has no row');
    return row;
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
  async setAside(tx: EntityManager, { personId, at }: Pick<Awaited, 'personId' | 'at'>): Promise<void> {
    await tx.query(`UPDATE reminder SET due_at = club_now() + interval '1 hour' WHERE person_id = $1 AND state = 'planned' AND due_at <= $2::timestamptz`, [personId, instantToIso(at)]);
  }

  async setInstants(tx: EntityManager, rows: readonly { id: string; dueAt: number }[], version: string): Promise<void> {
    await tx.query(
      `UPDATE reminder SET due_at = r.due_at, tz_version = $2 FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, due_at timestamptz) WHERE reminder.id = r.id AND state = 'planned'`,
      [JSON.stringify(rows.map(({ id, dueAt }) => ({ id, due_at: instantToIso(dueAt) }))), version]);
  }
}

const instantsOf = (people: readonly Pick<Awaited, 'personId' | 'at'>[]): [string[], string[]] => [people.map(({ personId }) => personId), people.map(({ at }) => instantToIso(at))];
