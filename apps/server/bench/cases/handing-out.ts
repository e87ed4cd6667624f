import type { HandOutOrder, HandOutSettings } from '../harness/no-op-order.js';
import { hire, type Contender } from '../harness/contender.js';
import type { Ground } from '../harness/ground.js';
import { figure, type Figure } from '../harness/outcome.js';
import { inTurns } from '../harness/turns.js';

const MANY = 20_000;
/** BullMQ on PostgreSQL needs a statement a job: as many as the others have would take a minute. */
const FEW = 2_000;
type HandOut = Contender<HandOutOrder, number>;

/** Due rows → claimed → a transport that does nothing → recorded, against job queues with a handler that does nothing. */
export async function handingOut(ground: Ground): Promise<Figure[]> {
  const redisUrl = await ground.redis();
  const [manyRows, fewRows] = [ground.count(MANY), ground.count(FEW)];
  const open = async (file: string, template?: string, redis?: string): Promise<HandOut> => hire<HandOutSettings, HandOutOrder, number>(file, { databaseUrl: await ground.database(template), redisUrl: redis });
  const [ours, graphile, boss, bullmq] = [await open('hand-out-tawama'), await open('hand-out-graphile', ''), await open('hand-out-pg-boss', ''), await open('hand-out-bullmq', '')];
  const [oursOnRedis, bullmqOnRedis] = redisUrl === undefined ? [] : [await open('hand-out-tawama', undefined, redisUrl), await open('hand-out-bullmq', '', redisUrl)];
  const all: [HandOut | undefined, number][] = [[ours, manyRows], [oursOnRedis, manyRows], [graphile, manyRows], [boss, manyRows], [bullmq, fewRows], [bullmqOnRedis, manyRows]];
  const round = (side: HandOut, count: number) => () => side.run({ count });
  try {
    for (const [side, count] of all) await side?.run({ count: Math.ceil(count / 10) });
    const speeds = await inTurns({
      'queue on PostgreSQL': round(ours, manyRows),
      'graphile-worker tuned': round(graphile, manyRows),
      'pg-boss tuned': round(boss, manyRows),
      'BullMQ on PostgreSQL': round(bullmq, fewRows),
      'queue on Redis': oursOnRedis && round(oursOnRedis, manyRows),
      'BullMQ on Redis': bullmqOnRedis && round(bullmqOnRedis, manyRows),
    }, ground.rounds, ground.say);
    return (['queue on PostgreSQL', 'queue on Redis'] as const).flatMap((queue) => {
      const values = speeds[queue];
      if (!values) return [];
      const against = (name: keyof typeof speeds, atLeast?: number): Figure[] => {
        const theirs = speeds[name];
        return theirs ? [figure({ what: `Handing out to a no-op transport, ${queue}`, unit: 'rows/s', ours: values, peer: { name, values: theirs }, ...(atLeast === undefined ? {} : { target: { of: 'ratio', atLeast } }) })] : [];
      };
      return [...against('graphile-worker tuned', 1), ...against('BullMQ on PostgreSQL', 10), ...against('pg-boss tuned'), ...against('BullMQ on Redis')];
    });
  } finally {
    for (const [side] of all) await side?.end();
  }
}
