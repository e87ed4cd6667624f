import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../../test/client.js';
import { openProgram, type OpenProgram } from '../../../test/open-program.js';

let program: OpenProgram;
const clients: Record<string, TestClient> = {};
let agreementId: unknown;

beforeAll(async () => {
  program = await openProgram('2026-01-26T08:00:00Z');
  for (const role of ['coordinator', 'legal'] as const) clients[role] = await program.signedIn(role, { name: role });
  const [home, partner] = program.cities;
  agreementId = (await as('coordinator').post('/api/agreements', { templateKey: 'already-signed', homeCityId: home, partnerCityIds: [partner], events: { signed: '2026-01-20' } })).body['id'];
});
afterAll(() => program.close());

const as = (role: 'coordinator' | 'legal'): TestClient => { const client = clients[role]; if (!client) throw new Error(role); return client; };
const body = () => ({ agreementIds: [agreementId], axis: 'culture', title: { fr: 'Exposition' }, endsOn: '2026-06-01', indicator: { label: { fr: 'Visiteurs' }, target: 10 } });

describe('over HTTP', () => {
  it('a project is begun once, read, changed under its version, measured, found and kept once it is under way', async () => {
    const key = { 'idempotency-key': 'exhibition' };
    const [first, again] = [await as('coordinator').post('/api/projects', body(), key), await as('coordinator').post('/api/projects', body(), key)];
    expect(first).toMatchObject({ status: 201, body: { version: 1, title: { ar: null, fr: 'Exposition', en: null }, steps: { done: 0, total: 4 } } });
    expect(again.body['id']).toBe(first.body['id']);
    const path = `/api/projects/${String(first.body['id'])}`;
    expect((await as('coordinator').get(`/api/projects?agreementId=${String(agreementId)}&axis=culture&endsOnTo=2026-12-31`)).body).toMatchObject({ total: 1, totalIsExact: true });
    for (const query of ['axis=sports', 'place=x', 'sort=budget', 'startsOnFrom=tomorrow']) expect([query, (await as('coordinator').get(`/api/projects?${query}`)).status]).toEqual([query, 400]);
    expect((await as('coordinator').patch(path, { place: 'Niamey' })).status).toBe(428);
    expect((await as('coordinator').patch(path, { surprise: 1 }, 1)).status).toBe(400);
    expect((await as('coordinator').patch(path, { place: 'Niamey' }, 1)).body).toMatchObject({ version: 2, place: 'Niamey' });
    expect((await as('coordinator').patch(path, { place: 'Agadez' }, 1)).body).toMatchObject({ status: 409, code: 'record/stale', current: { version: 2, place: 'Niamey' } });
    const measured = await as('coordinator').post(`${path}/measurements`, { on: '2026-01-20', value: 4 });
    expect(measured).toMatchObject({ status: 201, body: { on: '2026-01-20', value: 4 } });
    expect((await as('coordinator').post(`${path}/measurements`, { on: '2026-01-20', value: 5 })).body).toMatchObject({ status: 409, code: 'record/duplicate', errors: [{ path: 'on' }] });
    expect((await as('legal').get(path)).body).toMatchObject({ indicator: { actual: 4, target: 10, baseline: null } });
    expect((await as('legal').get('/api/search?q=exposition')).body).toMatchObject({ data: [{ type: 'project', id: first.body['id'] }, { type: 'milestone' }, { type: 'milestone' }, { type: 'milestone' }, { type: 'milestone' }] });
    expect((await as('legal').get('/api/ground')).body).toEqual({ running: 0, completed: 0, reached: 0, articles: 0, covered: 0 });
    expect((await as('coordinator').send('DELETE', path)).body).toMatchObject({ status: 409, code: 'project/under-way' });
    expect((await as('coordinator').send('DELETE', `${path}/measurements/${String(measured.body['id'])}`)).status).toBe(200);
    expect((await as('coordinator').send('DELETE', path)).status).toBe(200);
    expect((await as('coordinator').get(path)).status).toBe(404);
  });

  it('the legal reviewer enters the articles, and begins no project', async () => {
    expect((await as('legal').post('/api/projects', body())).body).toMatchObject({ status: 403, code: 'access/denied' });
    const { body: { id } } = await as('legal').post('/api/articles', { agreementId, number: '1', text: { fr: 'Un comité suit.' } });
    expect((await as('legal').patch(`/api/articles/${String(id)}`, { number: '2' }, 1)).body).toMatchObject({ version: 2, number: '2', milestoneIds: [], projectIds: [] });
    expect((await as('legal').get(`/api/agreements/${String(agreementId)}/coverage`)).body).toMatchObject({ total: 1, percent: 0, articles: [{ number: '2', state: 'withoutStep' }] });
    expect((await as('legal').post('/api/articles', { agreementId, number: '3', text: {} })).body).toMatchObject({ status: 400, errors: [{ path: 'text' }] });
    expect((await as('legal').get('/api/ground')).body).toMatchObject({ articles: 1, covered: 0 });
  });
});
