import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { startTcpProxy, type Loss } from '@tawama/testkit';
import { plantReminders, type Worker } from '../workers.js';
import { inLab, SLOTS, until, type Lab } from './lab.js';
import { scenario, type LabGround } from './scenario.js';

interface Size { restarts: number; cuts: number }
const A_BATCH = 100;
const READY_MS = 15_000;
/** A commit, or a statement that is its own transaction. */
const COMMIT = /COMMIT|UPDATE dispatch|DELETE FROM dispatch|INSERT INTO delivery/;

const isReady = async ({ url }: Worker): Promise<boolean> => (await fetch(`${url}/readyz`).catch(() => undefined))?.status === 200;

/** Keeps at least a batch of reminders on their way. @returns how many were planted in all */
function keepBusy(lab: Lab): { top(): Promise<void>; planted(): number } {
  let planted = 0;
  return {
    planted: () => planted,
    async top() {
      if (planted - new Set(lab.sink.taken.map(({ messageId }) => messageId)).size > A_BATCH / 2) return;
      planted += A_BATCH;
      await lab.within((client) => plantReminders(client, A_BATCH, `batch-${planted}-`));
    },
  };
}

/** Stops and starts the server while mails leave. @returns the longest time until every process was ready again */
async function restarts(lab: Lab, { postgres, chance, say }: LabGround, count: number, top: () => Promise<void>): Promise<number> {
  let longest = 0;
  for (let n = 1; n <= count; n += 1) {
    await top();
    const before = lab.sink.taken.length;
    await until('mails on their way', () => lab.sink.taken.length > before + chance.whole(2, 20), 120_000);
    postgres.server?.restart(chance.pick(['fast', 'immediate']));
    const from = performance.now();
    await until(`ready after restart ${n}`, async () => (await Promise.all(lab.workers.map(isReady))).every(Boolean), 60_000);
    longest = Math.max(longest, performance.now() - from);
    if (n % 5 === 0) say(`${n} restarts`);
  }
  return Math.round(longest);
}

/** PostgreSQL is restarted under work, politely and as a crash; then lines to it break in the middle of commits. */
export const r5 = scenario<Size>({
  name: 'r5', title: 'PostgreSQL restarted, and lines cut in the middle of a commit', needs: ['debianPostgres'], short: { restarts: 2, cuts: 8 }, full: { restarts: 10, cuts: 200 },
  async run(ground, size) {
    const proxy = await startTcpProxy({ port: ground.postgres.server?.port ?? 0 });
    const throughProxy = (url: string): string => { const through = new URL(url); through.port = String(proxy.port); return through.href; };
    try {
      return await inLab(ground, { databaseUrl: throughProxy, variables: { LEASE_SECONDS: '2', SMTP_TIMEOUT_SECONDS: '1' } }, async (lab) => {
        await (await lab.hire({ ROLE: 'all' })).ready;
        const processes = [...lab.workers];
        lab.sink.script(() => ({ delayMs: 20 }));
        const { top, planted } = keepBusy(lab);
        const readyMs = await restarts(lab, ground, size.restarts, top);

        for (let cut = 1; cut <= size.cuts; cut += 1) {
          await top();
          const loss: Loss = ground.chance.pick(['request', 'answer']);
          // Whatever is due moves on its own; a cut comes with the next commit.
          let cuts = 0;
          void proxy.resetAt(COMMIT, loss).then(() => { cuts += 1; });
          await until(`a commit before cut ${cut}`, () => cuts > 0, 60_000);
          await pause(ground.chance.whole(5, 60));
          if (cut % 50 === 0) ground.say(`${cut} cuts`);
        }
        // A letter whose offer waited for the database has been put off for a minute.
        await lab.settled(300_000, { hurry: true });
        expect(processes.map(({ process }) => process.exitCode)).toEqual(processes.map(() => null));
        const { copies } = await lab.verdict({ sent: planted(), copies: (size.restarts * processes.length + size.cuts) * SLOTS });
        const figures = { restarts: size.restarts, cuts: size.cuts, mails: planted(), lost: 0, 'recorded twice': 0, copies, 'ready ms': readyMs, exits: 0 };
        ground.say(JSON.stringify(figures));
        expect(readyMs).toBeLessThanOrEqual(READY_MS);
        return figures;
      });
    } finally {
      await proxy.close();
    }
  },
});
