import { createTestDatabase, type TestDatabase } from '@tawama/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { Database } from '../../platform/db/database.js';
import { SessionStore } from '../access/session.store.js';

/** The dialect of the lists and the records, as a client meets it. */
interface Answer { status: number; body: Record<string, unknown> & { data?: unknown[]; errors?: { path: string; message: string }[]; current?: Record<string, unknown> } }
let database: TestDatabase;
let program: TestApp;
let cookie: string;

const ask = async (method: string, path: string, { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {}): Promise<Answer> => {
  const answer = await fetch(new URL(path, program.url), {
    method, headers: { cookie, 'x-tawama': '1', ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const read: unknown = await answer.json();
  return { status: answer.status, body: Object(read) };
};
const get = (path: string) => ask('GET', path);
const paths = ({ body }: Answer) => body.errors?.map(({ path }) => path);
const city = (key: string, more: object = {}) => ({ key, name: { ar: null, fr: key, en: key }, country: 'TD', timeZone: 'Africa/Ndjamena', language: 'fr', role: 'partner', source: 'article', ...more });

beforeAll(async () => {
  database = await createTestDatabase();
  program = await startTestApp({ databaseUrl: database.url, variables: { CLOCK_START: '2026-01-26T08:00:00Z' } });
  const [account] = await database.query<{ id: string }>(`INSERT INTO account (email, name, role, language) VALUES ('admin@example.org', 'A', 'administrator', 'fr') RETURNING id`);
  cookie = `__Host-tawama=${await program.get(Database).transaction((tx) => program.get(SessionStore).start(tx, account?.id ?? '', false))}`;
});
afterAll(async () => {
  await program.close();
  await database.drop();
});

describe('a list', () => {
  it.each(['/api/cities', '/api/people', '/api/holidays', '/api/contacts'])('%s answers a page and refuses what it does not know', async (path) => {
    expect(await get(path)).toMatchObject({ status: 200, body: { data: expect.any(Array), total: expect.any(Number), totalIsExact: true } });
    for (const [query, field] of [['sort=nothing', 'sort'], ['nothing=1', 'nothing'], ['order=up', 'order'], ['perPage=201', 'perPage'], ['page=0', 'page'], ['id=x', 'id.0'], ['q=%00', 'q']]) {
      const refused = await get(`${path}?${query}`);
      expect([refused.status, refused.body['code'], paths(refused)], query).toEqual([400, 'request/invalid', [field]]);
      expect(refused.body.errors?.[0]?.message).not.toBe('');
    }
    expect(paths(await get(`${path}/${crypto.randomUUID()}?nothing=1`))).toEqual(['nothing']);
    const deep = await get(`${path}?page=101&perPage=100`);
    expect([deep.status, deep.body['code'], paths(deep)]).toEqual([400, 'list/too-deep', ['page']]);
  });

  it('finds a city in every spelling, and no sign is a wildcard', async () => {
    await ask('POST', '/api/cities', { body: city('ndjamena', { name: { ar: 'نجامينا', fr: "N'Djamena", en: "N'Djamena" }, aliases: ['أنجامينا'] }) });
    await ask('POST', '/api/cities', { body: city('amgala', { name: { ar: 'أمگالة', fr: 'Amgala', en: 'Amgala' } }) });
    const keys = async (q: string) => (await get(`/api/cities?q=${encodeURIComponent(q)}`)).body.data?.map((row) => Object(row).key);
    for (const q of ['أنجامينا', 'ndjamena', "N'Djamena"]) expect(await keys(q), q).toEqual(['ndjamena']);
    expect(await keys('امكالة')).toEqual(['amgala']);
    for (const q of ['%', '_', '100%', 'a_g']) expect(await keys(q), q).toEqual([]);
    const hits = (await get(`/api/search?q=${encodeURIComponent('أنجامينا')}`)).body.data;
    expect(hits).toMatchObject([{ type: 'city', title: { en: "N'Djamena" } }]);
    expect(paths(await get('/api/search'))).toEqual(['q']);
  });
});

describe('a record', () => {
  it('is changed with the version in hand', async () => {
    const { status, body: { id } } = await ask('POST', '/api/cities', { body: city('niamey') });
    expect(status).toBe(201);
    const change = (body: unknown, version?: string) => ask('PATCH', `/api/cities/${id}`, { body, headers: version === undefined ? {} : { 'if-match': version } });
    expect(await change({ country: 'NE' })).toMatchObject({ status: 428, body: { code: 'request/version-required' } });
    expect(await change({ country: 'NE' }, '"1"')).toMatchObject({ status: 200, body: { version: 2, country: 'NE', key: 'niamey' } });
    expect(await change({ country: 'NG' }, '"1"')).toMatchObject({ status: 409, body: { code: 'record/stale', current: { version: 2, country: 'NE' } } });
    expect(paths(await change({ key: 'other' }, '"2"'))).toEqual(['key']);
    expect(await change({ timeZone: 'Africa/Nowhere' }, '"2"')).toMatchObject({ status: 400, body: { code: 'city/unknown-zone', errors: [{ path: 'timeZone' }] } });
    expect(await ask('POST', '/api/cities', { body: city('niamey') })).toMatchObject({ status: 409, body: { code: 'record/duplicate' } });
    expect(await ask('DELETE', `/api/cities/${id}`)).toMatchObject({ status: 200, body: { id } });
    expect(await get(`/api/cities/${id}`)).toMatchObject({ status: 404, body: { code: 'record/not-found' } });
  });

  it('takes no text that cannot be stored', async () => {
    for (const text of ['a\u0000b', 'a\ud800b', 'a\nb', '']) {
      const refused = await ask('POST', '/api/cities', { body: city('hostile', { name: { fr: text } }) });
      expect([refused.status, refused.body['code'], paths(refused)?.[0]]).toEqual([400, 'request/invalid', 'name.fr']);
    }
  });

  it('that is needed stays', async () => {
    const { body: { id: cityId } } = await ask('POST', '/api/cities', { body: city('dakar') });
    const person = { name: 'Awa', email: 'Awa@Example.org', language: 'fr', cityId, function: 'focalPoint' };
    expect(await ask('POST', '/api/people', { body: person })).toMatchObject({ status: 201, body: { email: 'awa@example.org' } });
    expect(await ask('POST', '/api/people', { body: person })).toMatchObject({ status: 409, body: { code: 'person/duplicate-email', errors: [{ path: 'email' }] } });
    expect(await ask('DELETE', `/api/cities/${cityId}`)).toMatchObject({ status: 409, body: { code: 'record/in-use' } });
    expect(await ask('POST', '/api/people', { body: { ...person, email: null, cityId: crypto.randomUUID() } })).toMatchObject({ status: 400, body: { errors: [{ path: 'cityId' }] } });
  });
});

describe('the club', () => {
  it('tells everybody its name, its date and that mails stay in the Outbox, and nobody an account', async () => {
    const answer = await fetch(new URL('/api/club', program.url));
    expect(await answer.json()).toMatchObject({ name: { fr: expect.stringContaining('Smara') }, demo: false, today: '2026-01-26', mail: 'outboxOnly', demoAccounts: [], demoPassword: null });
    expect((await fetch(new URL('/api/zones', program.url))).status).toBe(401);
  });

  it('gives the rules of the zones in use, Smara an hour ahead until September 2026', async () => {
    const { body } = await get('/api/zones');
    expect(Object.keys(Object(body['zones'])).sort()).toEqual(['Africa/El_Aaiun', 'Africa/Ndjamena']);
    const { untils, offsets } = Object(body['zones'])['Africa/El_Aaiun'];
    expect(offsets).toHaveLength(untils.length + 1);
    expect(offsets.at(-1)).toBe(0);
    expect(untils.at(-1)).toBe(Date.parse('2026-09-20T01:00:00Z'));
  });

  it('starts with the Moroccan holidays', async () => {
    expect(await get('/api/holidays?kind=fixed&perPage=100')).toMatchObject({ body: { total: 11 } });
  });

  it('has a first view and a day before there is anything to show', async () => {
    expect(await get('/api/dashboard')).toMatchObject({ status: 200, body: { today: '2026-01-26', agreements: 0, rows: [], waitingForMe: 0 } });
    expect(await get('/api/my-day')).toMatchObject({ status: 200, body: { overdue: { data: [], total: 0 } } });
    expect(paths(await get('/api/dashboard?page=1'))).toEqual(['page']);
  });
});
