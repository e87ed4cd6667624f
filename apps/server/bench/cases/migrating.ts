import type { WorkflowTemplate } from '@tawama/contracts';
import type { Asked, LoadAnswer, LoadOrder, LoadSettings } from '../contenders/http-load.js';
import { withClient } from '../../test/workers.js';
import { hire } from '../harness/contender.js';
import { europe } from '../harness/europe.js';
import type { Ground } from '../harness/ground.js';
import { figure, type Figure } from '../harness/outcome.js';
import { startProgram } from '../harness/program.js';
import { signIn } from '../harness/signed-in.js';

const AGREEMENTS = 1_000;
const CONNECTIONS = 4;

/** A thousand running agreements of fifty steps, moved to a version that dates one step otherwise and has one more; over HTTP, at 1,000,000 milestones. */
export async function migrating(ground: Ground): Promise<Figure[]> {
  const databaseUrl = await ground.database(await europe(ground));
  const { toVersion, agreements } = await withClient(databaseUrl, async (db) => {
    const { rows: [followed] } = await db.query<{ definition: WorkflowTemplate }>('SELECT definition FROM template_version WHERE (key, version) = (SELECT template_key, template_version FROM agreement LIMIT 1)');
    if (!followed) throw new Error('no agreement follows a template');
    const newer = newVersion(followed.definition);
    await db.query('INSERT INTO template_version (key, version, definition) VALUES ($1, $2, $3)', [newer.key, newer.version, newer]);
    const { rows } = await db.query<{ id: string; version: number }>(`SELECT id, version FROM agreement WHERE status = 'active' ORDER BY id LIMIT $1`, [ground.count(AGREEMENTS) * ground.rounds]);
    return { toVersion: newer.version, agreements: rows };
  });
  const program = await startProgram({ DATABASE_URL: databaseUrl, ROLE: 'api' });
  const client = await hire<LoadSettings, LoadOrder, LoadAnswer>('http-load', { url: program.url, headers: await signIn(program.url, 'administrator') });
  try {
    const count = ground.count(AGREEMENTS);
    const seconds: number[] = [];
    for (let round = 0; round < ground.rounds; round += 1) {
      const asked = agreements.slice(round * count, (round + 1) * count).map(({ id, version }): Asked => ({ method: 'POST', path: `/api/agreements/${id}/migrate`, body: JSON.stringify({ version, toVersion }) }));
      const { perSecond, statuses } = await client.run({ connections: CONNECTIONS, asked, count });
      if (Object.keys(statuses).join() !== '200') throw new Error(`not every agreement was moved: ${JSON.stringify(statuses)}`);
      seconds.push(count / perSecond);
      ground.say(`  round ${round + 1}: ${(count / perSecond).toFixed(1)} s`);
    }
    return [figure({ what: `${count} agreements moved to another version`, unit: 's', ours: seconds, target: { of: 'ours', atMost: 30 } })];
  } finally {
    await client.end();
    await program.stop();
  }
}

function newVersion(template: WorkflowTemplate): WorkflowTemplate {
  const [first, ...others] = template.milestones;
  const last = others.at(-1);
  if (!first || !last) throw new Error('the template has no steps');
  return {
    ...template, version: template.version + 1,
    milestones: [first, ...others.map((one) => (one.key === last.key && one.due.rule === 'offset' ? { ...one, due: { ...one.due, days: (one.due.days ?? 0) + 30 } } : one)), { ...last, key: 'one-step-more' }],
  };
}
