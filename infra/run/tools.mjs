// What tests and benchmarks need of the machine and the program itself does not: installed where that is possible.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A tool: how it shows, and the Debian package that brings it. */
export const CHROMIUM = { name: 'Chromium', package: 'chromium', found: () => onPath('chromium') ?? onPath('chromium-browser') ?? onPath('google-chrome') };
export const REDIS = { name: 'Redis', package: 'redis-server', found: () => onPath('redis-server') };
export const POSTGRES = { name: 'PostgreSQL 15 or newer', package: 'postgresql', found: debianPostgres };

/**
 * Installs what is missing where that is possible; says loudly what is not there after all.
 * @param otherwise what happens without a tool
 * @returns the packages that are still missing
 */
export function provide(tools, { say, otherwise }) {
  const missing = tools.filter((tool) => !tool.found());
  if (missing.length > 0 && canInstall()) {
    say(`Installing: ${missing.map((tool) => tool.name).join(', ')}`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
    // A server that a package starts by itself would only be in the way.
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', '-o', 'Dpkg::Use-Pty=0', ...missing.map((tool) => tool.package)], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...env, RUNLEVEL: '1' } });
  }
  const still = tools.filter((tool) => !tool.found());
  for (const tool of still) say(`!!! ${tool.name} is not here and could not be installed: ${otherwise}`);
  return still.map((tool) => tool.package);
}

export function canInstall() { return process.getuid?.() === 0 && onPath('apt-get') !== undefined; }

function onPath(name) {
  return (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)).find((file) => existsSync(file));
}

function debianPostgres() {
  const folder = '/usr/lib/postgresql';
  return existsSync(folder) ? readdirSync(folder).filter((version) => Number(version) >= 15).map((version) => join(folder, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb'))) : undefined;
}
