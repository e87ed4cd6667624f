import { Injectable } from '@nestjs/common';
import type { Subject, SubjectType } from '@tawama/contracts';
import type { Tx } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';

/** Where a subject belongs: to an agreement, or to a person of a city. */
export interface Whereabouts { agreementId: string | null; personId: string | null }

/** Of the people, a scoped viewer sees those of the cities that have a part in the agreements of the scope. */
const personWithin = (person: string, ids: string): string =>
  `EXISTS (SELECT FROM person sp WHERE sp.id = ${person} AND sp.city_id IN (SELECT home_city_id FROM agreement WHERE id = ANY(${ids}) UNION SELECT city_id FROM agreement_partner WHERE agreement_id = ANY(${ids})))`;

/** How each kind of subject is found: $1 its id, $2 the scope or null. */
const FOUND: Readonly<Record<SubjectType, string>> = {
  agreement: `SELECT a.id AS "agreementId", NULL::uuid AS "personId" FROM agreement a WHERE a.id = $1 AND ($2::uuid[] IS NULL OR a.id = ANY($2::uuid[]))`,
  milestone: `SELECT m.agreement_id AS "agreementId", NULL::uuid AS "personId" FROM milestone m WHERE m.id = $1 AND ($2::uuid[] IS NULL OR m.agreement_id = ANY($2::uuid[]))`,
  // It belongs to the first agreement that it serves, of a scoped viewer to the first of the scope.
  project: `SELECT g.agreement_id AS "agreementId", NULL::uuid AS "personId" FROM project_agreement g WHERE g.project_id = $1 AND ($2::uuid[] IS NULL OR g.agreement_id = ANY($2::uuid[])) ORDER BY g.place LIMIT 1`,
  person: `SELECT NULL::uuid AS "agreementId", p.id AS "personId" FROM person p WHERE p.id = $1 AND ($2::uuid[] IS NULL OR ${personWithin('p.id', '$2::uuid[]')})`,
};

/** Condition on a row with `agreement_id` and `person_id` that keeps a scoped viewer inside the scope. */
export const subjectWithin = (row: string) => (ids: string): string => `(${row}.agreement_id = ANY(${ids}) OR (${row}.agreement_id IS NULL AND ${personWithin(`${row}.person_id`, ids)}))`;

/** Finds what a contact or a note is about. */
@Injectable()
export class SubjectsStore {
  /** @throws Refusal `request/invalid` for a subject that is not there or outside the scope */
  async find(tx: Tx, { type, id }: Subject, scope: readonly string[] | null): Promise<Whereabouts> {
    const [found] = await tx.query<Whereabouts[]>(FOUND[type], [id, scope]);
    if (!found) throw new Refusal('request/invalid', { fields: [{ path: 'subject.id', code: 'record/not-found' }] });
    return found;
  }
}
