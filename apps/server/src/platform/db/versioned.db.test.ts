import { createTestDatabase, type TestDatabase } from '@tawama/testkit';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog } from '../log.js';
import { createDataSource, Database } from './database.js';
import { updateVersioned } from './versioned.js';

let test: TestDatabase;
let dataSource: DataSource;
let database: Database;
let id: string;

const change = (version: number, changes: Record<string, unknown>, of = id) => database.transaction((tx) => updateVersioned(tx, {
  table: 'thing', id: of, version, changes,
  current: async () => (await tx.query<unknown[]>('SELECT version, title, "on" FROM thing WHERE id = $1', [of]))[0],
}));

beforeAll(async () => {
  test = await createTestDatabase();
  dataSource = createDataSource({ url: test.url, entities: [], log: createLog('silent') });
  await dataSource.initialize();
  database = new Database(dataSource);
  await test.query(`CREATE TABLE thing (id uuid PRIMARY KEY DEFAULT new_id(), version int NOT NULL DEFAULT 1, title jsonb, "on" date, tags text[] DEFAULT '{}')`);
  id = String((await test.query(`INSERT INTO thing (title) VALUES ('{"fr": "a"}') RETURNING id`))[0]?.['id']);
});
afterAll(async () => {
  await dataSource.destroy();
  await test.drop();
});

it('changes what is given, counts the version up and leaves the rest', async () => {
  expect(await change(1, { title: { fr: 'b' }, on: undefined, tags: ['a,b', '"'] })).toBe(2);
  expect(await test.query('SELECT version, title, "on", tags FROM thing')).toEqual([{ version: 2, title: { fr: 'b' }, on: null, tags: ['a,b', '"'] }]);
});

it('only compares when nothing is given', async () => {
  expect(await change(2, {})).toBe(2);
  await expect(change(1, {})).rejects.toMatchObject({ code: 'record/stale' });
});

it('refuses a stale edit with the current record', async () => {
  await expect(change(1, { on: '2026-10-25' })).rejects.toMatchObject({ code: 'record/stale', status: 409, detail: { current: { version: 2, title: { fr: 'b' }, on: null } } });
});

it('says when the record is gone', async () => {
  await expect(change(1, { on: null }, '0190a000-0000-7000-8000-000000000009')).rejects.toMatchObject({ code: 'record/not-found' });
});

it('lets one of many simultaneous edits win', async () => {
  const answers = await Promise.allSettled(Array.from({ length: 30 }, (_, n) => change(2, { title: { fr: String(n) } })));
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await test.query('SELECT version FROM thing')).toEqual([{ version: 3 }]);
});

it('takes no names but those of the schema', async () => {
  await expect(change(3, { 'on" = null; --': 1 })).rejects.toThrow(/no name of the schema/);
});
