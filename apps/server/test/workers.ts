import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { debianPostgres, freePort, startDebianPostgres } from '@tawama/testkit';
import pg from 'pg';
import { EmbeddedCluster, FAST_AND_FORGETFUL } from '../src/platform/db/embedded/cluster.js';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));

/** A database server that lives outside the program: the distribution's, else the embedded one. */
export async function externalPostgres(): Promise<{ url: string; remove(): Promise<void> }> {
  if (debianPostgres()) {
    const server = await startDebianPostgres();
    return { url: server.url, remove: async () => server.remove() };
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'tawama-external-'));
  chmodSync(dataDir, 0o755);
  const cluster = await EmbeddedCluster.start({ dataDir, settings: FAST_AND_FORGETFUL });
  return { url: cluster.url(), remove: async () => { await cluster.stop(); rmSync(dataDir, { recursive: true, force: true }); } };
}

export interface Worker { process: ChildProcess; url: string; ended: Promise<number | null>; ready: Promise<void>; output(): string }

/** The built program as a process of its own. */
export async function startWorker(variables: Record<string, string>): Promise<Worker> {
  const port = String(await freePort());
  const child = spawn(process.execPath, [MAIN], { env: { PATH: process.env['PATH'], ROLE: 'worker', DEMO: 'false', LOG_LEVEL: 'warn', PORT: port, ...variables }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let isReady: () => void = () => {};
  const hear = (chunk: Buffer) => { output += chunk.toString(); if (output.includes('Tawama is ready')) isReady(); };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<number | null>((done) => { child.on('close', done); });
  const ready = new Promise<void>((done, fail) => { isReady = done; void ended.then((code) => fail(new Error(`ended with ${code}: ${output}`))); });
  ready.catch(() => {});
  return { process: child, url: `http://127.0.0.1:${port}`, ended, ready, output: () => output };
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  // A server that is stopped under a query must fail that query, not the test's process.
  client.on('error', () => {});
  await client.connect();
  try { return await work(client); } finally { await client.end(); }
}

export interface Planting {
  /** milestones, each with a reminder for everybody */
  steps?: number;
  /** SQL for the instant of the reminder of person `n` for milestone `step`, both from 1 */
  dueAt?: string;
}

/** So many people, each with a reminder for each of so many milestones, due now unless told otherwise. The program must have started once. */
export async function plantReminders(client: pg.Client, people: number, series: string, { steps = 1, dueAt = 'club_now()' }: Planting = {}): Promise<void> {
  const id = async (sql: string, values: unknown[] = []): Promise<string> => (await client.query<{ id: string }>(`${sql} RETURNING id`, values)).rows[0]?.id ?? '';
  const name = JSON.stringify({ ar: null, fr: series, en: series });
  const city = (role: string) => id(`INSERT INTO city (key, name, country, time_zone, language, role, identification, source) VALUES ($1, $2, 'MA', 'Africa/El_Aaiun', 'fr', $3, 'established', 'test')`, [`${series}-${role}`, name, role]);
  const [home, partner] = [await city('home'), await city('partner')];
  const agreement = await id(`INSERT INTO agreement (type, status, title, home_city_id, template_key, template_version, reminders_started_at) VALUES ('twinning', 'active', $1, $2, 'twinning', 1, club_now())`, [name, home]);
  await client.query('INSERT INTO agreement_partner (agreement_id, city_id, place) VALUES ($1, $2, 0)', [agreement, partner]);
  await client.query(
    `WITH people AS (INSERT INTO person (name, email, language, city_id, function) SELECT 'Person ' || n, $1 || n || '@example.org', 'fr', $2, 'focalPoint' FROM generate_series(1, $3::int) AS n RETURNING id, substring(email FROM length($1) + 1 FOR position('@' IN email) - length($1) - 1)::int AS n),
     steps AS (INSERT INTO milestone (agreement_id, key, number, place, stage, title, status, due_on) SELECT $4, 'step-' || step, '1.' || step, step, 'preparation', $5::jsonb, 'open', current_date FROM generate_series(1, $6::int) AS step RETURNING id, place AS step)
     INSERT INTO reminder (agreement_id, milestone_id, rung, cycle_no, role, person_id, rung_on, local_date, local_time, zone, due_at, tz_version)
     SELECT $4, steps.id, 'd0', 0, 'counterpart', people.id, at::date, at::date, '09:00', 'Africa/El_Aaiun', at, '2026f' FROM people, steps, LATERAL (SELECT ${dueAt} AS at) due`,
    [series, partner, people, agreement, name, steps]);
}
