import { Injectable } from '@nestjs/common';
import type { AgreementStatus, MilestoneStatus } from '@tawama/contracts';
import { instantToIso, type AgreementParties, type Candidate, type Followers, type LadderOf, laddersOf, type ReminderDraft, type ReminderPlan, type RemindedMilestone, type SaysOfReminders, type StoredReminder } from '@tawama/domain';
import type { EntityManager } from 'typeorm';

/** The version of a template that an agreement follows. */
export interface FollowedVersion { templateKey: string; templateVersion: number }
/** An agreement as planning sees it. */
export interface PlannedAgreement extends AgreementParties, FollowedVersion { status: AgreementStatus; remindersStartedAt: Date | null; now: Date }
export interface PlannedMilestone extends RemindedMilestone, Followers { key: string; status: MilestoneStatus }

/** Longer than the longest pause between two sweeps of any process. */
const LONGEST_PAUSE_SECONDS = 20;

const DRAFT_COLUMNS = `milestone_id uuid, agreement_id uuid, rung text, cycle_no integer, role text, person_id uuid, hold boolean, rung_on date, local_date date, local_time text, zone text, due_at timestamptz, tz_version text`;

type ExistingReminder = StoredReminder & { agreementId: string };
const EXISTING = `id, agreement_id AS "agreementId", milestone_id AS "milestoneId", rung, cycle_no AS "cycleNo", role, person_id AS "personId", hold, rung_on AS "rungOn", local_date AS "localDate", local_time AS "localTime", zone, state`;

/** What planning reads and writes. */
@Injectable()
export class PlanStore {
  private readonly ladders = new Map<string, LadderOf>();

  /** Who is reminded of each step, and when, under the version that the agreement follows. A version in use never changes, so it is read once. */
  async laddersOf(tx: EntityManager, { templateKey, templateVersion }: FollowedVersion): Promise<LadderOf> {
    const name = `${templateKey} ${templateVersion}`;
    const known = this.ladders.get(name);
    if (known) return known;
    const [says] = await tx.query<SaysOfReminders[]>(
      `SELECT definition->'reminders' AS reminders, coalesce((SELECT jsonb_agg(jsonb_build_object('key', step->'key', 'reminders', step->'reminders')) FROM jsonb_array_elements(definition->'milestones') AS step WHERE step ? 'reminders'), '[]') AS milestones
       FROM template_version WHERE key = $1 AND version = $2 AND state <> 'draft'`, [templateKey, templateVersion]);
    const ladders = laddersOf({ reminders: says?.reminders ?? undefined, milestones: says?.milestones ?? [] });
    this.ladders.set(name, ladders);
    return ladders;
  }

  /** Locks the agreement against the sweep and against other planners until the transaction ends. */
  async lockAgreement(tx: EntityManager, id: string): Promise<PlannedAgreement | undefined> {
    const [row] = await tx.query<PlannedAgreement[]>(
      `SELECT a.id, a.status, a.reminders_started_at AS "remindersStartedAt", a.coordinator_id AS "coordinatorId", a.home_city_id AS "homeCityId",
              a.template_key AS "templateKey", a.template_version AS "templateVersion",
              ARRAY(SELECT p.city_id FROM agreement_partner p WHERE p.agreement_id = a.id ORDER BY p.place) AS "partnerCityIds", club_now() AS now
       FROM agreement a WHERE a.id = $1 FOR NO KEY UPDATE OF a`, [id]);
    return row;
  }

  milestones(tx: EntityManager, agreementId: string): Promise<PlannedMilestone[]> {
    return tx.query<PlannedMilestone[]>(
      `SELECT id, agreement_id AS "agreementId", key, status, provisional, due_on AS "dueOn", assigned_on AS "assignedOn", cycle_no AS "cycleNo", owner_id AS "ownerId", counterpart_id AS "counterpartId"
       FROM milestone WHERE agreement_id = $1 ORDER BY place`, [agreementId]);
  }

  /** The people named in the plans, and the active ones of their cities who may stand for a role. */
  candidates(tx: EntityManager, agreements: readonly AgreementParties[], milestones: readonly Followers[]): Promise<Candidate[]> {
    const named = new Set([...agreements.map(({ coordinatorId }) => coordinatorId), ...milestones.flatMap(({ ownerId, counterpartId }) => [ownerId, counterpartId])]);
    // Each side of the OR has an index of its own; with sub-selects in it, it would read everybody of the club.
    return tx.query<Candidate[]>(
      `SELECT p.id AS "personId", p.active, p.function, p.city_id AS "cityId", coalesce(p.time_zone, (SELECT c.time_zone FROM city c WHERE c.id = p.city_id)) AS zone
       FROM person p WHERE p.id = ANY($1::uuid[]) OR (p.city_id = ANY($2::uuid[]) AND p.active AND p.function IN ('focalPoint', 'president', 'mayorOffice', 'council'))
       ORDER BY p.id`, [[...named].filter((id) => id !== null), [...new Set(agreements.flatMap(({ homeCityId, partnerCityIds }) => [homeCityId, ...partnerCityIds]))]]);
  }

