import { Injectable } from '@nestjs/common';
import type { LegalAnswer, LegalOutcome, LocalisedText, SilenceMeans } from '@tawama/contracts';
import type { ClockedStep } from '@tawama/domain';
import type { Tx } from '../../platform/db/database.js';

/** A step that an authority must answer in time; of what its time is counted from, something at least is recorded. */
export interface LegalStep { id: string; version: number; agreementId: string; agreementTitle: LocalisedText; key: string; title: LocalisedText; homeCountry: string; partnerCountry: string | null }
export interface StoredOutcome { milestoneId: string; outcome: LegalOutcome; means: SilenceMeans | null; on: string; note: string; evidenceId: string | null }
/** A step of a version of a template, and what its time can begin with. */
export interface DefinedStep extends ClockedStep { template: string; version: number }
/**
 * What is asked for; undefined: all. `unfinished`: done steps, whose clock has its answer, are left out; `answered`: those that are
 * neither done nor have an outcome, whose clock runs on. `outcomes`: of the one that was recorded last.
 */
export interface AskedSteps {
  milestoneIds: readonly string[] | undefined; agreementIds: readonly string[] | undefined; keys: readonly string[] | undefined; outcomes: readonly string[] | undefined;
  unfinished: boolean; answered: boolean;
}

/** All SQL of the legal clocks. */
@Injectable()
export class LegalClocksStore {
  /** The versions that agreements follow, over or not. */
  followed(tx: Tx): Promise<{ key: string; version: number }[]> {
    return tx.query('SELECT DISTINCT template_key AS key, template_version AS version FROM agreement');
  }

  /** @param defined the steps of the templates that have a clock */
  steps(tx: Tx, defined: readonly DefinedStep[], scope: readonly string[] | null, { milestoneIds, agreementIds, keys, outcomes, unfinished, answered }: AskedSteps): Promise<LegalStep[]> {
    return tx.query<LegalStep[]>(
      `SELECT m.id, m.version, m.agreement_id AS "agreementId", a.title AS "agreementTitle", m.key, m.title, h.country AS "homeCountry",
              (SELECT c.country FROM agreement_partner p JOIN city c ON c.id = p.city_id WHERE p.agreement_id = a.id ORDER BY p.place LIMIT 1) AS "partnerCountry"
       FROM jsonb_to_recordset($1::jsonb) AS t (template text, version integer, key text, events text[], steps text[])
       JOIN agreement a ON a.template_key = t.template AND a.template_version = t.version JOIN city h ON h.id = a.home_city_id
       JOIN milestone m ON m.agreement_id = a.id AND (m.key = t.key OR m.key LIKE t.key || '#%')
       WHERE m.status NOT IN ('notApplicable', 'cancelled') AND m.due_on IS NOT NULL AND NOT ($5 AND m.status = 'done')
         AND ($2::uuid[] IS NULL OR a.id = ANY($2::uuid[])) AND ($3::uuid[] IS NULL OR m.id = ANY($3::uuid[])) AND ($4::uuid[] IS NULL OR a.id = ANY($4::uuid[]))
         AND ($6::text[] IS NULL OR m.key = ANY($6::text[]))
         AND ($7::text[] IS NULL OR (SELECT o.outcome FROM legal_outcome o WHERE o.milestone_id = m.id ORDER BY o.id DESC LIMIT 1) = ANY($7::text[]))
         AND NOT ($8 AND m.status <> 'done' AND NOT EXISTS (SELECT FROM legal_outcome o WHERE o.milestone_id = m.id))
         AND (EXISTS (SELECT FROM agreement_event e WHERE e.agreement_id = a.id AND e.key = ANY(t.events))
           OR EXISTS (SELECT FROM milestone s WHERE s.agreement_id = a.id AND s.key = ANY(t.steps) AND s.status = 'done'))
       ORDER BY a.id, m.place, m.id`, [JSON.stringify(defined), scope, milestoneIds ?? null, agreementIds ?? null, unfinished, keys ?? null, outcomes ?? null, answered]);
  }

  /** Of each step the outcome that was recorded last. */
  async outcomes(tx: Tx, milestoneIds: readonly string[]): Promise<ReadonlyMap<string, StoredOutcome>> {
    const rows = await tx.query<StoredOutcome[]>(
      `SELECT DISTINCT ON (o.milestone_id) o.milestone_id AS "milestoneId", o.outcome, o.means, o."on", o.note, e.id AS "evidenceId"
       FROM legal_outcome o LEFT JOIN evidence e ON e.id = o.evidence_id AND e.removed_at IS NULL WHERE o.milestone_id = ANY($1::uuid[]) ORDER BY o.milestone_id, o.id DESC`, [milestoneIds]);
    return new Map(rows.map((row) => [row.milestoneId, row]));
  }

  async insert(tx: Tx, milestoneId: string, { outcome, means, on, note, evidenceId }: LegalAnswer, accountId: string | null, demonstration: boolean): Promise<void> {
    await tx.query('INSERT INTO legal_outcome (milestone_id, outcome, means, "on", note, evidence_id, account_id, demonstration) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
      [milestoneId, outcome, outcome === 'silence' ? means : null, on, note, evidenceId ?? null, accountId, demonstration]);
  }
}
