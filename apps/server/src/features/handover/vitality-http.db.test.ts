import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../../test/client.js';
import { openProgram, type OpenProgram } from '../../../test/open-program.js';

let program: OpenProgram;
let client: TestClient;
let agreementId = '';
let people: { id: string }[] = [];

beforeAll(async () => {
  program = await openProgram('2026-01-26T08:00:00Z');
  client = await program.signedIn('coordinator', { name: 'Coordinator', language: 'ar' });
  const [home, partner] = program.cities;
  people = await program.database.query<{ id: string }>(
    `INSERT INTO person (name, email, language, city_id, function, mandate_ends_on) VALUES ('Khadija', 'k@example.org', 'ar', $1, 'coordinator', '2026-02-28'), ('Salma', 's@example.org', 'ar', $1, 'coordinator', NULL) RETURNING id`, [home]);
  agreementId = String((await client.post('/api/agreements', { templateKey: 'already-signed', homeCityId: home, partnerCityIds: [partner], coordinatorId: people[0]?.id, events: { signed: '2023-01-20' } })).body['id']);
});
afterAll(() => program.close());

const subject = () => ({ type: 'agreement', id: agreementId });
const handOver = (body: object, query = '') => client.post(`/api/people/${people[0]?.id}/hand-over${query}`, { version: 1, successorId: people[1]?.id, ...body });

describe('over HTTP', () => {
  it('an agreement says how alive it is, is found by it, and a contact of one line wakes it', async () => {
    expect((await client.get('/api/agreements?vitality=dormant')).body['data']).toMatchObject([{ id: agreementId, vitality: { level: 'dormant', reason: { en: 'No verified news since 20 January 2023' } } }]);
    expect((await client.get('/api/agreements?vitality=asleep')).status).toBe(400);
    const logged = await client.post('/api/contacts', { kind: 'called', subject: subject(), on: '2026-01-26', line: 'Rappel du plan' });
    expect([logged.status, logged.body]).toMatchObject([201, { kind: 'called', subject: subject(), agreementId }]);
    expect((await client.get('/api/agreements?vitality=dormant')).body['data']).toEqual([]);
    expect((await client.post('/api/contacts', { kind: 'shouted', subject: subject(), on: '2026-01-26' })).body).toMatchObject({ code: 'request/invalid', errors: [{ path: 'kind' }] });
    expect((await client.post('/api/contacts', { kind: 'called', subject: { ...subject(), type: 'ship' }, on: '2026-01-26' })).status).toBe(400);
  });

  it('who is made coordinator from another city, or no longer is, is seen in it at once', async () => {
    const [lonely, neighbour] = await program.database.query<{ id: string }>(
      `INSERT INTO city (key, name, country, language, role, identification, source)
       SELECT key, '{"ar":"مدينة","fr":"Ville","en":"City"}', 'MA', 'ar', 'home', 'established', 'test' FROM unnest(ARRAY['tarfaya', 'boujdour']) AS key RETURNING id`);
    await program.database.query(`INSERT INTO person (name, email, language, city_id, function) VALUES ('Moussa', 'm@example.org', 'fr', $1, 'focalPoint')`, [program.cities[1]]);
    const [far] = await program.database.query<{ id: string }>(`INSERT INTO person (name, email, language, city_id, function) VALUES ('Naima', 'n@example.org', 'ar', $1, 'coordinator') RETURNING id`, [neighbour?.id]);
    const { body: { id, version } } = await client.post('/api/agreements', { templateKey: 'twinning', homeCityId: lonely?.id, partnerCityIds: [program.cities[1]], events: { opened: '2026-01-25' } });
    const path = `/api/agreements/${String(id)}`;
    let now = version;
    const coordinatedBy = async (coordinatorId: string | null) => {
      const { status, body } = await client.patch(path, { coordinatorId }, now);
      expect(status).toBe(200);
      now = body['version'];
      return (await client.get(path)).body['vitality'];
    };
    const alone = { level: 'watch', reason: { en: expect.any(String) } };
    expect(await coordinatedBy(null)).toMatchObject(alone);
    expect(await coordinatedBy(far?.id ?? '')).toMatchObject({ level: 'active' });
    expect(await coordinatedBy(null)).toMatchObject(alone);
  });

  it('a note is changed under its version', async () => {
    const { body } = await client.post('/api/notes', { subject: subject(), text: 'À relire' });
    const path = `/api/notes/${String(body['id'])}`;
    expect((await client.patch(path, { text: 'Relu' })).status).toBe(428);
    expect((await client.post('/api/notes', { subject: subject(), text: '  ' })).status).toBe(400);
    expect((await client.get('/api/notes?subjectType=agreement')).body['total']).toBe(1);
  });

  it('a hand-over is shown first, by either word for it, and then done', async () => {
    for (const preview of [await handOver({}, '?dryRun=true'), await handOver({ dryRun: true })]) expect([preview.status, preview.body]).toMatchObject([200, { dryRun: true, coordinates: [agreementId] }]);
    expect((await handOver({ successorId: people[0]?.id })).body).toMatchObject({ code: 'person/same-successor', errors: [{ path: 'successorId' }] });
    expect((await handOver({ version: 9 })).body).toMatchObject({ code: 'record/stale', status: 409 });
    const done = await handOver({});
    expect([done.status, done.body['dryRun']]).toEqual([200, false]);
    expect((await client.get(`/api/agreements/${agreementId}`)).body['coordinatorId']).toBe(people[1]?.id);
    expect((await client.get('/api/handovers')).body['data']).toMatchObject([{ personId: people[0]?.id, successorId: people[1]?.id, doneOn: '2026-01-26', steps: 0 }]);
    expect((await client.get('/api/my-day')).body['handovers']).toEqual({ data: [], total: 0 });
  });
});
