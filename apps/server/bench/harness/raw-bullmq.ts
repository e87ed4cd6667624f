import { createPostgresBackend, Queue, runMigrations, withBackend, Worker, type JobsOptions, type Processor } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { HandOutSettings } from './no-op-order.js';

const NAME = 'raw';
const CONCURRENCY = 32;

/** What both backends have in common of what is used here. */
export interface RawQueue { addBulk(jobs: { name: string; data: object; opts?: JobsOptions }[]): Promise<unknown> }
export interface RawWorker { on(event: 'completed', listener: () => void): unknown; close(force?: boolean): Promise<void> }
export interface RawBullMq { queue: RawQueue; work(process: Processor): Promise<RawWorker>; close(): Promise<void> }

/** BullMQ as its own documentation uses it: one job a mail, finished jobs removed. On Redis where an address of one is given, else on PostgreSQL. */
export async function openRawBullMq({ databaseUrl, redisUrl }: HandOutSettings): Promise<RawBullMq> {
  const defaultJobOptions = { removeOnComplete: true, removeOnFail: true };
  if (redisUrl !== undefined) {
    const [producer, consumer] = [new Redis(redisUrl, { maxRetriesPerRequest: null }), new Redis(redisUrl, { maxRetriesPerRequest: null })];
    const queue = new Queue(NAME, { connection: producer, defaultJobOptions });
    return {
      queue,
      async work(process) { const worker = new Worker(NAME, process, { connection: consumer, concurrency: CONCURRENCY }); await worker.waitUntilReady(); return worker; },
      async close() { await queue.close(); producer.disconnect(); consumer.disconnect(); },
    };
  }
  const pool = new pg.Pool({ connectionString: databaseUrl, options: '-c search_path=bullmq', max: CONCURRENCY + 2, keepAlive: true });
  pool.setMaxListeners(50);
  const client = await pool.connect();
  try { await runMigrations(client, 'bullmq'); } finally { client.release(); }
  const onPostgres = withBackend(createPostgresBackend);
  const queue = new onPostgres.Queue(NAME, { connection: pool, defaultJobOptions });
  return {
    queue,
    async work(process) { const worker = new onPostgres.Worker(NAME, process, { connection: pool, concurrency: CONCURRENCY }); await worker.waitUntilReady(); return worker; },
    async close() { await queue.close(); await pool.end(); },
  };
}
