import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../../test/client.js';
import { openProgram, type OpenProgram } from '../../../test/open-program.js';

let program: OpenProgram;
let client: TestClient;
let cities: readonly string[];

beforeAll(async () => {
  program = await openProgram('2026-01-26T08:00:00Z');
  client = await program.signedIn('coordinator', { name: 'Coordinator', language: 'ar' });
  ({ cities } = program);
});
afterAll(() => program.close());

const open = (body: Record<string, unknown> = {}, query = '') => client.post(`/api/agreements${query}`, { templateKey: 'twinning', homeCityId: cities[0], partnerCityIds: [cities[1]], events: { opened: '2025-10-27' }, ...body });
const steps = async (agreementId: unknown): Promise<{ id: string; key: string; version: number; dueOn: string | null; status: string }[]> => {
  const { body } = await client.get(`/api/milestones?agreementId=${String(agreementId)}&sort=number&perPage=200`);
  return JSON.parse(JSON.stringify(body['data']));
};

describe('over HTTP', () => {
  it('an agreement is opened, read, listed and has a history', async () => {
    const opened = await open();
    expect(opened).toMatchObject({ status: 201, body: { version: 1, status: 'preparing', title: { ar: 'السمارة – نيامي' }, dryRun: false, moved: [], remindersAdded: 0 } });
    const { id } = opened.body;
    expect((await client.get(`/api/agreements/${String(id)}`)).body).toMatchObject({ id, next: { key: 'letter-of-intent' } });
    expect((await client.get(`/api/agreements/${String(id).toUpperCase()}`)).status).toBe(200);
    expect((await client.get('/api/agreements?status=preparing&q=niamey')).body).toMatchObject({ total: 1, totalIsExact: true });
    expect((await client.get(`/api/agreements/${String(id)}/history`)).body).toMatchObject({ data: [{ action: 'agreement.create', actorName: 'Coordinator' }], total: 1 });
    expect((await client.get('/api/templates/twinning/versions/1')).body).toMatchObject({ key: 'twinning', version: 1 });
  });

  it('fifty edits of one milestone have one winner; the rest are told what it made', async () => {
    const { body: { id } } = await open();
    const [letter] = await steps(id);
    const answers = await Promise.all(Array.from({ length: 50 }, (_, index) =>
      client.post(`/api/milestones/${letter?.id}/reschedule`, { version: 1, dueOn: `2026-03-${String(1 + (index % 28)).padStart(2, '0')}`, reason: 'at once' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 49 }, () => 409)]);
    const winner = answers.find(({ status }) => status === 200)?.body;
    for (const { status, body } of answers) if (status === 409) expect(body).toMatchObject({ code: 'record/stale', current: { id: letter?.id, version: 2, dueOn: winner?.['dueOn'] } });
    expect((await steps(id))[0]).toMatchObject({ version: 2, dueOn: winner?.['dueOn'] });
  });

  it('a dry run answers the same and saves nothing', async () => {
    const { body: { id } } = await open();
    const before = await steps(id);
    const draft = before.find(({ key }) => key === 'draft-convention');
    const body = { version: 1, dueOn: '2026-04-01', reason: 'translation' };
    const dry = await client.post(`/api/milestones/${draft?.id}/reschedule?dryRun=true`, body);
    expect(await steps(id)).toEqual(before);
    const real = await client.post(`/api/milestones/${draft?.id}/reschedule`, body);
    expect([dry.status, real.status]).toEqual([200, 200]);
    expect({ ...dry.body, dryRun: false }).toEqual(real.body);
    expect(real.body['moved']).toHaveLength(4);
  });

  it('every command takes its own body and no other', async () => {
    const { body: { id } } = await open();
    const [letter] = await steps(id);
    const send = (command: string, body: unknown, query = '') => client.post(`/api/milestones/${letter?.id}/${command}${query}`, body);
    for (const command of ['start', 'submit', 'accept', 'return', 'block', 'unblock', 'mark-not-applicable', 'reschedule', 'assign', 'confirm', 'deny', 'reopen']) {
      for (const body of [{}, { version: 'x' }, { version: 1, surprise: true }, [], 'text']) expect([command, (await send(command, body)).status]).toEqual([command, 400]);
    }
    expect((await send('start', { version: 1 }, '?dryRun=maybe')).status).toBe(400);
    expect((await send('accept', { version: 1 })).body).toMatchObject({ code: 'milestone/not-allowed-in-status', status: 409 });
    expect((await send('submit', { version: 1, doneOn: '2026-01-27' })).body).toMatchObject({ code: 'milestone/done-in-the-future', status: 400, errors: [{ path: 'doneOn' }] });
    expect((await send('submit', { version: 1, doneOn: '2026-01-26' })).body).toMatchObject({ status: 'submitted', version: 2 });
  });

  it('a change of an agreement wants the version that was seen', async () => {
    const { body: { id } } = await open();
    const path = `/api/agreements/${String(id)}`;
    expect((await client.patch(path, { note: null })).status).toBe(428);
    expect((await client.patch(path, { note: { fr: 'Une note' } }, 1)).body).toMatchObject({ version: 2, note: { ar: null, fr: 'Une note', en: null } });
    expect((await client.patch(path, { note: null }, 1)).body).toMatchObject({ status: 409, code: 'record/stale', current: { version: 2 } });
    expect((await client.patch(path, { title: 'x' }, 2)).status).toBe(400);
    expect((await client.post(`${path}/record-event`, { version: 2, event: 'expiry', on: '2030-01-01' })).body).toMatchObject({ version: 3, expiresOn: '2030-01-01' });
    expect((await client.post(`${path}/start-reminders`, { version: 3 })).body).toMatchObject({ version: 4, dryRun: false });
  });
});
