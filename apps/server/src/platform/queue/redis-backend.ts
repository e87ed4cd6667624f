import { Queue, Worker, type Processor } from 'bullmq';
import { Redis } from 'ioredis';
import type { Log } from '../log.js';
import { JOB_OPTIONS, reportErrors, WORKER_OPTIONS, type QueueBackend } from './backend.js';

const FIRST_PATIENCE_MS = 3_000;
const PREFIX = 'tawama';

/** Thrown at the start only: a Redis that throws keys away would lose jobs in silence (bullmq #1046). */
export class RedisEvicts extends Error {}

/**
 * BullMQ on Redis. A Redis that is away does not keep the program from starting: rows are the truth, the queue catches up.
 * @throws RedisEvicts when maxmemory-policy is not noeviction
 */
export async function openRedisBackend(redisUrl: string, log: Log): Promise<QueueBackend> {
  const retryStrategy = (times: number) => Math.min(times * 100, 2_000);
  // A producer gives up at once; a worker waits as long as it takes.
  const producer = new Redis(redisUrl, { retryStrategy, maxRetriesPerRequest: 1, enableOfflineQueue: false, connectTimeout: 5_000, commandTimeout: 5_000 });
  const consumer = new Redis(redisUrl, { retryStrategy, maxRetriesPerRequest: null, connectTimeout: 5_000 });
  reportErrors(producer, 'redis', log);
  reportErrors(consumer, 'redis worker', log);

  let evicts: string | undefined;
  const check = async () => {
    const policy = await policyOf(producer);
    evicts = policy === undefined || policy === 'noeviction' ? undefined : policy;
    if (evicts) log.error({ maxmemoryPolicy: evicts }, 'Redis may throw jobs away: set maxmemory-policy noeviction');
  };
  await new Promise<void>((go) => {
    const timer = setTimeout(() => { log.warn('Redis does not answer; starting without it'); go(); }, FIRST_PATIENCE_MS);
    producer.on('ready', () => { void check().catch(() => {}).finally(() => { clearTimeout(timer); go(); }); });
  });
  const close = async () => { producer.disconnect(); consumer.disconnect(); };
  if (evicts) {
    await close();
    throw new RedisEvicts(`REDIS_URL: this Redis has maxmemory-policy ${evicts} and may throw jobs away; set it to noeviction`);
  }
  return {
    kind: 'redis',
    queueClass: class extends Queue {
      constructor(name: string) { super(name, { connection: producer, prefix: PREFIX, defaultJobOptions: JOB_OPTIONS, skipWaitingForReady: true }); }
      override async close(): Promise<void> { if (answers(producer)) await super.close(); }
    },
    workerClass: class extends Worker {
      constructor(name: string, process: Processor) { super(name, process, { connection: consumer, prefix: PREFIX, ...WORKER_OPTIONS }); }
      override close(force = !answers(consumer)): Promise<void> { return super.close(force); }
    },
    ping: async () => {
      await producer.ping();
      if (evicts) throw new Error(`maxmemory-policy ${evicts}`);
    },
    close,
  };
}

/** A Redis that is away never answers a farewell; the jobs under way stall there and are taken up by others. */
const answers = (redis: Redis): boolean => redis.status === 'ready';

/** A managed Redis may forbid CONFIG; then its INFO tells. */
async function policyOf(redis: Redis): Promise<string | undefined> {
  const info = await redis.info('memory');
  return /maxmemory_policy:(\S+)/.exec(info)?.[1];
}
