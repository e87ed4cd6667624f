import { dashboard, myDay, searchAnswer, type MyDay } from '@tawama/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGround, type TestGround } from '../../../test/ground.js';
import { Database } from '../../platform/db/database.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { AgreementsStore } from '../agreements/agreements.store.js';
import { MilestoneDesk } from '../milestones/milestone-desk.js';
import { MilestonesStore } from '../milestones/milestones.store.js';
import { TemplateLibrary } from '../templates/template-library.js';
import { TemplatesStore } from '../templates/templates.store.js';
import { ReportsService } from './reports.service.js';
import { ReportsStore } from './reports.store.js';
import { SearchService } from './search.service.js';
import { SearchStore } from './search.store.js';

/** The club at 2026-01-26: one agreement late, one blocked, one due soon, one calm, one closed. */
const TODAY = '2026-01-26';
let ground: TestGround;
let reports: ReportsService;
let searches: SearchService;
let admin: Viewer;
let [coordinator, legal, late, blocked, soon, calm, closed] = ['', '', '', '', '', '', ''];
const ids: Record<string, string> = {};

beforeAll(async () => {
  ground = await openGround(`${TODAY}T08:00:00Z`);
  const templates = new TemplateLibrary(ground.database, new TemplatesStore());
  reports = new ReportsService(ground.database, new ReportsStore(), ground.clock, new AgreementsStore(templates), new MilestoneDesk(new MilestonesStore(), templates, ground.clock));
  searches = new SearchService(ground.database, new SearchStore());
  const home = await ground.city('smara', { role: 'home', name: { ar: 'السمارة', fr: 'Smara', en: 'Smara' } });
  coordinator = await ground.person(home, { name: 'Coordinator' });
  legal = await ground.person(home, { name: 'Reviewer', function: 'legal' });
  const cities = [
    await ground.city('ndjamena', { name: { ar: 'نجامينا', fr: "N'Djamena", en: "N'Djamena" }, aliases: ['أنجامينا'], country: 'TD' }),
    await ground.city('timbuktu', { name: { ar: 'تومبكتو', fr: 'Tombouctou', en: 'Timbuktu' }, aliases: ['تمبكتو'], country: 'ML' }),
    await ground.city('amgala-partner', { name: { ar: 'أمگالة', fr: 'Amgala', en: 'Amgala' }, aliases: ['أمكالة'] }),
    await ground.city('dakar', { country: 'SN' }), await ground.city('orel', { identification: 'pending', timeZone: null, country: 'US' }),
  ];
  const [ndjamena = '', timbuktu = '', amgala = '', dakar = '', orel = ''] = cities;
  await ground.person(ndjamena, { name: 'Focal Point of Ndjamena', function: 'focalPoint' });
  const one = async (name: string, city: string, ...more: Parameters<TestGround['agreement']> extends [string, string, ...infer Rest] ? Rest : never) => {
    const { id, milestoneIds } = await ground.agreement(home, city, ...more);
    milestoneIds.forEach((milestoneId, place) => { ids[`${name}.${place}`] = milestoneId; });
    await ground.test.query('UPDATE agreement SET coordinator_id = $2 WHERE id = $1', [id, coordinator]);
    return id;
  };
  late = await one('late', ndjamena, [
    { status: 'done', dueOn: '2025-12-01', doneOn: '2025-12-01', ownerId: coordinator }, { status: 'open', dueOn: '2026-01-20', ownerId: coordinator },
    { status: 'open', dueOn: '2026-01-26', ownerId: legal }, { status: 'submitted', dueOn: '2026-01-10', ownerId: legal }]);
  blocked = await one('blocked', timbuktu, [{ status: 'blocked', dueOn: '2026-03-01', ownerId: coordinator }, { status: 'planned', dueOn: '2026-02-01' }]);
  soon = await one('soon', amgala, [{ status: 'open', dueOn: '2026-02-02', ownerId: coordinator }, { status: 'open', dueOn: '2026-02-03', ownerId: coordinator, waitingOn: 'governor' }], 'preparing');
  calm = await one('calm', orel, [{ status: 'open', dueOn: '2026-06-01', ownerId: coordinator }], 'preparing');
  closed = await one('closed', dakar, [{ status: 'open', dueOn: '2025-06-01', ownerId: coordinator }], 'terminated');
  await ground.test.query(`INSERT INTO contact (subject_type, subject_id, agreement_id, kind, "on", line) VALUES ('agreement', $1, $1, 'called', '2026-01-12', ''), ('agreement', $1, $1, 'met', '2026-01-05', '')`, [calm]);
  admin = await ground.viewer();
});
afterAll(() => ground.close());

