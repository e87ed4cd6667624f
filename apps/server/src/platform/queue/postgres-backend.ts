import { createPostgresBackend, runMigrations, withBackend, type Processor } from 'bullmq';
import pg from 'pg';
import type { Log } from '../log.js';
import { JOB_OPTIONS, reportErrors, WORKER_OPTIONS, type QueueBackend } from './backend.js';

const SCHEMA = 'bullmq';
const { Queue, Worker } = withBackend(createPostgresBackend);

/** BullMQ in a schema of its own of the same database; its pool is never the program's. */
export async function openPostgresBackend(databaseUrl: string, log: Log): Promise<QueueBackend> {
  const pool = new pg.Pool({ connectionString: databaseUrl, options: `-c search_path=${SCHEMA}`, max: 6, keepAlive: true, connectionTimeoutMillis: 5_000, application_name: 'tawama queue' });
  // Queue, worker and listener each listen to the pool.
  pool.setMaxListeners(50);
  reportErrors(pool, 'pool', log);
  const client = await pool.connect();
  try {
    await runMigrations(client, SCHEMA);
  } finally {
    client.release();
  }
  return {
    kind: 'postgres',
    queueClass: class extends Queue {
      constructor(name: string) { super(name, { connection: pool, defaultJobOptions: JOB_OPTIONS }); }
    },
    workerClass: class extends Worker {
      constructor(name: string, process: Processor) { super(name, process, { connection: pool, ...WORKER_OPTIONS }); }
    },
    ping: async () => { await pool.query('SELECT 1'); },
    close: () => pool.end(),
  };
}
