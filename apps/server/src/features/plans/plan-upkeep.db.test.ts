import { allow, laidOutUntil, replan } from '@tawama/domain';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { clubRows } from '../../../test/club-rows.js';
import { openGround, type TestGround } from '../../../test/ground.js';
import { planCheckOn, plansOn } from '../../../test/plans.js';

let ground: TestGround;
let services: ReturnType<typeof plansOn>;
let agreementId: string;
const rows = (key: string) => ground.test.query<{ key: string; due_on: string; provisional: boolean }>(`SELECT key, due_on, provisional FROM milestone WHERE agreement_id = $1 AND key LIKE $2 ORDER BY due_on`, [agreementId, `${key}%`]);
const faults = async () => { const found = []; for await (const fault of planCheckOn(ground).faults()) found.push(fault); return found; };

beforeEach(async () => {
  ground = await openGround('2026-01-26T12:00:00Z');
  services = plansOn(ground);
  await services.library.onModuleInit();
  await services.sessions.announce();
  const [home, abroad] = [await ground.city('home', { role: 'home' }), await ground.city('abroad', { country: 'GH' })];
  await ground.person(home, { name: 'Coordinator', email: 'c@example.org' });
  const admin = await ground.viewer('administrator');
  const opened = await services.agreements.open(admin, { templateKey: 'already-signed', homeCityId: home, partnerCityIds: [abroad], events: { signed: '2025-10-31', committeeInstalled: '2026-01-15' } }, false);
  agreementId = opened.id;
  await services.start.startReminders({ actorId: admin.accountId, scope: null, dryRun: false }, agreementId, opened.version);
  await services.upkeep.run();
});
afterEach(() => ground.close());

it('lays out what comes again thirteen months ahead, once, with reminders; a month later the next one', async () => {
  expect((await rows('progress-report')).map(({ due_on: on }) => on)).toEqual(['2026-04-10', '2026-07-10', '2026-10-10', '2027-01-10']);
  expect(await ground.test.query(`SELECT number, owner_id IS NOT NULL AS followed FROM milestone WHERE agreement_id = $1 AND key = 'progress-report#2'`, [agreementId])).toEqual([{ number: '5.2.2', followed: true }]);
  const reminders = () => ground.test.query<{ n: number }>(`SELECT count(*)::int AS n FROM reminder r JOIN milestone m ON m.id = r.milestone_id WHERE m.key LIKE 'progress-report#%' AND r.state = 'planned'`);
  const before = (await reminders())[0]?.n ?? 0;
  expect(before).toBeGreaterThan(0);
  expect(await services.upkeep.run()).toBe(0);
  await ground.test.setClubTime('2026-04-01T00:30:00Z');
  expect(await services.upkeep.isDue()).toBe(true);
  expect(await services.upkeep.run()).toBe(1);
  expect(await services.upkeep.isDue()).toBe(false);
  expect((await rows('progress-report')).at(-1)).toMatchObject({ key: 'progress-report#6', due_on: '2027-04-10' });
  expect((await reminders())[0]?.n).toBeGreaterThan(before);
  expect(await faults()).toEqual([]);
});

it('after a year without anybody ends where monthly runs end', async () => {
  const state = () => ground.test.query(`SELECT key, status, due_on FROM milestone ORDER BY key`);
  for (let month = 2; month <= 12; month += 1) {
    await ground.test.setClubTime(`2026-${String(month).padStart(2, '0')}-03T09:00:00Z`);
    await services.upkeep.run();
  }
  const monthly = await state();
  await ground.test.query(`DELETE FROM milestone WHERE key LIKE '%#%' AND due_on > '2027-01-31'`);
  await ground.test.query(`UPDATE setting SET value = '"2027-01-31"' WHERE key = 'plans.laid-out-until'`);
  await services.upkeep.run();
  expect(await state()).toEqual(monthly);
});

