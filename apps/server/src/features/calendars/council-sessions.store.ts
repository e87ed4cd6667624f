import { Injectable } from '@nestjs/common';
import type { CouncilSession, CouncilSessionCreate, councilSessionList, CouncilSessionPatch, ListQuery, Page } from '@tawama/contracts';
import type { Tx } from '../../platform/db/database.js';
import { selectPage, type ListSource } from '../../platform/db/list-sql.js';
import { updateVersioned } from '../../platform/db/versioned.js';

const COLUMNS = `s.id, s.version, s.city_id AS "cityId", s.kind, s.begins_on AS "beginsOn", s.ends_on AS "endsOn", s.certainty, s.source`;

const LIST = {
  from: 'council_session s', select: COLUMNS, id: 's.id', within: null,
  columns: { id: { sql: 's.id', type: 'uuid' }, cityId: { sql: 's.city_id', type: 'uuid' }, kind: 's.kind', certainty: 's.certainty', beginsOn: { sql: 's.begins_on', type: 'date' } },
} satisfies ListSource<typeof councilSessionList>;

const SEEDED_UNTIL = 'sessions.seeded-until';

/** All SQL of the council calendar. */
@Injectable()
export class CouncilSessionsStore {
  list(tx: Tx, query: ListQuery): Promise<Page<CouncilSession>> {
    return selectPage<CouncilSession>(tx, LIST, query, null);
  }

  async find(tx: Tx, id: string): Promise<CouncilSession | undefined> {
    return (await tx.query<CouncilSession[]>(`SELECT ${COLUMNS} FROM council_session s WHERE s.id = $1`, [id]))[0];
  }

  async insert(tx: Tx, sessions: readonly CouncilSessionCreate[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `INSERT INTO council_session (city_id, kind, begins_on, ends_on, certainty, source)
       SELECT "cityId", kind, "beginsOn", "endsOn", certainty, source FROM jsonb_to_recordset($1::jsonb) AS s ("cityId" uuid, kind text, "beginsOn" date, "endsOn" date, certainty text, source text) RETURNING id`,
      [JSON.stringify(sessions)]);
    return rows.map(({ id }) => id);
  }

  /** @throws Refusal `record/stale`, `record/not-found` */
  async update(tx: Tx, id: string, version: number, { cityId, beginsOn, endsOn, ...change }: CouncilSessionPatch): Promise<void> {
    await updateVersioned(tx, { table: 'council_session', id, version, changes: { ...change, city_id: cityId, begins_on: beginsOn, ends_on: endsOn }, current: () => this.find(tx, id) });
  }

  async delete(tx: Tx, id: string): Promise<void> {
    await tx.query('DELETE FROM council_session WHERE id = $1', [id]);
  }

  async isHomeCity(tx: Tx, id: string): Promise<boolean> {
    return (await tx.query<unknown[]>(`SELECT 1 FROM city WHERE id = $1 AND role = 'home'`, [id])).length > 0;
  }

  /** The last year whose announced sessions the program brought along, locked so that two starts at once agree; null: none yet. */
  async seededUntil(tx: Tx): Promise<number | null> {
    await tx.query(`INSERT INTO setting (key, value) VALUES ($1, 'null') ON CONFLICT DO NOTHING`, [SEEDED_UNTIL]);
    const [row] = await tx.query<{ value: number | null }[]>('SELECT value FROM setting WHERE key = $1 FOR UPDATE', [SEEDED_UNTIL]);
    return row?.value ?? null;
  }

  async noteSeeded(tx: Tx, year: number): Promise<void> {
    await tx.query('UPDATE setting SET value = to_jsonb($2::int) WHERE key = $1', [SEEDED_UNTIL, year]);
  }
}
