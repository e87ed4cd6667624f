import { Injectable } from '@nestjs/common';
import { VITALITY_LEVELS, type Agreement, type AgreementStatus, type agreementList, type EventDates, type EvidenceLevel, type HistoryEntry, type Language, type ListQuery, type LocalisedText, type Page, type VitalityLevel, type VitalityReason } from '@tawama/contracts';
import { evidenceLevelOf, progressByEvidence, renewalWindow, summarise, type SummedStep } from '@tawama/domain';
import { stageTitle, vitalitySentences } from '@tawama/messages';
import type { Asked, Tx } from '../../platform/db/database.js';
import { groupBy } from '../../platform/group-by.js';
import { byName, selectPage, type ListSource } from '../../platform/db/list-sql.js';
import { TemplateLibrary } from '../templates/template-library.js';
import { renewalState } from './renewal-sql.js';

type Row = {
  id: string; version: number; type: Agreement['type']; status: AgreementStatus; title: LocalisedText; homeCityId: string; partnerCityIds: string[]; coordinatorId: string | null;
  templateKey: string; templateVersion: number; events: EventDates; remindersStartedAt: Date | null; statusOn: string | null; statusReason: string | null; lastContactOn: string | null;
  note: LocalisedText | null; source: string | null; demonstration: boolean; vitalityLevel: VitalityLevel | null; vitalityReason: VitalityReason | null;
};
type StepRow = SummedStep & { agreementId: string; proofLevel: EvidenceLevel };

const COLUMNS = `a.id, a.version, a.type, a.status, a.title, a.home_city_id AS "homeCityId", a.coordinator_id AS "coordinatorId", a.template_key AS "templateKey", a.template_version AS "templateVersion",
  ARRAY(SELECT p.city_id FROM agreement_partner p WHERE p.agreement_id = a.id ORDER BY p.place) AS "partnerCityIds",
  (SELECT coalesce(jsonb_object_agg(e.key, e."on"), '{}') FROM agreement_event e WHERE e.agreement_id = a.id) AS events,
  a.reminders_started_at AS "remindersStartedAt", a.status_on AS "statusOn", a.status_reason AS "statusReason", a.note, a.source, a.demonstration, a.vitality_level AS "vitalityLevel", a.vitality_reason AS "vitalityReason",
  (SELECT max(k."on") FROM contact k WHERE k.agreement_id = a.id) AS "lastContactOn"`;

const LATE = `m.status IN ('open', 'blocked') AND m.due_on < @today AND a.status <> 'suspended'`;
const ACTIONABLE = `m.status IN ('open', 'blocked', 'submitted')`;
const ofSteps = (figure: string): string => `(SELECT ${figure} FROM milestone m WHERE m.agreement_id = a.id)`;

/** What lists are sorted and filtered by, each computed only where it is asked for. The rule itself is `summarise` of the domain; a test keeps the two together. */
const FIGURES = {
  lateCount: `(SELECT count(*) FROM milestone m WHERE m.agreement_id = a.id AND ${LATE})`,
  // The earliest alone is looked up in its index: the others of twenty thousand agreements need not be read.
  daysLate: `coalesce((SELECT @today - min(m.due_on) FROM milestone m WHERE m.agreement_id = a.id AND ${LATE}), 0)`,
  progress: ofSteps(`coalesce(100 * count(*) FILTER (WHERE m.status = 'done') / nullif(count(*) FILTER (WHERE m.status <> 'notApplicable'), 0), 100)`),
  nextDueOn: ofSteps(`CASE WHEN bool_or(${ACTIONABLE}) THEN min(m.due_on) FILTER (WHERE ${ACTIONABLE}) ELSE min(m.due_on) FILTER (WHERE m.status = 'planned') END`),
  late: `EXISTS (SELECT 1 FROM milestone m WHERE m.agreement_id = a.id AND ${LATE})`,
  lastContactOn: `(SELECT max(k."on") FROM contact k WHERE k.agreement_id = a.id)`,
  signedOn: `(SELECT e."on" FROM agreement_event e WHERE e.agreement_id = a.id AND e.key = 'signed')`,
};

const source = (today: string, language: Language) => ({
  from: 'agreement a', select: COLUMNS, id: 'a.id', search: 'a.search_text',
  within: (ids) => `a.id = ANY(${ids})`,
  parameters: { today: { value: today, type: 'date' } },
  columns: {
    id: { sql: 'a.id', type: 'uuid' }, status: 'a.status', type: 'a.type', homeCityId: { sql: 'a.home_city_id', type: 'uuid' },
    partnerCityId: { sql: 'a.id', type: 'uuid', matches: (ids) => `EXISTS (SELECT 1 FROM agreement_partner p WHERE p.agreement_id = a.id AND p.city_id = ANY(${ids}))` },
    coordinatorId: { sql: 'a.coordinator_id', type: 'uuid' }, templateKey: 'a.template_key', late: { sql: FIGURES.late, type: 'boolean' },
    signedOn: { sql: FIGURES.signedOn, type: 'date' }, nextDueOn: { sql: FIGURES.nextDueOn, type: 'date' },
    title: byName(`coalesce(a.title->>'${language}', a.title->>'ar')`), progress: FIGURES.progress, lateCount: FIGURES.lateCount, daysLate: FIGURES.daysLate, lastContactOn: { sql: FIGURES.lastContactOn, type: 'date' },
    renewal: renewalState('@today'),
    vitality: { sql: 'a.vitality_level', sort: `array_position(ARRAY['${VITALITY_LEVELS.join(`', '`)}'], a.vitality_level)` },
  },
}) satisfies ListSource<typeof agreementList>;

