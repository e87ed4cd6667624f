import { serve } from '../harness/contender.js';
import { countdown } from '../harness/no-op-order.js';
import { openRawBullMq } from '../harness/raw-bullmq.js';
import { dueAtOf, type Lateness, type TimelyOrder, type TimelySettings } from '../harness/timely.js';

const CHUNK = 1_000;
const FAR_MS = 86_400_000;

/** One delayed job each, from its instant to the start of its handler. */
serve<TimelySettings, TimelyOrder, Lateness>(async (settings) => {
  const { queue, work, close } = await openRawBullMq(settings);
  let handle: (dueAt: number) => void = () => {};
  const worker = await work(async (job) => { handle((job.data as { dueAt: number }).dueAt); });
  let planned = 0;
  return {
    async run(order) {
      for (; planned < order.planned; planned += CHUNK) await queue.addBulk(Array.from({ length: CHUNK }, (_, n) => ({ name: 'later', data: { dueAt: 0 }, opts: { delay: FAR_MS + planned + n } })));
      const lateness: Lateness = [];
      const all = countdown(order.due);
      handle = (dueAt) => { lateness.push(Date.now() - dueAt); all.tick(); };
      const from = Date.now() + order.inMs;
      for (let n = 0; n < order.due; n += CHUNK) {
        await queue.addBulk(Array.from({ length: Math.min(CHUNK, order.due - n) }, (_, k) => {
          const dueAt = dueAtOf(n + k, order.due, from);
          // A delay is reckoned from the job's own timestamp.
          return { name: 'due', data: { dueAt }, opts: { timestamp: Date.now(), delay: Math.max(0, dueAt - Date.now()) } };
        }));
      }
      if (Date.now() > from) throw new Error('adding the jobs took longer than the time until the first is due');
      await all.done;
      return lateness;
    },
    async end() { await worker.close(true); await close(); },
  };
});
