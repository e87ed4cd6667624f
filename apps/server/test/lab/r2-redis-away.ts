import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { startRedis } from '@tawama/testkit';
import type { TestClient } from '../client.js';
import { plantReminders, type Worker } from '../workers.js';
import { inLab, type Lab } from './lab.js';
import { scenario } from './scenario.js';
import { signIn } from './sign-in.js';

interface Size { batch: number; awaySeconds: number }
const REBUILT_MS = 60_000;
const API_P95_MS = 300;

/** Asks the API, one request after the other, until it is told to stop; every tenth writes. */
function askOnAndOn(api: TestClient, server: Worker): { end(): Promise<{ p95: number; writes: number; requests: number }> } {
  const times: number[] = [];
  let [going, writes] = [true, 0];
  const asking = (async () => {
    while (going) {
      const isWrite = times.length % 10 === 9;
      const from = performance.now();
      const { status, text } = isWrite ? await api.post('/api/deliveries/test') : await api.get(times.length % 2 === 0 ? '/api/my-day' : '/api/deliveries?perPage=25');
      times.push(performance.now() - from);
      if (status !== (isWrite ? 201 : 200)) throw new Error(`the API answered ${status}: ${text}; ${server.output().slice(-3_000)}`);
      if (isWrite) writes += 1;
      await pause(20);
    }
  })();
  // Its failure is told at the end, not in the middle of something else.
  asking.catch(() => {});
  return {
    async end() {
      going = false;
      await asking;
      times.sort((a, b) => a - b);
      return { p95: Math.round(times[Math.floor(times.length * 0.95)] ?? 0), writes, requests: times.length };
    },
  };
}

/** Plants a batch and waits for the last of it. @returns how long that took, in milliseconds */
async function batch(lab: Lab, size: number, series: string): Promise<number> {
  const from = performance.now();
  await lab.within((client) => plantReminders(client, size, series));
  await lab.settled(REBUILT_MS + 60_000);
  return Math.round(performance.now() - from);
}

/** Redis is emptied under work, goes away for a minute, comes back, and fills up: rows are the truth, so nothing waits for it. */
export const r2 = scenario<Size>({
  name: 'r2', title: 'FLUSHALL, Redis away, Redis full', needs: ['redis'], short: { batch: 60, awaySeconds: 4 }, full: { batch: 1_000, awaySeconds: 60 },
  run: (ground, { batch: size, awaySeconds }) => inLab(ground, { redis: true, variables: { SWEEP_SECONDS: '5' } }, async (lab) => {
    const server = await lab.hire({ ROLE: 'api' });
    await server.ready;
    const api = await signIn(lab, server.url);
    const asking = askOnAndOn(api, server);
    const series = (name: string): string => `${name}-`;

    lab.sink.script(() => ({ delayMs: 10 }));
    await lab.within((client) => plantReminders(client, size, series('flushed')));
    await lab.sink.waitFor(Math.floor(size / 4), 120_000);
    const flushedAt = performance.now();
    await lab.redis?.command('FLUSHALL');
    await lab.settled(REBUILT_MS + 60_000);
    const flushed = Math.round(performance.now() - flushedAt);
    ground.say(`emptied: ${flushed} ms`);

    await lab.redis?.stop();
    const goneAt = performance.now();
    const away = await batch(lab, size, series('away'));
    ground.say(`away: ${away} ms`);
    await pause(Math.max(0, awaySeconds * 1000 - (performance.now() - goneAt)));
    const again = await startRedis({ port: lab.redis?.port ?? 0 });
    try {
      const back = await batch(lab, size, series('back'));
      await expect.poll(async () => (await (await fetch(`${server.url}/readyz`)).json() as { checks: { queue: string } }).checks.queue, { timeout: REBUILT_MS, interval: 200 }).toBe('ok');
      ground.say(`back: ${back} ms`);

      await again.command('CONFIG', 'SET', 'maxmemory', '1mb');
      await expect(again.command('SET', 'one', 'more')).rejects.toThrow('OOM');
      const full = await batch(lab, size, series('full'));
      ground.say(`full: ${full} ms`);
      const { p95, writes, requests } = await asking.end();
      await lab.settled();
      const { copies } = await lab.verdict({ sent: 4 * size + writes, copies: 0 });
      const figures = { mails: 4 * size + writes, lost: 0, 'recorded twice': 0, copies, 'emptied ms': flushed, 'away ms': away, 'back ms': back, 'full ms': full, requests, 'API p95 ms': p95 };
      ground.say(JSON.stringify(figures));
      for (const took of [flushed, away, back, full]) expect(took).toBeLessThanOrEqual(REBUILT_MS);
      expect(p95).toBeLessThan(API_P95_MS);
      return figures;
    } finally {
      await asking.end().catch(() => {});
      for (const worker of lab.workers.slice()) await lab.dismiss(worker, 'SIGKILL');
      await again.stop();
    }
  }),
});
