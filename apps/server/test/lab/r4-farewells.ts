import { expect } from 'vitest';
import { plantReminders } from '../workers.js';
import { inLab, until, type Lab } from './lab.js';
import { scenario } from './scenario.js';

interface Size { idle: number; answering: number; hanging: number; stopSeconds: number }
type Moment = 'idle' | 'answering' | 'hanging';
const A_ROUND = 40;
const QUICK_MS = 2_000;

/** Lets a worker get to that moment, tells it to stop. @returns how long it took, in milliseconds */
async function farewell(lab: Lab, moment: Moment, series: string, variables: Record<string, string>): Promise<number> {
  const worker = lab.workers[0] ?? await lab.hire(variables);
  await worker.ready;
  let hung = 0;
  lab.sink.script(() => { if (moment !== 'hanging') return { delayMs: 25 }; hung += 1; return 'hang'; });
  if (moment !== 'idle') {
    const before = lab.sink.taken.length;
    await lab.within((client) => plantReminders(client, A_ROUND, series));
    await until('mails on their way', () => lab.sink.taken.length > before + 4 || hung > 1, 30_000);
  }
  const from = performance.now();
  expect(await lab.dismiss(worker, 'SIGTERM')).toBe(0);
  const took = performance.now() - from;
  expect(await lab.query('SELECT delivery_id FROM dispatch WHERE lease_owner IS NOT NULL')).toEqual([]);
  return took;
}

/** SIGTERM at any moment: a quick end, and nothing left in anybody's hands. */
export const r4 = scenario<Size>({
  name: 'r4', title: 'SIGTERM while idle, while mails leave, while the mail server hangs',
  short: { idle: 1, answering: 2, hanging: 1, stopSeconds: 8 }, full: { idle: 18, answering: 20, hanging: 12, stopSeconds: 30 },
  async run(ground, size) {
    // The time-outs of a real worker: nothing but the stop itself may end a wait for the server.
    const variables = { LEASE_SECONDS: '90', SMTP_TIMEOUT_SECONDS: '30', STOP_SECONDS: String(size.stopSeconds) };
    return inLab(ground, { variables }, async (lab) => {
      const moments = (['idle', 'answering', 'hanging'] as const).flatMap((moment) => Array.from({ length: size[moment] }, () => moment)).sort(() => ground.chance.next() - 0.5);
      const took: Record<Moment, number[]> = { idle: [], answering: [], hanging: [] };
      for (const [round, moment] of moments.entries()) {
        took[moment].push(await farewell(lab, moment, `round-${round}-`, variables));
        if ((round + 1) % 10 === 0) ground.say(`${round + 1} farewells`);
      }
      lab.sink.script(() => 'accept');
      await lab.hire(variables);
      await lab.hurry();
      await lab.settled();
      const planted = (size.answering + size.hanging) * A_ROUND;
      const { mails, copies } = await lab.verdict({ sent: planted, copies: 0 });
      const longest = (moment: Moment): number => Math.round(Math.max(0, ...took[moment]));
      const figures = { stops: moments.length, mails, copies, 'left leased': 0, 'idle ms': longest('idle'), 'answering ms': longest('answering'), 'hanging ms': longest('hanging') };
      ground.say(JSON.stringify(figures));
      expect(longest('idle')).toBeLessThanOrEqual(QUICK_MS);
      expect(longest('answering')).toBeLessThanOrEqual(QUICK_MS);
      expect(longest('hanging')).toBeLessThanOrEqual(size.stopSeconds * 1000);
      return figures;
    });
  },
});
