import { planSheet, type AgreementLifeName, type EventKey, type MilestoneCommand, type PlanSheet } from '@tawama/contracts';
import { addDays, hasZonesFor, type IntendedChange, knownPlan, preview, type Result, type Preview, type ZoneTable } from '@tawama/domain';
import { chanceFrom, createTestDatabase, type Chance, type TestDatabase } from '@tawama/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { type Answer, TestClient } from '../../../test/client.js';

let database: TestDatabase;
let program: TestApp;
let client: TestClient;
let agreements: string[] = [];
let zones: ZoneTable;

/** The demo club two weeks later: reminders were planned, put off and sent. */
beforeAll(async () => {
  database = await createTestDatabase();
  program = await startTestApp({ databaseUrl: database.url, variables: { DEMO: 'true', CLOCK_START: '2026-01-26T08:00:00Z' } });
  client = new TestClient(program.url);
  await client.signIn('admin@smara.example', 'tawama-demo');
  expect((await client.post('/api/demo/clock', { advance: 'P15D' })).status).toBe(200);
  agreements = (await database.query<{ id: string }>('SELECT id FROM agreement ORDER BY id')).map(({ id }) => id);
  zones = await read<ZoneTable>('/api/zones');
});
afterAll(async () => {
  await program.close();
  await database.drop();
});

async function read<T>(path: string): Promise<T> {
  const { status, text } = await client.get(path);
  expect(status, text).toBe(200);
  return JSON.parse(text) as T;
}
const sheetOf = (id: string): Promise<PlanSheet> => read<PlanSheet>(`/api/agreements/${id}/plan`);

/** The command as the API takes it. */
function send(sheet: PlanSheet, intended: IntendedChange, query: string): Promise<Answer> {
  if (intended.of === 'legalPeriod') return client.post(`/api/milestones/${intended.id}/legal-outcome${query}`, { version: sheet.milestones.find(({ id }) => id === intended.id)?.version, ...intended.answer });
  const { name, ...body } = intended.command;
  if (intended.of === 'agreement') return client.post(`/api/agreements/${sheet.agreement.id}/${name}${query}`, { version: sheet.agreement.version, ...body });
  return client.post(`/api/milestones/${intended.id}/${name}${query}`, { version: sheet.milestones.find(({ id }) => id === intended.id)?.version, ...body });
}

const told = (result: Result<Preview>) => (result.ok
  ? { code: undefined, moved: [...result.value.change.moved], remindersAdded: result.value.remindersAdded, remindersCancelled: result.value.remindersCancelled, stepsAdded: result.value.stepsAdded }
  : { code: result.code, moved: undefined, remindersAdded: undefined, remindersCancelled: undefined, stepsAdded: undefined });
const answered = ({ body: { code, moved, remindersAdded, remindersCancelled, stepsAdded } }: Answer) => ({ code, moved, remindersAdded, remindersCancelled, stepsAdded });

const EVENTS: readonly EventKey[] = ['opened', 'councilSession', 'deliberation', 'receivedByProvince', 'visa', 'partnerApproval', 'signed', 'inForce', 'committeeInstalled', 'planAdopted', 'expiry', 'ended'];
const LIFE: readonly AgreementLifeName[] = ['suspend', 'resume', 'complete', 'terminate'];
const reason = 'for the test';

const chanceOf = (whole: Chance['whole']): boolean => whole(0, 1) === 1;

