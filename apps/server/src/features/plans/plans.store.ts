import { Injectable } from '@nestjs/common';
import type { AgreementStatus, EventDates, EventKey, LocalisedText } from '@tawama/contracts';
import { type EventSources, FEW_PEOPLE, FOUND_ANYWHERE, type Plan, type PlanMilestone, type PlanPerson, type Sought } from '@tawama/domain';
import type { Asked, Tx } from '../../platform/db/database.js';
import { groupBy } from '../../platform/group-by.js';

/** An agreement as the rules need it. */
export interface StoredAgreement {
  id: string; version: number; status: AgreementStatus; coordinatorId: string | null; remindersStartedAt: Date | null; statusOn: string | null; statusReason: string | null; statusBefore: AgreementStatus | null;
  repeatsFrom: string | null; templateKey: string; templateVersion: number; homeCityId: string; partnerCityIds: string[];
}
/** The recorded dates of an agreement, and the steps that left them behind. */
export interface RecordedEvents { events: EventDates; leftBy: EventSources }
export const NOTHING_RECORDED: RecordedEvents = { events: {}, leftBy: {} };
export type VersionedMilestone = PlanMilestone & { version: number };
/** A city as far as an agreement needs to know it. */
export interface PartyCity { id: string; key: string; country: string; role: 'home' | 'partner'; name: LocalisedText; searchText: string }

export interface NewAgreementRow {
  type: string; status: AgreementStatus; title: LocalisedText; homeCityId: string; partnerCityIds: readonly string[]; coordinatorId: string | null;
  templateKey: string; templateVersion: number; note: LocalisedText | null; source: string | null; searchText: string; demonstration: boolean; repeatsFrom: string | null;
}
/** An agreement between these cities that seeks people for its steps. */
export interface Seeker { homeCityId: string; partnerCityIds: readonly string[]; sought: Sought }
export interface NewMilestoneRow extends PlanMilestone { number: string; place: number; stage: string; title: LocalisedText; searchText: string }

/** What a command writes of a milestone. */
const WRITTEN = `status text, due_on date, provisional boolean, original_due_on date, pinned boolean, owner_id uuid, counterpart_id uuid, assigned_on date,
  waiting_on text, started_on date, done_on date, statement text, cycle_no integer`;
const WRITTEN_NAMES = WRITTEN.split(',').map((column) => column.trim().split(' ')[0] ?? '');

const written = (milestone: PlanMilestone): Record<string, unknown> => ({
  id: milestone.id, status: milestone.status, due_on: milestone.dueOn, provisional: milestone.provisional, original_due_on: milestone.originalDueOn, pinned: milestone.pinned,
  owner_id: milestone.ownerId, counterpart_id: milestone.counterpartId, assigned_on: milestone.assignedOn, waiting_on: milestone.waitingOn,
  started_on: milestone.startedOn, done_on: milestone.doneOn, statement: milestone.statement, cycle_no: milestone.cycleNo,
});

const AGREEMENT = `a.id, a.version, a.status, a.coordinator_id AS "coordinatorId", a.reminders_started_at AS "remindersStartedAt", a.status_on AS "statusOn", a.status_reason AS "statusReason", a.status_before AS "statusBefore",
  a.repeats_from AS "repeatsFrom", a.template_key AS "templateKey", a.template_version AS "templateVersion", a.home_city_id AS "homeCityId",
  ARRAY(SELECT p.city_id FROM agreement_partner p WHERE p.agreement_id = a.id ORDER BY p.place) AS "partnerCityIds"`;

const SEEKERS = 'jsonb_to_recordset($1::jsonb) AS a (place integer, home uuid, partners uuid[], at_home text[], abroad text[])';

const LAID_OUT = 'plans.laid-out-until';

/** All SQL that changes agreements, their events and their milestones. */
@Injectable()
export class PlansStore {
  /** The agreement of a milestone inside the viewer's scope. */
  async agreementOf(tx: Tx, milestoneId: string, scope: readonly string[] | null): Promise<string | undefined> {
    return (await tx.query<{ id: string }[]>('SELECT agreement_id AS id FROM milestone WHERE id = $1 AND ($2::uuid[] IS NULL OR agreement_id = ANY($2::uuid[]))', [milestoneId, scope]))[0]?.id;
  }

  /** Ids of agreements in their order, some at a time. @param after the last one of the batch before */
  async idsAfter(tx: Tx, after: string | null): Promise<string[]> {
    return (await tx.query<{ id: string }[]>('SELECT id FROM agreement WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT 500', [after])).map(({ id }) => id);
  }

