import { PlanStore } from '../../src/features/reminders/plan.store.js';
import { Database } from '../../src/platform/db/database.js';
import { withClient } from '../../test/workers.js';
import { serve } from '../harness/contender.js';
import { startNoOpProgram } from '../harness/no-op-program.js';
import { plantClub, plantPlanned } from '../harness/plant.js';
import type { TimelySettings } from '../harness/timely.js';

/** `inMs`: how long before its instant each one is planned; the timer sleeps meanwhile. */
export interface LoneOrder { times: number; inMs: number }
const CONNECTIONS = 3;

/** Answers the milliseconds from due to claimed of reminders that come one by one. */
serve<TimelySettings, LoneOrder, number[]>(async (settings) => {
  let handed: () => void = () => {};
  const program = await startNoOpProgram({ ...settings, connections: CONNECTIONS }, () => handed(), () => {});
  const [database, plan] = [program.app.get(Database, { strict: false }), program.app.get(PlanStore, { strict: false })];
  const club = await withClient(settings.databaseUrl, plantClub);
  return {
    run: ({ times, inMs }) => withClient(settings.databaseUrl, async (client) => {
      const lateness: number[] = [];
      for (let n = 0; n < times; n += 1) {
        // Not always at the same moment of whatever else goes by the clock.
        const from = Date.now() + inMs + Math.floor(Math.random() * 50);
        const taken = new Promise<number>((done) => { handed = () => done(Date.now()); });
        await plantPlanned(client, club, { count: 1, from: new Date(from), spanMs: 0 });
        // As the planner does it after every plan.
        await database.transaction((tx) => plan.wakeBefore(tx, from));
        lateness.push(await taken - from);
      }
      return lateness;
    }),
    end: () => program.close(),
  };
});
