import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Storage } from './storage.js';

const HASH = /^[0-9a-f]{64}$/;

/** Files in one folder of the installation, in 256 folders by the first two digits of their hash. */
export class DiskStorage extends Storage {
  constructor(private readonly folder: string) { super(); }

  get where(): string { return this.folder; }

  async put(path: string, sha256: string): Promise<void> {
    const target = this.pathOf(sha256);
    const shelf = dirname(target);
    await mkdir(shelf, { recursive: true, mode: 0o700 });
    // The draft is on the disk already; over an equal file the new one is as good, and young again.
    await rename(path, target);
    // The name too must outlive a power cut before a row may speak of it.
    for (const folder of [shelf, this.folder]) await settle(folder);
  }

  async open(sha256: string): Promise<{ bytes: number; content: Readable } | undefined> {
    const path = this.pathOf(sha256);
    const found = await stat(path).catch(absent);
    return found && { bytes: found.size, content: createReadStream(path) };
  }

  async has(sha256: string): Promise<boolean> {
    return await stat(this.pathOf(sha256)).catch(absent) !== undefined;
  }

  async *putBefore(instant: Date): AsyncGenerator<string, void> {
    for (const shelf of await readdir(this.folder).catch(() => [])) {
      if (!/^[0-9a-f]{2}$/.test(shelf)) continue;
      for (const name of await readdir(join(this.folder, shelf))) {
        if (!HASH.test(name)) continue;
        const found = await stat(this.pathOf(name)).catch(absent);
        if (found && found.mtimeMs < instant.getTime()) yield name;
      }
    }
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.pathOf(sha256), { force: true });
  }

  private pathOf(sha256: string): string {
    if (!HASH.test(sha256)) throw new Error('a file is asked for by something that is no hash');
    return join(this.folder, sha256.slice(0, 2), sha256);
  }
}

async function settle(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try { await handle.sync(); } finally { await handle.close(); }
}

const absent = (error: NodeJS.ErrnoException): undefined => {
  if (error.code === 'ENOENT') return undefined;
  throw error;
};
