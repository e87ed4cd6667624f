import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startRedis, startSwiftSink, type SwiftSink, type TestRedis } from '@tawama/testkit';
import type pg from 'pg';
import { startWorker, withClient, type Worker } from '../workers.js';
import { faultsOf, type Expected } from './checker.js';
import { readHistories, watchRecordings } from './histories.js';
import type { LabGround } from './scenario.js';

/** SMTP connections of a worker in the laboratory, and how many mails it may have in its hands on them: no more than two a connection. */
export const CONNECTIONS = 4;
export const SLOTS = 2 * CONNECTIONS;

export interface Lab {
  /** Straight to the database, whatever lies between it and the workers. */
  url: string;
  sink: SwiftSink;
  redis: TestRedis | undefined;
  /** Everybody in service now; whoever ends is struck off by whoever ended them. */
  workers: Worker[];
  /** Starts a process and does not wait for it. */
  hire(variables?: Record<string, string>): Promise<Worker>;
  /** Strikes the worker off, sends it the signal and waits for its end. @returns the exit code */
  dismiss(worker: Worker, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  within<T>(work: (client: pg.Client) => Promise<T>): Promise<T>;
  /** Settles when nothing is due, pending or in anybody's hands any more; rejects with what is left after the patience. `hurry`: nothing waits for its next try meanwhile. */
  settled(patienceMs?: number, options?: { hurry?: boolean }): Promise<void>;
  /** Lets what waits for its next try be tried now, instead of in a minute or an hour. */
  hurry(): Promise<void>;
  /** Holds the histories against each other. @returns mails and copies @throws Error naming every broken promise */
  verdict(expected: Expected): Promise<{ mails: number; copies: number }>;
  close(): Promise<void>;
}

export interface LabOptions {
  redis?: boolean;
  /** keep the bytes of every mail */
  keep?: boolean;
  /** environment of every worker, beside the usual */
  variables?: Record<string, string>;
  /** what the workers take for the database */
  databaseUrl?(url: string): string;
}

/** A database, a mail server and, where asked for, a Redis; with one worker started so that the schema is there. */
export async function openLab(ground: LabGround, { redis: onRedis = false, keep = false, variables = {}, databaseUrl = (url) => url }: LabOptions = {}): Promise<Lab> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tawama-lab-'));
  chmodSync(dataDir, 0o755);
  const database = await ground.postgres.createDatabase();
  const sink = await startSwiftSink({ keep });
  const redis = onRedis ? await startRedis() : undefined;
  const workers: Worker[] = [];
  const within: Lab['within'] = (work) => withClient(database.url, work);
  const usual = {
    DATABASE_URL: databaseUrl(database.url), DATA_DIR: dataDir, SMTP_URL: sink.url, MAIL_FROM: 'club@smara.example', MAIL_CONNECTIONS: String(CONNECTIONS),
    LEASE_SECONDS: '4', SMTP_TIMEOUT_SECONDS: '2', SWEEP_SECONDS: '1', ...(redis ? { REDIS_URL: redis.url } : {}), ...variables,
  };

  const lab: Lab = {
    url: database.url, sink, redis, workers, within,
    async hire(more = {}) {
      const worker = await startWorker({ ...usual, ...more });
      workers.push(worker);
      return worker;
    },
    async dismiss(worker, signal) {
      workers.splice(0, workers.length, ...workers.filter((one) => one !== worker));
      worker.process.kill(signal);
      return worker.ended;
    },
    query: (sql, values) => within(async (client) => (await client.query(sql, values)).rows),
    async settled(patienceMs = 300_000, { hurry = false } = {}) {
      const end = performance.now() + patienceMs;
      for (;;) {
        const left = await lab.query<{ what: string; n: string }>(
          `SELECT 'due reminders' AS what, count(*) AS n FROM reminder WHERE state = 'planned' AND due_at <= club_now() HAVING count(*) > 0
           UNION ALL SELECT state || ' mails', count(*) FROM delivery WHERE state = 'pending' AND due_at <= club_now() GROUP BY state`);
        if (left.length === 0) return;
        if (performance.now() > end) throw new Error(`still ${left.map(({ what, n }) => `${n} ${what}`).join(', ')} after ${patienceMs} ms; ${workers.length} workers, the last says: ${workers.at(-1)?.output().slice(-2_000)}`);
        if (hurry) await lab.hurry();
        await pause(hurry ? 500 : 50);
      }
    },
    async hurry() { await lab.query(`UPDATE dispatch SET free_at = clock_timestamp() WHERE lease_owner IS NULL AND free_at > clock_timestamp()`); },
    async verdict(expected) {
      const faults = faultsOf(await within((client) => readHistories(client, sink.taken)), expected);
      if (faults.length > 0) {
        const shown = faults.slice(0, 20).map(({ name, subject }) => `${name} ${subject}`).join('\n  ');
        throw new Error(`${faults.length} broken promises (SEED=${ground.seed}):\n  ${shown}`);
      }
      return { mails: new Set(sink.taken.map(({ messageId }) => messageId)).size, copies: sink.taken.length - new Set(sink.taken.map(({ messageId }) => messageId)).size };
    },
    async close() {
      for (const { process } of workers) process.kill('SIGKILL');
      await Promise.all(workers.map(({ ended }) => ended));
      await sink.close();
      await redis?.stop();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  try {
    await (await lab.hire()).ready;
    await within(watchRecordings);
  } catch (error) {
    await lab.close();
    throw error;
  }
  return lab;
}

/** Runs the work in a laboratory of its own, which is taken down whatever happens. */
export async function inLab<T>(ground: LabGround, options: LabOptions, work: (lab: Lab) => Promise<T>): Promise<T> {
  const lab = await openLab(ground, options);
  try { return await work(lab); } finally { await lab.close(); }
}

/** Waits until the condition holds. @throws Error with what was waited for */
export async function until(what: string, holds: () => boolean | Promise<boolean>, patienceMs: number): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!await holds()) {
    if (performance.now() > end) throw new Error(`${what}: not within ${patienceMs} ms`);
    await pause(10);
  }
}
