import { Sweep } from '../../src/features/sweeps/sweep.js';
import { withClient } from '../../test/workers.js';
import { serve } from '../harness/contender.js';
import { countdown } from '../harness/no-op-order.js';
import { startNoOpProgram } from '../harness/no-op-program.js';
import { plantClub, plantPlanned } from '../harness/plant.js';
import { median } from '../harness/statistics.js';

export interface SweepSettings { databaseUrl: string; redisUrl?: string | undefined }
/** `empty`: milliseconds of one sweep that finds nothing, the median of so many. `due`: milliseconds until so many, due at once, are recorded by a transport that does nothing. */
export type SweepOrder = { empty: number } | { due: number };
const CONNECTIONS = 16;

serve<SweepSettings, SweepOrder, number>(async (settings) => {
  let recorded = countdown(1);
  const program = await startNoOpProgram({ ...settings, connections: CONNECTIONS }, () => {}, () => recorded.tick());
  const sweep = program.app.get(Sweep, { strict: false });
  const club = await withClient(settings.databaseUrl, plantClub);
  return {
    async run(order) {
      if ('empty' in order) {
        const taken: number[] = [];
        for (let n = 0; n < order.empty; n += 1) {
          const from = performance.now();
          await sweep.run();
          taken.push(performance.now() - from);
        }
        return median(taken);
      }
      return withClient(settings.databaseUrl, async (client) => {
        recorded = countdown(order.due);
        await plantPlanned(client, club, { count: order.due, from: new Date(Date.now() - 1_000), spanMs: 1 });
        const from = performance.now();
        await client.query(`SELECT pg_notify('tawama_wake', '')`);
        await recorded.done;
        return recorded.last() - from;
      });
    },
    end: () => program.close(),
  };
});
