import { createTestDatabase, type TestDatabase } from '@tawama/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../test/app.js';

let database: TestDatabase;
let app: TestApp;
beforeAll(async () => {
  database = await createTestDatabase();
  app = await startTestApp({ databaseUrl: database.url });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

it('says that the process lives', async () => {
  const answer = await fetch(`${app.url}/healthz`);
  expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok' }]);
});

it('says what it depends on', async () => {
  const answer = await fetch(`${app.url}/readyz`);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ status: expect.stringMatching(/ok|degraded/), version: expect.any(String), checks: { database: 'ok', clock: 'ok' } });
});

it('gives its figures to this machine, not through a proxy', async () => {
  expect(await (await fetch(`${app.url}/metrics`)).text()).toContain('tawama_process_cpu');
  expect((await fetch(`${app.url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.7' } })).status).toBe(403);
});
