import { hire, type Contender } from '../harness/contender.js';
import type { Ground } from '../harness/ground.js';
import { figure, type Figure } from '../harness/outcome.js';
import { percentile } from '../harness/statistics.js';
import type { Lateness, TimelyOrder, TimelySettings } from '../harness/timely.js';
import { inTurns } from '../harness/turns.js';

const PLANNED = 100_000;
const DUE = 5_000;
/** Enough to plan them all before the first is due. */
const IN_MS = 8_000;
type Side = Contender<TimelyOrder, Lateness>;

/** 5,000 different people due within one second among 100,000 planned: from due to claimed, against BullMQ's delayed jobs on Redis from due to the start of their handler. */
export async function timely(ground: Ground): Promise<Figure[]> {
  const redisUrl = await ground.redis();
  const open = async (file: string, template?: string, redis?: string): Promise<Side> => hire<TimelySettings, TimelyOrder, Lateness>(file, { databaseUrl: await ground.database(template), redisUrl: redis });
  const ours = await open('timely-tawama');
  const [oursOnRedis, bullmq] = redisUrl === undefined ? [] : [await open('timely-tawama', undefined, redisUrl), await open('timely-bullmq', '', redisUrl)];
  const order = { planned: ground.count(PLANNED), due: ground.count(DUE), inMs: IN_MS };
  const round = (side: Side) => async () => {
    const lateness = await side.run(order);
    return { p50: percentile(lateness, 0.5), p99: percentile(lateness, 0.99), earliest: Math.min(...lateness) };
  };
  try {
    for (const side of [ours, oursOnRedis, bullmq]) await side?.run({ ...order, due: 200 });
    const measured = await inTurns({ 'queue on PostgreSQL': round(ours), 'queue on Redis': oursOnRedis && round(oursOnRedis), 'BullMQ on Redis': bullmq && round(bullmq) }, ground.rounds, ground.say);
    return (['queue on PostgreSQL', 'queue on Redis'] as const).flatMap((queue) => {
      const values = measured[queue];
      if (!values) return [];
      const theirs = measured['BullMQ on Redis'];
      const line = (part: 'p50' | 'p99', target: boolean): Figure => figure({
        what: `${order.due} due in one second among ${order.planned}, due → claimed, ${part}, ${queue}`, unit: 'ms', ours: values.map((value) => value[part]),
        ...(theirs ? { peer: { name: 'BullMQ on Redis', values: theirs.map((value) => value[part]) }, ...(target ? { target: { of: 'ratio', atMost: 1 } as const } : {}) } : {}),
      });
      return [line('p50', false), line('p99', true), figure({ what: `The earliest of them, ${queue}`, unit: 'ms after due', ours: values.map(({ earliest }) => earliest), target: { of: 'ours', atLeast: 0 } })];
    });
  } finally {
    for (const side of [ours, oursOnRedis, bullmq]) await side?.end();
  }
}
