import { withClient } from '../../test/workers.js';
import { serve } from '../harness/contender.js';
import { countdown } from '../harness/no-op-order.js';
import { startNoOpProgram } from '../harness/no-op-program.js';
import { plantClub, plantPlanned } from '../harness/plant.js';
import { SPAN_MS, type Lateness, type TimelyOrder, type TimelySettings } from '../harness/timely.js';

const CONNECTIONS = 128;

/** Planned reminders of as many people, from `due_at` to the hands of the transport: timer, sweep, queue and claim lie in between. */
serve<TimelySettings, TimelyOrder, Lateness>(async ({ databaseUrl, redisUrl }) => {
  const club = await withClient(databaseUrl, plantClub);
  let planned = 0;
  let handed: (deliveryId: string) => void = () => {};
  const program = await startNoOpProgram({ databaseUrl, redisUrl, connections: CONNECTIONS }, ({ id }) => handed(id), () => {});
  return {
    run: (order) => withClient(databaseUrl, async (client) => {
      if (planned < order.planned) {
        await plantPlanned(client, club, { count: order.planned - planned, from: new Date(Date.now() + 30 * 86_400_000), spanMs: 86_400_000 });
        planned = order.planned;
        await client.query('ANALYZE');
      }
      const at = new Map<string, number>();
      const all = countdown(order.due);
      handed = (id) => { at.set(id, Date.now()); all.tick(); };
      const from = new Date(Date.now() + order.inMs);
      await plantPlanned(client, club, { count: order.due, from, spanMs: SPAN_MS });
      await client.query(`SELECT pg_notify('tawama_wake', '')`);
      if (Date.now() > from.getTime()) throw new Error('planting took longer than the time until the first is due');
      await all.done;
      const { rows } = await client.query<{ id: string; dueAt: Date }>(`SELECT delivery_id AS id, due_at AS "dueAt" FROM reminder WHERE delivery_id = ANY($1::uuid[])`, [[...at.keys()]]);
      return rows.map(({ id, dueAt }) => (at.get(id) ?? Number.NaN) - dueAt.getTime());
    }),
    end: () => program.close(),
  };
});