const steps = (band: MyDay['overdue']) => band.data.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id));
const bands = (day: MyDay) => ({ overdue: steps(day.overdue), dueToday: steps(day.dueToday), next7Days: steps(day.next7Days), toReview: steps(day.toReview), waitingOnOthers: steps(day.waitingOnOthers) });

describe('the first view', () => {
  it('says the sentence and shows the rows, worst first', async () => {
    const view = await reports.dashboard(admin);
    expect(dashboard.safeParse(view).error).toBeUndefined();
    expect(view).toMatchObject({ today: TODAY, agreements: 4, active: 2, preparing: 2, late: 1, onTime: 3, pendingCities: 1, rowsTotal: 4 });
    expect(view.rows.map(({ id, health }) => [id, health])).toEqual([[late, 'late'], [blocked, 'blocked'], [soon, 'dueSoon'], [calm, 'onTime']]);
    expect(view.rows[0]).toMatchObject({ homeName: { fr: 'Smara' }, partnerName: { ar: 'نجامينا' }, country: 'TD', counterpartName: 'Focal Point of Ndjamena', daysLate: 6, lateCount: 1, coordinatorId: coordinator });
    expect(view.rows[3]).toMatchObject({ identification: 'pending', lastContactOn: '2026-01-12', counterpartName: null });
  });

  it('counts what waits as the day does', async () => {
    for (const viewer of [admin, await ground.viewer('coordinator', { personId: coordinator }), await ground.viewer('legal', { personId: legal }), await ground.viewer('council')]) {
      const { overdue, dueToday, next7Days, toReview } = await reports.myDay(viewer);
      expect((await reports.dashboard(viewer)).waitingForMe).toBe(overdue.total + dueToday.total + next7Days.total + toReview.total);
    }
    expect((await reports.dashboard(admin)).waitingForMe).toBe(4);
  });

  it('stays inside the scope', async () => {
    const viewer = await ground.viewer('legal', { agreementIds: [calm, closed], personId: legal });
    expect(await reports.dashboard(viewer)).toMatchObject({ agreements: 1, late: 0, onTime: 1, pendingCities: 1, waitingForMe: 0, rowsTotal: 1, rows: [{ id: calm }] });
    expect(await reports.dashboard(await ground.viewer('legal', { agreementIds: [] }))).toMatchObject({ agreements: 0, rows: [], pendingCities: 0 });
  });

  it('names people only to those who may see them', async () => {
    const viewer = await ground.viewer('council', { permissions: ['agreement.read'] });
    expect((await reports.dashboard(viewer)).rows.map(({ counterpartName }) => counterpartName)).toEqual([null, null, null, null]);
  });
});

