import { afterEach, beforeEach, expect, it } from 'vitest';
import { openGround, type TestGround } from '../../../test/ground.js';
import { planCheckOn, plansOn } from '../../../test/plans.js';
import type { PlanFault } from './plan-check.js';

let ground: TestGround;
let agreementId: string;

beforeEach(async () => {
  ground = await openGround('2026-02-02T12:00:00Z');
  const { agreements, start, library } = plansOn(ground);
  await library.onModuleInit();
  const [home, abroad] = [await ground.city('home', { role: 'home' }), await ground.city('abroad')];
  await ground.person(home, { name: 'Coordinator', email: 'c@example.org' });
  const admin = await ground.viewer('administrator');
  const opened = await agreements.open(admin, { templateKey: 'already-signed', homeCityId: home, partnerCityIds: [abroad], events: { signed: '2026-01-20' } }, false);
  agreementId = opened.id;
  await start.startReminders({ actorId: admin.accountId, scope: null, dryRun: false }, agreementId, opened.version);
  await agreements.open(admin, { templateKey: 'twinning', homeCityId: home, partnerCityIds: [abroad], events: {} }, false);
});
afterEach(() => ground.close());

async function faults(): Promise<PlanFault[]> {
  const found: PlanFault[] = [];
  for await (const fault of planCheckOn(ground).faults()) found.push(fault);
  return found;
}
const step = async (condition: string) => (await ground.test.query<{ id: string; key: string }>(`SELECT id, key FROM milestone WHERE agreement_id = $1 AND ${condition} ORDER BY place LIMIT 1`, [agreementId]))[0];
const rows = () => ground.test.query('SELECT id, state, due_at, xmin::text AS version FROM reminder ORDER BY id');

it('finds nothing in plans as commands leave them, and changes nothing', async () => {
  const before = await rows();
  expect(before.length).toBeGreaterThan(0);
  expect(await faults()).toEqual([]);
  expect(await rows()).toEqual(before);
});

it.each([
  ['a date that no rule gives', 'due_on = due_on + 1', `status = 'open'`],
  ['a step that should have opened', `status = 'planned'`, `status = 'open'`],
  ['a date said to be provisional', 'provisional = true', `status = 'open'`],
])('finds %s, with the reminders that hang on it', async (_, corruption, condition) => {
  const wrong = await step(condition);
  await ground.test.query(`UPDATE milestone SET ${corruption} WHERE id = $1`, [wrong?.id]);
  const found = await faults();
  expect(found.map(({ agreementId: id, key }) => [id, key])).toContainEqual([agreementId, wrong?.key]);
  expect(found.every(({ stored, reckoned }) => stored !== reckoned)).toBe(true);
});

it('finds a reminder that is missing, one on another day, and one of nobody', async () => {
  await ground.test.query(`UPDATE reminder SET state = 'cancelled' WHERE id = (SELECT id FROM reminder WHERE state = 'planned' ORDER BY due_at LIMIT 1)`);
  expect(await faults()).toEqual([{ agreementId, key: 'reminders', stored: '0 that should not be', reckoned: '1 that are missing' }]);
  await ground.test.query(`UPDATE reminder SET state = 'planned', rung_on = rung_on + 1`);
  expect((await faults()).map(({ key }) => key)).toEqual(['reminders']);
});