  /** Locks the agreement until the transaction ends: whoever changes the plan waits here, one after the other. */
  async lock(tx: Tx, id: string, scope: readonly string[] | null): Promise<StoredAgreement | undefined> {
    const [row] = await tx.query<StoredAgreement[]>(`SELECT ${AGREEMENT} FROM agreement a WHERE a.id = $1 AND ($2::uuid[] IS NULL OR a.id = ANY($2::uuid[])) FOR NO KEY UPDATE OF a`, [id, scope]);
    return row;
  }

  /** The same for many, in the order in which everybody locks them. */
  lockAll(tx: Tx, ids: readonly string[]): Promise<StoredAgreement[]> {
    return tx.query<StoredAgreement[]>(`SELECT ${AGREEMENT} FROM agreement a WHERE a.id = ANY($1::uuid[]) ORDER BY a.id FOR NO KEY UPDATE OF a`, [ids]);
  }

  agreements(tx: Tx, ids: readonly string[]): Promise<StoredAgreement[]> {
    return tx.query<StoredAgreement[]>(`SELECT ${AGREEMENT} FROM agreement a WHERE a.id = ANY($1::uuid[]) ORDER BY a.id`, [ids]);
  }

  /** Ids of agreements that are not over and follow one of these versions, some at a time. @param after the last one of the batch before */
  async runningAfter(tx: Asked, templates: readonly { key: string; version: number }[], after: string | null): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT a.id FROM agreement a JOIN jsonb_to_recordset($1::jsonb) AS t (key text, version integer) ON t.key = a.template_key AND t.version = a.template_version
       WHERE a.status IN ('preparing', 'active', 'suspended') AND ($2::uuid IS NULL OR a.id > $2) ORDER BY a.id LIMIT 50`, [JSON.stringify(templates), after]);
    return rows.map(({ id }) => id);
  }

  /** The versions that agreements follow that are not over. */
  followed(tx: Asked): Promise<{ key: string; version: number }[]> {
    return tx.query<{ key: string; version: number }[]>(`SELECT DISTINCT template_key AS key, template_version AS version FROM agreement WHERE status IN ('preparing', 'active', 'suspended')`);
  }

  /** The day up to which steps that come again are laid out everywhere; null: never yet. */
  async laidOut(tx: Asked): Promise<string | null> {
    return (await tx.query<{ value: string }[]>('SELECT value FROM setting WHERE key = $1', [LAID_OUT]))[0]?.value ?? null;
  }

  async noteLaidOut(tx: Asked, until: string): Promise<void> {
    await tx.query('INSERT INTO setting (key, value) VALUES ($1, to_jsonb($2::text)) ON CONFLICT (key) DO UPDATE SET value = excluded.value', [LAID_OUT, until]);
  }

  /** The recorded dates, and the steps that left them behind. */
  async events(tx: Tx, agreementId: string): Promise<RecordedEvents> {
    return (await this.eventsOf(tx, [agreementId])).get(agreementId) ?? NOTHING_RECORDED;
  }

  /** Agreement id → its recorded dates. */
  async eventsOf(tx: Tx, agreementIds: readonly string[]): Promise<ReadonlyMap<string, RecordedEvents>> {
    const rows = await tx.query<{ agreementId: string; key: EventKey; on: string; milestoneId: string | null }[]>(
      'SELECT agreement_id AS "agreementId", key, "on", milestone_id AS "milestoneId" FROM agreement_event WHERE agreement_id = ANY($1::uuid[])', [agreementIds]);
    return new Map([...groupBy(rows, ({ agreementId }) => agreementId)].map(([id, events]) => [id, {
      events: Object.fromEntries(events.map(({ key, on }) => [key, on])),
      leftBy: Object.fromEntries(events.flatMap(({ key, milestoneId }) => (milestoneId === null ? [] : [[key, milestoneId]]))),
    }]));
  }

  milestonesOf(tx: Tx, agreementIds: readonly string[]): Promise<(VersionedMilestone & { agreementId: string })[]> {
    return tx.query<(VersionedMilestone & { agreementId: string })[]>(
      `SELECT m.id, m.version, m.agreement_id AS "agreementId", m.key, m.status, m.due_on AS "dueOn", m.provisional, m.original_due_on AS "originalDueOn", m.pinned, m.owner_id AS "ownerId", m.counterpart_id AS "counterpartId",
              m.waiting_on AS "waitingOn", m.assigned_on AS "assignedOn", m.started_on AS "startedOn", m.done_on AS "doneOn", m.statement, m.cycle_no AS "cycleNo", m.proof_level AS proof,
              sent.rung IS NOT NULL AS "rungSent"
       FROM milestone m
       -- One probe of the index for a step that can still get another date: of EXISTS the planner makes one reading of all reminders there are once many steps are asked for.
       LEFT JOIN LATERAL (SELECT r.rung FROM reminder r WHERE r.milestone_id = m.id AND r.cycle_no = m.cycle_no AND r.state = 'materialised' LIMIT 1) AS sent ON m.status NOT IN ('done', 'notApplicable', 'cancelled')
       WHERE m.agreement_id = ANY($1::uuid[]) ORDER BY m.agreement_id, m.place, m.id`, [agreementIds]);
  }

  /**
   * Everybody of our own cities and of the given partner cities, as of a day.
   * @param among ids of the only ones to be told of; null: all
   */
  people(tx: Tx, { homeCityId, partnerCityIds }: { homeCityId: string; partnerCityIds: readonly string[] }, today: string, among: readonly string[] | null): Promise<PlanPerson[]> {
    return tx.query<PlanPerson[]>(
      `SELECT p.id, p.function, CASE c.role WHEN 'home' THEN 'home' ELSE 'partner' END AS side, c.id IN ($1::uuid, $3::uuid) AS near,
              p.active AND coalesce(p.mandate_ends_on >= $4::date, true) AS active
       FROM person p JOIN city c ON c.id = p.city_id WHERE (c.role = 'home' OR c.id = ANY($2::uuid[])) AND ($5::uuid[] IS NULL OR p.id = ANY($5::uuid[]))`,
      [homeCityId, partnerCityIds, partnerCityIds[0] ?? null, today, among]);
  }

  /**
   * Of each side and function that agreements seek, the active person whom the rules prefer: near ones first, then those entered first. A large
   * club has thousands of others.
   * @returns for each agreement that is asked for, in their order
   */
  async firstOf(tx: Tx, seekers: readonly Seeker[], today: string): Promise<PlanPerson[][]> {
    const asked = seekers.flatMap(({ homeCityId, partnerCityIds, sought: { home, partner } }, place) =>
      (home.length + partner.length === 0 ? [] : [{ place, home: homeCityId, partners: partnerCityIds, at_home: home, abroad: partner }]));
    const rows = asked.length === 0 ? [] : await tx.query<(PlanPerson & { place: number })[]>(
      `SELECT DISTINCT ON (place, side, function) place, id, function, side, near, true AS active FROM (
         SELECT a.place, p.id, p.function, 'home' AS side, p.city_id = a.home AS near, p.active, p.mandate_ends_on FROM ${SEEKERS}, person p JOIN city c ON c.id = p.city_id WHERE c.role = 'home' AND p.function = ANY(a.at_home)
         UNION ALL
         SELECT a.place, p.id, p.function, 'partner', p.city_id = a.partners[1], p.active, p.mandate_ends_on FROM ${SEEKERS}, person p JOIN city c ON c.id = p.city_id WHERE c.role <> 'home' AND p.city_id = ANY(a.partners) AND p.function = ANY(a.abroad)) AS fitting
       WHERE active AND coalesce(mandate_ends_on >= $2::date, true) ORDER BY place, side, function, near DESC, id`, [JSON.stringify(asked), today]);
    const found = groupBy(rows, ({ place }) => place);
    return seekers.map((_, place) => (found.get(place) ?? []).map(({ place: _place, ...person }) => person));
  }

  /** Those whom a rule may have to do with, as `peopleThatMatter` would choose them among all. @param named whom the plan names */
  async peopleThatMatter(tx: Tx, cities: { homeCityId: string; partnerCityIds: readonly string[] }, today: string, named: readonly string[]): Promise<PlanPerson[]> {
    const { homeCityId, partnerCityIds } = cities;
    const some = await tx.query<{ id: string }[]>(
      `SELECT p.id FROM person p JOIN city c ON c.id = p.city_id WHERE c.role = 'home' OR c.id = ANY($1::uuid[]) LIMIT $2`, [partnerCityIds, FEW_PEOPLE + 1]);
    if (some.length <= FEW_PEOPLE) return this.people(tx, cities, today, null);
    const found = (await this.firstOf(tx, [{ ...cities, sought: FOUND_ANYWHERE }], today)).flat().map(({ id }) => id);
    const ids = await tx.query<{ id: string }[]>(
      'SELECT id FROM person WHERE city_id = $1 OR city_id = ANY($2::uuid[]) OR id = ANY($3::uuid[])', [homeCityId, partnerCityIds, [...named, ...found]]);
    return this.people(tx, cities, today, ids.map(({ id }) => id));
  }

  cities(tx: Tx, ids: readonly string[]): Promise<PartyCity[]> {
    return tx.query<PartyCity[]>('SELECT id, key, country, role, name, search_text AS "searchText" FROM city WHERE id = ANY($1::uuid[])', [ids]);
  }

  /** In their order: of steps that stand in one place, those made first come first. */
  async newIds(tx: Tx, count: number): Promise<string[]> {
    return (await tx.query<{ id: string }[]>('SELECT new_id() AS id FROM generate_series(1, $1) ORDER BY 1', [count])).map(({ id }) => id);
  }

  async insertAgreement(tx: Tx, id: string, row: NewAgreementRow): Promise<void> {
    await tx.query(
      `INSERT INTO agreement (id, type, status, title, home_city_id, coordinator_id, template_key, template_version, note, source, search_text, demonstration, repeats_from)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [id, row.type, row.status, row.title, row.homeCityId, row.coordinatorId, row.templateKey, row.templateVersion, row.note, row.source, row.searchText, row.demonstration, row.repeatsFrom]);
    await tx.query('INSERT INTO agreement_partner (agreement_id, city_id, place) SELECT $1, city_id, place FROM unnest($2::uuid[]) WITH ORDINALITY AS p (city_id, place)', [id, row.partnerCityIds]);
  }

  insertMilestones(tx: Tx, agreementId: string, milestones: readonly NewMilestoneRow[]): Promise<void> {
    return this.insertMilestonesOf(tx, milestones.map((milestone) => ({ ...milestone, agreementId })));
  }

  /** New steps of one or many agreements. */
  async insertMilestonesOf(tx: Tx, milestones: readonly (NewMilestoneRow & { agreementId: string })[]): Promise<void> {
    if (milestones.length === 0) return;
    const rows = milestones.map((milestone) => ({
      ...written(milestone), agreement_id: milestone.agreementId, key: milestone.key, number: milestone.number, place: milestone.place, stage: milestone.stage, title: milestone.title, search_text: milestone.searchText,
    }));
    const names = ['agreement_id', 'id', 'key', 'number', 'place', 'stage', 'title', 'search_text', ...WRITTEN_NAMES].join(', ');
    await tx.query(
      `INSERT INTO milestone (${names}) SELECT ${names}
       FROM jsonb_to_recordset($1::jsonb) AS m (agreement_id uuid, id uuid, key text, number text, place integer, stage text, title jsonb, search_text text, ${WRITTEN})`, [JSON.stringify(rows)]);
  }

  /** @param demonstration ids of milestones whose change is invented */
  async updateMilestones(tx: Tx, milestones: readonly PlanMilestone[], demonstration: readonly string[]): Promise<void> {
    if (milestones.length === 0) return;
    await tx.query(
      `UPDATE milestone SET ${WRITTEN_NAMES.map((name) => `${name} = new.${name}`).join(', ')}, demonstration = demonstration OR milestone.id = ANY($2::uuid[]), version = version + 1
       FROM jsonb_to_recordset($1::jsonb) AS new (id uuid, ${WRITTEN}) WHERE milestone.id = new.id`, [JSON.stringify(milestones.map(written)), demonstration]);
  }

  async updateAgreements(tx: Tx, agreements: readonly Plan['agreement'][]): Promise<void> {
    if (agreements.length === 0) return;
    await tx.query(
      `UPDATE agreement SET status = new.status, coordinator_id = new."coordinatorId", reminders_started_at = new."remindersStartedAt", status_on = new."statusOn", status_reason = new."statusReason",
         status_before = new."statusBefore", repeats_from = new."repeatsFrom", version = version + 1
       FROM jsonb_to_recordset($1::jsonb) AS new (id uuid, status text, "coordinatorId" uuid, "remindersStartedAt" timestamptz, "statusOn" date, "statusReason" text, "statusBefore" text, "repeatsFrom" date)
       WHERE agreement.id = new.id`, [JSON.stringify(agreements)]);
  }

  /** Writes events, also over earlier ones; their notes only where one is given. */
  async putEvents(tx: Tx, agreementId: string, events: EventDates, { note, demonstration, leftBy }: { note: string | null; demonstration: boolean; leftBy?: EventSources | undefined }): Promise<void> {
    const sources = new Map(Object.entries(leftBy ?? {}));
    const rows = Object.entries(events).map(([key, on]) => ({ key, on, milestone_id: sources.get(key) ?? null }));
    if (rows.length === 0) return;
    await tx.query(
      `INSERT INTO agreement_event (agreement_id, key, "on", milestone_id, note, demonstration) SELECT $1, key, "on", milestone_id, $3, $4 FROM jsonb_to_recordset($2::jsonb) AS e (key text, "on" date, milestone_id uuid)
       ON CONFLICT (agreement_id, key) DO UPDATE SET "on" = excluded."on", milestone_id = excluded.milestone_id, note = coalesce(excluded.note, agreement_event.note), demonstration = excluded.demonstration`,
      [agreementId, JSON.stringify(rows), note, demonstration]);
  }
  async dropEvents(tx: Tx, agreementId: string, keys: readonly string[]): Promise<void> {
    if (keys.length > 0) await tx.query('DELETE FROM agreement_event WHERE agreement_id = $1 AND key = ANY($2::text[])', [agreementId, keys]);
  }
}
