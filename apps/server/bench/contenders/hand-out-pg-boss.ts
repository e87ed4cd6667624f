import { PgBoss } from 'pg-boss';
import { serve } from '../harness/contender.js';
import { countdown, type HandOutOrder, type HandOutSettings } from '../harness/no-op-order.js';

const QUEUE = 'nothing';

/** Tuned: woken by NOTIFY, batches of 1,000, fetching on without a pause while batches are full. From the first handler to the last completion. */
serve<HandOutSettings, HandOutOrder, number>(async ({ databaseUrl }) => {
  const boss = new PgBoss({ connectionString: databaseUrl, useListenNotify: true, schedule: false });
  boss.on('error', () => {});
  await boss.start();
  await boss.createQueue(QUEUE, { notify: true });
  return {
    async run({ count }) {
      await boss.insert(QUEUE, Array.from({ length: count }, (_, n) => ({ data: { n } })));
      const handled = countdown(count);
      await boss.work(QUEUE, { batchSize: 1_000, localConcurrency: 2, burstWhenBatchFull: true, pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 0.5 }, async (jobs) => { for (const _ of jobs) handled.tick(); });
      await handled.done;
      // Waits for what is under way: the last batch is completed after its handler.
      await boss.offWork(QUEUE, { wait: true });
      return count / ((performance.now() - handled.first()) / 1000);
    },
    end: () => boss.stop({ graceful: false }),
  };
});
