import { migrateAnswer, type MigrateAnswer } from '@tawama/contracts';
import { createTestDatabase, type TestDatabase } from '@tawama/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { TestClient } from '../../../test/client.js';
import { Database } from '../../platform/db/database.js';
import { PlanCheck } from '../plans/plan-check.js';
import { PlanDesk } from '../plans/plan-desk.js';
import { PlansStore } from '../plans/plans.store.js';
import { ReminderPlanner } from '../reminders/reminder-planner.js';

let database: TestDatabase;
let program: TestApp;
let client: TestClient;
let agreement: { id: string; version: number };

/** A club that signed with version 1 and lets its mails go; the program has brought version 2 along since. */
beforeAll(async () => {
  database = await createTestDatabase();
  program = await startTestApp({ databaseUrl: database.url, variables: { DEMO: 'true', CLOCK_START: '2026-01-26T08:00:00Z' } });
  client = new TestClient(program.url);
  await client.signIn('admin@smara.example', 'tawama-demo');
  await database.query(`UPDATE template_version SET state = 'retired', retired_at = club_now() WHERE key = 'already-signed' AND version = 2`);
  const cities = await database.query<{ id: string; key: string }>(`SELECT id, key FROM city`);
  const opened = await client.post('/api/agreements', {
    templateKey: 'already-signed', homeCityId: cities.find(({ key }) => key === 'smara')?.id, partnerCityIds: [cities.find(({ key }) => key === 'niamey')?.id], events: { signed: '2026-01-10', expiry: '2029-01-10' },
  });
  expect(opened.body).toMatchObject({ templateVersion: 1, stepsAdded: 0 });
  const started = await client.post(`/api/agreements/${String(opened.body['id'])}/start-reminders`, { version: opened.body['version'] });
  agreement = { id: String(started.body['id']), version: Number(started.body['version']) };
});
afterAll(async () => {
  await program.close();
  await database.drop();
});

const post = (body: unknown, query = '') => client.post(`/api/agreements/${agreement.id}/migrate${query}`, body);
const state = () => database.query(`
  SELECT m.id, m.key, m.number, m.status, m.due_on, m.pinned, a.template_version,
         (SELECT string_agg(r.rung || ' ' || r.local_date || ' ' || r.state, ', ' ORDER BY r.rung, r.role, r.person_id) FROM reminder r WHERE r.milestone_id = m.id) AS reminders
  FROM milestone m JOIN agreement a ON a.id = m.agreement_id WHERE a.id = $1 ORDER BY m.key`, [agreement.id]);

it('is refused where there is nothing to move to', async () => {
  expect(await post({ version: agreement.version, toVersion: 2 })).toMatchObject({ status: 409, body: { code: 'template/not-published', errors: [{ path: 'toVersion' }] } });
  expect(await post({ version: agreement.version, toVersion: 77 })).toMatchObject({ status: 409, body: { code: 'template/not-published' } });
  expect(await post({ version: agreement.version, toVersion: 1, decisions: { lines: { 'focal-points': 'burn' } } })).toMatchObject({ status: 400 });
  expect(await post({ version: agreement.version, toVersion: 1, decisions: { lines: { nothing: 'keep' } } })).toMatchObject({ status: 400, body: { code: 'migration/unknown-step', errors: [{ path: 'decisions.lines.nothing' }] } });
});

