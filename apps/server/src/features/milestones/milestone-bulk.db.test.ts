import { milestoneBulkAnswer, type Role } from '@tawama/contracts';
import type { TestDatabase } from '@tawama/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestClient } from '../../../test/client.js';
import { openProgram, type OpenProgram } from '../../../test/open-program.js';

interface Step { id: string; key: string; version: number; dueOn: string | null; status: string; ownerId: string | null }
interface Line { id: string; status: number; code?: string; detail?: string; errors?: unknown[]; current?: Step; record?: Step; moved?: unknown[]; remindersAdded?: number }

let database: TestDatabase;
let program: OpenProgram;
let client: TestClient;
let cities: readonly [string, string];

const signedIn = (role: Role, agreementIds?: readonly string[]): Promise<TestClient> => program.signedIn(role, agreementIds === undefined ? {} : { agreementIds });

beforeAll(async () => {
  program = await openProgram('2026-01-26T08:00:00Z');
  ({ database, cities } = program);
  client = await signedIn('coordinator');
});
afterAll(() => program.close());

const read = async (agreementId: string): Promise<Step[]> => JSON.parse((await client.get(`/api/milestones?agreementId=${agreementId}&sort=number&perPage=200`)).text).data;
const open = async () => {
  const agreementId = String((await client.post('/api/agreements', { templateKey: 'twinning', homeCityId: cities[0], partnerCityIds: [cities[1]], events: { opened: '2025-10-27' } })).body['id']);
  const steps = await read(agreementId);
  const of = (key: string): Step => { const step = steps.find((one) => one.key === key); if (!step) throw new Error(key); return step; };
  return { agreementId, of, now: async (key: string) => (await read(agreementId)).find((one) => one.key === key) };
};
const bulk = (body: object, { by = client, query = '', headers = {} }: { by?: TestClient; query?: string; headers?: Record<string, string> } = {}) => by.post(`/api/milestones/bulk${query}`, body, headers);
const linesOf = (answer: { body: Record<string, unknown> }): Line[] => answer.body['data'] as Line[];
const outcomes = (answer: { body: Record<string, unknown> }) => linesOf(answer).map(({ id, status, code }) => [id, code ?? status]);
const versionsOf = (...steps: Step[]) => Object.fromEntries(steps.map(({ id, version }) => [id, version]));

describe('one command to many milestones', () => {
  it('answers for each in the order asked; what is refused of one leaves the others saved', async () => {
    const [one, other] = [await open(), await open()];
    const [letter, profile, theirs] = [one.of('letter-of-intent'), one.of('partner-profile'), other.of('letter-of-intent')];
    await client.post(`/api/milestones/${profile.id}/submit`, { version: 1, doneOn: '2026-01-20' });
    const nobody = crypto.randomUUID();
    const ids = [theirs.id, profile.id, nobody, letter.id.toUpperCase()];
    const answer = await bulk({ ids, command: 'block', versions: { ...versionsOf(theirs, letter), [profile.id]: 2, [nobody]: 1 }, body: { reason: 'the mayor travels' } }, { headers: { 'accept-language': 'fr' } });
    expect(answer.status).toBe(200);
    expect(milestoneBulkAnswer.parse(answer.body)).toEqual(answer.body);
    expect(outcomes(answer)).toEqual([[theirs.id, 200], [profile.id, 'milestone/not-allowed-in-status'], [nobody, 'record/not-found'], [letter.id, 200]]);
    expect(linesOf(answer)[2]).toMatchObject({ status: 404, detail: expect.stringMatching(/introuvable|n’existe/i) });
    expect([await one.now('letter-of-intent'), await other.now('letter-of-intent')]).toMatchObject([{ status: 'blocked', version: 2 }, { status: 'blocked', version: 2 }]);
    expect(await one.now('partner-profile')).toMatchObject({ status: 'submitted', version: 2 });
    expect(await database.query(`SELECT subject_id AS id, reason FROM audit_entry WHERE action = 'milestone.block' ORDER BY recorded_at`)).toEqual([{ id: theirs.id, reason: 'the mayor travels' }, { id: letter.id, reason: 'the mayor travels' }]);
  });

  it('says of one what the single command says', async () => {
    const [one, other] = [await open(), await open()];
    const body = { dueOn: '2026-04-01', reason: 'translation' };
    const single = (await client.post(`/api/milestones/${one.of('draft-convention').id}/reschedule`, { version: 1, ...body })).body;
    const [line] = linesOf(await bulk({ ids: [other.of('draft-convention').id], command: 'reschedule', body: { version: 1, ...body } }));
    expect(line).toMatchObject({ status: 200, remindersAdded: single['remindersAdded'], record: { dueOn: '2026-04-01', version: 2 } });
    expect(line?.moved).toHaveLength((single['moved'] as unknown[]).length);
    const { remindersAdded: _a, remindersCancelled: _c, moved: _m, dryRun: _d, stepsAdded: _s, ...record } = single;
    expect(Object.keys(line?.record ?? {}).toSorted()).toEqual(Object.keys(record).toSorted());
  });

  it('tells each stale one what it is now, and wants a version of each', async () => {
    const { of, now } = await open();
    const [letter, profile, meeting] = [of('letter-of-intent'), of('partner-profile'), of('first-meeting')];
    await client.post(`/api/milestones/${letter.id}/start`, { version: 1 });
    const answer = await bulk({ ids: [letter.id, profile.id, meeting.id], command: 'start', versions: versionsOf(letter, profile) });
    expect(outcomes(answer)).toEqual([[letter.id, 'record/stale'], [profile.id, 200], [meeting.id, 'request/version-required']]);
    expect(linesOf(answer)[0]).toMatchObject({ status: 409, current: { id: letter.id, version: 2 } });
    expect(await now('first-meeting')).toMatchObject({ version: 1 });
  });

  it('is not stale for a later one because an earlier line moved it; but because somebody else did', async () => {
    const { of, now } = await open();
    const [draft, review, consultation] = [of('draft-convention'), of('legal-review'), of('prior-consultation')];
    await client.post(`/api/milestones/${consultation.id}/reschedule`, { version: 1, dueOn: '2026-05-01', reason: 'by somebody else' });
    const answer = await bulk({ ids: [draft.id, review.id, consultation.id], command: 'reschedule', versions: versionsOf(draft, review, consultation), body: { dueOn: '2026-04-01', reason: 'all at once' } });
    expect(outcomes(answer)).toEqual([[draft.id, 200], [review.id, 200], [consultation.id, 'record/stale']]);
    expect([await now('draft-convention'), await now('legal-review'), await now('prior-consultation')].map((step) => step?.dueOn)).toEqual(['2026-04-01', '2026-04-01', '2026-05-01']);
  });

  it('tried only, saves nothing', async () => {
    const { agreementId, of } = await open();
    const before = await read(agreementId);
    const [draft, review] = [of('draft-convention'), of('legal-review')];
    const answer = await bulk({ ids: [draft.id, review.id, agreementId], command: 'reschedule', versions: { ...versionsOf(draft, review), [agreementId]: 1 }, body: { dueOn: '2026-04-01', reason: 'x' } }, { query: '?dryRun=true' });
    expect(answer.body['dryRun']).toBe(true);
    expect(outcomes(answer)).toEqual([[draft.id, 200], [review.id, 200], [agreementId, 'record/not-found']]);
    expect(linesOf(answer)[0]).toMatchObject({ record: { dueOn: '2026-04-01', version: 2 } });
    expect(await read(agreementId)).toEqual(before);
    expect((await bulk({ ids: [draft.id], command: 'start', body: { version: 1 } }, { query: '?dryRun=maybe' })).status).toBe(400);
  });

  it('sent again with the same key is done once', async () => {
    const { of, now } = await open();
    const body = { ids: [of('letter-of-intent').id], command: 'start', body: { version: 1 } };
    const answers = [await bulk(body, { headers: { 'idempotency-key': 'many' } }), await bulk(body, { headers: { 'idempotency-key': 'many' } })];
    expect(answers[1]?.text).toBe(answers[0]?.text);
    expect(await now('letter-of-intent')).toMatchObject({ version: 2 });
    expect((await bulk({ ...body, ids: [of('partner-profile').id] }, { headers: { 'idempotency-key': 'many' } })).body).toMatchObject({ status: 422, code: 'idempotency/other-body' });
  });
});