describe('a day', () => {
  it('of the whole club, for an administrator without a person', async () => {
    const day = await reports.myDay(admin);
    expect(myDay.safeParse(day).error).toBeUndefined();
    expect(bands(day)).toEqual({ overdue: ['late.1'], dueToday: ['late.2'], next7Days: ['soon.0'], toReview: ['late.3'], waitingOnOthers: ['soon.1', 'blocked.0'] });
    expect(day.overdue.data[0]).toMatchObject({ agreementId: late, daysLate: 6, agreementTitle: { fr: 'Jumelage' }, evidenceLevel: 'none' });
  });
  it('of the coordinator: own steps, and what others submitted', async () => {
    const day = await reports.myDay(await ground.viewer('coordinator', { personId: coordinator }));
    expect(bands(day)).toEqual({ overdue: ['late.1'], dueToday: [], next7Days: ['soon.0'], toReview: ['late.3'], waitingOnOthers: ['soon.1', 'blocked.0'] });
  });
  it('of the legal reviewer: own steps, nothing to review', async () => {
    const day = await reports.myDay(await ground.viewer('legal', { personId: legal, permissions: ['milestone.read', 'milestone.command'] }));
    expect(bands(day)).toEqual({ overdue: [], dueToday: ['late.2'], next7Days: [], toReview: [], waitingOnOthers: [] });
  });
  it('of a council member without a person is empty', async () => {
    expect(bands(await reports.myDay(await ground.viewer('council')))).toEqual({ overdue: [], dueToday: [], next7Days: [], toReview: [], waitingOnOthers: [] });
  });
});

describe('the search', () => {
  const hits = async (q: string, viewer = admin) => (await searches.search(viewer, q)).map(({ type, title }) => `${type} ${title.en ?? title.fr}`);

  it('finds every spelling of a city', async () => {
    for (const q of ['أنجامينا', 'ndjamena', "N'Djamena", 'نجامينا']) expect(await hits(q), q).toContain("city N'Djamena");
    for (const q of ['تمبكتو', 'timbuktu', 'TOMBOUCTOU']) expect(await hits(q), q).toEqual(['city Timbuktu']);
    for (const q of ['امكالة', 'أمگالة', 'امكاله']) expect(await hits(q), q).toEqual(['city Amgala']);
  });
  it('finds people and steps too, cities first', async () => {
    expect((await hits('ndjamena'))).toEqual(["city N'Djamena", 'person Focal Point of Ndjamena']);
    const answer = { data: await searches.search(admin, 'jumelage') };
    expect(searchAnswer.safeParse(answer).error).toBeUndefined();
    expect(answer.data.filter(({ type }) => type === 'agreement')).toHaveLength(5);
    expect((await searches.search(admin, 'lettre')).every(({ type, detail }) => type === 'milestone' && detail?.fr === 'Jumelage')).toBe(true);
  });
  it('takes signs literally', async () => {
    for (const q of ['%', '_', '\\', "'; DROP TABLE city; --", 'ndja%na']) expect(await hits(q), q).toEqual([]);
  });
  it('stays inside the scope and shows people only to those who may see them', async () => {
    const scoped = await ground.viewer('legal', { agreementIds: [calm] });
    expect((await searches.search(scoped, 'jumelage')).map(({ id }) => id)).toEqual([calm]);
    expect(await hits('focal point', scoped)).toEqual([]);
    expect(await hits('focal point', await ground.viewer('council', { permissions: ['agreement.read'] }))).toEqual([]);
    expect(await hits('coordinator', scoped)).toEqual(['person Coordinator']);
  });
});

it('the first view and the day take the same number of queries for one row and for forty', async () => {
  const counted = async (work: () => Promise<unknown>) => {
    let queries = 0;
    const read = ground.database.read.bind(ground.database);
    ground.database.read = (callback) => read((tx) => callback(new Proxy(tx, {
      get: (target, name) => (name === 'query' ? (...args: Parameters<typeof tx.query>) => { queries += 1; return target.query(...args); } : Reflect.get(target, name)),
    })));
    await work();
    ground.database.read = Database.prototype.read;
    return queries;
  };
  const few = [await counted(() => reports.dashboard(admin)), await counted(() => reports.myDay(admin))];
  const [home, partner] = [await ground.city('home-b', { role: 'home' }), await ground.city('partner-b')];
  for (let n = 0; n < 40; n += 1) await ground.agreement(home, partner, [{ status: 'open', dueOn: '2026-01-01' }]);
  const many = [await counted(() => reports.dashboard(admin)), await counted(() => reports.myDay(admin))];
  expect(many).toEqual(few);
  expect(Math.max(...many)).toBeLessThan(9);
});
