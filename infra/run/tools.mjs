// What some tests need of the machine and not every machine has.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** How each shows, and the Debian package that brings it. */
const TOOLS = [
  { name: 'Chromium', package: 'chromium', found: () => onPath('chromium') ?? onPath('chromium-browser') ?? onPath('google-chrome') },
  { name: 'Redis', package: 'redis-server', found: () => onPath('redis-server') },
  { name: 'PostgreSQL 15 or newer', package: 'postgresql', found: debianPostgres },
];

/** Installs what is missing where that is possible; says loudly what is not there after all. @returns the packages that are missing */
export function provideTools(say, wanted = TOOLS.map((tool) => tool.package)) {
  const missing = TOOLS.filter((tool) => wanted.includes(tool.package) && !tool.found());
  if (missing.length > 0 && canInstall()) {
    say(`Installing for the tests: ${missing.map((tool) => tool.name).join(', ')}`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
    // A server that a package starts by itself would only be in the way.
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', '-o', 'Dpkg::Use-Pty=0', ...missing.map((tool) => tool.package)], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...env, RUNLEVEL: '1' } });
  }
  const still = missing.filter((tool) => !tool.found());
  for (const tool of still) say(`!!! ${tool.name} is not here and could not be installed: the tests that need it are SKIPPED`);
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
