import type { SweepOrder, SweepSettings } from '../contenders/sweep.js';
import { withoutIndexes } from '../generate/copy.js';
import { withClient } from '../../test/workers.js';
import { hire } from '../harness/contender.js';
import type { Ground } from '../harness/ground.js';
import { figure, type Figure } from '../harness/outcome.js';
import { plantClub, plantMany } from '../harness/plant.js';
import { inTurns } from '../harness/turns.js';

const FEW = 100_000;
const MANY = 5_000_000;
const SWEEPS = 300;
const DUE = 1_000;

/** A sweep that finds nothing, and 1,000 due ones claimed and marked: at 100,000 and at 5,000,000 planned reminders. */
export async function sweeping(ground: Ground): Promise<Figure[]> {
  const [few, many] = [ground.count(FEW), ground.count(MANY)];
  const open = async (count: number) => {
    const template = await ground.template(`bench_planned_${count}`, (url) => plantInBulk(url, count));
    return hire<SweepSettings, SweepOrder, number>('sweep', { databaseUrl: await ground.database(template) });
  };
  const [small, large] = [await open(few), await open(many)];
  try {
    for (const side of [small, large]) { await side.run({ empty: 50 }); await side.run({ due: 100 }); }
    const taken = await inTurns({
      'empty, few': () => small.run({ empty: SWEEPS }), 'empty, many': () => large.run({ empty: SWEEPS }),
      'due, few': () => small.run({ due: DUE }), 'due, many': () => large.run({ due: DUE }),
    }, ground.rounds, ground.say);
    const against = (values: number[]) => ({ name: `at ${few}`, values });
    return [
      figure({ what: `Empty sweep at ${many} planned reminders`, unit: 'ms', ours: taken['empty, many'], target: { of: 'ours', atMost: 0.5 } }),
      figure({ what: `Empty sweep at ${many} planned reminders`, unit: 'ms', ours: taken['empty, many'], peer: against(taken['empty, few']), target: { of: 'ratio', atMost: 1.3 } }),
      figure({ what: `${DUE} due ones claimed and marked at ${many}`, unit: 'ms', ours: taken['due, many'], peer: against(taken['due, few']), target: { of: 'ratio', atMost: 2 } }),
    ];
  } finally {
    await small.end();
    await large.end();
  }
}

async function plantInBulk(url: string, count: number): Promise<void> {
  await withClient(url, async (client) => {
    const club = await plantClub(client, 'bulk');
    await withoutIndexes(client, ['reminder'], () => plantMany(client, club, count));
    await client.query('VACUUM (ANALYZE)');
  });
}
