import { listQuery, type ListShape } from '@tawama/contracts';
import { createTestDatabase, type TestDatabase } from '@tawama/testkit';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../log.js';
import { createDataSource, Database } from './database.js';
import { byName, selectPage, type ListSource } from './list-sql.js';

const shape = { sort: ['name', 'on'], defaultOrder: 'asc', filters: { id: 'id', kind: ['a', 'b'], on: 'date', even: 'boolean', tag: 'text' }, search: true } as const satisfies ListShape;
const source = {
  from: 'thing t', select: 't.n, t.name', id: 't.id', search: 't.search_text',
  within: (ids) => `t.agreement_id = ANY(${ids})`,
  columns: {
    id: { sql: 't.id', type: 'uuid' }, kind: 't.kind', on: { sql: 't."on"', type: 'date' }, even: { sql: '(t.n % @two = 0)', type: 'boolean' },
    name: { sql: 't.name', sort: byName('t.name') }, tag: { sql: 't.tag', matches: (values) => `t.tag = ANY(${values}) OR t.kind = ANY(${values})` },
  },
  parameters: { two: { value: 2, type: 'int' } },
} satisfies ListSource<typeof shape>;
const SEEN = '0190a000-0000-7000-8000-000000000001';

let test: TestDatabase;
let dataSource: DataSource;
let database: Database;
const list = (parameters: Record<string, string>, scope: readonly string[] | null = null) =>
  database.read((tx) => selectPage<{ n: number; name: string }>(tx, source, listQuery(shape).parse(parameters), scope));
const numbers = async (parameters: Record<string, string>, scope: readonly string[] | null = null) => (await list(parameters, scope)).data.map(({ n }) => n);

beforeAll(async () => {
  test = await createTestDatabase();
  dataSource = createDataSource({ url: test.url, entities: [], log: createLog('silent') });
  await dataSource.initialize();
  database = new Database(dataSource);
  await test.query(`CREATE TABLE thing (id uuid PRIMARY KEY DEFAULT new_id(), n int, name text, kind text, tag text, "on" date, agreement_id uuid, search_text text)`);
  await test.query(`INSERT INTO thing (n, name, kind, tag, "on", agreement_id, search_text) VALUES
    (1, 'أغاديز', 'a', 'x', '2026-01-01', '${SEEN}', 'agadez اغاديز'), (2, 'باماكو', 'a', 'y', NULL, NULL, 'bamako 100% sure'),
    (3, 'تومبكتو', 'b', 'x', '2026-01-03', NULL, 'porto novo portonovo'), (4, 'آسفي', 'b', 'z', '2026-01-02', '${SEEN}', 'porto other')`);
});
afterAll(async () => {
  await dataSource.destroy();
  await test.drop();
});

describe('a page of a list', () => {
  it('is in the order of the alphabet', async () => expect(await numbers({ sort: 'name' })).toEqual([4, 1, 2, 3]));
  it('puts what is missing last in both directions', async () => {
    expect(await numbers({ sort: 'on' })).toEqual([1, 4, 3, 2]);
    expect(await numbers({ sort: 'on', order: 'desc' })).toEqual([3, 4, 1, 2]);
  });
  it('filters by values, ranges, booleans and conditions of its own', async () => {
    expect(await numbers({ kind: 'a' })).toEqual([1, 2]);
    expect(await numbers({ kind: 'a,b', onFrom: '2026-01-02', onTo: '2026-01-03', sort: 'on' })).toEqual([4, 3]);
    expect(await numbers({ even: 'true', sort: 'on' })).toEqual([4, 2]);
    expect(await numbers({ tag: 'z,a', sort: 'on' })).toEqual([1, 4, 2]);
  });
  it('finds all words in any order, and words written as one', async () => {
    expect(await numbers({ q: 'novo porto' })).toEqual([3]);
    expect(await numbers({ q: 'portonovo' })).toEqual([3]);
    expect(await numbers({ q: 'PORTO' })).toEqual([4, 3]);
  });
  it('takes wildcards literally and finds nothing for a question without letters', async () => {
    expect(await numbers({ q: 'b_mako' })).toEqual([]);
    expect(await numbers({ q: 'b%o' })).toEqual([]);
    expect(await numbers({ q: 'po%vo' })).toEqual([]);
    expect(await numbers({ q: '%' })).toEqual([]);
    expect(await numbers({ q: '\\' })).toEqual([]);
  });
  it('stays inside the viewer\'s agreements', async () => {
    expect(await numbers({ sort: 'on' }, [SEEN])).toEqual([1, 4]);
    expect(await list({}, [])).toEqual({ data: [], total: 0, totalIsExact: true });
  });
  it('tells how many there are beyond the page', async () => {
    expect(await list({ perPage: '3' })).toMatchObject({ total: 4, totalIsExact: true });
    expect(await list({ perPage: '3', page: '2' })).toMatchObject({ total: 4, totalIsExact: true, data: [{ n: 3 }] });
    expect(await list({ perPage: '3', page: '9' })).toMatchObject({ total: 4, totalIsExact: true, data: [] });
  });
  it('refuses to go deeper than 10,000 rows', async () => {
    await expect(list({ page: '51', perPage: '200' })).rejects.toMatchObject({ code: 'list/too-deep', status: 400 });
    expect(await numbers({ page: '50', perPage: '200' })).toEqual([]);
  });
  it('stops counting at 1,000', async () => {
    await test.query(`INSERT INTO thing (n, name, kind, search_text) SELECT n, 'x', 'c', '' FROM generate_series(1000, 2200) n`);
    expect(await list({})).toMatchObject({ total: 1000, totalIsExact: false });
    expect(await list({ perPage: '200', page: '7' })).toMatchObject({ total: 1000, totalIsExact: false });
    await test.query(`DELETE FROM thing WHERE kind = 'c'`);
  });
});
