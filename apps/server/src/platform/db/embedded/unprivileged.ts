import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** PostgreSQL refuses to run as root; then it runs as this user. */
export interface RunAs { uid: number; gid: number; name: string }

const NAME = 'tawama';

/** @returns the user PostgreSQL must run as, or undefined when this process is an ordinary user itself */
export function unprivilegedUser(): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const found = lookUp(NAME);
  if (found) return found;
  const made = [['useradd', '--system', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME], ['adduser', '-S', '-D', '-H', NAME]]
    .some(([command = '', ...args]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0);
  const user = (made ? lookUp(NAME) : undefined) ?? lookUp('postgres') ?? lookUp('nobody');
  if (!user) throw new Error('PostgreSQL does not run as root and no ordinary user could be made; start Tawama as an ordinary user');
  return user;
}

function lookUp(name: string): RunAs | undefined {
  const line = readFileSync('/etc/passwd', 'utf8').split('\n').find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined || uid === '0' ? undefined : { uid: Number(uid), gid: Number(gid), name };
}

/** Can that user write into the folder, through all the folders above it? */
export function canWrite(folder: string, user: RunAs | undefined): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$0" && test -w .', folder], { cwd: '/', stdio: 'ignore', ...identity(user) }).status === 0;
}

/** Spawn options that change to that user. */
export function identity(user: RunAs | undefined): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {};
}
