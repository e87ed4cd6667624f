import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs some tests need and not every machine has; `npm test` installs them where it can. Undefined: skip, loudly. */
export const redisServer = (): string | undefined => onPath('redis-server');
export const chromium = (): string | undefined => onPath('chromium') ?? onPath('chromium-browser') ?? onPath('google-chrome');

/** The folder of a distribution's own PostgreSQL, 15 or newer. */
export function debianPostgres(): string | undefined {
  const folder = '/usr/lib/postgresql';
  if (!existsSync(folder)) return undefined;
  return readdirSync(folder).filter((version) => Number(version) >= 15).sort().map((version) => join(folder, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
}

function onPath(name: string): string | undefined {
  return (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)).find((file) => existsSync(file));
}
