import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, startS3Sink, type TestDatabase } from '@tawama/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp } from '../../../test/app.js';
import { diskStorageIn, storageOf } from '../../platform/storage/storage.module.js';
import { Env } from '../../platform/env.js';
import { createLog } from '../../platform/log.js';
import { BackupService } from './backup.service.js';
import { restoreBackup, writeBackup } from './backup.js';

const log = createLog('silent');
const placeOf = ({ url: databaseUrl }: TestDatabase, within: string) => ({ databaseUrl, dataDir: within, storage: diskStorageIn(within) });
const PROOF = createHash('sha256').update('%PDF-').digest('hex');
const SHELF = PROOF.slice(0, 2);
const DAMAGED = `ab${'0'.repeat(62)}`;
let source: TestDatabase;
let folder = '';
let dataDir = '';
let file = '';

beforeAll(async () => {
  source = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'tawama-backup-test-'));
  dataDir = join(folder, 'source');
  file = join(folder, 'club.tar.gz');
  const app = await startTestApp({ databaseUrl: source.url, variables: { DEMO: 'true' } });
  await app.close();
  await mkdir(join(dataDir, 'secrets'), { recursive: true });
  await mkdir(join(dataDir, 'files/2026'), { recursive: true });
  await mkdir(join(dataDir, 'evidence/ab'), { recursive: true });
  await mkdir(join(dataDir, 'evidence', SHELF), { recursive: true });
  await writeFile(join(dataDir, 'evidence', SHELF, PROOF), '%PDF-', { mode: 0o600 });
  await writeFile(join(dataDir, 'evidence/ab', DAMAGED), 'something else', { mode: 0o600 });
  await writeFile(join(dataDir, 'secrets/links-key'), 'a key', { mode: 0o600 });
  await writeFile(join(dataDir, 'secrets/database-password'), 'of that cluster only', { mode: 0o600 });
  await writeFile(join(dataDir, 'files/2026/scan.pdf'), Buffer.from([0, 255, 1, 13, 10]), { mode: 0o640 });
  // What COPY text could trip over.
  await source.query(`UPDATE agreement SET note = $1 WHERE title->>'en' LIKE '%Niamey%'`, [{ ar: 'سطر\nثان\tوعلامة \\ و"اقتباس"', fr: null, en: '\\N' }]);
  await writeBackup(placeOf(source, dataDir), file);
});
afterAll(async () => {
  await source.drop();
  await rm(folder, { recursive: true, force: true });
});

/** Every row of every table, as text, in one order. */
async function everything(database: TestDatabase): Promise<Record<string, string[]>> {
  const tables = await database.query<{ name: string }>(`SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'migration' ORDER BY 1`);
  const all: Record<string, string[]> = {};
  for (const { name } of tables) all[name] = (await database.query<{ row: string }>(`SELECT t::text AS row FROM "${name}" t ORDER BY 1`)).map(({ row }) => row);
  return all;
}

it('brings everything back into an empty place', async () => {
  const target = await createTestDatabase();
  const to = join(folder, 'restored');
  try {
    await mkdir(join(to, 'secrets'), { recursive: true });
    await writeFile(join(to, 'secrets/database-password'), 'of this cluster');
    const content = await restoreBackup(file, placeOf(target, to), log);
    const [before, after] = [await everything(source), await everything(target)];
    const added = after['audit_entry']?.filter((row) => !before['audit_entry']?.includes(row)) ?? [];
    expect(added).toHaveLength(1);
    expect(added[0]).toContain('backup.restore');
    expect({ ...after, audit_entry: after['audit_entry']?.filter((row) => row !== added[0]) }).toEqual(before);
    expect(content.tables.reduce((sum, { rows }) => sum + rows, 0)).toBe(Object.values(before).flat().length);
    expect(before['milestone']?.length).toBeGreaterThan(150);
    expect(await readFile(join(to, 'secrets/links-key'), 'utf8')).toBe('a key');
    expect((await stat(join(to, 'secrets/links-key'))).mode & 0o777).toBe(0o600);
    expect([...await readFile(join(to, 'files/2026/scan.pdf'))]).toEqual([0, 255, 1, 13, 10]);
    expect(await readFile(join(to, 'evidence', SHELF, PROOF), 'utf8')).toBe('%PDF-');
    await expect(stat(join(to, 'evidence/ab', DAMAGED))).rejects.toThrow('ENOENT');
    expect(await readFile(join(to, 'secrets/database-password'), 'utf8')).toBe('of this cluster');
    // And the program runs on it.
    await (await startTestApp({ databaseUrl: target.url, variables: { DEMO: 'true' } })).close();
    expect((await target.query('SELECT count(*) AS n FROM agreement'))[0]).toEqual({ n: 17 });
  } finally {
    await target.drop();
  }
});

