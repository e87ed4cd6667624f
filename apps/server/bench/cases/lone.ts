import type { LoneOrder } from '../contenders/lone.js';
import { hire, type Contender } from '../harness/contender.js';
import type { Ground } from '../harness/ground.js';
import { figure, type Figure } from '../harness/outcome.js';
import { percentile } from '../harness/statistics.js';
import type { TimelySettings } from '../harness/timely.js';
import { inTurns } from '../harness/turns.js';

const TIMES = 40;
const LONG_BEFORE_MS = 1_200;
const SHORTLY_BEFORE_MS = 150;

/** One lone reminder: planned in good time, and planned while the timer sleeps towards a later one. */
export async function lone(ground: Ground): Promise<Figure[]> {
  const redisUrl = await ground.redis();
  const open = async (redis?: string) => hire<TimelySettings, LoneOrder, number[]>('lone', { databaseUrl: await ground.database(), redisUrl: redis });
  const onPostgres = await open();
  const onRedis = redisUrl === undefined ? undefined : await open(redisUrl);
  const round = (side: Contender<LoneOrder, number[]>, inMs: number) => async () => {
    const lateness = await side.run({ times: ground.count(TIMES), inMs });
    return { p50: percentile(lateness, 0.5), p99: percentile(lateness, 0.99), earliest: Math.min(...lateness) };
  };
  try {
    for (const side of [onPostgres, onRedis]) await side?.run({ times: 3, inMs: LONG_BEFORE_MS });
    const measured = await inTurns({
      'planned before, queue on PostgreSQL': round(onPostgres, LONG_BEFORE_MS), 'planned while the timer sleeps, queue on PostgreSQL': round(onPostgres, SHORTLY_BEFORE_MS),
      'planned before, queue on Redis': onRedis && round(onRedis, LONG_BEFORE_MS), 'planned while the timer sleeps, queue on Redis': onRedis && round(onRedis, SHORTLY_BEFORE_MS),
    }, ground.rounds, ground.say);
    return Object.entries(measured).flatMap(([name, values]) => (values === undefined ? [] : [
      figure({ what: `A lone reminder ${name}, due → claimed, p99`, unit: 'ms', ours: values.map(({ p99 }) => p99), target: { of: 'ours', atMost: 100 } }),
      figure({ what: `A lone reminder ${name}, earliest`, unit: 'ms after due', ours: values.map(({ earliest }) => earliest), target: { of: 'ours', atLeast: 0 } }),
    ]));
  } finally {
    await onPostgres.end();
    await onRedis?.end();
  }
}
