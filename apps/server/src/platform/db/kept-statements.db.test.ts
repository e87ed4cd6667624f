import { createTestDatabase, type TestDatabase } from '@tawama/testkit';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { KeptStatements } from './kept-statements.js';

let test: TestDatabase;
let pool: pg.Pool;
beforeEach(async () => {
  test = await createTestDatabase();
  pool = new pg.Pool({ connectionString: test.url, max: 1 });
});
afterEach(async () => { await pool.end(); await test.drop(); });
const kept = async () => (await pool.query<{ name: string }>('SELECT name FROM pg_prepared_statements ORDER BY name')).rows.map(({ name }) => name);

it('keeps a statement with its connection and answers the rows', async () => {
  const statements = new KeptStatements(pool);
  expect(await statements.query('SELECT $1::int AS n', [1])).toEqual([{ n: 1 }]);
  expect(await statements.query('SELECT $1::int AS n', [2])).toEqual([{ n: 2 }]);
  expect(await statements.query('SELECT 3 AS n')).toEqual([{ n: 3 }]);
  expect(await kept()).toEqual(['kept_0', 'kept_1']);
});

it('keeps no more than it may', async () => {
  const statements = new KeptStatements(pool);
  for (let n = 0; n < 45; n += 1) expect(await statements.query(`SELECT ${n} AS n`)).toEqual([{ n }]);
  expect(await kept()).toHaveLength(40);
});

it.each([
  ['another session answers', async () => { await pool.query('DEALLOCATE ALL'); }],
  ['the table has changed', async () => { await pool.query('ALTER TABLE thing ALTER COLUMN n TYPE bigint'); }],
])('goes on without when %s', async (_, happen) => {
  await pool.query('CREATE TABLE thing AS SELECT 7 AS n');
  const statements = new KeptStatements(pool);
  const ask = async () => (await statements.query<{ n: number | string }[]>('SELECT n FROM thing')).map(({ n }) => Number(n));
  expect(await ask()).toEqual([7]);
  await happen();
  expect(await ask()).toEqual([7]);
  expect(await ask()).toEqual([7]);
});

it('hands on every other failure', async () => {
  await expect(new KeptStatements(pool).query('SELECT 1 / 0')).rejects.toMatchObject({ code: '22012' });
});