it('is readable by its owner only, and states what is in it', async () => {
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it('is refused where people have worked, and leaves them alone', async () => {
  const before = await everything(source);
  await writeFile(join(dataDir, 'secrets/links-key'), 'a newer key');
  await expect(restoreBackup(file, placeOf(source, dataDir), log)).rejects.toThrow(/not empty/);
  expect(await everything(source)).toEqual(before);
  expect(await readFile(join(dataDir, 'secrets/links-key'), 'utf8')).toBe('a newer key');
});

it('is refused when a byte is wrong, and nothing of it is kept', async () => {
  const bytes = await readFile(file);
  const target = await createTestDatabase();
  try {
    for (const place of [Math.floor(bytes.length / 2), bytes.length - 4]) {
      const damaged = Buffer.from(bytes);
      damaged.writeUInt8(damaged.readUInt8(place) ^ 0x55, place);
      await writeFile(join(folder, 'damaged.tar.gz'), damaged);
      await expect(restoreBackup(join(folder, 'damaged.tar.gz'), placeOf(target, join(folder, 'nowhere')), log)).rejects.toThrow(/damaged|whole backup/);
    }
    await writeFile(join(folder, 'short.tar.gz'), bytes.subarray(0, bytes.length / 3));
    await expect(restoreBackup(join(folder, 'short.tar.gz'), placeOf(target, join(folder, 'nowhere')), log)).rejects.toThrow();
    expect(await target.query('SELECT (SELECT count(*) FROM city) + (SELECT count(*) FROM audit_entry) AS n')).toEqual([{ n: 0 }]);
  } finally {
    await target.drop();
  }
});

it('holds the mails that fell due before it was restored', async () => {
  const due = await createTestDatabase();
  const target = await createTestDatabase();
  try {
    await restoreBackup(file, placeOf(due, join(folder, 'due')), log);
    await due.query(`INSERT INTO delivery (kind, email, recipient_name, language, state, message_id, due_at) VALUES
      ('test', 'a@example.org', 'a', 'ar', 'pending', '<1@x>', club_now()), ('test', 'b@example.org', 'b', 'ar', 'pending', '<2@x>', club_now())`);
    await due.query(`UPDATE dispatch SET lease_owner = 'w', lease_ends_at = clock_timestamp() + interval '1 minute', fence = 1, attempts = 1 WHERE delivery_id = (SELECT id FROM delivery WHERE message_id = '<1@x>')`);
    await due.query(`INSERT INTO setting (key, value) VALUES ('backup.last', '{"at":"2026-01-26T02:00:00Z","bytes":1,"file":"backups/tawama-2026-01-26.tar.gz"}')`);
    await due.query(`UPDATE club_clock SET clock_offset = clock_offset + interval '10 days'`);
    await writeBackup(placeOf(due, join(folder, 'due')), join(folder, 'due.tar.gz'));
    await restoreBackup(join(folder, 'due.tar.gz'), placeOf(target, join(folder, 'held')), log);
    expect(await target.query(`SELECT DISTINCT state, outcome FROM delivery`)).toEqual([{ state: 'held', outcome: 'restored' }]);
    expect(await target.query('SELECT * FROM dispatch')).toEqual([]);
    expect(await target.query(`SELECT * FROM setting WHERE key = 'backup.last'`)).toEqual([]);
    expect(await target.query(`SELECT count(*) FILTER (WHERE NOT hold) AS loose, count(*) > 5 AS some FROM reminder WHERE state = 'planned' AND due_at <= club_now()`)).toEqual([{ loose: 0, some: true }]);
    expect(await target.query(`SELECT count(*) AS held FROM reminder WHERE state = 'planned' AND due_at > club_now() AND hold`)).toEqual([{ held: 0 }]);
  } finally {
    await due.drop();
    await target.drop();
  }
});

it('is written every night, once, and its age is shown', async () => {
  const database = await createTestDatabase();
  const app = await startTestApp({ databaseUrl: database.url });
  try {
    const backups = app.get(BackupService);
    expect(await backups.status()).toEqual({ lastAt: null, bytes: null, file: null, ageHours: null });
    await backups.nightly();
    const status = await backups.status();
    expect(status.file).toMatch(/^backups\/tawama-\d{4}-\d{2}-\d{2}\.tar\.gz$/);
    expect((await stat(join(app.env.dataDir, status.file ?? ''))).size).toBe(status.bytes);
    expect(status.ageHours).toBe(0);
    await backups.nightly();
    expect((await backups.status()).lastAt).toBe(status.lastAt);
    await rm(join(app.env.dataDir, status.file ?? ''));
    expect(await backups.status()).toEqual({ lastAt: null, bytes: null, file: null, ageHours: null });
    await database.query(`UPDATE setting SET value = value || jsonb_build_object('at', clock_timestamp() - interval '25 hours') WHERE key = 'backup.last'`);
    expect(await backups.isDue()).toBe(true);
  } finally {
    await app.close();
    await database.drop();
  }
});

it('of a bucket comes back into a folder, and the other way', async () => {
  const [bucket, target, again] = [await startS3Sink(), await createTestDatabase(), await createTestDatabase()];
  try {
    const inBucket = storageOf(Env.read({ STORAGE_URL: bucket.url('club'), DATA_DIR: join(folder, 'with-bucket') }));
    const isDamaged = (sha256: string | undefined): boolean => sha256 === createHash('sha256').update('something else').digest('hex');
    const filesOf = (content: { files: { path: string; sha256: string }[] }) => content.files.filter(({ path }) => path.startsWith('evidence/')).map(({ path, sha256 }) => [path, sha256]).toSorted();
    const first = await restoreBackup(file, { databaseUrl: target.url, dataDir: join(folder, 'with-bucket'), storage: inBucket }, log);
    expect([...bucket.objects.keys()]).toEqual(filesOf(first).filter(([, sha256]) => !isDamaged(sha256)).map(([path = '']) => `club/${path.slice(12)}`));
    expect(bucket.objects.get(`club/${PROOF}`)?.content.toString()).toBe('%PDF-');
    await expect(stat(join(folder, 'with-bucket/evidence'))).rejects.toThrow('ENOENT');
    const { content } = await writeBackup({ databaseUrl: target.url, dataDir: join(folder, 'with-bucket'), storage: inBucket }, join(folder, 'of-bucket.tar.gz'));
    expect(filesOf(content)).toEqual(filesOf(first).filter(([, sha256]) => !isDamaged(sha256)));
    await restoreBackup(join(folder, 'of-bucket.tar.gz'), placeOf(again, join(folder, 'from-bucket')), log);
    expect(await readFile(join(folder, 'from-bucket/evidence', SHELF, PROOF), 'utf8')).toBe('%PDF-');
  } finally {
    await bucket.close();
    await target.drop();
    await again.drop();
  }
});

it('that stops in the middle leaves no row whose file is not there, and can be tried again', async () => {
  const [bucket, target] = [await startS3Sink(), await createTestDatabase()];
  try {
    const to = { databaseUrl: target.url, dataDir: join(folder, 'stopped'), storage: storageOf(Env.read({ STORAGE_URL: bucket.url(), DATA_DIR: join(folder, 'stopped') })) };
    bucket.script((method, name) => (method === 'PUT' && name === PROOF ? { status: 403 } : 'serve'));
    await expect(restoreBackup(file, to, log)).rejects.toThrow('storage/unavailable');
    expect(await target.query('SELECT (SELECT count(*) FROM city) + (SELECT count(*) FROM audit_entry) AS n')).toEqual([{ n: 0 }]);
    bucket.script(() => 'serve');
    await restoreBackup(file, to, log);
    expect(bucket.objects.has(PROOF)).toBe(true);
  } finally {
    await bucket.close();
    await target.drop();
  }
});
