import { holidayCreate, holidayList, listQuery } from '@tawama/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGround, type TestGround } from '../../../test/ground.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { HolidaysService } from './holidays.service.js';
import { HolidaysStore } from './holidays.store.js';
import { MOROCCAN_HOLIDAYS } from './moroccan-holidays.js';

let ground: TestGround;
let holidays: HolidaysService;
let viewer: Viewer;

beforeAll(async () => {
  ground = await openGround('2026-01-26T08:00:00Z');
  holidays = new HolidaysService(ground.database, new HolidaysStore(), ground.journal);
  viewer = await ground.viewer();
});
afterAll(() => ground.close());

const list = async (query: Record<string, string>) => (await holidays.list(listQuery(holidayList).parse({ perPage: '100', ...query }))).data;

describe('the days a club starts with', () => {
  it('are valid in themselves', () => {
    for (const { source: _, ...holiday } of MOROCCAN_HOLIDAYS) expect(holidayCreate.safeParse({ ...holiday, source: 'x' }).success, holiday.name.en ?? '').toBe(true);
  });

  it('come once, also when two processes start together, and stay deleted', async () => {
    await Promise.all([holidays.seed(), holidays.seed()]);
    expect((await list({ country: 'MA' })).length).toBe(MOROCCAN_HOLIDAYS.length);
    const fixed = (await list({ kind: 'fixed', sort: 'monthDay' })).map(({ monthDay }) => monthDay);
    expect(fixed).toEqual(['01-01', '01-11', '01-14', '05-01', '07-30', '08-14', '08-20', '08-21', '10-31', '11-06', '11-18']);
    const throne = (await list({ q: 'العرش' }))[0];
    await holidays.delete(viewer, throne?.id ?? '');
    await holidays.seed();
    expect(await list({ q: 'العرش' })).toEqual([]);
  });

  it('say which are only estimated', async () => {
    expect((await list({ certainty: 'estimated', sort: 'on' })).map(({ on }) => on)).toEqual(['2026-05-27', '2026-05-28', '2026-06-17', '2026-08-26', '2026-08-27']);
    expect((await list({ onFrom: '2026-03-01', onTo: '2026-03-31' })).map(({ certainty }) => certainty)).toEqual(['confirmed']);
  });
});

describe('a holiday', () => {
  it('is added, confirmed and removed', async () => {
    const given = holidayCreate.parse({ country: 'MA', name: { fr: 'Jour exceptionnel' }, kind: 'exceptional', on: '2026-09-01', certainty: 'estimated', source: 'essai' });
    const { id } = await holidays.create(viewer, given);
    expect(await holidays.change(viewer, id, 1, { certainty: 'confirmed', on: '2026-09-02' })).toMatchObject({ version: 2, on: '2026-09-02', monthDay: null });
    await expect(holidays.change(viewer, id, 1, { certainty: 'estimated' })).rejects.toMatchObject({ code: 'record/stale', detail: { current: { version: 2 } } });
    await expect(holidays.change(viewer, id, 2, { kind: 'fixed' })).rejects.toMatchObject({ code: 'request/invalid', detail: { fields: [{ path: 'on', code: 'holiday/date' }] } });
    expect(await holidays.change(viewer, id, 2, { kind: 'fixed', monthDay: '09-02', on: null, name: { ar: null, fr: 'Fête', en: null } })).toMatchObject({ monthDay: '09-02', on: null });
    expect((await list({ q: 'fete' })).map((holiday) => holiday.id)).toContain(id);
    expect(await list({ q: 'exceptionnel' })).toEqual([]);
    await holidays.delete(viewer, id);
    await expect(holidays.get(id)).rejects.toMatchObject({ code: 'record/not-found' });
    expect((await ground.test.query(`SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY id`, [id])).map(({ action }) => action)).toEqual(['holiday.create', 'holiday.update', 'holiday.update', 'holiday.delete']);
  });

  it('has a day of the year or a date, never both', () => {
    const base = { country: 'MA', name: { fr: 'x' }, source: 'y' };
    expect(holidayCreate.safeParse({ ...base, kind: 'fixed', monthDay: '02-29' }).success).toBe(true);
    for (const monthDay of ['02-30', '04-31', '11-31', '13-01', '1-1']) expect(holidayCreate.safeParse({ ...base, kind: 'fixed', monthDay }).error?.issues[0]?.path, monthDay).toEqual(['monthDay']);
    for (const wrong of [{ kind: 'fixed', on: '2026-01-01' }, { kind: 'hijri', monthDay: '01-01' }, { kind: 'fixed' }, { kind: 'exceptional', on: '2026-01-01', monthDay: '01-01' }]) {
      expect(holidayCreate.safeParse({ ...base, ...wrong }).error?.issues[0]).toMatchObject({ path: ['on'], message: 'holiday/date' });
    }
  });
});
