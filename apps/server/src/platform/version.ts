import { readFileSync } from 'node:fs';

/** The version of this program, as its package states it. */
export const VERSION: string = readVersion();

function readVersion(): string {
  const read: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return typeof read === 'object' && read !== null && 'version' in read ? String(read.version) : '0.0.0';
}
