import { serve } from '../harness/contender.js';
import { countdown, type HandOutOrder, type HandOutSettings } from '../harness/no-op-order.js';
import { openRawBullMq } from '../harness/raw-bullmq.js';

const CHUNK = 500;

/** One job a mail, 32 at a time. From the first handler to the last completion. */
serve<HandOutSettings, HandOutOrder, number>(async (settings) => {
  const { queue, work, close } = await openRawBullMq(settings);
  return {
    async run({ count }) {
      for (let n = 0; n < count; n += CHUNK) await queue.addBulk(Array.from({ length: Math.min(CHUNK, count - n) }, (_, k) => ({ name: 'nothing', data: { n: n + k } })));
      const completed = countdown(count);
      let first = 0;
      const worker = await work(async () => { first ||= performance.now(); });
      worker.on('completed', () => completed.tick());
      await completed.done;
      await worker.close();
      return count / ((completed.last() - first) / 1000);
    },
    end: close,
  };
});