/** Any command of any step, or of the agreement; many are refused, as they would be by hand. */
function drawn(sheet: PlanSheet, { pick, whole }: Chance): IntendedChange {
  const day = addDays(sheet.today, whole(-100, 200));
  const kind = whole(0, 10);
  if (kind === 0) return { of: 'agreement', command: { name: 'start-reminders' } };
  if (kind === 1) {
    const name = pick(LIFE);
    return { of: 'agreement', command: name === 'resume' ? { name, mode: pick(['keep', 'shift'] as const) } : name === 'complete' ? { name } : { name, reason } };
  }
  if (kind < 4) return { of: 'agreement', command: { name: 'record-event', event: pick(EVENTS), on: day } };
  if (kind === 10) {
    const waited = sheet.milestones.filter(({ waitingOn }) => waitingOn !== null);
    return { of: 'legalPeriod', id: pick(waited.length > 0 ? waited : sheet.milestones).id, answer: { outcome: pick(['visa', 'refusal', 'silence'] as const), on: addDays(sheet.today, -whole(0, 30)), note: pick(['', reason]), ...(chanceOf(whole) && { means: pick(['accepted', 'refused'] as const) }) } };
  }
  const unfinished = sheet.milestones.filter(({ status }) => status === 'open' || status === 'submitted' || status === 'planned');
  const { id } = pick(kind < 8 && unfinished.length > 0 ? unfinished : sheet.milestones);
  const home = sheet.people.filter(({ side, active }) => side === 'home' && active);
  const commands: readonly MilestoneCommand[] = [
    { name: 'reschedule', dueOn: day, reason }, { name: 'reschedule', dueOn: addDays(sheet.today, whole(0, 40)), reason }, { name: 'submit', doneOn: addDays(sheet.today, -whole(0, 20)), note: '' }, { name: 'accept' }, { name: 'accept', withoutEvidence: reason },
    { name: 'reopen', reason }, { name: 'mark-not-applicable', reason }, { name: 'block', reason }, { name: 'unblock' }, { name: 'start' }, { name: 'return', reason }, { name: 'assign', ownerId: pick(home).id }, { name: 'confirm', side: 'home', on: sheet.today },
  ];
  return { of: 'milestone', id, command: pick(commands) };
}

it('tells exactly what the rules need, and nobody\'s name or address', async () => {
  for (const id of agreements) {
    const sheet = await sheetOf(id);
    expect(planSheet.parse(sheet)).toEqual(sheet);
    expect(hasZonesFor(sheet, zones)).toBe(true);
  }
  const [person] = await database.query<{ name: string; email: string }>(`SELECT name, email FROM person WHERE email IS NOT NULL AND function = 'coordinator' LIMIT 1`);
  const { text } = await client.get(`/api/agreements/${agreements[0]}/plan`);
  expect(text).not.toContain('@');
  expect(text).not.toContain(person?.name);
});

it('is there for whoever may see the agreement', async () => {
  const path = `/api/agreements/${agreements[0]}/plan`;
  expect((await client.get(`${path}?with=more`)).status).toBe(400);
  expect((await client.get('/api/agreements/018f3c5e-0000-7000-8000-000000000000/plan')).status).toBe(404);
  expect((await client.get(path.toUpperCase().replace('/API/AGREEMENTS', '/api/agreements').replace('/PLAN', '/plan'))).status).toBe(200);
  const coordinator = new TestClient(program.url);
  await coordinator.signIn('coordinator@smara.example', 'tawama-demo');
  expect((await coordinator.get(path)).status).toBe(200);
  await database.query(`UPDATE account SET agreement_ids = ARRAY[$1::uuid] WHERE email = 'coordinator@smara.example'`, [agreements[1]]);
  expect((await coordinator.get(path)).status).toBe(404);
  expect((await coordinator.get(`/api/agreements/${agreements[1]}/plan`)).status).toBe(200);
});

it('a screen that reckons on it says what the dry run says, command by command', async () => {
  const chance = chanceFrom(20260126);
  const seen = { moves: 0, reminders: 0, refused: 0, sent: 0 };
  for (const id of agreements) {
    for (let n = 0; n < 12; n += 1) {
      const sheet = await sheetOf(id);
      const intended = drawn(sheet, chance);
      const foreseen = preview(knownPlan(sheet, zones), intended);
      const dry = await send(sheet, intended, '?dryRun=true');
      expect([intended, told(foreseen)]).toEqual([intended, answered(dry)]);
      if (!foreseen.ok) { seen.refused += 1; continue; }
      seen.moves += foreseen.value.shifts.length;
      seen.reminders += foreseen.value.remindersAdded + foreseen.value.remindersCancelled;
      seen.sent += foreseen.value.sent.filter(({ sentAt }) => sentAt !== null).length;
      // Every other one is carried out, so that the next finds another plan. An agreement that is over tells no more.
      if (n % 2 === 0 && !(intended.of === 'agreement' && (intended.command.name === 'terminate' || intended.command.name === 'complete'))) {
        expect([intended, told(foreseen)]).toEqual([intended, answered(await send(sheet, intended, ''))]);
      }
    }
  }
  expect(seen.moves).toBeGreaterThan(100);
  expect(seen.reminders).toBeGreaterThan(100);
  expect(seen.refused).toBeGreaterThan(20);
  expect(seen.sent).toBeGreaterThan(5);
}, 300_000);