it('counts anew what stands before a session that is convened on another day, and nothing else', async () => {
  expect((await rows('annual-report'))[0]).toMatchObject({ due_on: '2027-01-22', provisional: true });
  const others = await ground.test.query(`SELECT id, version FROM milestone WHERE key NOT LIKE 'annual-report%' ORDER BY id`);
  await ground.test.query(`INSERT INTO council_session (city_id, kind, begins_on, ends_on, certainty, source) SELECT id, 'ordinary', '2027-02-08', '2027-02-09', 'confirmed', 'convened' FROM city WHERE key = 'home'`);
  expect(await services.upkeep.isDue()).toBe(true);
  expect(await services.upkeep.run()).toBe(1);
  expect((await rows('annual-report'))[0]).toMatchObject({ due_on: '2027-01-29', provisional: false });
  expect(await ground.test.query(`SELECT id, version FROM milestone WHERE key NOT LIKE 'annual-report%' ORDER BY id`)).toEqual(others);
  expect(await ground.test.query(`SELECT action FROM audit_entry WHERE actor_id IS NULL ORDER BY at DESC, id DESC LIMIT 1`)).toEqual([{ action: 'agreement.keep-up' }]);
  expect(await services.upkeep.run()).toBe(0);
});

it('makes of many plans in one transaction what it makes of each alone', async () => {
  const admin = await ground.viewer('administrator');
  const [home] = await ground.test.query<{ id: string }>(`SELECT id FROM city WHERE key = 'home'`);
  for (const [place, zone] of ['Asia/Kolkata', 'America/Chicago', 'Africa/Dakar'].entries()) {
    const partner = await ground.city(`partner-${place}`, { country: place === 0 ? 'IN' : 'SN', timeZone: zone });
    await ground.person(partner, { name: `focal ${place}`, email: `f${place}@example.org`, function: place === 1 ? 'focalPoint' : 'mayorOffice' });
    const opened = await services.agreements.open(admin, { templateKey: place === 2 ? 'twinning' : 'already-signed', homeCityId: home?.id ?? '', partnerCityIds: [partner], events: place === 2 ? { opened: '2026-01-01' } : { signed: `2025-1${place}-30`, planAdopted: '2026-01-20' } }, false);
    if (place < 2) await services.start.startReminders({ actorId: admin.accountId, scope: null, dryRun: false }, opened.id, opened.version);
  }
  await ground.test.setClubTime('2026-04-01T00:30:00Z');
  await ground.test.query(`UPDATE agreement a SET note = jsonb_build_object('en', c.key) FROM agreement_partner p JOIN city c ON c.id = p.city_id WHERE p.agreement_id = a.id`);
  await ground.leave();
  const { test: both } = ground;
  const alone = await openGround('2026-04-01T00:30:00Z', both.name);
  const together = ground = await openGround('2026-04-01T00:30:00Z', both.name);
  try {
    expect(await plansOn(together).upkeep.run()).toBe(3);
    const { plans, store } = plansOn(alone);
    const until = laidOutUntil('2026-04-01');
    for (const id of await store.idsAfter(alone.database.apart, null)) {
      const [{ repeats } = { repeats: false }] = await alone.test.query<{ repeats: boolean }>(`SELECT template_key = 'already-signed' AS repeats FROM agreement WHERE id = $1`, [id]);
      if (repeats) await plans.run({ actorId: null, scope: null, dryRun: false }, { target: { agreementId: id }, version: null, journal: { action: 'agreement.keep-up' }, decide: (plan) => allow(replan(plan, { ...plan, laidOutUntil: until })) }, () => Promise.resolve({}));
    }
    await store.noteLaidOut(alone.database.apart, until);
    const of = (one: TestGround) => clubRows(one.test, { audit_entry: ['at', 'recorded_at'], audit_seal: 'all', club_clock: 'all' });
    expect(await of(together)).toEqual(await of(alone));
    expect(await together.test.query(`SELECT DISTINCT agreement_id FROM milestone WHERE due_on >= '2027-04-01'`)).toHaveLength(3);
  } finally {
    await alone.close();
    await both.drop();
  }
});

it.each([
  ['a holiday', `INSERT INTO holiday (country, name, kind, "on", certainty, source) VALUES ('MA', '{}', 'exceptional', '2026-03-02', 'confirmed', 'x')`, true],
  ['a working week', `UPDATE city SET weekend = '{5,6}' WHERE key = 'abroad'`, true],
  ['the name of a city', `UPDATE city SET name = '{"fr": "Autre"}' WHERE key = 'abroad'`, false],
])('%s that changes is noticed if dates may hang on it', async (_, change, noticed) => {
  await ground.test.query(change);
  expect(await services.upkeep.isDue()).toBe(noticed);
});
