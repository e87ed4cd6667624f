import type { ReplanOrder, ReplanSettings } from '../contenders/replan.js';
import { hire, type Contender } from '../harness/contender.js';
import type { Ground } from '../harness/ground.js';
import { figure, type Figure } from '../harness/outcome.js';
import { inTurns } from '../harness/turns.js';

const TIMES = 150;
/** TypeORM's way takes ten times as long. */
const TIMES_SAVED = 30;

/** Planning 40 milestones × 4 reminders anew, inside the transaction that moved their dates. */
export async function replanning(ground: Ground): Promise<Figure[]> {
  const open = async (how: ReplanSettings['how']) => hire<ReplanSettings, ReplanOrder, number>('replan', { databaseUrl: await ground.database(), how });
  const [ours, floor, save] = [await open('ours'), await open('floor'), await open('save')];
  const round = (side: Contender<ReplanOrder, number>, times: number) => () => side.run({ times: ground.count(times) });
  try {
    for (const side of [ours, floor, save]) await side.run({ times: 20 });
    const taken = await inTurns({ ours: round(ours, TIMES), floor: round(floor, TIMES), save: round(save, TIMES_SAVED) }, ground.rounds, ground.say);
    const what = 'Planning 40 milestones × 4 reminders anew';
    return [
      figure({ what, unit: 'ms', ours: taken.ours, peer: { name: 'jsonb_to_recordset floor', values: taken.floor }, target: { of: 'ratio', atMost: 1.5 } }),
      figure({ what, unit: 'ms', ours: taken.ours, peer: { name: 'TypeORM save(array)', values: taken.save }, target: { of: 'ratio', atMost: 1 / 8 } }),
    ];
  } finally {
    for (const side of [ours, floor, save]) await side.end();
  }
}
