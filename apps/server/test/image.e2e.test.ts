import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@tawama/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { providePnpm, ROOT } from '../../../infra/run/setup.mjs';

/** One instruction of the Dockerfile, its lines joined. */
interface Instruction { name: string; rest: string }

const instructions: Instruction[] = readFileSync(join(ROOT, 'infra/scale/Dockerfile'), 'utf8')
  .replace(/^#.*\n/gm, '').replace(/\\\n/g, ' ').split('\n').filter(Boolean)
  .map((line) => ({ name: line.split(' ')[0] ?? '', rest: line.slice(line.indexOf(' ') + 1).trim() }));
const second = instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM'));
const all = (name: string): string[] => second.filter((one) => one.name === name).map(({ rest }) => rest);

let folder: string;
/** The image's root and the build stage's `/out`; its `/tawama` is this checkout, built. */
let image: string;
let out: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tawama-image-'));
  chmodSync(folder, 0o755);
  [image, out] = [join(folder, 'image'), join(folder, 'out')];
  const deploy = /pnpm (.* deploy .*) \/out/.exec(instructions.find(({ name }) => name === 'RUN')?.rest.split(' && ').at(-1) ?? '')?.[1] ?? '';
  const pnpm = await providePnpm();
  const { status, stdout, stderr } = spawnSync(pnpm.command, [...deploy.split(' '), out], { cwd: ROOT, env: pnpm.env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  for (const copy of all('COPY')) {
    const [from = '', to = ''] = copy.split(' ').filter((word) => !word.startsWith('--'));
    const target = join(image, resolve(all('WORKDIR')[0] ?? '/', to));
    mkdirSync(dirname(target), { recursive: true });
    if (from === '/out') renameSync(out, target);
    else cpSync(join(ROOT, from.replace(/^\/tawama/, '')), target, { recursive: true });
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the image', () => {
  it('starts its command and serves the dashboard', async () => {
    const port = String(await freePort());
    const [program = '', ...args] = JSON.parse(all('CMD')[0] ?? '[]') as string[];
    const given = Object.fromEntries(all('ENV').join(' ').split(' ').map((pair) => pair.split('=')));
    const started = spawn(program, args, {
      cwd: join(image, all('WORKDIR')[0] ?? '/'), stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], ...given, DATA_DIR: join(folder, 'data'), PORT: port, HOST: '127.0.0.1', ADMIN_EMAIL: 'first@club.example' },
    });
    let output = '';
    for (const stream of [started.stdout, started.stderr]) stream.on('data', (chunk: Buffer) => { output += chunk.toString(); });
    const ended = new Promise((done) => { started.on('close', done); });
    try {
      const answers = async (path: string) => fetch(`http://127.0.0.1:${port}${path}`, { headers: { 'accept-encoding': 'gzip' } }).catch(() => undefined);
      const end = performance.now() + 60_000;
      while ((await answers('/readyz'))?.status !== 200) {
        if (performance.now() > end || started.exitCode !== null) throw new Error(`not ready: ${output}`);
        await pause(100);
      }
      const page = await answers('/');
      expect([page?.status, page?.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      const script = /assets\/[\w.-]+\.js/.exec(await page?.text() ?? '')?.[0];
      expect((await answers(`/${script}`))?.status).toBe(200);
      expect(output).not.toContain('there is no dashboard');
    } finally {
      started.kill('SIGTERM');
      await ended;
    }
  });
});