/** All SQL that reads agreements, and their remarks. */
@Injectable()
export class AgreementsStore {
  constructor(private readonly templates: TemplateLibrary) {}

  async list(tx: Tx, query: ListQuery, scope: readonly string[] | null, today: string, language: Language): Promise<Page<Agreement>> {
    const { data, ...totals } = await selectPage<Row>(tx, source(today, language), query, scope);
    return { ...totals, data: await this.complete(tx, data, today) };
  }

  /** One agreement inside the scope. */
  async find(tx: Tx, id: string, scope: readonly string[] | null, today: string): Promise<Agreement | undefined> {
    const rows = await tx.query<Row[]>(`SELECT ${COLUMNS} FROM agreement a WHERE a.id = $1 AND ($2::uuid[] IS NULL OR a.id = ANY($2::uuid[]))`, [id, scope]);
    return (await this.complete(tx, rows, today))[0];
  }

  /** Adds what follows from the milestones: one query for the whole page. */
  private async complete(tx: Tx, rows: readonly Row[], today: string): Promise<Agreement[]> {
    if (rows.length === 0) return [];
    const steps = await tx.query<StepRow[]>(
      `SELECT m.agreement_id AS "agreementId", m.id, m.key, m.stage, m.title, m.status, m.due_on AS "dueOn", m.provisional, m.waiting_on AS "waitingOn", m.proof_level AS "proofLevel"
       FROM milestone m WHERE m.agreement_id = ANY($1::uuid[]) ORDER BY m.agreement_id, m.place`, [rows.map(({ id }) => id)]);
    const byAgreement = groupBy(steps, ({ agreementId }) => agreementId);
    const templateOf = await this.templates.followedBy(tx, rows);
    return rows.map(({ remindersStartedAt, vitalityLevel, vitalityReason, ...row }) => {
      const ofAgreement = byAgreement.get(row.id) ?? [];
      const summary = summarise(ofAgreement, today, row.status === 'suspended');
      const { none: _none, ...proved } = progressByEvidence(ofAgreement.map(({ status, proofLevel }) => ({ status, weight: 1, evidenceLevel: evidenceLevelOf(proofLevel, status) }))).atLeast;
      return {
        ...row, ...summary, stageTitle: stageTitle(templateOf(row).stages, summary.stage), progressByEvidence: proved, remindersStartedAt: remindersStartedAt && remindersStartedAt.toISOString(),
        signedOn: row.events.signed ?? null, expiresOn: row.events.expiry ?? null, renewal: renewalWindow({ status: row.status, expiresOn: row.events.expiry ?? null, steps: ofAgreement }, today), nextDueOn: summary.next?.dueOn ?? null,
        vitality: vitalityLevel && vitalityReason && { level: vitalityLevel, reason: vitalitySentences(vitalityReason), because: vitalityReason },
      };
    });
  }

  /** Ids of active agreements whose term was over before this day, some at a time. @param after the last one of the batch before */
  async pastTheirTerm(tx: Asked, today: string, after: string | null): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT a.id FROM agreement a JOIN agreement_event e ON e.agreement_id = a.id AND e.key = 'expiry'
       WHERE a.status = 'active' AND e."on" < $1::date AND ($2::uuid IS NULL OR a.id > $2) ORDER BY a.id LIMIT 100`, [today, after]);
    return rows.map(({ id }) => id);
  }

  async updateNote(tx: Tx, id: string, note: LocalisedText | null): Promise<void> {
    await tx.query('UPDATE agreement SET note = $2 WHERE id = $1', [id, note]);
  }

  /** The story of an agreement from the journal, newest first. */
  async history(tx: Tx, agreementId: string, query: ListQuery): Promise<Page<HistoryEntry>> {
    return selectPage<HistoryEntry>(tx, {
      from: `audit_entry e LEFT JOIN account u ON u.id = e.actor_id LEFT JOIN milestone m ON e.subject_type = 'milestone' AND m.id = e.subject_id LEFT JOIN agreement a ON e.subject_type = 'agreement' AND a.id = e.subject_id LEFT JOIN project p ON e.subject_type = 'project' AND p.id = e.subject_id`,
      select: `e.id, e.at, e.actor_id AS "actorId", u.name AS "actorName", e.action, e.subject_type AS "subjectType", e.subject_id AS "subjectId", coalesce(m.title, a.title, p.title) AS "subjectTitle", e.before, e.after, e.reason`,
      id: 'e.id', within: null, columns: { at: 'e.at' }, where: 'e.agreement_id = @agreement', parameters: { agreement: { value: agreementId, type: 'uuid' } },
    }, query, null);
  }
}
