import pg from 'pg';
import type { DataSource } from 'typeorm';

// 'TAWA' as a number; held while one process migrates, so that a second one waits and then finds nothing to do.
const LOCK = 0x54415741;
const OLDEST_SERVER = 150_000;

/**
 * Brings the schema up to date.
 * @returns true when the database was empty before
 * @throws Error with one line when the server is too old or the schema is newer than this program
 */
export async function migrate(dataSource: DataSource, url: string): Promise<{ created: boolean; ran: string[] }> {
  const client = new pg.Client({ connectionString: url, application_name: 'tawama migrate', connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows: [server] } = await client.query<{ number: string; version: string }>(`SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS version`);
    if (Number(server?.number) < OLDEST_SERVER) throw new Error(`PostgreSQL ${server?.version} is too old; Tawama needs 15 or newer`);
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const { rows: [table] } = await client.query<{ found: string | null }>(`SELECT to_regclass('migration')::text AS found`);
    const known = new Set(dataSource.migrations.map((migration) => migration.name));
    const done = table?.found ? (await client.query<{ name: string }>('SELECT name FROM migration')).rows.map((row) => row.name) : [];
    const unknown = done.filter((name) => !known.has(name));
    if (unknown.length > 0) throw new Error(`the database was used by a newer Tawama (it has ${unknown.join(', ')}); start that version, or restore a backup of this one`);
    const ran = await dataSource.runMigrations({ transaction: 'each' });
    return { created: done.length === 0, ran: ran.map((migration) => migration.name) };
  } finally {
    // Ending the session releases the lock.
    await client.end().catch(() => {});
  }
}
