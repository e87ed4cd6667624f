import { Injectable } from '@nestjs/common';
import type { Confirmation, EvidenceLevel, ListQuery, Milestone, milestoneList, Page } from '@tawama/contracts';
import type { Asked, Tx } from '../../platform/db/database.js';
import { selectPage, type ListSource } from '../../platform/db/list-sql.js';

/** A milestone as it is stored; what its template says of it comes from the template. */
export type StoredMilestone = Omit<Milestone, 'stageTitle' | 'confirmations' | 'askedSides' | 'sides' | 'evidence' | 'evidenceRule' | 'evidenceLevel' | 'certainty' | 'note'> & {
  templateKey: string; templateVersion: number; proofLevel: EvidenceLevel; homeConfirmation: Confirmation | null; partnerConfirmation: Confirmation | null;
};

const DAYS_LATE = `CASE WHEN m.status IN ('open', 'blocked') AND m.due_on < @today THEN @today - m.due_on ELSE 0 END`;

const COLUMNS = `m.id, m.version, m.agreement_id AS "agreementId", m.key, m.number, m.stage, m.title, m.status, m.due_on AS "dueOn", m.provisional, m.original_due_on AS "originalDueOn", m.pinned,
  m.owner_id AS "ownerId", m.counterpart_id AS "counterpartId", m.waiting_on AS "waitingOn", m.started_on AS "startedOn", m.done_on AS "doneOn", m.statement, m.demonstration, m.project_id AS "projectId", (SELECT p.axis FROM project p WHERE p.id = m.project_id) AS axis,
  m.proof_level AS "proofLevel", m.home_confirmation AS "homeConfirmation", m.partner_confirmation AS "partnerConfirmation",
  a.template_key AS "templateKey", a.template_version AS "templateVersion"`;
const FROM = 'milestone m JOIN agreement a ON a.id = m.agreement_id';

const source = (today: string) => ({
  from: FROM, countFrom: 'milestone m', select: `${COLUMNS}, ${DAYS_LATE} AS "daysLate"`, id: 'm.id',
  // Found by its own words and by every spelling of the agreement's cities.
  search: `(m.search_text || E'\\n' || a.search_text)`,
  within: (ids) => `m.agreement_id = ANY(${ids})`,
  parameters: { today: { value: today, type: 'date' } },
  columns: {
    id: { sql: 'm.id', type: 'uuid' }, agreementId: { sql: 'm.agreement_id', type: 'uuid' }, projectId: { sql: 'm.project_id', type: 'uuid' }, status: 'm.status', stage: 'm.stage', ownerId: { sql: 'm.owner_id', type: 'uuid' },
    counterpartId: { sql: 'm.counterpart_id', type: 'uuid' }, waitingOn: 'm.waiting_on', late: { sql: `(m.status IN ('open', 'blocked') AND coalesce(m.due_on < @today, false))`, type: 'boolean' },
    provisional: { sql: 'm.provisional', type: 'boolean' }, dueOn: { sql: 'm.due_on', type: 'date' }, doneOn: { sql: 'm.done_on', type: 'date' }, key: 'm.key', evidenceLevel: EVIDENCE_LEVEL,
    number: { sql: 'm.number', sort: 'm.place' }, daysLate: DAYS_LATE,
  },
}) satisfies ListSource<typeof milestoneList>;

/** As `evidenceLevelOf` of the domain says it. */
const EVIDENCE_LEVEL = `CASE WHEN m.proof_level = 'none' AND m.status IN ('done', 'submitted') THEN 'declared' ELSE m.proof_level END`;

/** All SQL that reads milestones. */
@Injectable()
export class MilestonesStore {
  list(tx: Asked, query: ListQuery, scope: readonly string[] | null, today: string): Promise<Page<StoredMilestone>> {
    return selectPage<StoredMilestone>(tx, source(today), query, scope);
  }

  /** The versions of these milestones, as the transaction sees them. */
  async versions(tx: Tx, ids: readonly string[]): Promise<Map<string, number>> {
    return new Map((await tx.query<{ id: string; version: number }[]>('SELECT id, version FROM milestone WHERE id = ANY($1::uuid[])', [ids])).map(({ id, version }) => [id, version]));
  }

  /** One milestone inside the scope. */
  async find(tx: Tx, id: string, scope: readonly string[] | null, today: string): Promise<StoredMilestone | undefined> {
    const rows = await tx.query<StoredMilestone[]>(
      `SELECT ${COLUMNS}, ${DAYS_LATE.replaceAll('@today', '$3::date')} AS "daysLate" FROM ${FROM} WHERE m.id = $1 AND ($2::uuid[] IS NULL OR m.agreement_id = ANY($2::uuid[]))`, [id, scope, today]);
    return rows[0];
  }
}
