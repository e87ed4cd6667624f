import { statfs } from 'node:fs/promises';
import { connect } from 'node:net';
import { lastBackup } from '../features/backup/last-backup.js';
import { MIGRATIONS } from '../platform/db/migrations/index.js';
import { assertFreshZones, loadZoneTable } from '../platform/zones.js';
import type { Place } from './place.js';

type Finding = { ok: boolean; text: string };

/** Looks at everything the program stands on and says in one line each what is well and what to do. */
export async function doctor(place: Place, say: (line: string) => void): Promise<number> {
  const checks: [string, () => Promise<Finding> | Finding][] = [
    ['database', () => server(place)],
    ['schema', () => schema(place)],
    ['zone data', zones],
    ['reminders', () => reminders(place)],
    ['incidents', () => incidents(place)],
    ['mail', () => mail(place)],
    ['queue', () => queue(place)],
    ['files', () => files(place)],
    ['disk', () => disk(place)],
    ['backup', () => backup(place)],
  ];
  let ill = 0;
  for (const [name, check] of checks) {
    const finding = await Promise.resolve().then(check).catch((error: unknown) => ({ ok: false, text: error instanceof Error ? error.message : String(error) }));
    if (!finding.ok) ill += 1;
    say(`${finding.ok ? 'well ' : 'LOOK '} ${name.padEnd(10)} ${finding.text}`);
  }
  return ill === 0 ? 0 : 1;
}

async function server({ database, env }: Place): Promise<Finding> {
  const [row] = await database.query<{ version: string; size: string }>(`SELECT current_setting('server_version') AS version, pg_size_pretty(pg_database_size(current_database())) AS size`);
  return { ok: true, text: `PostgreSQL ${row?.version}, ${row?.size}, ${env.databaseUrl ? 'of DATABASE_URL' : `embedded in ${env.dataDir}`}` };
}

async function schema({ database }: Place): Promise<Finding> {
  const done = new Set((await database.query<{ name: string }>('SELECT name FROM migration')).map((row) => row.name));
  const missing = MIGRATIONS.filter((migration) => !done.has(migration.name)).map((migration) => migration.name);
  return missing.length === 0 ? { ok: true, text: `${done.size} migrations` } : { ok: false, text: `${missing.join(', ')} not run yet: the next start runs them` };
}

function zones(): Finding {
  const table = loadZoneTable();
  assertFreshZones(table);
  return { ok: true, text: table.version };
}

async function reminders({ database }: Place): Promise<Finding> {
  const [row] = await database.query<{ overdue: number; held: number; failed: number }>(`
    SELECT (SELECT count(*) FROM reminder WHERE state = 'planned' AND due_at < club_now() - interval '1 hour') AS overdue,
      (SELECT count(*) FROM delivery WHERE state = 'held') AS held, (SELECT count(*) FROM delivery WHERE state = 'failed') AS failed`);
  const { overdue = 0, held = 0, failed = 0 } = row ?? {};
  return { ok: overdue === 0 && failed === 0, text: `${overdue} due for more than an hour, ${held} mails held, ${failed} failed${overdue > 0 ? ': is a worker running?' : ''}` };
}

async function incidents({ database }: Place): Promise<Finding> {
  const [row] = await database.query<{ open: number }>(`SELECT count(*) AS open FROM incident WHERE state = 'open'`);
  return { ok: !row?.open, text: `${row?.open ?? 0} open` };
}

async function mail({ env }: Place): Promise<Finding> {
  if (!env.smtpUrl) return { ok: true, text: 'no SMTP_URL: mails are kept in the Outbox and leave this machine for nobody' };
  return reaches(env.smtpUrl, new URL(env.smtpUrl).protocol === 'smtps:' ? 465 : 587);
}

async function queue({ env }: Place): Promise<Finding> {
  return env.redisUrl ? reaches(env.redisUrl, 6379) : { ok: true, text: 'BullMQ on PostgreSQL' };
}

/** Asks for a file that nobody has: whoever answers is there, and lets us in. */
async function files({ storage }: Place): Promise<Finding> {
  try {
    await storage.has('0'.repeat(64));
    return { ok: true, text: storage.where };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    return { ok: false, text: `${storage.where} does not let us in (${cause}): look at STORAGE_URL` };
  }
}

async function disk({ dataDir }: Place): Promise<Finding> {
  const { bavail, bsize } = await statfs(dataDir);
  const free = Math.floor((bavail * bsize) / 2 ** 20);
  return { ok: free > 500, text: `${free} MiB free for ${dataDir}` };
}

async function backup({ database, dataDir }: Place): Promise<Finding> {
  const last = await database.read((tx) => lastBackup(tx, dataDir));
  if (!last) return { ok: false, text: 'none here: the worker writes one every night, "backup FILE" at once' };
  return { ok: last.ageHours < 49, text: `${last.file}, ${Math.round(last.ageHours)} hours old` };
}

function reaches(url: string, usualPort: number): Promise<Finding> {
  const { hostname, port } = new URL(url);
  const address = `${hostname}:${port || usualPort}`;
  return new Promise((found) => {
    const socket = connect({ host: hostname, port: Number(port) || usualPort });
    const end = (ok: boolean, text: string) => { socket.destroy(); found({ ok, text }); };
    socket.setTimeout(5_000, () => end(false, `${address} does not answer`));
    socket.on('connect', () => end(true, `${address} answers`));
    socket.on('error', (error) => end(false, `${address}: ${error.message}`));
  });
}
