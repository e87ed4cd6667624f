import { Injectable } from '@nestjs/common';
import type { SearchHit } from '@tawama/contracts';
import { searchForms } from '@tawama/domain';
import type { EntityManager } from 'typeorm';
import { byName, containing, searchCondition } from '../../platform/db/list-sql.js';

/** Of each kind at most so many: somebody who types wants to choose, not to read. */
const HITS_OF_A_KIND = 8;

/** One kind of record that is searched; every text is SQL. `$1` are the agreements of the scope, or null. */
type Kind = { type: SearchHit['type']; alias: string; title: string; detail: string; name: string; from: string; scope?: string };

const WITHIN = (column: string): string => `($1::uuid[] IS NULL OR ${column} = ANY($1::uuid[]))`;
const KINDS: readonly Kind[] = [
  { type: 'city', alias: 'c', title: 'c.name', detail: 'c.legal_name', name: `coalesce(c.name->>'ar', c.name->>'fr', c.name->>'en')`, from: 'city c' },
  { type: 'agreement', alias: 'a', title: 'a.title', detail: 'NULL::jsonb', name: `coalesce(a.title->>'ar', a.title->>'fr', a.title->>'en')`, from: 'agreement a', scope: WITHIN('a.id') },
  {
    type: 'project', alias: 'j', title: 'j.title', detail: `CASE WHEN j.place IS NULL THEN NULL ELSE jsonb_build_object('ar', j.place, 'fr', j.place, 'en', j.place) END`, name: `coalesce(j.title->>'ar', j.title->>'fr', j.title->>'en')`, from: 'project j',
    scope: `($1::uuid[] IS NULL OR EXISTS (SELECT 1 FROM project_agreement g WHERE g.project_id = j.id AND g.agreement_id = ANY($1::uuid[])))`,
  },
  {
    type: 'person', alias: 'p', title: `jsonb_build_object('ar', p.name, 'fr', p.name, 'en', p.name)`, detail: 'c.name', name: 'p.name', from: 'person p JOIN city c ON c.id = p.city_id',
    scope: `($1::uuid[] IS NULL OR p.city_id IN (SELECT home_city_id FROM agreement WHERE id = ANY($1::uuid[]) UNION SELECT city_id FROM agreement_partner WHERE agreement_id = ANY($1::uuid[])))`,
  },
  { type: 'milestone', alias: 'm', title: 'm.title', detail: 'a.title', name: `lpad(m.place::text, 4, '0')`, from: 'milestone m JOIN agreement a ON a.id = m.agreement_id', scope: WITHIN('m.agreement_id') },
];

/** The search over everything, in one statement. */
@Injectable()
export class SearchStore {
  /**
   * Cities, agreements, projects, people and steps in this order, of each kind first those of which a name begins with what was typed.
   * @param scope ids of the agreements that the viewer may see; null: the whole club
   */
  search(tx: EntityManager, question: string, scope: readonly string[] | null, { people }: { people: boolean }): Promise<SearchHit[]> {
    const values: unknown[] = [scope];
    const bind = (pattern: string): string => `$${values.push(pattern)}::text`;
    const hits = KINDS.filter(({ type }) => people || type !== 'person').map((kind, place) => {
      const column = `${kind.alias}.search_text`;
      const begins = bind(`%\n${containing(searchForms(question)[0] ?? '').slice(1)}`);
      return `(SELECT ${place} AS place, '${kind.type}' AS type, ${kind.alias}.id AS id, ${kind.title} AS title, ${kind.detail} AS detail, ${byName(kind.name)} AS sorted, (E'\\n' || ${column} LIKE ${begins}) AS begins
        FROM ${kind.from} WHERE $1::uuid[] IS NOT DISTINCT FROM $1 AND ${kind.scope ?? 'true'} AND ${searchCondition(column, question, bind)}
        ORDER BY begins DESC, sorted, id LIMIT ${HITS_OF_A_KIND})`;
    });
    return tx.query<SearchHit[]>(`SELECT type, id, title, detail FROM (${hits.join(' UNION ALL ')}) AS hit ORDER BY place, begins DESC, sorted, id`, values);
  }
}
