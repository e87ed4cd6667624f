import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { debianPostgres, freePort, redisServer, startDebianPostgres, startRedis } from '@tawama/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const LATER_START_MS = 4_000;

interface Start {
  process: ChildProcess;
  url: string;
  output(): string;
  /** Settles with the exit code. */
  ended: Promise<number | null>;
}

let dataDir: string;
let started: Start[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tawama-start-'));
  chmodSync(dataDir, 0o755);
  started = [];
});
afterEach(async () => {
  await Promise.all(started.map(async ({ process, ended }) => { process.kill('SIGTERM'); await ended; }));
  rmSync(dataDir, { recursive: true, force: true });
});

async function npmStart(variables: Record<string, string> = {}, command = ['npm', 'start', '--silent']): Promise<Start> {
  const port = variables['PORT'] ?? String(await freePort());
  const [program = '', ...args] = command;
  const child = spawn(program, args, { cwd: ROOT, env: { PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: dataDir, PORT: port, LOG_LEVEL: 'info', ...variables }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  child.stderr.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  const start = { process: child, url: `http://127.0.0.1:${port}`, output: () => output, ended: new Promise<number | null>((done) => { child.on('close', done); }) };
  started.push(start);
  return start;
}

/** Waits for /readyz 200. @returns its body */
async function ready(start: Start, patienceMs = 60_000): Promise<{ status: string; checks: Record<string, unknown> }> {
  const end = performance.now() + patienceMs;
  while (performance.now() < end && start.process.exitCode === null) {
    const answer = await fetch(`${start.url}/readyz`).catch(() => undefined);
    if (answer?.status === 200) return await answer.json() as { status: string; checks: Record<string, unknown> };
    await pause(50);
  }
  throw new Error(`not ready: ${start.output()}`);
}

/** Living processes that belong to this data folder. */
function processesOf(folder: string): number[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter((pid) => {
    try {
      if (/^\d+ \(.*\) [ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))) return false;
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder) || readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`DATA_DIR=${folder}`);
    } catch { return false; }
  }).map(Number);
}

const isPostgres = (pid: number): boolean => /^\d+ \(postgres\)/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));

function kill(pids: number[]): void {
  for (const pid of pids) { try { process.kill(pid, 'SIGKILL'); } catch { /* it has gone with its parent */ } }
}

const postmaster = () => Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

