import type { Env } from '../env.js';
import type { Log } from '../log.js';
import type { QueueBackend } from './backend.js';
import { openPostgresBackend } from './postgres-backend.js';
import { openRedisBackend } from './redis-backend.js';

/** REDIS_URL decides where BullMQ keeps its jobs; the rest of the program cannot tell. */
export function openQueueBackend(env: Env, databaseUrl: string, log: Log): Promise<QueueBackend> {
  return env.redisUrl === undefined ? openPostgresBackend(databaseUrl, log) : openRedisBackend(env.redisUrl, log);
}