  existing(tx: EntityManager, agreementIds: readonly string[]): Promise<ExistingReminder[]> {
    return tx.query<ExistingReminder[]>(`SELECT ${EXISTING} FROM reminder WHERE agreement_id = ANY($1::uuid[]) ORDER BY id`, [agreementIds]);
  }

  existingOf(tx: EntityManager, milestoneIds: readonly string[]): Promise<ExistingReminder[]> {
    return tx.query<ExistingReminder[]>(`SELECT ${EXISTING} FROM reminder WHERE milestone_id = ANY($1::uuid[]) ORDER BY id`, [milestoneIds]);
  }

  /** Inserts new reminders; one that is there already stays as it is. */
  async insert(tx: EntityManager, drafts: readonly ReminderDraft[], zoneData: string): Promise<number> {
    if (drafts.length === 0) return 0;
    const [row] = await tx.query<{ n: number }[]>(
      `WITH added AS (
         INSERT INTO reminder (milestone_id, agreement_id, rung, cycle_no, role, person_id, hold, rung_on, local_date, local_time, zone, due_at, tz_version)
         SELECT milestone_id, agreement_id, rung, cycle_no, role, person_id, hold, rung_on, local_date, local_time, zone, due_at, tz_version FROM jsonb_to_recordset($1::jsonb) AS r (${DRAFT_COLUMNS})
         ON CONFLICT (milestone_id, rung, cycle_no, role, person_id) DO NOTHING RETURNING id)
       SELECT count(*) AS n FROM added`, [JSON.stringify(drafts.map((draft) => rowOf(draft, zoneData)))]);
    return row?.n ?? 0;
  }

  /** Writes dates anew and makes the rows planned again; a materialised one is left alone. Only what can differ goes over the wire, a column an array. */
  async renew(tx: EntityManager, renew: ReminderPlan['renew'], zoneData: string): Promise<void> {
    if (renew.length === 0) return;
    const column = <T>(of: (draft: ReminderDraft) => T): T[] => renew.map(({ draft }) => of(draft));
    await tx.query(
      `UPDATE reminder SET state = 'planned', hold = r.hold, rung_on = r.rung_on, local_date = r.local_date, local_time = r.local_time, zone = r.zone, due_at = r.due_at, tz_version = $8
       FROM unnest($1::uuid[], $2::boolean[], $3::date[], $4::date[], $5::text[], $6::text[], $7::timestamptz[]) AS r (id, hold, rung_on, local_date, local_time, zone, due_at)
       WHERE reminder.id = r.id AND reminder.state <> 'materialised'`,
      [renew.map(({ id }) => id), column(({ hold }) => hold), column(({ rungOn }) => rungOn), column(({ localDate }) => localDate), column(({ localTime }) => localTime), column(({ zone }) => zone), column(({ dueAt }) => instantToIso(dueAt)), zoneData]);
  }

  async cancel(tx: EntityManager, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await tx.query(`UPDATE reminder SET state = 'cancelled' WHERE id = ANY($1::uuid[]) AND state = 'planned'`, [ids]);
  }

  async setCycle(tx: EntityManager, milestoneId: string, cycleNo: number): Promise<void> {
    await tx.query('UPDATE milestone SET cycle_no = $2 WHERE id = $1', [milestoneId, cycleNo]);
  }

  /** Agreements in which the person is or may be reminded, in a fixed order so that two planners never wait for each other crosswise. */
  async agreementsOf(tx: EntityManager, personId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT a.id FROM agreement a WHERE a.reminders_started_at IS NOT NULL AND (
         a.coordinator_id = $1
         OR EXISTS (SELECT 1 FROM milestone m WHERE m.agreement_id = a.id AND $1 IN (m.owner_id, m.counterpart_id))
         OR EXISTS (SELECT 1 FROM reminder r WHERE r.agreement_id = a.id AND r.person_id = $1 AND r.state = 'planned')
         OR EXISTS (SELECT 1 FROM person p WHERE p.id = $1 AND (p.city_id = a.home_city_id OR EXISTS (SELECT 1 FROM agreement_partner x WHERE x.agreement_id = a.id AND x.city_id = p.city_id))))
       ORDER BY a.id`, [personId]);
    return rows.map(({ id }) => id);
  }

  /**
   * Tells the timers of something that falls due before their next regular sweep, and nobody otherwise: a NOTIFY makes commits queue,
   * and whatever is later is found by that sweep, which then sleeps until it to the millisecond.
   */
  async wakeBefore(tx: EntityManager, earliest: number): Promise<void> {
    await tx.query(`SELECT pg_notify('tawama_wake', '') WHERE $1::timestamptz < club_now() + make_interval(secs => $2)`, [instantToIso(earliest), LONGEST_PAUSE_SECONDS]);
  }
}

const rowOf = (draft: ReminderDraft, zoneData: string): Record<string, unknown> => ({
  milestone_id: draft.milestoneId, agreement_id: draft.agreementId, rung: draft.rung, cycle_no: draft.cycleNo, role: draft.role, person_id: draft.personId, hold: draft.hold,
  rung_on: draft.rungOn, local_date: draft.localDate, local_time: draft.localTime, zone: draft.zone, due_at: instantToIso(draft.dueAt), tz_version: zoneData,
});
