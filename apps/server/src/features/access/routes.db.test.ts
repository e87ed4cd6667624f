import { ROLES, ROUTES, type Role, type RouteName, type RoutePolicy } from '@tawama/contracts';
import { may } from '@tawama/domain';
import { createTestDatabase, type TestDatabase } from '@tawama/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { TestClient } from '../../../test/client.js';
import { Database } from '../../platform/db/database.js';
import { Accounts } from './accounts.service.js';
import { SessionStore } from './session.store.js';

let database: TestDatabase;
let program: TestApp;
const signedIn = new Map<Role, TestClient>();

/** A signed-in browser, without the cost of a password. */
async function visitor(role: Role, email = `${role}@club.example`): Promise<TestClient> {
  const token = await program.get(Database).transaction(async (tx) => {
    const id = await program.get(Accounts).createWithPassword(tx, { email, name: role, role, language: 'ar', personId: null, password: 'x', demonstration: false });
    return program.get(SessionStore).start(tx, id, false);
  });
  const client = new TestClient(program.url);
  client.cookie = `__Host-tawama=${token}`;
  return client;
}

const routes = Object.entries(ROUTES) as [RouteName, RoutePolicy][];
const askFor = (client: TestClient, name: RouteName) => {
  const [method = '', path = ''] = name.split(' ');
  const concrete = path.replace(':n', '1').replace(/:[a-z]+/gi, crypto.randomUUID());
  return client.send(method, concrete, method === 'GET' ? {} : { body: {} });
};
const allowed = (role: Role, policy: RoutePolicy) => policy === 'public' || policy === 'signedIn' || (policy !== 'demo' && may(role, policy));

beforeAll(async () => {
  database = await createTestDatabase();
  program = await startTestApp({ databaseUrl: database.url });
  for (const role of ROLES) signedIn.set(role, await visitor(role));
});
afterAll(async () => {
  await program.close();
  await database.drop();
});

describe('every route', () => {
  it.each(routes.filter(([, policy]) => policy !== 'public' && policy !== 'demo'))('%s answers 401 to a stranger', async (name) => {
    expect(await askFor(new TestClient(program.url), name)).toMatchObject({ status: 401, body: { code: 'auth/required', status: 401 } });
  });

  describe.each(ROLES)('to the role %s', (role) => {
    it.each(routes.filter(([name]) => name !== 'POST /api/auth/logout'))('%s keeps to its policy %s', async (name, policy) => {
      const answer = await askFor(signedIn.get(role) ?? new TestClient(program.url), name);
      if (policy === 'demo') expect(answer).toMatchObject({ status: 404, body: { code: 'request/not-found' } });
      else if (allowed(role, policy)) expect([401, 403, 405, 500, 503]).not.toContain(answer.status);
      else expect(answer).toMatchObject({ status: 403, body: { code: 'access/denied' } });
    });
  });

  it.each(['/admin/queues/api/queues', '/admin/queues/static/anything.js', '/api/docs/swagger-ui-init.js', '/api/docs/swagger-ui.css'])('%s, a plugin\'s own, is behind the door too', async (path) => {
    expect((await new TestClient(program.url).get(path)).status).toBe(401);
  });

  it('of the queue screen is the administrators\' alone', async () => {
    expect((await signedIn.get('coordinator')?.get('/admin/queues/api/queues'))?.status).toBe(403);
  });
});

describe('an address nobody serves', () => {
  it('is 404, and 405 where another method would be answered', async () => {
    const client = new TestClient(program.url);
    expect(await client.get('/api/nothing')).toMatchObject({ status: 404, body: { code: 'request/not-found' } });
    const answer = await client.get('/api/auth/login');
    expect(answer).toMatchObject({ status: 405, body: { code: 'request/method-not-allowed' } });
    expect(answer.headers.get('allow')).toBe('POST');
  });
});

describe('a refusal', () => {
  it.each([['fr-MA,ar;q=0.5', 'fr'], ['de, en;q=0.1', 'en'], ['', 'ar'], ['ar-MA', 'ar']])('to %o speaks %s', async (header, language) => {
    const answer = await new TestClient(program.url).get('/api/users', { 'accept-language': header });
    expect(answer.headers.get('content-language')).toBe(language);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(Object.keys(answer.body).sort()).toEqual(['code', 'detail', 'status', 'title', 'type']);
  });
});

