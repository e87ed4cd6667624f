import { Injectable } from '@nestjs/common';
import type { Handover, handoverList, ListQuery, LocalisedText, Page } from '@tawama/contracts';
import { ASK_SUCCESSOR_DAYS } from '@tawama/domain';
import type { EntityManager } from 'typeorm';
import { selectPage, type ListSource } from '../../platform/db/list-sql.js';

const RUNNING = `('preparing', 'active', 'suspended')`;
const UNFINISHED = `m.status IN ('planned', 'open', 'submitted', 'blocked')`;
/** A mandate that was prolonged, or a person who is no longer active, needs no successor. */
const OPEN = `(h.done_on IS NULL AND p.active AND p.mandate_ends_on IS NOT DISTINCT FROM h.mandate_ends_on)`;

const LIST = {
  from: 'handover h JOIN person p ON p.id = h.person_id', id: 'h.id',
  select: `h.id, h.person_id AS "personId", p.name AS "personName", p.city_id AS "cityId", p.function, h.mandate_ends_on AS "mandateEndsOn", h.asked_on AS "askedOn", h.successor_id AS "successorId", h.done_on AS "doneOn",
    (SELECT count(*) FROM milestone m JOIN agreement a ON a.id = m.agreement_id WHERE (m.owner_id = p.id OR m.counterpart_id = p.id) AND ${UNFINISHED} AND a.status IN ${RUNNING}) AS steps`,
  within: (ids) => `p.city_id IN (SELECT home_city_id FROM agreement WHERE id = ANY(${ids}) UNION SELECT city_id FROM agreement_partner WHERE agreement_id = ANY(${ids}))`,
  columns: {
    id: { sql: 'h.id', type: 'uuid' }, personId: { sql: 'h.person_id', type: 'uuid' }, cityId: { sql: 'p.city_id', type: 'uuid' }, open: { sql: OPEN, type: 'boolean' }, mandateEndsOn: { sql: 'h.mandate_ends_on', type: 'date' },
  },
} satisfies ListSource<typeof handoverList>;

const LISTED = { page: 1, perPage: 50, sort: 'mandateEndsOn', order: 'asc', q: undefined, equals: { open: ['true'] }, ranges: {} } as const;

/** Those who are to be succeeded, the nearest end first, at most 50. */
export const openHandovers = async (tx: EntityManager, scope: readonly string[] | null): Promise<{ data: Handover[]; total: number }> => {
  const { data, total } = await selectPage<Handover>(tx, LIST, { ...LISTED, equals: { open: ['true'] }, ranges: {} }, scope);
  return { data, total };
};

const DUE = `p.active AND p.mandate_ends_on <= $1::date + ${ASK_SUCCESSOR_DAYS} AND NOT EXISTS (SELECT FROM handover h WHERE h.person_id = p.id AND h.mandate_ends_on = p.mandate_ends_on)`;

/** All SQL about who comes after whom. */
@Injectable()
export class HandoverStore {
  list(tx: EntityManager, query: ListQuery, scope: readonly string[] | null): Promise<Page<Handover>> {
    return selectPage<Handover>(tx, LIST, query, scope);
  }

  async isDue(tx: Pick<EntityManager, 'query'>, today: string): Promise<boolean> {
    const [row] = await tx.query<{ due: boolean }[]>(`SELECT EXISTS (SELECT FROM person p WHERE ${DUE}) AS due`, [today]);
    return row?.due ?? false;
  }

  /** Writes down whose mandate ends soon, each end of a mandate once. */
  ask(tx: EntityManager, today: string): Promise<{ personId: string; mandateEndsOn: string }[]> {
    return tx.query(
      `WITH asked AS (INSERT INTO handover (person_id, mandate_ends_on, asked_on) SELECT p.id, p.mandate_ends_on, $1::date FROM person p WHERE ${DUE} ORDER BY p.id
         ON CONFLICT (person_id, mandate_ends_on) DO NOTHING RETURNING person_id, mandate_ends_on)
       SELECT person_id AS "personId", mandate_ends_on AS "mandateEndsOn" FROM asked`, [today]);
  }

  /** Running agreements in which a person coordinates or has unfinished steps, in the order in which they are locked. */
  async agreementsOf(tx: EntityManager, personId: string, scope: readonly string[] | null): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT a.id FROM agreement a WHERE a.status IN ${RUNNING} AND ($2::uuid[] IS NULL OR a.id = ANY($2::uuid[])) AND (a.coordinator_id = $1
         OR EXISTS (SELECT FROM milestone m WHERE m.agreement_id = a.id AND (m.owner_id = $1 OR m.counterpart_id = $1) AND ${UNFINISHED})) ORDER BY a.id`, [personId, scope]);
    return rows.map(({ id }) => id);
  }

  /** Everybody whom a step of the agreement names. */
  async namedIn(tx: EntityManager, agreementId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      'SELECT DISTINCT named.id FROM milestone m CROSS JOIN LATERAL (VALUES (m.owner_id), (m.counterpart_id)) AS named (id) WHERE m.agreement_id = $1 AND named.id IS NOT NULL', [agreementId]);
    return rows.map(({ id }) => id);
  }

  async titles(tx: EntityManager, milestoneIds: readonly string[]): Promise<Map<string, { title: LocalisedText; agreementTitle: LocalisedText }>> {
    const rows = await tx.query<{ id: string; title: LocalisedText; agreementTitle: LocalisedText }[]>(
      'SELECT m.id, m.title, a.title AS "agreementTitle" FROM milestone m JOIN agreement a ON a.id = m.agreement_id WHERE m.id = ANY($1::uuid[])', [milestoneIds]);
    return new Map(rows.map(({ id, ...titles }) => [id, titles]));
  }

  /** The task of the person's present mandate is done, whether or not anybody asked yet. */
  async done(tx: EntityManager, personId: string, mandateEndsOn: string, successorId: string, today: string): Promise<void> {
    await tx.query(
      `INSERT INTO handover (person_id, mandate_ends_on, asked_on, successor_id, done_on) VALUES ($1, $2, $4, $3, $4)
       ON CONFLICT (person_id, mandate_ends_on) DO UPDATE SET successor_id = excluded.successor_id, done_on = excluded.done_on`, [personId, mandateEndsOn, successorId, today]);
  }
}
