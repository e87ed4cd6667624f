import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export interface TestDatabase {
  /** Connection string of a freshly migrated, empty database of its own. */
  url: string;
  name: string;
  /** One statement; dates come as text, bigints as numbers. */
  query<Row extends pg.QueryResultRow = pg.QueryResultRow>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  /** Makes club time this ISO instant; it runs on from there. */
  setClubTime(instant: string): Promise<void>;
  /** Ends the connections of this object; the database stays, to be copied. */
  leave(): Promise<void>;
  /** Ends the connections and removes the database. */
  drop(): Promise<void>;
}

/** Copies the migrated template; only in the vitest projects `db` (give a server of your own elsewhere). */
export async function createTestDatabase(server: { url: string; template: string } = { url: inject('postgresUrl'), template: inject('postgresTemplate') }): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(server.url, `CREATE DATABASE ${name} TEMPLATE ${server.template}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href, max: 4, types: { getTypeParser } });
  pool.on('error', () => {});
  let left: Promise<void> | undefined;
  const query: TestDatabase['query'] = async (sql, parameters) => (await pool.query(sql, parameters)).rows;
  return {
    url: url.href,
    name,
    query,
    async setClubTime(instant) { await query('UPDATE club_clock SET clock_offset = $1::timestamptz - clock_timestamp()', [instant]); },
    leave: () => (left ??= pool.end()),
    async drop() {
      await (left ??= pool.end());
      await onServer(server.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

const DATE = 1082;
const INT8 = 20;
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') => {
  if (oid === DATE) return (text: string) => text;
  if (oid === INT8) return Number;
  return pg.types.getTypeParser(oid, format === 'binary' ? 'text' : format);
};

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try { await client.query(sql); } finally { await client.end(); }
}

declare module 'vitest' {
  export interface ProvidedContext { postgresUrl: string; postgresTemplate: string }
}
