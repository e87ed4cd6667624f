import type { Asked, LoadAnswer, LoadOrder, LoadSettings } from '../contenders/http-load.js';
import { withClient } from '../../test/workers.js';
import { hire } from '../harness/contender.js';
import { europe } from '../harness/europe.js';
import type { Ground } from '../harness/ground.js';
import { figure, type Figure } from '../harness/outcome.js';
import { startProgram } from '../harness/program.js';
import { signIn } from '../harness/signed-in.js';
import { inTurns } from '../harness/turns.js';

const COMMANDS = 400;
const WARM_UP = 50;

/** The command that moves one due date, over HTTP, with everything that follows from it, at 1,000,000 milestones. Each one another agreement. */
export async function rescheduling(ground: Ground): Promise<Figure[]> {
  const databaseUrl = await ground.database(await europe(ground));
  const program = await startProgram({ DATABASE_URL: databaseUrl, ROLE: 'api' });
  const client = await hire<LoadSettings, LoadOrder, LoadAnswer>('http-load', { url: program.url, headers: await signIn(program.url, 'administrator') });
  try {
    const count = ground.count(COMMANDS);
    const moves = await withClient(databaseUrl, async (db) => (await db.query<{ id: string; version: number; dueOn: string }>(
      `SELECT DISTINCT ON (m.agreement_id) m.id, m.version, (m.due_on + 9)::text AS "dueOn" FROM milestone m JOIN agreement a ON a.id = m.agreement_id
       WHERE m.status = 'open' AND m.due_on > club_now()::date AND a.status = 'active' ORDER BY m.agreement_id, m.due_on LIMIT $1`, [count * ground.rounds + WARM_UP])).rows);
    const asked = (from: number, to: number): Asked[] => moves.slice(from, to).map(({ id, version, dueOn }) => ({ method: 'POST', path: `/api/milestones/${id}/reschedule`, body: JSON.stringify({ version, dueOn, reason: 'The other side asked for it' }) }));
    await client.run({ connections: 1, asked: asked(0, WARM_UP), count: WARM_UP });
    const { alone } = await inTurns({
      alone: async (round: number) => {
        const answer = await client.run({ connections: 1, asked: asked(WARM_UP + round * count, WARM_UP + (round + 1) * count), count });
        if (Object.keys(answer.statuses).join() !== '200') throw new Error(`not every command was done: ${JSON.stringify(answer.statuses)}`);
        return answer;
      },
    }, ground.rounds, ground.say);
    return [
      figure({ what: `POST /api/milestones/:id/reschedule, p50`, unit: 'ms', ours: alone.map(({ p50 }) => p50), target: { of: 'ours', atMost: 15 } }),
      figure({ what: `POST /api/milestones/:id/reschedule, p99`, unit: 'ms', ours: alone.map(({ p99 }) => p99), target: { of: 'ours', atMost: 50 } }),
    ];
  } finally {
    await client.end();
    await program.stop();
  }
}