describe('a request that is wrong as a whole', () => {
  const id = crypto.randomUUID();
  it.each([
    ['a milestone twice', { ids: [id, id.toUpperCase()], command: 'start' }, 'ids.1', 'record/duplicate'], ['none', { ids: [], command: 'start' }, 'ids', 'too_small'],
    ['more than a hundred', { ids: Array.from({ length: 101 }, () => crypto.randomUUID()), command: 'start' }, 'ids', 'too_big'], ['what is no id', { ids: ['x'], command: 'start' }, 'ids.0', 'invalid_format'],
    ['an unknown command', { ids: [id], command: 'complete' }, 'command', 'invalid_union'], ['a body of another command', { ids: [id], command: 'reschedule', body: { doneOn: '2026-01-01', dueOn: '2026-01-01', reason: 'x' } }, 'body.doneOn', 'unrecognized_keys'],
    ['no body where one is needed', { ids: [id], command: 'block' }, 'body', 'required'], ['a version of another', { ids: [id], command: 'start', versions: { [crypto.randomUUID()]: 1 } }, expect.stringMatching(/^versions\./), 'record/not-found'],
    ['something unknown', { ids: [id], command: 'start', surprise: 1 }, 'surprise', 'unrecognized_keys'],
  ])('names %s, and does nothing', async (_, body, path, code) => {
    expect((await bulk(body)).body).toMatchObject({ status: 400, code: 'request/invalid', errors: [{ path, code }] });
  });
});

describe('whoever asks', () => {
  it('needs the right of the single command', async () => {
    const [legal, council] = [await signedIn('legal'), await signedIn('council')];
    const { of } = await open();
    const letter = of('letter-of-intent');
    const submit = { ids: [letter.id], command: 'submit', versions: versionsOf(letter), body: { doneOn: '2026-01-20' } };
    for (const by of [legal, council]) expect((await bulk(submit, { by })).body).toMatchObject({ status: 403, code: 'access/denied' });
    expect(outcomes(await bulk(submit))).toEqual([[letter.id, 200]]);
    const accept = { ids: [letter.id], command: 'accept', body: { version: 2, withoutEvidence: 'lost' } };
    expect((await bulk(accept, { by: council })).status).toBe(403);
    expect(outcomes(await bulk(accept, { by: legal }))).toEqual([[letter.id, 200]]);
    expect((await bulk(submit, { by: new TestClient(program.url) })).status).toBe(401);
  });

  it('finds no milestone outside what they may see', async () => {
    const [mine, theirs] = [await open(), await open()];
    const by = await signedIn('coordinator', [mine.agreementId]);
    const [own, other] = [mine.of('letter-of-intent'), theirs.of('letter-of-intent')];
    expect(outcomes(await bulk({ ids: [other.id, own.id], command: 'start', body: { version: 1 } }, { by }))).toEqual([[other.id, 'record/not-found'], [own.id, 200]]);
    expect(await theirs.now('letter-of-intent')).toMatchObject({ version: 1 });
  });
});
