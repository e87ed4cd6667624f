import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createDataSource } from '../../platform/db/database.js';
import { migrate } from '../../platform/db/migrate.js';
import { MIGRATIONS } from '../../platform/db/migrations/index.js';
import { assertEmpty, dumpTables, loadTables } from '../../platform/db/snapshot.js';
import type { Log } from '../../platform/log.js';
import type { Storage } from '../../platform/storage/storage.js';
import { VERSION } from '../../platform/version.js';
import { collectFiles, inScratch, pack, placeFiles, unpack, type Manifest } from './archive.js';

/** Where the data is: the database, the folder with secrets, and what keeps the files. */
export type Place = { databaseUrl: string; dataDir: string; storage: Storage };

/** A database in which people have worked must not be written over. */
const MUST_BE_EMPTY = ['account', 'city', 'agreement', 'audit_entry'];

/** Writes data, uploads and secrets, all as of one instant, into one file. @returns its size in bytes and what is in it */
export async function writeBackup(from: Place, file: string): Promise<{ bytes: number; content: Manifest }> {
  return inScratch(async (scratch) => {
    const tables = join(scratch, 'tables');
    await mkdir(tables);
    const dump = await dumpTables(from.databaseUrl, tables);
    const files = await collectFiles(from, scratch);
    const content: Manifest = { format: 1, program: VERSION, createdAt: dump.at, migrations: dump.migrations, tables: dump.tables, files };
    return { bytes: await pack(scratch, content, file), content };
  });
}

/**
 * Brings a backup into an empty database and an empty data folder: the schema of the backup's day, the files, the rows in one
 * transaction, then the newer migrations. Mails that fell due before this moment are held: whoever restores cannot know
 * which of them the lost installation still sent.
 * @throws Error with one line
 */
export async function restoreBackup(file: string, to: Place, log: Log): Promise<Manifest> {
  return inScratch(async (scratch) => {
    const content = await unpack(file, scratch);
    const known = MIGRATIONS.map((migration) => migration.name);
    const newer = content.migrations.filter((name) => !known.includes(name));
    if (newer.length > 0) throw new Error(`the backup comes from a newer Tawama (${content.program}); restore it with that version`);
    await migrateTo(content.migrations, to.databaseUrl, log);
    await assertEmpty(to.databaseUrl, MUST_BE_EMPTY);
    // Files first: whatever happens in between, no row speaks of a file that is not there.
    const damaged = await placeFiles(scratch, content.files, to);
    if (damaged.length > 0) log.warn({ damaged }, 'files that were damaged when the backup was written are left out');
    await loadTables(to.databaseUrl, join(scratch, 'tables'), content.tables, MUST_BE_EMPTY, async (client) => {
      await client.query(`UPDATE delivery SET state = 'held', outcome = 'restored' WHERE state IN ('pending', 'leased')`);
      // A backup of an earlier version has no such table yet.
      const { rows: [table] } = await client.query<{ found: string | null }>(`SELECT to_regclass('dispatch')::text AS found`);
      if (table?.found) await client.query('DELETE FROM dispatch');
      // Its file stayed in the other place.
      await client.query(`DELETE FROM setting WHERE key = 'backup.last'`);
      await client.query(`UPDATE reminder SET hold = true WHERE state = 'planned' AND due_at <= club_now()`);
      await client.query(`INSERT INTO audit_entry (action, subject_type, after) VALUES ('backup.restore', 'backup', $1)`, [{ createdAt: content.createdAt, program: content.program }]);
    });
    await migrateTo(known, to.databaseUrl, log);
    return content;
  });
}

async function migrateTo(names: readonly string[], url: string, log: Log): Promise<void> {
  const dataSource = createDataSource({ url, entities: [], log, poolSize: 2, migrations: MIGRATIONS.filter((migration) => names.includes(migration.name)) });
  await dataSource.initialize();
  try {
    await migrate(dataSource, url);
  } finally {
    await dataSource.destroy();
  }
}
