import { lastBackup } from '../features/backup/last-backup.js';
import { MIGRATIONS } from '../platform/db/migrations/index.js';
import { VERSION } from '../platform/version.js';
import type { Place } from './place.js';

const FRESH_HOURS = 24;

/** Says before a start what that start would do to the database. @returns 0 when it may go ahead */
export async function upgradeCheck({ database, dataDir }: Place, say: (line: string) => void): Promise<number> {
  const [table] = await database.query<{ found: string | null }>(`SELECT to_regclass('migration')::text AS found`);
  const done = table?.found ? (await database.query<{ name: string }>('SELECT name FROM migration ORDER BY id')).map(({ name }) => name) : [];
  const known = MIGRATIONS.map(({ name }) => name);
  const newer = done.filter((name) => !known.includes(name));
  if (newer.length > 0) {
    say(`NO    the database is newer than Tawama ${VERSION}: it has ${newer.join(', ')}`);
    return 1;
  }
  const pending = known.filter((name) => !done.includes(name));
  say(`well  Tawama ${VERSION} ${pending.length === 0 ? 'finds its schema as it is' : `would run ${pending.length} migrations: ${pending.join(', ')}`}`);
  const backup = table?.found ? await database.read((tx) => lastBackup(tx, dataDir)) : null;
  const fresh = backup !== null && backup.ageHours <= FRESH_HOURS;
  say(fresh ? `well  the last nightly backup is ${Math.round(backup.ageHours)} hours old` : 'LOOK  no nightly backup of the last day: write one first with "backup FILE"');
  return fresh || pending.length === 0 ? 0 : 1;
}
