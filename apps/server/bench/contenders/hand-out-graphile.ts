import { Logger, makeWorkerUtils, run } from 'graphile-worker';
import pg from 'pg';
import { serve } from '../harness/contender.js';
import { countdown, type HandOutOrder, type HandOutSettings } from '../harness/no-op-order.js';

/** The fastest of what its documentation advises: a local queue filled 500 at a time, completions in batches. */
const TUNED = { concurrentJobs: 24, maxPoolSize: 25, pollInterval: 2_000, localQueue: { size: 500 }, completeJobBatchDelay: 0, failJobBatchDelay: 0 };
const silent = new Logger(() => () => {});

/** Measured from the first handler to the moment when the table of jobs is empty. */
serve<HandOutSettings, HandOutOrder, number>(async ({ databaseUrl }) => {
  const utils = await makeWorkerUtils({ connectionString: databaseUrl, logger: silent });
  await utils.migrate();
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  return {
    async run({ count }) {
      await utils.addJobs(Array.from({ length: count }, (_, n) => ({ identifier: 'nothing', payload: { n } })));
      await pool.query('ANALYZE');
      const handled = countdown(count);
      const runner = await run({ connectionString: databaseUrl, logger: silent, noHandleSignals: true, taskList: { nothing: () => { handled.tick(); } }, preset: { worker: TUNED } });
      await handled.done;
      while ((await pool.query('SELECT 1 FROM graphile_worker._private_jobs LIMIT 1')).rowCount !== 0) await new Promise((go) => setImmediate(go));
      const end = performance.now();
      await runner.stop();
      return count / ((end - handled.first()) / 1000);
    },
    async end() { await utils.release(); await pool.end(); },
  };
});
