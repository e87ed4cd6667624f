import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

type Value = string | number | boolean | null | object;
const CHUNK = 64 * 1024;

/** Rows on their way into one table, in PostgreSQL's COPY text, over a connection of their own. */
export class Loader<Column extends string> {
  private waiting = '';
  rows = 0;

  private constructor(private readonly client: pg.Client, private readonly stream: ReturnType<typeof copyFrom>, private readonly columns: readonly Column[]) {}

  static async into<Column extends string>(url: string, table: string, columns: readonly Column[]): Promise<Loader<Column>> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return new Loader(client, client.query(copyFrom(`COPY ${table} (${columns.map((name) => `"${name}"`).join(', ')}) FROM STDIN`)), columns);
  }

  async add(row: Readonly<Record<Column, Value>>): Promise<void> {
    this.waiting += `${this.columns.map((column) => textOf(row[column])).join('\t')}\n`;
    this.rows += 1;
    if (this.waiting.length >= CHUNK) await this.flush();
  }

  async end(): Promise<void> {
    await this.flush();
    this.stream.end();
    await finished(this.stream);
    await this.client.end();
  }

  private async flush(): Promise<void> {
    const chunk = this.waiting;
    this.waiting = '';
    if (!this.stream.write(chunk)) await once(this.stream, 'drain');
  }
}

const SIGNS: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function textOf(value: Value): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return value.replace(/[\\\t\n\r]/g, (sign) => SIGNS[sign] ?? sign);
  return typeof value === 'object' ? textOf(JSON.stringify(value)) : String(value);
}

/**
 * Does the work with the tables' foreign keys, unique constraints and indexes taken away, then puts every one of them back:
 * PostgreSQL then checks all rows at once, and a row that breaks a constraint ends the load. Primary keys stay.
 */
export async function withoutIndexes(client: pg.Client, tables: readonly string[], work: () => Promise<void>): Promise<void> {
  const { rows: constraints } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS "table", conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conrelid = ANY($1::regclass[]) AND contype IN ('f', 'u') ORDER BY contype DESC, conname`, [tables]);
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i
     WHERE i.indrelid = ANY($1::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype IN ('p', 'u'))`, [tables]);
  // Keys that lean on a unique constraint go first.
  for (const { table, name } of constraints.toReversed()) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT "${name}"`);
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  await work();
  await client.query(`SET maintenance_work_mem = '512MB'`);
  for (const { definition } of indexes) await client.query(definition);
  for (const { table, name, definition } of constraints) await client.query(`ALTER TABLE ${table} ADD CONSTRAINT "${name}" ${definition}`);
}
