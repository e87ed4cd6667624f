import { createTestDatabase, type TestDatabase } from '@tawama/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataSource } from 'typeorm';
import { DatabaseClock, startClockAt, startClockOnce } from '../clock.js';
import { createLog } from '../log.js';
import { loadZoneTable } from '../zones.js';
import { createDataSource, Database } from './database.js';
import { migrate } from './migrate.js';
import { classifyPgError } from './pg-errors.js';

let test: TestDatabase;
let dataSource: DataSource;
let database: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  dataSource = createDataSource({ url: test.url, entities: [], log: createLog('silent') });
  await dataSource.initialize();
  database = new Database(dataSource);
});
afterAll(async () => {
  await dataSource.destroy();
  await test.drop();
});

describe('the schema', () => {
  it('holds only instants with a zone and calendar dates', async () => {
    const wrong = await test.query(`SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' AND data_type IN ('timestamp without time zone', 'time with time zone')`);
    expect(wrong).toEqual([]);
  });

  it('finds nothing to migrate a second time', async () => {
    expect(await migrate(dataSource, test.url)).toEqual({ created: false, ran: [] });
  });

  it('refuses a database that a newer version has used', async () => {
    await test.query(`INSERT INTO migration (timestamp, name) VALUES (9999999999999, 'Future9999999999999')`);
    await expect(migrate(dataSource, test.url)).rejects.toThrow(/newer Tawama.*Future9999999999999/);
    await test.query(`DELETE FROM migration WHERE name = 'Future9999999999999'`);
  });
});

describe('transactions', () => {
  it('save all or nothing', async () => {
    await expect(database.transaction(async (tx) => {
      await tx.query(`INSERT INTO setting (key, value) VALUES ('a', '1')`);
      throw new Error('second thoughts');
    })).rejects.toThrow('second thoughts');
    expect(await database.query('SELECT * FROM setting')).toEqual([]);
  });

  it('cannot write while they only read', async () => {
    await expect(database.read((tx) => tx.query(`INSERT INTO setting (key, value) VALUES ('a', '1')`))).rejects.toThrow(/read-only/);
  });

  it('give calendar dates as text and counts as numbers', async () => {
    expect(await database.query(`SELECT '2026-10-25'::date AS on, count(*) AS n FROM club_clock`)).toEqual([{ on: '2026-10-25', n: 1 }]);
  });

  it('survive the server closing every connection', async () => {
    await Promise.all(Array.from({ length: 5 }, () => database.query('SELECT pg_sleep(0.02)')));
    await test.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()`, [test.name]);
    await expect.poll(() => database.query('SELECT 1 AS one').catch(() => [])).toEqual([{ one: 1 }]);
  });
});

describe('a PostgreSQL failure', () => {
  it.each([
    [`SELECT '2026-02-30'::date`, 'badValue'],
    [`SELECT '\\x00'::uuid`, 'badValue'],
    [`INSERT INTO club_clock VALUES (true)`, 'unique'],
    [`INSERT INTO club_clock VALUES (false)`, 'check'],
    [`SELECT 1 LIMIT -1`, 'badValue'],
  ])('%s is %s', async (sql, kind) => {
    const error: unknown = await database.query(sql).catch((reason: unknown) => reason);
    expect(classifyPgError(error)).toMatchObject({ kind });
  });
});

describe('the club clock', () => {
  it('runs on from where it was set, physical time does not move', async () => {
    const clock = new DatabaseClock(dataSource, loadZoneTable(), 'Africa/El_Aaiun');
    await startClockAt(database, '2026-01-26T08:00:00Z');
    const seconds = ((await clock.now()).getTime() - Date.parse('2026-01-26T08:00:00Z')) / 1000;
    expect(seconds).toBeGreaterThanOrEqual(0);
    expect(seconds).toBeLessThan(5);
    await test.query(`DELETE FROM setting`);
    await startClockOnce(database, '2027-02-20T08:00:00Z');
    await startClockOnce(database, '2030-01-01T08:00:00Z');
    expect((await clock.now()).toISOString()).toMatch(/^2027-02-20T08:0/);
    expect(await clock.today()).toBe('2027-02-20');
    expect((await clock.physical()).getUTCFullYear()).toBeGreaterThanOrEqual(2026);
  });
});

describe('the pool', () => {
  it('tells of a connection that was lost, but not of one that nobody holds any more', async () => {
    const log = createLog('silent');
    let warnings = 0;
    log.warn = () => { warnings += 1; };
    const source = createDataSource({ url: test.url, entities: [], log });
    await source.initialize();
    const { options } = source;
    const lose = () => { if (options.type === 'postgres') options.poolErrorHandler?.(new Error('terminating connection due to administrator command')); };
    lose();
    expect(warnings).toBe(1);
    await source.destroy();
    lose();
    expect(warnings).toBe(1);
  });
});
