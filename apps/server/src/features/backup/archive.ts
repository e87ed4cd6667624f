import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { chmod, copyFile, mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { createWriteStream } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as tar from 'tar';
import { z } from 'zod';
import { EVER, type Storage } from '../../platform/storage/storage.js';
import { DRAFTS_FOLDER } from '../../platform/storage/storage.module.js';

/**
 * A backup is one gzipped tar that ordinary tools can open: `manifest.json`, `tables/<name>.copy` (PostgreSQL COPY text),
 * `files/…` (uploads and secrets). The manifest states the SHA-256 of every part.
 */
const part = { sha256: z.string().regex(/^[0-9a-f]{64}$/) };
const safeName = z.string().regex(/^[a-z_][a-z0-9_]*$/);
const safePath = z.string().max(400).refine((path) => !path.startsWith('/') && !path.split('/').includes('..') && !path.includes('\0'));
export const manifest = z.object({
  format: z.literal(1),
  program: z.string(),
  createdAt: z.string(),
  migrations: z.array(z.string()).min(1),
  tables: z.array(z.object({ name: safeName, columns: z.array(z.string()), rows: z.int(), ...part })),
  files: z.array(z.object({ path: safePath, mode: z.int(), ...part })),
});
export type Manifest = z.infer<typeof manifest>;

/** The folders of DATA_DIR that a backup holds, and what in them belongs to one cluster only. */
const KEPT_FOLDERS = ['secrets', 'files'];
const LEFT_OUT = new Set(['secrets/database-password']);
/** What the storage keeps, wherever it does: a backup of a bucket comes back into a folder as well, and the other way. */
const STORED = 'evidence';

/** A private folder that is gone when the work is, however it ended. */
export async function inScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'tawama-backup-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Copies uploads and secrets into the scratch folder. */
export async function collectFiles({ dataDir, storage }: { dataDir: string; storage: Storage }, scratch: string): Promise<Manifest['files']> {
  const files: Manifest['files'] = [];
  for (const top of KEPT_FOLDERS) {
    for (const path of await filesBelow(join(dataDir, top))) {
      const name = relative(dataDir, path);
      if (LEFT_OUT.has(name)) continue;
      const target = join(scratch, 'files', name);
      await mkdir(dirname(target), { recursive: true });
      await copyFile(path, target);
      files.push({ path: name, mode: (await stat(path)).mode & 0o777, sha256: await hashOf(target) });
    }
  }
  for await (const sha256 of storage.putBefore(EVER)) {
    const kept = await storage.open(sha256);
    // Taken away since the list was made: then no row of this backup names it.
    if (!kept) continue;
    const path = `${STORED}/${sha256.slice(0, 2)}/${sha256}`;
    const target = join(scratch, 'files', path);
    await mkdir(dirname(target), { recursive: true });
    await pipeline(kept.content, createWriteStream(target, { mode: 0o600 }));
    files.push({ path, mode: 0o600, sha256: await hashOf(target) });
  }
  return files;
}

/**
 * Puts uploads and secrets where they belong, with the modes they had.
 * @returns hashes of uploads that were not what they ought to be when the backup was written: they are left out, and `verify` misses them
 */
export async function placeFiles(scratch: string, files: Manifest['files'], { dataDir, storage }: { dataDir: string; storage: Storage }): Promise<string[]> {
  const damaged: string[] = [];
  for (const file of files) {
    const source = join(scratch, 'files', file.path);
    if (file.path.startsWith(`${STORED}/`)) {
      if (basename(file.path) === file.sha256) await store(source, file.sha256, { dataDir, storage }); else damaged.push(basename(file.path));
      continue;
    }
    const target = join(dataDir, file.path);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await copyFile(source, target);
    await chmod(target, file.mode);
  }
  return damaged;
}

/** The storage takes files from the folder of the data only: the scratch folder may lie on another disk. */
async function store(source: string, sha256: string, { dataDir, storage }: { dataDir: string; storage: Storage }): Promise<void> {
  const draft = join(dataDir, DRAFTS_FOLDER, randomUUID());
  await mkdir(dirname(draft), { recursive: true, mode: 0o700 });
  try {
    await copyFile(source, draft);
    await chmod(draft, 0o600);
    const handle = await open(draft, 'r');
    try { await handle.sync(); } finally { await handle.close(); }
    await storage.put(draft, sha256);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Packs the scratch folder; the file appears under its name only when it is whole, readable by its owner only. */
export async function pack(scratch: string, content: Manifest, target: string): Promise<number> {
  await writeFile(join(scratch, 'manifest.json'), `${JSON.stringify(content, null, 1)}\n`);
  await mkdir(dirname(target), { recursive: true });
  const draft = `${target}.${randomBytes(4).toString('hex')}.part`;
  try {
    const entries = (await readdir(scratch)).sort((a, b) => Number(b === 'manifest.json') - Number(a === 'manifest.json'));
    await tar.create({ gzip: true, file: draft, cwd: scratch, portable: true, mode: 0o600 }, entries);
    await chmod(draft, 0o600);
    await rename(draft, target);
  } finally {
    await rm(draft, { force: true });
  }
  return (await stat(target)).size;
}

/**
 * Unpacks a backup and checks every part against the manifest.
 * @throws Error with one line
 */
export async function unpack(file: string, scratch: string): Promise<Manifest> {
  try {
    await tar.extract({ file, cwd: scratch, strict: true, preserveOwner: false });
  } catch (error) {
    throw new Error(`${file} is not a whole backup file: ${error instanceof Error ? error.message : String(error)}`);
  }
  const read = manifest.safeParse(JSON.parse(await readFile(join(scratch, 'manifest.json'), 'utf8').catch(() => 'null')));
  if (!read.success) throw new Error(`${file} is not a backup of this program: its manifest cannot be read`);
  const parts = [
    ...read.data.tables.map((table) => ({ path: join('tables', `${table.name}.copy`), sha256: table.sha256 })),
    ...read.data.files.map((one) => ({ path: join('files', one.path), sha256: one.sha256 })),
  ];
  for (const one of parts) {
    if (await hashOf(join(scratch, one.path)).catch(() => '') !== one.sha256) throw new Error(`${file} is damaged: ${one.path} is not what the manifest states`);
  }
  return read.data;
}

async function filesBelow(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
}

async function hashOf(path: string): Promise<string> {
  return createHash('sha256').update(await readFile(path)).digest('hex');
}