describe('npm start', () => {
  it('serves, stops without orphans at SIGTERM, and starts again quickly with its data', async () => {
    const first = await npmStart();
    expect(await ready(first, 150_000)).toMatchObject({ checks: { database: 'ok', clock: 'ok', queue: 'ok' } });
    expect(first.output()).toMatch(/Tawama is ready: http:\/\/localhost:\d+/);
    const from = performance.now();
    first.process.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(performance.now() - from).toBeLessThan(2_000);
    expect(processesOf(dataDir)).toEqual([]);

    // The quickest of three: other tests may keep the machine busy.
    const times: number[] = [];
    for (let n = 0; n < 3 && !times.some((time) => time < LATER_START_MS); n += 1) {
      const again = performance.now();
      const next = await npmStart();
      await ready(next);
      times.push(performance.now() - again);
      next.process.kill('SIGTERM');
      await next.ended;
    }
    expect(Math.min(...times)).toBeLessThan(LATER_START_MS);
  });

  it('keeps its data through kill -9 of everything, and takes up a PostgreSQL that outlived Node', async () => {
    const first = await npmStart();
    await ready(first);
    kill(processesOf(dataDir).filter((pid) => !isPostgres(pid)));
    await first.ended;
    const survivor = postmaster();
    const second = await npmStart();
    await ready(second);
    expect(postmaster()).toBe(survivor);

    kill(processesOf(dataDir));
    await second.ended;
    await ready(await npmStart());
    expect(postmaster()).not.toBe(survivor);
  });

  it('starts PostgreSQL again when only that has died', async () => {
    const start = await npmStart();
    await ready(start);
    process.kill(postmaster(), 'SIGKILL');
    await expect.poll(async () => (await fetch(`${start.url}/readyz`)).status, { timeout: 5_000 }).toBe(503).catch(() => {});
    await pause(2_500);
    expect((await ready(start, 15_000)).status).not.toBe('down');
    expect(start.process.exitCode).toBeNull();
  });

  it('says in one line that the folder is in use, also when both start at once', async () => {
    const both = [await npmStart(), await npmStart()];
    const loser = await Promise.race(both.map((start) => start.ended.then(() => start)));
    expect(await loser.ended).toBe(1);
    expect(loser.output().trim()).toMatch(/^Tawama did not start: (Tawama is already running from .*; stop it first, or give this one another DATA_DIR|another start is setting up .*; wait until it is done)$/m);
    const winner = both.find((start) => start !== loser);
    if (winner) await ready(winner);
  });

  it('says in one line that the port is taken, and leaves nothing behind', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    const start = await npmStart({ PORT: String(port) });
    expect(await start.ended).toBe(1);
    expect(start.output().trim()).toBe(`Tawama did not start: port ${port} on 127.0.0.1 is taken by another program; stop it, or choose another with PORT=…`);
    expect(processesOf(dataDir)).toEqual([]);
    expect(readdirSync(dataDir)).toEqual([]);
    other.close();
  });

  it.each([
    [{ PORT: 'abc' }, /^Tawama did not start: PORT must be a whole number from 1 to 65535 \(got "abc"\)$/m],
    [{ DATA_DIR: '/proc/x' }, /^Tawama did not start: DATA_DIR \/proc\/x cannot hold the data: no folder can be made there$/m],
    [{ DATA_DIR: '/etc/passwd' }, /^Tawama did not start: DATA_DIR \/etc\/passwd cannot hold the data: a part of it is a file$/m],
    [{ ROLE: 'api' }, /^Tawama did not start: ROLE api needs DATABASE_URL/m],
    [{ PUBLIC_URL: 'http://club.example' }, /^Tawama did not start: PUBLIC_URL must begin with https/m],
    [{ HOST: '0.0.0.0', DEMO: 'true' }, /^Tawama did not start: HOST 0\.0\.0\.0 is not this machine/m],
  ])('refuses %o', async (variables, line) => {
    const start = await npmStart(variables);
    expect(await start.ended).toBe(1);
    expect(start.output()).toMatch(line);
    expect(start.output().trim().split('\n')).toHaveLength(1);
  });

  it('stops at Ctrl-C while it is still starting, without orphans', async () => {
    const start = await npmStart();
    await expect.poll(() => processesOf(dataDir).length, { timeout: 10_000, interval: 20 }).toBeGreaterThan(1);
    start.process.kill('SIGINT');
    await start.ended;
    await expect.poll(() => processesOf(dataDir), { timeout: 5_000 }).toEqual([]);
  });
});

describe.skipIf(!debianPostgres() || !redisServer())('on servers of the operator', () => {
  it('api and worker are two processes of one build, on PostgreSQL 15 and Redis', async () => {
    const database = await startDebianPostgres();
    const redis = await startRedis();
    try {
      const shared = { DATABASE_URL: database.url, REDIS_URL: redis.url, DEMO: 'false' };
      const api = await npmStart({ ...shared, ROLE: 'api' });
      expect(await ready(api)).toMatchObject({ checks: { database: 'ok', queue: 'ok' } });
      const worker = await npmStart({ ...shared, ROLE: 'worker' });
      await ready(worker);
      expect((await fetch(`${worker.url}/api/auth/me`)).status).toBe(404);

      await redis.stop();
      await expect.poll(async () => (await (await fetch(`${api.url}/readyz`)).json() as { status: string }).status, { timeout: 10_000 }).toBe('degraded');
      expect((await fetch(`${api.url}/readyz`)).status).toBe(200);

      database.restart('immediate');
      await ready(api, 15_000);
      expect([api.process.exitCode, worker.process.exitCode]).toEqual([null, null]);
      for (const start of [api, worker]) {
        start.process.kill('SIGTERM');
        expect(await start.ended).toBe(0);
      }
    } finally {
      await redis.stop();
      database.remove();
    }
  });

  it('a Redis that may throw jobs away is refused', async () => {
    const redis = await startRedis({ policy: 'allkeys-lru' });
    const start = await npmStart({ REDIS_URL: redis.url });
    expect(await start.ended).toBe(1);
    expect(start.output()).toMatch(/^Tawama did not start: REDIS_URL: .*noeviction$/m);
    expect(processesOf(dataDir)).toEqual([]);
    await redis.stop();
  });
});
