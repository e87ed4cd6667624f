import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** One table of a snapshot: its rows in PostgreSQL's own COPY text, in the file `<name>.copy`. */
export type TableFile = { name: string; columns: string[]; rows: number; sha256: string };

/** Not data: which migrations ran is written down by the restore itself, and what was on its way is not on its way in another place. */
const LEFT_OUT = new Set(['migration', 'dispatch']);

/**
 * Writes every table of the schema `public` into a folder, all as of one instant. The queue's own schema is left out:
 * the rows are the truth, and a queue is rebuilt from them.
 */
export async function dumpTables(url: string, folder: string): Promise<{ at: string; migrations: string[]; tables: TableFile[] }> {
  return withClient(url, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows: [clock] } = await client.query<{ at: Date }>('SELECT clock_timestamp() AS at');
    const migrations = await client.query<{ name: string }>('SELECT name FROM migration ORDER BY id');
    const tables: TableFile[] = [];
    for (const name of await tablesInOrder(client)) {
      const columns = await columnsOf(client, name);
      const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
      const stream = client.query(copyTo(`COPY (SELECT ${list} FROM ${client.escapeIdentifier(name)}) TO STDOUT`));
      const sha256 = await hashInto(stream, createWriteStream(join(folder, `${name}.copy`), { mode: 0o600 }));
      tables.push({ name, columns, rows: stream.rowCount, sha256 });
    }
    await client.query('COMMIT');
    return { at: clock?.at.toISOString() ?? '', migrations: migrations.rows.map((row) => row.name), tables };
  });
}

/**
 * Loads a snapshot into a migrated database, in one transaction: all of it or nothing.
 * @param isEmpty tables that must have no row, or the load is refused
 * @throws Error with one line
 */
export async function loadTables(url: string, folder: string, tables: readonly TableFile[], isEmpty: readonly string[], afterwards: (client: pg.Client) => Promise<void>): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('BEGIN');
    await client.query(`SET LOCAL tawama.loading = 'on'`);
    const order = await tablesInOrder(client);
    const unknown = tables.filter((table) => !order.includes(table.name));
    if (unknown.length > 0) throw new Error(`the backup has tables that this database does not know: ${unknown.map((table) => table.name).join(', ')}`);
    await refuseRows(client, isEmpty);
    // What a migration put there stands in the backup too.
    await client.query('DELETE FROM club_clock');
    for (const name of order) {
      const table = tables.find((one) => one.name === name);
      if (!table) continue;
      const list = table.columns.map((column) => client.escapeIdentifier(column)).join(', ');
      const stream = client.query(copyFrom(`COPY ${client.escapeIdentifier(name)} (${list}) FROM STDIN`));
      await pipeline(createReadStream(join(folder, `${name}.copy`)), stream);
      if (stream.rowCount !== table.rows) throw new Error(`table ${name}: ${stream.rowCount} rows were loaded, the backup states ${table.rows}`);
    }
    await afterwards(client);
    await client.query('COMMIT');
  });
}

/** @throws Error with one line where one of these tables has a row */
export async function assertEmpty(url: string, isEmpty: readonly string[]): Promise<void> {
  await withClient(url, (client) => refuseRows(client, isEmpty));
}

async function refuseRows(client: pg.Client, isEmpty: readonly string[]): Promise<void> {
  for (const name of isEmpty) {
    const { rows: [found] } = await client.query<{ some: boolean }>(`SELECT EXISTS (SELECT FROM ${client.escapeIdentifier(name)}) AS some`);
    if (found?.some) throw new Error(`the database is not empty (it has rows in "${name}"); restore into an empty one: another DATA_DIR or DATABASE_URL`);
  }
}

/** Parents before their children, so that foreign keys hold at every row. */
async function tablesInOrder(client: pg.Client): Promise<string[]> {
  const { rows: all } = await client.query<{ name: string }>(`SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname`);
  const { rows: keys } = await client.query<{ child: string; parent: string }>(`
    SELECT c.relname AS child, p.relname AS parent FROM pg_constraint k
    JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class p ON p.oid = k.confrelid
    WHERE k.contype = 'f' AND c.relnamespace = 'public'::regnamespace AND c.oid <> p.oid`);
  const waiting = new Set(all.map((row) => row.name).filter((name) => !LEFT_OUT.has(name)));
  const order: string[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].filter((name) => !keys.some((key) => key.child === name && waiting.has(key.parent)));
    if (ready.length === 0) throw new Error(`tables refer to each other in a circle: ${[...waiting].join(', ')}`);
    for (const name of ready) waiting.delete(name);
    order.push(...ready);
  }
  return order;
}

async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`, [`public.${client.escapeIdentifier(table)}`]);
  return rows.map((row) => row.name);
}

/** Copies a stream into a file and returns the SHA-256 of what went through, in hex. */
export async function hashInto(source: NodeJS.ReadableStream, target: NodeJS.WritableStream): Promise<string> {
  const hash = createHash('sha256');
  const tap = new Transform({ transform(chunk: Buffer, _encoding, done) { hash.update(chunk); done(null, chunk); } });
  await pipeline(source, tap, target);
  return hash.digest('hex');
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'tawama backup', connectionTimeoutMillis: 5_000, statement_timeout: 0 });
  // A server that goes away shows in the query that waits for it.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