describe('every answer', () => {
  it('forbids scripts of others, frames and guessing of types, and has a request id', async () => {
    for (const path of ['/healthz', '/api/users', '/api/nothing', '/%zz']) {
      const { headers } = await new TestClient(program.url).get(path);
      expect(headers.get('content-security-policy')).toMatch(/script-src 'self';.*frame-ancestors 'none'/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
    expect((await new TestClient(program.url).get('/healthz')).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('a request that another site made', () => {
  const body = { email: 'nobody@club.example', password: 'wrong wrong wrong' };
  const login = (headers: Record<string, string>, raw?: string) => new TestClient(program.url).send('POST', '/api/auth/login', { ...(raw === undefined ? { body } : { raw }), headers });

  it('is refused by its origin', async () => {
    for (const origin of ['https://evil.example', 'null', `${program.url}.evil.example`, 'http://127.0.0.1:1']) expect(await login({ origin })).toMatchObject({ status: 403, body: { code: 'request/foreign-origin' } });
    expect((await login({ origin: program.url })).status).toBe(401);
    expect((await login({ origin: program.env.publicUrl })).status).toBe(401);
  });

  it('is refused by where its browser says it comes from', async () => {
    expect(await login({ 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 403, body: { code: 'request/foreign-origin' } });
  });

  it('is refused without our header, and as a form', async () => {
    expect(await login({ 'x-tawama': '0' })).toMatchObject({ status: 403, body: { code: 'request/missing-header' } });
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x', 'application/jsonp']) {
      expect(await login({ 'content-type': type }, 'email=a')).toMatchObject({ status: 415, body: { code: 'request/unsupported-media-type' } });
    }
  });
});

describe('an Idempotency-Key', () => {
  const invitation = (n: number | string) => ({ email: `new${n}@club.example`, name: 'N', role: 'council', language: 'en' });
  const invite = (key: string, body: unknown) => signedIn.get('administrator')?.post('/api/users', body, { 'idempotency-key': key });

  it('makes one record of twenty requests at once, and gives all the same answer', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => invite('twenty', invitation(20))));
    expect(new Set(answers.map((answer) => answer?.status))).toEqual(new Set([201]));
    expect(new Set(answers.map((answer) => answer?.body['id'])).size).toBe(1);
    expect(await database.query(`SELECT 1 FROM delivery d JOIN account a ON a.id = d.account_id WHERE a.email = 'new20@club.example'`)).toHaveLength(1);
  });

  it('with another body is refused', async () => {
    expect(await invite('twenty', invitation(21))).toMatchObject({ status: 422, body: { code: 'idempotency/other-body' } });
  });

  it('with the same body in another order is the same, and so is the answer, letter by letter', async () => {
    const { email, name, role, language } = invitation(24);
    const answers = [await invite('order', { email, name, role, language }), await invite('order', { language, role, name, email })];
    expect(answers.map((answer) => answer?.status)).toEqual([201, 201]);
    expect(answers[1]?.text).toBe(answers[0]?.text);
    expect(answers[1]?.headers.get('content-type')).toBe(answers[0]?.headers.get('content-type'));
    expect(answers[1]?.headers.get('idempotent-replay')).toBe('true');
  });

  it('stores nothing of a refused request', async () => {
    expect((await invite('again', { ...invitation(22), role: 'nobody' }))?.status).toBe(400);
    expect((await invite('again', invitation(22)))?.status).toBe(201);
  });

  it('is forgotten after a day', async () => {
    await database.query(`UPDATE idempotency_key SET created_at = created_at - interval '24 hours' WHERE key = 'again'`);
    expect(await invite('again', invitation(22))).toMatchObject({ status: 409, body: { code: 'user/duplicate-email' } });
  });

  it('that is no such key is refused', async () => {
    expect(await invite('two words', invitation(23))).toMatchObject({ status: 400, body: { errors: [{ path: 'Idempotency-Key' }] } });
  });
});

describe('the demonstration club', () => {
  it('refuses what came through a proxy, because everybody knows its passwords', async () => {
    const other = await createTestDatabase();
    const demo = await startTestApp({ databaseUrl: other.url, variables: { DEMO: 'true' } });
    for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'x-forwarded-host']) {
      expect(await new TestClient(demo.url).get('/api/users', { [header]: '192.0.2.1' })).toMatchObject({ status: 403, body: { code: 'request/forwarded-in-demo' } });
    }
    expect((await new TestClient(demo.url).get('/healthz')).status).toBe(200);
    await demo.close();
    await other.drop();
  });
});