it('tells line by line what it would do, does exactly that, and writes to nobody a second time', async () => {
  // A version 3: one step moves, one vanishes, what comes again appears.
  const draft = await client.post('/api/templates/already-signed/versions', { copyOf: 2 });
  const at = `/api/templates/already-signed/versions/${String(draft.body['version'])}`;
  const milestones = (draft.body['milestones'] as { key: string; due: unknown }[]).filter(({ key }) => key !== 'funding-plan').map((one) => (one.key === 'joint-committee' ? { ...one, due: { rule: 'offset', from: { event: 'inForce' }, days: 75 } } : one));
  await client.patch(at, { milestones }, 1);
  expect((await client.post(`${at}/publish`, {})).body).toMatchObject({ state: 'published' });
  const toVersion = Number(draft.body['version']);

  await database.query(`UPDATE reminder SET state = 'materialised' WHERE agreement_id = $1 AND rung = 'd-7' AND milestone_id = (SELECT id FROM milestone WHERE agreement_id = $1 AND key = 'focal-points')`, [agreement.id]);
  const before = await state();
  const dry = await post({ version: agreement.version, toVersion }, '?dryRun=true');
  expect(dry.status, dry.text).toBe(200);
  expect(await state()).toEqual(before);
  const told: MigrateAnswer = migrateAnswer.parse(dry.body);
  const line = (key: string) => told.lines.find((one) => one.key === key);
  expect(line('focal-points')).toMatchObject({ change: 'recompute', from: '2026-01-25', to: '2026-01-25', reminders: [] });
  expect(line('joint-committee')).toMatchObject({ change: 'shift', from: '2026-03-11', to: '2026-03-26', options: ['keep', 'recompute', 'shift'] });
  expect(line('joint-committee')?.reminders).toContainEqual({ rung: 'd-7', role: 'owner', change: 'moves', from: '2026-03-04', to: '2026-03-19' });
  expect(line('funding-plan')).toMatchObject({ change: 'remove', statusAfter: 'cancelled' });
  expect(line('progress-report#1')).toMatchObject({ change: 'add', from: null, to: '2026-04-10', number: '5.2.1' });
  expect(line('progress-report#1')?.reminders.length).toBeGreaterThan(2);

  const real = await post({ version: agreement.version, toVersion });
  expect(real.status, real.text).toBe(200);
  const comparable = ({ lines, ...answer }: MigrateAnswer) => ({ ...answer, dryRun: false, moved: answer.moved.length, lines: lines.map(({ milestoneId: _id, reminders, ...one }) => ({ ...one, reminders: reminders.length })) });
  expect(comparable(migrateAnswer.parse(real.body))).toEqual(comparable(told));
  const after = await state();
  expect(after.find(({ key }) => key === 'focal-points')).toEqual({ ...before.find(({ key }) => key === 'focal-points'), template_version: toVersion });
  expect((await client.get(`/api/agreements/${agreement.id}/history`)).body).toMatchObject({ data: [{ action: 'agreement.migrate' }, {}, {}] });
  expect(await post({ version: agreement.version, toVersion })).toMatchObject({ status: 409, body: { code: 'record/stale' } });

  const again = await post({ version: real.body['version'], toVersion });
  expect(again.body).toMatchObject({ moved: [], stepsAdded: 0, remindersAdded: 0, remindersCancelled: 0 });
  expect((await state()).map(({ reminders }) => reminders)).toEqual(after.map(({ reminders }) => reminders));
});

it('moves to a version with other reminders: the dry run tells each that appears or vanishes, and every plan stays in step', async () => {
  const [{ version: followed } = { version: 0 }] = await database.query<{ version: number }>('SELECT template_version AS version FROM agreement WHERE id = $1', [agreement.id]);
  const draft = await client.post('/api/templates/already-signed/versions', { copyOf: followed });
  const at = `/api/templates/already-signed/versions/${String(draft.body['version'])}`;
  const milestones = (draft.body['milestones'] as { key: string }[]).map((one) => (one.key === 'action-plan' ? { ...one, reminders: 'none' } : one));
  expect((await client.patch(at, { milestones, reminders: [{ role: 'owner', at: -14 }, { role: 'owner', at: 0 }, { role: 'coordinator', at: 4 }] }, 1)).body).toMatchObject({ problems: [] });
  expect((await client.post(`${at}/publish`, {})).body).toMatchObject({ state: 'published' });
  const toVersion = Number(draft.body['version']);
  const { body: { version } } = await client.get(`/api/agreements/${agreement.id}`);

  const planned = () => database.query<{ key: string; rung: string; on: string }>(`SELECT m.key, r.rung, r.local_date::text AS on FROM reminder r JOIN milestone m ON m.id = r.milestone_id WHERE r.agreement_id = $1 AND r.state = 'planned' ORDER BY 1, 2`, [agreement.id]);
  const before = await planned();
  const dry = migrateAnswer.parse((await post({ version, toVersion }, '?dryRun=true')).body);
  expect(await planned()).toEqual(before);
  const told = (key: string) => dry.lines.find((one) => one.key === key)?.reminders.map(({ rung, role, change }) => `${role} ${rung} ${change}`).toSorted();
  expect(told('joint-committee')).toEqual([
    'counterpart d+7 vanishes', 'counterpart d-7 vanishes', 'counterpart d0 vanishes', 'owner d+3 vanishes', 'owner d-1 vanishes', 'owner d-14 appears', 'owner d-7 vanishes', 'owner digest-1 vanishes',
  ]);
  expect(told('action-plan')?.every((one) => one.endsWith('vanishes'))).toBe(true);

  const real = await post({ version, toVersion });
  expect(real.status, real.text).toBe(200);
  const rungs = new Set((await planned()).map(({ rung }) => rung));
  expect([...rungs].toSorted()).toEqual(['d-14', 'd0']);
  expect((await planned()).some(({ key }) => key === 'action-plan')).toBe(false);
  const faults = [];
  for await (const fault of new PlanCheck(program.get(Database), program.get(PlanDesk), program.get(PlansStore), program.get(ReminderPlanner)).faults()) faults.push(fault);
  expect(faults).toEqual([]);
  // Played forward, the same reminders: a simulation takes the version's as well.
  const played = await client.post(`/api/agreements/${agreement.id}/simulate`, { years: 1, daysLate: 2 });
  expect(played.status, played.text).toBe(200);
  const mails = (played.body['mails'] as { reminders: { rung: string }[] }[]).flatMap(({ reminders }) => reminders.map(({ rung }) => rung));
  expect([...new Set(mails)].toSorted()).toEqual(['d-14', 'd0']);
});
