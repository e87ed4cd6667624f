import { setTimeout as pause } from 'node:timers/promises';
import { keptBytes } from '../../src/platform/mail/mail-parts.js';
import { readParts } from '../../src/platform/mail/read-parts.js';
import { plantReminders, withClient } from '../../test/workers.js';
import { hire } from '../harness/contender.js';
import type { Ground } from '../harness/ground.js';
import { figure, type Figure } from '../harness/outcome.js';
import { startProgram } from '../harness/program.js';
import { inTurns } from '../harness/turns.js';
import type { Letter, PoolOrder, PoolSettings } from '../contenders/nodemailer-pool.js';
import type { SinkSettings, SinkState } from '../contenders/sink.js';

const MAILS = 1_500;
const WARM_UP = 1_000;
const CONNECTIONS = [3, 8];
const PATIENCE_MS = 120_000;
const UNFINISHED = `SELECT 1 FROM (SELECT FROM dispatch LIMIT 1) d UNION ALL SELECT 1 FROM (SELECT FROM reminder WHERE state = 'planned' AND due_at <= club_now() LIMIT 1) r`;

/** Due rows → written → accepted by a sink → recorded, against nodemailer alone with as many connections. */
export async function pipeline(ground: Ground): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const kind of ['ordinary', 'bare'] as const) for (const connections of CONNECTIONS) figures.push(...await atConnections(ground, kind, connections));
  return figures;
}

async function atConnections(ground: Ground, kind: SinkSettings['kind'], connections: number): Promise<Figure[]> {
  const mails = ground.count(MAILS);
  const sink = await hire<SinkSettings, 'state', SinkState>('sink', { kind });
  const { port } = await sink.run('state');
  const smtp = `smtp://127.0.0.1:${port}`;
  const redisUrl = await ground.redis();
  const onPostgres = await openOffice(await ground.database(), { SMTP_URL: smtp, MAIL_CONNECTIONS: String(connections) });
  const onRedis = redisUrl === undefined ? undefined : await openOffice(await ground.database(), { SMTP_URL: smtp, MAIL_CONNECTIONS: String(connections), REDIS_URL: redisUrl });
  const composing = await hire<PoolSettings, PoolOrder, number>('nodemailer-pool', { port, connections, how: 'composing' });
  const raw = await hire<PoolSettings, PoolOrder, number>('nodemailer-pool', { port, connections, how: 'raw' });
  try {
    await onPostgres.send(WARM_UP);
    await onRedis?.send(WARM_UP);
    const letters = await onPostgres.letters();
    for (const pool of [composing, raw]) await pool.run({ letters, count: WARM_UP });
    await sink.run('state');
    const checked = (send: () => Promise<number>) => async (): Promise<number> => {
      const speed = await send();
      const state = await sink.run('state');
      if (state.mails !== mails || state.mostAtOnce > connections) throw new Error(`not a fair round: ${JSON.stringify(state)}`);
      return speed;
    };
    const speeds = await inTurns({
      'nodemailer alone': checked(() => composing.run({ letters, count: mails })),
      'nodemailer alone, finished bytes': checked(() => raw.run({ letters, count: mails })),
      'queue on PostgreSQL': checked(() => onPostgres.send(mails)),
      'queue on Redis': onRedis ? checked(() => onRedis.send(mails)) : undefined,
    }, ground.rounds, ground.say);
    const what = (queue: string) => `Whole pipeline, ${connections} connections, ${kind} sink, ${queue}`;
    const against = (name: 'nodemailer alone' | 'nodemailer alone, finished bytes') => ({ name, values: speeds[name] });
    return (['queue on PostgreSQL', 'queue on Redis'] as const).flatMap((queue) => {
      const ours = speeds[queue];
      return ours === undefined ? [] : [
        figure({ what: what(queue), unit: 'mails/s', ours, peer: against('nodemailer alone'), target: { of: 'ratio', atLeast: 0.6 } }),
        figure({ what: what(queue), unit: 'mails/s', ours, peer: against('nodemailer alone, finished bytes') }),
      ];
    });
  } finally {
    await Promise.all([onPostgres.close(), onRedis?.close(), composing.end(), raw.end()]);
    await sink.end();
  }
}

/** The program as a worker over a database of its own. */
async function openOffice(databaseUrl: string, variables: Record<string, string>) {
  const program = await startProgram({ DATABASE_URL: databaseUrl, ROLE: 'worker', MAIL_FROM: 'club@smara.example', ...variables });
  let series = 0;
  let total = 0;
  return {
    /** Makes as many reminders due, each for somebody else. @returns mails recorded in a second */
    async send(count: number): Promise<number> {
      series += 1;
      total += count;
      return withClient(databaseUrl, async (client) => {
        await plantReminders(client, count, `series-${series}-`);
        const from = performance.now();
        await client.query(`SELECT pg_notify('tawama_wake', '')`);
        // What is looked at while the clock runs is small; whether every mail was recorded is counted afterwards.
        while ((await client.query(UNFINISHED)).rowCount !== 0) {
          if (performance.now() - from > PATIENCE_MS) throw new Error(`the mails did not leave: ${program.output()}`);
          await pause(25);
        }
        const seconds = (performance.now() - from) / 1000;
        const { rows: [sent] } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM delivery WHERE state = 'sent'`);
        if (sent?.n !== total) throw new Error(`${sent?.n} mails of ${total} were recorded`);
        return count / seconds;
      });
    },
    async letters(): Promise<Letter[]> {
      return withClient(databaseUrl, async (client) => (await client.query<{ email: string; subject: string; messageId: string; body: Buffer }>(
        `SELECT email, subject, message_id AS "messageId", body FROM delivery WHERE state = 'sent'`)).rows
        .map(({ email, subject, messageId, body }) => ({ from: 'club@smara.example', to: email, subject, messageId, ...readParts(keptBytes(body)), raw: keptBytes(body) })));
    },
    close: () => program.stop(),
  };
}
