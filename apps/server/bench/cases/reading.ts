import type { BareSettings } from '../contenders/bare-server.js';
import type { LoadAnswer, LoadOrder, LoadSettings } from '../contenders/http-load.js';
import { MOMENT } from '../generate/europe.js';
import { hire, type Contender } from '../harness/contender.js';
import { europe } from '../harness/europe.js';
import type { Ground } from '../harness/ground.js';
import { figure, type Figure } from '../harness/outcome.js';
import { startProgram } from '../harness/program.js';
import { signIn } from '../harness/signed-in.js';
import { inTurns } from '../harness/turns.js';

const LIST = `/api/milestones?page=1&perPage=25&sort=dueOn&order=asc&status=open&dueOnFrom=${MOMENT.today}`;
const CONNECTIONS = 16;
const REQUESTS = 5_000;
const VIEWS = 300;
const WHOLE_CLUB_VIEWS = 30;

/** The list of steps at 1,000,000 against a bare server, and the two first views at 20,000 agreements. */
export async function reading(ground: Ground): Promise<Figure[]> {
  const databaseUrl = await ground.database(await europe(ground));
  const program = await startProgram({ DATABASE_URL: databaseUrl, ROLE: 'api' });
  const bare = await hire<BareSettings, 'address', string>('bare-server', { databaseUrl, today: MOMENT.today });
  const asking = async (url: string, headers: Record<string, string>) => hire<LoadSettings, LoadOrder, LoadAnswer>('http-load', { url, headers });
  const administrator = await asking(program.url, await signIn(program.url, 'administrator'));
  const coordinator = await asking(program.url, await signIn(program.url, 'coordinator'));
  const stranger = await asking(await bare.run('address'), {});
  try {
    const count = ground.count(REQUESTS);
    const list = (client: Contender<LoadOrder, LoadAnswer>) => () => checked(client, { connections: CONNECTIONS, asked: [{ method: 'GET', path: LIST }], count });
    for (const client of [administrator, stranger]) await client.run({ connections: CONNECTIONS, asked: [{ method: 'GET', path: LIST }], count: 1_000 });
    const lists = await inTurns({ ours: list(administrator), bare: list(stranger) }, ground.rounds, ground.say);
    const of = (answers: LoadAnswer[], part: 'perSecond' | 'p50' | 'p99') => answers.map((answer) => answer[part]);
    const listFigures = [
      figure({ what: `GET /api/milestones, ${CONNECTIONS} connections`, unit: 'requests/s', ours: of(lists.ours, 'perSecond'), peer: { name: 'bare node and pg', values: of(lists.bare, 'perSecond') }, target: { of: 'ratio', atLeast: 0.6 } }),
      figure({ what: 'its p99', unit: 'ms', ours: of(lists.ours, 'p99'), peer: { name: 'bare node and pg', values: of(lists.bare, 'p99') }, target: { of: 'ratio', atMost: 2 } }),
    ];
    const view = (client: Contender<LoadOrder, LoadAnswer>, path: string, times: number) => () => checked(client, { connections: 1, asked: [{ method: 'GET', path }], count: ground.count(times) });
    const views = await inTurns({ '/api/my-day': view(coordinator, '/api/my-day', VIEWS), 'the board of 17 rows': view(coordinator, '/api/dashboard', VIEWS) }, ground.rounds, ground.say);
    // Nobody's day: an administrator without a person follows all 20,000. Nothing was promised of it.
    const whole = await inTurns({ '/api/my-day of the whole club': view(administrator, '/api/my-day', WHOLE_CLUB_VIEWS), 'the board of the whole club': view(administrator, '/api/dashboard', WHOLE_CLUB_VIEWS) }, ground.rounds, ground.say);
    return [
      ...listFigures,
      ...Object.entries(views).map(([name, answers]) => figure({ what: `${name}, p99`, unit: 'ms', ours: of(answers, 'p99'), target: { of: 'ours', atMost: 50 } })),
      ...Object.entries(whole).map(([name, answers]) => figure({ what: `${name}, p50`, unit: 'ms', ours: of(answers, 'p50') })),
    ];
  } finally {
    for (const client of [administrator, coordinator, stranger, bare]) await client.end();
    await program.stop();
  }
}

async function checked(client: Contender<LoadOrder, LoadAnswer>, order: LoadOrder): Promise<LoadAnswer> {
  const answer = await client.run(order);
  if (Object.keys(answer.statuses).join() !== '200') throw new Error(`not every answer was a 200: ${JSON.stringify(answer.statuses)}`);
  return answer;
}
