import { createTestDatabase, type TestDatabase } from '@tawama/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app.js';

let database: TestDatabase;
let app: TestApp;
beforeAll(async () => {
  database = await createTestDatabase();
  app = await startTestApp({ databaseUrl: database.url, variables: { DEMO: 'true' } });
});
afterAll(async () => {
  await app?.close();
  await database.drop();
});

const signIn = async (email: string): Promise<string> => {
  const answer = await fetch(`${app.url}/api/auth/login`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-tawama': '1' }, body: JSON.stringify({ email, password: 'tawama-demo' }) });
  expect(answer.status).toBe(200);
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
};

it('shows the queue to administrators only', async () => {
  const look = async (path: string, cookie = '') => fetch(`${app.url}/admin/queues${path}`, { headers: { cookie } });
  expect((await look('')).status).toBe(401);
  expect((await look('/api/queues')).status).toBe(401);
  expect((await look('/api/queues', await signIn('council@smara.example'))).status).toBe(403);

  const administrator = await signIn('admin@smara.example');
  expect((await look('', administrator)).headers.get('content-type')).toMatch(/html/);
  const queues = await look('/api/queues?activeQueue=work&page=1', administrator);
  expect(queues.status).toBe(200);
  expect(await queues.json()).toMatchObject({ queues: [{ name: 'work', readOnlyMode: true }] });
});
