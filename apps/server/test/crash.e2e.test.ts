import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { redisServer, startRedis, startSmtpSink, type SmtpSink, type TestServer } from '@tawama/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { externalPostgres, plantReminders, startWorker, withClient, type Worker } from './workers.js';

const REMINDERS = 500;
const KILLS = 10;
const SLOTS = 4;
const PATIENCE_MS = 120_000;

let postgres: Awaited<ReturnType<typeof externalPostgres>>;
let sink: SmtpSink;
let dataDir: string;
let redis: TestServer | undefined;
let workers: Worker[];

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'tawama-crash-'));
  chmodSync(dataDir, 0o755);
  [postgres, sink, workers, redis] = [await externalPostgres(), await startSmtpSink(), [], undefined];
});
afterEach(async () => {
  for (const { process } of workers) process.kill('SIGKILL');
  await Promise.all(workers.map(({ ended }) => ended));
  await sink.close();
  await redis?.stop();
  await postgres.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

async function hire(): Promise<Worker> {
  const worker = await startWorker({
    DATABASE_URL: postgres.url, DATA_DIR: dataDir, SMTP_URL: sink.url, MAIL_FROM: 'club@smara.example', MAIL_CONNECTIONS: String(SLOTS), LEASE_SECONDS: '4', SMTP_TIMEOUT_SECONDS: '2', SWEEP_SECONDS: '1',
    ...(redis ? { REDIS_URL: redis.url } : {}),
  });
  workers.push(worker);
  return worker;
}

const states = () => withClient(postgres.url, async (client) => (await client.query<{ state: string; n: string }>('SELECT state, count(*) AS n FROM delivery GROUP BY state ORDER BY state')).rows.map(({ state, n }) => `${state} ${n}`));
const allSent = (count: number) => expect.poll(states, { timeout: PATIENCE_MS, interval: 200 }).toEqual([`sent ${count}`]);

/** Kills a random worker whenever some more mails have come, and hires another one at once. */
async function killAndReplace(): Promise<void> {
  for (let kill = 0; kill < KILLS; kill += 1) {
    const goal = sink.received.length + 5 + Math.floor(Math.random() * 25);
    const end = performance.now() + PATIENCE_MS;
    while (sink.received.length < goal) {
      if (performance.now() > end) throw new Error(`stuck at ${sink.received.length}: ${workers.at(-1)?.output()}`);
      await pause(5);
    }
    const victim = workers[Math.floor(Math.random() * workers.length)];
    victim?.process.kill('SIGKILL');
    await victim?.ended;
    workers.splice(0, workers.length, ...workers.filter((worker) => worker !== victim));
    await hire();
  }
}

describe.each([['PostgreSQL', false], ['Redis', true]] as const)('500 reminders due, 10 × kill -9 of random workers, queue on %s', (_, onRedis) => {
  it.skipIf(onRedis && !redisServer())('0 lost, 0 recorded twice, few duplicates, each with the same Message-ID', async () => {
    if (onRedis) redis = await startRedis();
    await (await hire()).ready;
    sink.script(() => ({ delayMs: 15 }));
    await withClient(postgres.url, (client) => plantReminders(client, REMINDERS, 'first'));
    await hire();
    await killAndReplace();
    await allSent(REMINDERS);

    const recorded = await withClient(postgres.url, async (client) => (await client.query<{ messageId: string; email: string; accepted: string }>(
      `SELECT d.message_id AS "messageId", d.email, (SELECT count(*) FROM delivery_attempt t WHERE t.delivery_id = d.id AND t.phase = 'accepted') AS accepted FROM delivery d`)).rows);
    const copies = new Map<string, Set<string>>();
    for (const { messageId, raw, to } of sink.received) copies.set(messageId, (copies.get(messageId) ?? new Set()).add(`${to.join()} ${raw}`));
    expect(new Set(recorded.map(({ email }) => email)).size).toBe(REMINDERS);
    expect(recorded.filter(({ messageId }) => !copies.has(messageId))).toEqual([]);
    expect(recorded.filter(({ accepted }) => accepted !== '1')).toEqual([]);
    // The same bytes to the same address, however often.
    expect([...copies.values()].filter((different) => different.size > 1)).toEqual([]);
    expect(copies.size).toBe(REMINDERS);
    const duplicates = sink.received.length - REMINDERS;
    process.stdout.write(`  ${onRedis ? 'Redis' : 'PostgreSQL'}: ${sink.received.length} mails for ${REMINDERS} reminders and ${KILLS} kills, ${duplicates} duplicates\n`);
    expect(duplicates).toBeLessThanOrEqual(KILLS * SLOTS);

    if (redis) {
      // Without any queue the workers go on by themselves.
      await redis.stop();
      await withClient(postgres.url, (client) => plantReminders(client, 20, 'second'));
      await allSent(REMINDERS + 20);
    }

    for (const worker of workers) worker.process.kill('SIGTERM');
    expect(await Promise.all(workers.map(({ ended }) => ended))).toEqual(workers.map(() => 0));
    expect(await withClient(postgres.url, async (client) => (await client.query(`SELECT 1 FROM reminder WHERE state = 'planned' UNION ALL SELECT 1 FROM delivery WHERE state <> 'sent'`)).rows)).toEqual([]);
  }, 420_000);
});

it('SIGSTOP beyond the lease: the sleeper records nothing twice', async () => {
  const sleeper = await hire();
  await sleeper.ready;
  sink.script(() => ({ delayMs: 40 }));
  await withClient(postgres.url, (client) => plantReminders(client, 120, 'slow'));
  await sink.waitFor(10, 30_000);
  sleeper.process.kill('SIGSTOP');
  await (await hire()).ready;
  await pause(5_000);
  sleeper.process.kill('SIGCONT');
  await allSent(120);
  await pause(1_000);
  const twice = await withClient(postgres.url, async (client) => (await client.query(`SELECT delivery_id FROM delivery_attempt WHERE phase = 'accepted' GROUP BY delivery_id HAVING count(*) > 1`)).rows.length);
  const duplicates = sink.received.length - 120;
  expect(duplicates).toBeLessThanOrEqual(SLOTS);
  // An answer that came too late is noted as an attempt, and changes nothing.
  expect(twice).toBeLessThanOrEqual(duplicates);
  expect(await states()).toEqual(['sent 120']);
}, 120_000);
