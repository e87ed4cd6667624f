import { existsSync, mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EnvError } from './env.js';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there', EPERM: 'this user may not write there', EROFS: 'nothing can be written there', ENOENT: 'no folder can be made there',
  EEXIST: 'it is a file', ENOTDIR: 'a part of it is a file', ENOSPC: 'the disk is full', ENAMETOOLONG: 'the name is too long',
};

/**
 * Makes the folder of the installation's data where it is missing, and tries whether it can be written to.
 * @throws EnvError with one line that names DATA_DIR
 */
export function makeDataFolder(folder: string): void {
  try {
    // Level by level: in a place that refuses every folder, such as /proc, Node's own recursion never ends.
    const missing: string[] = [];
    for (let at = folder; !existsSync(at); at = dirname(at)) missing.unshift(at);
    for (const one of missing) makeOne(one);
    rmdirSync(mkdtempSync(join(folder, '.try-')));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new EnvError('DATA_DIR', `${folder} cannot hold the data: ${REASONS[code] ?? String(error)}`);
  }
}

function makeOne(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o755 });
  } catch (error) {
    // Another start of the same moment has made it.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}
