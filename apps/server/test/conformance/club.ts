import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startSwiftSink, type SwiftSink } from '@tawama/testkit';
import type pg from 'pg';
import type { TestClient } from '../client.js';
import { faultsOf, type Expected, type Fault } from '../lab/checker.js';
import { readHistories, watchRecordings } from '../lab/histories.js';
import { signIn } from '../lab/sign-in.js';
import { plantReminders, startWorker, withClient, type Planting, type Worker } from '../workers.js';
import type { Configuration } from './configurations.js';

export const SWEEP_SECONDS = 4;
/** Longer than any test waits: what a stopped process kept would not come free in time. */
const LEASE_SECONDS = 90;

/** The mail of one planted person, as the API tells it. */
export interface ToldDelivery { id: string; state: string; kind: string; email: string; transport: string | null; messageId: string; attempts: number; outcome: string | null; dueAt: string; sentAt: string | null }

/** An installation that can be planted, watched and stopped; the same whatever it stands on. */
export class Club {
  private constructor(
    private readonly configuration: Configuration,
    private readonly foundation: Awaited<ReturnType<Configuration['lay']>>,
    private readonly dataDir: string,
    readonly sink: SwiftSink,
    private processes: Worker[] = [],
  ) {}

  /** An administrator's session; of the first process. */
  api!: TestClient;

  static async open(configuration: Configuration): Promise<Club> {
    const dataDir = mkdtempSync(join(tmpdir(), 'tawama-club-'));
    chmodSync(dataDir, 0o755);
    const club = new Club(configuration, await configuration.lay(dataDir), dataDir, await startSwiftSink());
    await club.start();
    await club.within(watchRecordings);
    return club;
  }

  async start(): Promise<void> {
    const variables = {
      DATA_DIR: this.dataDir, SMTP_URL: this.sink.url, MAIL_FROM: 'club@smara.example', MAIL_CONNECTIONS: '4', SWEEP_SECONDS: String(SWEEP_SECONDS), LEASE_SECONDS: String(LEASE_SECONDS), SMTP_TIMEOUT_SECONDS: '10',
      ...this.foundation.variables,
    };
    this.processes = await Promise.all(this.configuration.roles.map((ROLE) => startWorker({ ...variables, ROLE })));
    await Promise.all(this.processes.map(({ ready }) => ready));
    this.api = await signIn({ query: (sql, values) => this.query(sql, values) }, this.processes[0]?.url ?? '');
  }

  /** @returns the exit codes */
  async stop(): Promise<(number | null)[]> {
    for (const { process } of this.processes) process.kill('SIGTERM');
    return Promise.all(this.processes.map(({ ended }) => ended));
  }

  async close(): Promise<void> {
    for (const { process } of this.processes) process.kill('SIGTERM');
    await Promise.all(this.processes.map(({ ended }) => ended));
    await this.sink.close();
    await this.foundation.remove();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  within<T>(work: (client: pg.Client) => Promise<T>): Promise<T> { return withClient(this.foundation.databaseUrl(), work); }
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]> { return this.within(async (client) => (await client.query<Row>(sql, values)).rows); }
  /** Reminders that nobody is told of. */
  plant(people: number, series: string, planting?: Planting): Promise<void> { return this.within((client) => plantReminders(client, people, series, planting)); }
  /** Reminders with the wake-up that planning sends. */
  async announce(people: number, series: string, planting?: Planting): Promise<void> {
    await this.plant(people, series, planting);
    await this.wake();
  }
  async wake(): Promise<void> { await this.query('NOTIFY tawama_wake'); }
  /** Lets what waits for its next try be tried at once. */
  async hurry(): Promise<void> { await this.query(`WITH now AS (UPDATE dispatch SET free_at = clock_timestamp() WHERE lease_owner IS NULL) SELECT pg_notify('tawama_wake', '')`); }
  copiesTo(series: string): number { return this.sink.taken.filter(({ to }) => to.startsWith(series)).length; }

  async mails(series: string): Promise<ToldDelivery[]> {
    const { status, body, text } = await this.api.get(`/api/deliveries?q=${series}&perPage=200`);
    if (status !== 200 || !Array.isArray(body['data'])) throw new Error(`${status} ${text}`);
    return body['data'].filter((mail: ToldDelivery) => mail.email.startsWith(series));
  }

  /** Waits until that many mails of the series have this state, and answers them. */
  async reach(series: string, state: string, count: number, patienceMs = 30_000): Promise<ToldDelivery[]> {
    const end = performance.now() + patienceMs;
    for (;;) {
      const mails = await this.mails(series);
      const reached = mails.filter((mail) => mail.state === state);
      if (reached.length >= count) return reached;
      if (performance.now() > end) throw new Error(`${reached.length} of ${count} mails to ${series} are ${state} after ${patienceMs} ms; all: ${mails.map((mail) => mail.state).join(', ') || 'none'}`);
      await pause(25);
    }
  }

  /** @throws Error unless the command is taken */
  async command(id: string, command: 'hold' | 'release' | 'cancel' | 'resend'): Promise<ToldDelivery> {
    const { status, body, text } = await this.api.post(`/api/deliveries/${id}/${command}`, { reason: 'a test' });
    if (status !== 200) throw new Error(`${command}: ${status} ${text}`);
    return body as ToldDelivery & Record<string, unknown>;
  }

  /** What each process that works says of rows that contradict the promise. */
  async broken(): Promise<number[]> {
    const said = await Promise.all(this.processes.map(async ({ url }) => /^tawama_broken_rows (\d+)$/m.exec(await (await fetch(`${url}/metrics`)).text())?.[1]));
    return said.flatMap((figure) => (figure === undefined ? [] : [Number(figure)]));
  }

  faults(expected: Expected): Promise<Fault[]> {
    return this.within(async (client) => faultsOf(await readHistories(client, this.sink.taken), expected));
  }
}
