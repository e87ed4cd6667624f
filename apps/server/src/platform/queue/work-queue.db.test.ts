import { createTestDatabase, freePort, redisServer, startRedis, type TestDatabase, type TestServer } from '@tawama/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setTimeout as pause } from 'node:timers/promises';
import { createLog } from '../log.js';
import { QUEUE_NAME, type QueueBackend, type WorkBullWorker } from './backend.js';
import type { JobHandlers } from './job-handlers.js';
import { openPostgresBackend } from './postgres-backend.js';
import { openRedisBackend } from './redis-backend.js';
import { WorkProcessor } from './work-processor.js';
import { WorkQueue } from './work-queue.js';

const log = createLog(process.env['TEST_LOG'] ?? 'silent');

// The same promises whatever BullMQ stands on.
for (const kind of ['postgres', 'redis'] as const) describe.skipIf(kind === 'redis' && !redisServer())(`the queue on ${kind}`, () => {
  let database: TestDatabase;
  let redis: TestServer | undefined;
  let backend: QueueBackend;
  let queue: WorkQueue;
  let worker: WorkBullWorker | undefined;
  let runs: string[];
  let hold: Promise<void> | undefined;

  beforeAll(async () => {
    database = await createTestDatabase();
    redis = kind === 'redis' ? await startRedis() : undefined;
  });
  beforeEach(async () => {
    runs = [];
    hold = undefined;
    backend = redis ? await openRedisBackend(redis.url, log) : await openPostgresBackend(database.url, log);
    queue = new WorkQueue(new backend.queueClass(QUEUE_NAME), log);
  });
  afterEach(async () => {
    await worker?.close();
    worker = undefined;
    await queue.queue.close();
    await backend.close();
  });
  afterAll(async () => {
    await redis?.stop();
    await database.drop();
  });

  const note = (name: string) => async () => { runs.push(name); await hold; };
  const handlers: JobHandlers = {
    'reminders.sweep': note('sweep'), 'deliveries.drain': note('drain'), 'backup.nightly': note('backup'), 'agreements.expire': note('expire'), 'plans.keep-up': note('keep up'), 'access.tidy': note('tidy'), 'agreements.vitality': note('vitality'), 'people.ask-successors': note('successors'), 'evidence.tidy': note('files'), 'audit.seal': note('seal'),
  };
  const work = () => { const processor = new WorkProcessor(handlers, log); worker = new backend.workerClass(QUEUE_NAME, (job) => processor.process(job)); worker.on('error', () => {}); };

  it('lets at most one job of a name wait', async () => {
    for (let n = 0; n < 5; n += 1) expect(await queue.nudge('deliveries.drain')).toBe(true);
    await queue.nudge('reminders.sweep');
    expect(await queue.queue.getJobCounts('waiting')).toEqual({ waiting: 2 });
    work();
    await expect.poll(() => [...runs].sort(), { timeout: 5_000 }).toEqual(['drain', 'sweep']);
  });

  it('runs once more when nudged while it runs', async () => {
    let release = () => {};
    hold = new Promise((go) => { release = go; });
    work();
    await queue.nudge('deliveries.drain');
    await expect.poll(() => runs.length, { timeout: 5_000 }).toBe(1);
    await expect.poll(async () => { await queue.nudge('deliveries.drain'); return (await queue.queue.getJobCounts('waiting', 'completed')).completed; }, { timeout: 5_000 }).toBeGreaterThan(0);
    release();
    await expect.poll(() => runs.length, { timeout: 5_000 }).toBeGreaterThan(1);
  });

  it('takes up a lone job at once', async () => {
    work();
    await pause(300);
    const from = performance.now();
    await queue.nudge('audit.seal');
    await expect.poll(() => runs, { timeout: 5_000, interval: 5 }).toEqual(['seal']);
    expect(performance.now() - from).toBeLessThan(1_000);
  });
});

describe.skipIf(!redisServer())('Redis', () => {
  it('that may throw keys away is refused', async () => {
    const redis = await startRedis({ policy: 'allkeys-lru' });
    await expect(openRedisBackend(redis.url, log)).rejects.toThrow(/REDIS_URL.*allkeys-lru.*noeviction/);
    await redis.stop();
  });

  it('that goes away costs a nudge, not the program, and is found again', async () => {
    const redis = await startRedis();
    const backend = await openRedisBackend(redis.url, log);
    const queue = new WorkQueue(new backend.queueClass(QUEUE_NAME), log);
    expect(await queue.nudge('audit.seal')).toBe(true);
    await redis.stop();
    const from = performance.now();
    expect(await queue.nudge('audit.seal')).toBe(false);
    expect(performance.now() - from).toBeLessThan(2_500);
    await expect(backend.ping()).rejects.toThrow();
    const again = await startRedis({ port: redis.port });
    await expect.poll(() => queue.nudge('audit.seal'), { timeout: 8_000 }).toBe(true);
    await queue.queue.close();
    await backend.close();
    await again.stop();
  });

  it('that is not there at first does not keep the program from starting', async () => {
    const port = await freePort();
    const backend = await openRedisBackend(`redis://127.0.0.1:${port}`, log);
    const queue = new WorkQueue(new backend.queueClass(QUEUE_NAME), log);
    expect(await queue.nudge('audit.seal')).toBe(false);
    await queue.queue.close();
    await backend.close();
  });
});
