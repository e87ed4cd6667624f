import { withClient } from '../../test/workers.js';
import { serve } from '../harness/contender.js';
import { countdown, type HandOutOrder, type HandOutSettings } from '../harness/no-op-order.js';
import { startNoOpProgram } from '../harness/no-op-program.js';

const CONNECTIONS = 128;

/** Ours: due mails wait in the table, a wake-up comes, the worker claims, hands over, records. Measured from the wake-up to the last record. */
serve<HandOutSettings, HandOutOrder, number>(async ({ databaseUrl, redisUrl }) => {
  let recorded = countdown(1);
  const program = await startNoOpProgram({ databaseUrl, redisUrl, connections: CONNECTIONS }, () => {}, () => recorded.tick());
  let series = 0;
  return {
    run: ({ count }) => withClient(databaseUrl, async (client) => {
      series += 1;
      recorded = countdown(count);
      await client.query('BEGIN');
      await client.query(
        `INSERT INTO delivery (kind, email, recipient_name, language, state, message_id, due_at)
         SELECT 'test', 'somebody-' || n || '@example.org', 'Somebody', 'fr', 'pending', '<' || $1::text || '-' || n || '@example.org>', club_now() FROM generate_series(1, $2::int) AS n`, [series, count]);
      await client.query(`SELECT pg_notify('tawama_wake', '')`);
      await client.query('COMMIT');
      const from = performance.now();
      await recorded.done;
      return count / ((recorded.last() - from) / 1000);
    }),
    end: () => program.close(),
  };
});
