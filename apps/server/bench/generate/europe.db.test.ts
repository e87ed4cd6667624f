import { tmpdir } from 'node:os';
import { createTestDatabase, type TestDatabase } from '@tawama/testkit';
import { afterEach, expect, it } from 'vitest';
import { verify } from '../../src/cli/verify.js';
import { PlanStore } from '../../src/features/reminders/plan.store.js';
import { ReminderPlanner } from '../../src/features/reminders/reminder-planner.js';
import { createDataSource, Database } from '../../src/platform/db/database.js';
import { Env } from '../../src/platform/env.js';
import { diskStorageIn } from '../../src/platform/storage/storage.module.js';
import { createLog } from '../../src/platform/log.js';
import { loadZoneTable } from '../../src/platform/zones.js';
import { loadEurope } from './europe.js';

const SIZES = { agreements: 40, milestonesEach: 50, remindersEach: 200, seed: 7 };
const made: TestDatabase[] = [];
afterEach(async () => { for (const database of made.splice(0)) await database.drop(); });

async function europe(seed = SIZES.seed): Promise<{ test: TestDatabase; counts: Awaited<ReturnType<typeof loadEurope>> }> {
  const test = await createTestDatabase();
  made.push(test);
  return { test, counts: await loadEurope(test.url, { ...SIZES, seed }) };
}
const fingerprint = (test: TestDatabase, table: string) => test.query(`SELECT md5(string_agg(t::text, '' ORDER BY t.id)) AS md5 FROM (SELECT * FROM ${table}) t`);

it('makes as many as asked for, and the same again from the same seed', async () => {
  const [one, again, other] = [await europe(), await europe(), await europe(8)];
  expect(one.counts).toMatchObject({ agreements: 40, milestones: 2_000, reminders: 8_000 });
  expect(one.counts.deliveries).toBeGreaterThan(500);
  for (const table of ['city', 'person', 'milestone']) {
    expect(await fingerprint(again.test, table)).toEqual(await fingerprint(one.test, table));
    expect(await fingerprint(other.test, table)).not.toEqual(await fingerprint(one.test, table));
  }
});

it('puts every constraint and index back', async () => {
  const { test } = await europe();
  const plain = await createTestDatabase();
  made.push(plain);
  const schema = (database: TestDatabase) => database.query(`SELECT pg_get_indexdef(indexrelid) AS d FROM pg_index WHERE indrelid::regclass::text NOT LIKE 'pg_%' UNION ALL SELECT conrelid::regclass || conname || pg_get_constraintdef(oid) || convalidated FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1`);
  expect(await schema(test)).toEqual(await schema(plain));
});

it('is a club as the program itself would have it', async () => {
  const { test } = await europe();
  const dataSource = createDataSource({ url: test.url, entities: [], log: createLog('silent') });
  await dataSource.initialize();
  try {
    const database = new Database(dataSource);
    const lines: string[] = [];
    expect(await verify({ database, env: Env.read({}), dataDir: tmpdir(), storage: diskStorageIn(tmpdir()) } as Parameters<typeof verify>[0], (line) => lines.push(line)), lines.join('\n')).toBe(0);
    // Planning anew finds nothing to change: every reminder stands where the ladder wants it.
    const planner = new ReminderPlanner(new PlanStore(), Env.read({}), loadZoneTable());
    for (const { id } of await test.query<{ id: string }>('SELECT id FROM agreement ORDER BY id LIMIT 10')) {
      expect(await database.transaction((tx) => planner.replanAgreement(tx, id))).toEqual({ added: 0, cancelled: 0 });
    }
  } finally {
    await dataSource.destroy();
  }
});
