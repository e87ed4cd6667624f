import { Injectable } from '@nestjs/common';
import type { VitalityLevel, VitalityReason } from '@tawama/contracts';
import type { VitalityFacts } from '@tawama/domain';
import type { Tx } from '../../platform/db/database.js';

export type AgreementFacts = VitalityFacts & { id: string };
/** Cities, and a person of one of them who may coordinate agreements of others; null: nobody. */
export interface Parts { cityIds: readonly string[]; coordinatorId: string | null }
export interface Reckoned { id: string; level: VitalityLevel | null; reason: VitalityReason | null }

const RUNNING = `('preparing', 'active', 'suspended')`;
/** A part in an agreement: that of one of these cities, or of the person who coordinates it from wherever they are. */
const HAS_A_PART = (cities: string, coordinator: string): string =>
  `(a.home_city_id = ANY(${cities}::uuid[]) OR a.coordinator_id = ${coordinator}::uuid OR EXISTS (SELECT FROM agreement_partner p WHERE p.agreement_id = a.id AND p.city_id = ANY(${cities}::uuid[])))`;
const UNFINISHED = `m.status IN ('open', 'blocked')`;
/** Somebody who can be reached and may speak for their side on the day that is reckoned for. */
const REACHABLE = `p.active AND p.email IS NOT NULL AND coalesce(p.mandate_ends_on >= day.today, true)`;

/** All SQL of the vitality: its facts, and the column that lists are filtered by. */
@Injectable()
export class VitalityStore {
  /** Locks agreements in the order of their ids, so that the facts read afterwards are not older than those of somebody who waited. */
  async lock(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.query('SELECT 1 FROM agreement WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE', [ids]);
  }

  /** The same, of those that nobody else holds. @returns their ids */
  async lockFree(tx: Tx, ids: readonly string[]): Promise<string[]> {
    return (await tx.query<{ id: string }[]>('SELECT id FROM agreement WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE SKIP LOCKED', [ids])).map(({ id }) => id);
  }

  /** What the rule needs to know of the agreements that are not over. One whose term is over and that nobody has ended yet is seen as on its last day. */
  facts(tx: Tx, ids: readonly string[], today: string): Promise<AgreementFacts[]> {
    return tx.query<AgreementFacts[]>(
      `SELECT a.id, day.today::text AS today, coalesce(signed."on", opened."on", a.created_at::date) AS "begunOn", steps."lastEvidenceOn", steps."openSteps", steps."lateSteps",
              (SELECT max(k."on") FROM contact k WHERE k.agreement_id = a.id) AS "lastContactOn",
              greatest(committee."on", steps."metOn") AS "lastMeetingOn",
              EXISTS (SELECT FROM person p WHERE (p.city_id = a.home_city_id OR p.id = a.coordinator_id) AND ${REACHABLE}) AS "homeContact",
              EXISTS (SELECT FROM agreement_partner ap JOIN person p ON p.city_id = ap.city_id WHERE ap.agreement_id = a.id AND ${REACHABLE}) AS "partnerContact"
       FROM agreement a
       LEFT JOIN agreement_event expiry ON expiry.agreement_id = a.id AND expiry.key = 'expiry' AND a.status = 'active'
       CROSS JOIN LATERAL (SELECT least($2::date, expiry."on") AS today) AS day
       LEFT JOIN agreement_event signed ON signed.agreement_id = a.id AND signed.key = 'signed'
       LEFT JOIN agreement_event opened ON opened.agreement_id = a.id AND opened.key = 'opened'
       LEFT JOIN agreement_event committee ON committee.agreement_id = a.id AND committee.key = 'committeeInstalled'
       CROSS JOIN LATERAL (
         SELECT max(m.done_on) FILTER (WHERE m.status = 'done') AS "lastEvidenceOn",
                max(m.done_on) FILTER (WHERE m.status = 'done' AND (m.key = 'committee-meeting' OR m.key LIKE 'committee-meeting#%')) AS "metOn",
                count(*) FILTER (WHERE ${UNFINISHED}) AS "openSteps", count(*) FILTER (WHERE ${UNFINISHED} AND m.due_on < day.today) AS "lateSteps"
         FROM milestone m WHERE m.agreement_id = a.id) AS steps
       WHERE a.id = ANY($1::uuid[]) AND a.status IN ${RUNNING}`, [ids, today]);
  }

  /** The agreement's own version stays: nobody edited it. What is over is reckoned for no day. */
  async save(tx: Tx, reckoned: readonly Reckoned[], today: string): Promise<void> {
    await tx.query(
      `UPDATE agreement a SET vitality_level = new.level, vitality_reason = new.reason, vitality_on = new."on"
       FROM jsonb_to_recordset($1::jsonb) AS new (id uuid, level text, reason jsonb, "on" date)
       WHERE a.id = new.id AND (a.vitality_level, a.vitality_reason, a.vitality_on) IS DISTINCT FROM (new.level, new.reason, new."on")`,
      [JSON.stringify(reckoned.map((one) => ({ ...one, on: one.level === null ? null : today })))]);
  }

  /** Ids of agreements that are not reckoned for this day, in order. @param after the last one of the batch before */
  async stale(tx: Tx, today: string, after: string | null, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT id FROM agreement WHERE status IN ${RUNNING} AND vitality_on IS DISTINCT FROM $1::date AND ($2::uuid IS NULL OR id > $2::uuid) ORDER BY id LIMIT $3`, [today, after, limit]);
    return rows.map(({ id }) => id);
  }

  /** What is stored of agreements that are reckoned for a day, some at a time. @param after the last one of the batch before */
  reckonedAfter(tx: Tx, after: string | null): Promise<{ id: string; on: string; level: VitalityLevel; reason: VitalityReason }[]> {
    return tx.query(
      `SELECT id, vitality_on::text AS "on", vitality_level AS level, vitality_reason AS reason FROM agreement
       WHERE status IN ${RUNNING} AND vitality_on IS NOT NULL AND ($1::uuid IS NULL OR id > $1::uuid) ORDER BY id LIMIT 500`, [after]);
  }

  /** Running agreements in which these cities or this person have a part, at most so many. */
  async ofParts(tx: Tx, { cityIds, coordinatorId }: Parts, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(`SELECT a.id FROM agreement a WHERE a.status IN ${RUNNING} AND ${HAS_A_PART('$1', '$2')} ORDER BY a.id LIMIT $3`, [cityIds, coordinatorId, limit]);
    return rows.map(({ id }) => id);
  }

  /** Whatever these have a part in is to be reckoned anew at the next look. */
  async forget(tx: Tx, { cityIds, coordinatorId }: Parts): Promise<void> {
    await tx.query(
      `UPDATE agreement SET vitality_on = NULL WHERE id IN (
         SELECT a.id FROM agreement a WHERE a.status IN ${RUNNING} AND a.vitality_on IS NOT NULL AND ${HAS_A_PART('$1', '$2')} ORDER BY a.id FOR NO KEY UPDATE)`, [cityIds, coordinatorId]);
  }
}
