import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { TestClient } from '../../test/client.js';
import { withClient } from '../../test/workers.js';
import type { LoadAnswer, LoadOrder, LoadSettings } from '../contenders/http-load.js';
import { hire } from '../harness/contender.js';
import type { Ground } from '../harness/ground.js';
import { figure, type Figure } from '../harness/outcome.js';
import { childrenOf, cpuSeconds, residentMb } from '../harness/processes.js';
import { startProgram, type Program } from '../harness/program.js';

const WINDOW_SECONDS = 30;
const SETTLE_SECONDS = 20;
const MEMORY_AFTER_SECONDS = 600;
const SOAK_REQUESTS = 20_000;
/** The views that a soak looks at, over and over. */
const SOAK = ['/api/dashboard', '/api/my-day', '/api/agreements?perPage=25', '/api/milestones?perPage=100', '/api/deliveries?perPage=100'];

/** The demonstration club with nobody looking: what it costs, and how much memory it holds after ten minutes and after a soak. */
export async function idle(ground: Ground): Promise<Figure[]> {
  const started = performance.now();
  const program = await startProgram({ DEMO: 'true', ROLE: 'all', LOG_LEVEL: 'info' });
  try {
    const { url, postmaster, folder } = clusterOf(program);
    await pause(SETTLE_SECONDS * 1000);
    const rounds = { node: [] as number[], postgres: [] as number[] };
    for (let round = 0; round < ground.rounds; round += 1) {
      const before = { node: cpuSeconds(program.pid), postgres: costOf(postmaster) };
      await pause(WINDOW_SECONDS * 1000);
      rounds.node.push((cpuSeconds(program.pid) - before.node) / WINDOW_SECONDS * 100);
      rounds.postgres.push((costOf(postmaster) - before.postgres) / WINDOW_SECONDS * 100);
      ground.say(`  round ${round + 1}: node ${rounds.node.at(-1)?.toFixed(2)} %, PostgreSQL ${rounds.postgres.at(-1)?.toFixed(2)} %`);
    }
    const queries = await queriesASecond(url, folder, ground.say);
    await pause(Math.max(0, ground.count(MEMORY_AFTER_SECONDS) * 1000 - (performance.now() - started)));
    const resting = residentMb(program.pid);
    await soak(program, ground.count(SOAK_REQUESTS));
    await pause(SETTLE_SECONDS * 1000);
    const soaked = residentMb(program.pid);
    return [
      figure({ what: 'Idle, node', unit: '% of a core', ours: rounds.node, target: { of: 'ours', atMost: 0.6 } }),
      figure({ what: 'Idle, PostgreSQL', unit: '% of a core', ours: rounds.postgres, target: { of: 'ours', atMost: 0.7 } }),
      figure({ what: 'Idle, statements', unit: '1/s', ours: [queries], target: { of: 'ours', atMost: 2 } }),
      figure({ what: `VmRSS of node after ${ground.count(MEMORY_AFTER_SECONDS)} s`, unit: 'MB', ours: [resting], target: { of: 'ours', atMost: 220 } }),
      figure({ what: `VmRSS of node after a soak of ${ground.count(SOAK_REQUESTS)} requests`, unit: 'MB', ours: [soaked], target: { of: 'ours', atMost: 220 } }),
    ];
  } finally {
    await program.stop();
  }
}

function clusterOf({ dataDir }: Program): { url: string; postmaster: number; folder: string } {
  const folder = resolve(dataDir, readFileSync(join(dataDir, 'cluster-folder'), 'utf8').trim());
  const [pid, , , port] = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
  const password = readFileSync(join(dataDir, 'secrets/database-password'), 'utf8').trim();
  return { url: `postgres://tawama:${password}@127.0.0.1:${port}/tawama`, postmaster: Number(pid), folder };
}

const costOf = (postmaster: number): number => [postmaster, ...childrenOf(postmaster)].reduce((sum, pid) => sum + cpuSeconds(pid), 0);

/** Every statement, by the server's own log; apart from the window in which its cost is measured. */
async function queriesASecond(url: string, folder: string, say: (line: string) => void): Promise<number> {
  const set = (value: string) => withClient(url, async (client) => { await client.query(`ALTER SYSTEM SET log_statement = '${value}'`); await client.query('SELECT pg_reload_conf()'); });
  await set('all');
  await pause(1_000);
  const before = statementsIn(folder).length;
  await pause(WINDOW_SECONDS * 1000);
  const statements = statementsIn(folder).slice(before);
  await set('none');
  const often = new Map<string, number>();
  for (const statement of statements) often.set(statement.slice(0, 90), (often.get(statement.slice(0, 90)) ?? 0) + 1);
  for (const [statement, times] of [...often].toSorted(([, a], [, b]) => b - a).slice(0, 12)) say(`  ${times} × ${statement}`);
  return statements.length / WINDOW_SECONDS;
}

function statementsIn(folder: string): string[] {
  const log = join(folder, 'log');
  return readdirSync(log).toSorted().flatMap((file) => readFileSync(join(log, file), 'utf8').split('\n')).flatMap((line) => /LOG: +(?:statement|execute [^:]*): (.*)/.exec(line)?.[1] ?? []);
}

async function soak({ url }: Program, count: number): Promise<void> {
  const client = new TestClient(url);
  await client.signIn('admin@smara.example', 'tawama-demo');
  const load = await hire<LoadSettings, LoadOrder, LoadAnswer>('http-load', { url, headers: { cookie: client.cookie ?? '' } });
  try {
    const { statuses } = await load.run({ connections: 8, asked: SOAK.map((path) => ({ method: 'GET', path })), count });
    if (Object.keys(statuses).join() !== '200') throw new Error(`not every answer of the soak was a 200: ${JSON.stringify(statuses)}`);
  } finally {
    await load.end();
  }
}
