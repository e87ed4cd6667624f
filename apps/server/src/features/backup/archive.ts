import { createHash, randomBytes } from 'node:crypto';
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import * as tar from 'tar';
import { z } from 'zod';

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
const KEPT_FOLDERS = ['secrets', 'files', 'evidence'];
const LEFT_OUT = new Set(['secrets/database-password']);

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
export async function collectFiles(dataDir: string, scratch: string): Promise<Manifest['files']> {
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
  return files;
}

/** Puts uploads and secrets where they were, with the modes they had. */
export async function placeFiles(scratch: string, files: Manifest['files'], dataDir: string): Promise<void> {
  for (const file of files) {
    const target = join(dataDir, file.path);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await copyFile(join(scratch, 'files', file.path), target);
    await chmod(target, file.mode);
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
