import { simulationAnswer, type SimulationAnswer } from '@tawama/contracts';
import { createTestDatabase, type TestDatabase } from '@tawama/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { TestClient } from '../../../test/client.js';

let database: TestDatabase;
let program: TestApp;
let client: TestClient;

beforeAll(async () => {
  database = await createTestDatabase();
  program = await startTestApp({ databaseUrl: database.url, variables: { DEMO: 'true', CLOCK_START: '2026-01-26T08:00:00Z' } });
  client = new TestClient(program.url);
  await client.signIn('coordinator@smara.example', 'tawama-demo');
});
afterAll(async () => {
  await program.close();
  await database.drop();
});

async function simulated(path: string, body: unknown): Promise<SimulationAnswer> {
  const answer = await client.post(path, body);
  expect(answer.status, answer.text).toBe(200);
  return simulationAnswer.parse(answer.body);
}

it('a template: from the letter of intent to the last report, with every mail in the zone of its reader', async () => {
  const cities = await database.query<{ id: string; key: string }>('SELECT id, key FROM city');
  const played = await simulated('/api/templates/twinning/simulate', { years: 6, termYears: 4, partnerCityId: cities.find(({ key }) => key === 'vijayawada')?.id });
  expect(played.events.map(({ event }) => event)).toEqual(expect.arrayContaining(['councilSession', 'deliberation', 'visa', 'signed', 'expiry', 'ended']));
  expect(played.events.find(({ event }) => event === 'councilSession')).toMatchObject({ on: '2026-05-04', assumed: true });
  expect(played.steps.filter(({ number }) => number.startsWith('5.2.')).length).toBeGreaterThan(12);
  expect(played.mails.some(({ side, zone }) => side === 'partner' && zone === 'Asia/Kolkata')).toBe(true);
  expect(new Set(played.mails.map(({ side, language }) => `${side} ${language}`))).toEqual(new Set(['home ar', 'partner en']));
  expect(played.mailCount).toBe(played.mails.length);
  expect(await database.query(`SELECT count(*)::int AS n FROM agreement`)).toEqual([{ n: 17 }]);
});

it('a running agreement: its first mails are those that the forecast tells, and nothing is saved', async () => {
  const agreement = (await client.get('/api/agreements?q=banjul')).body['data'] as { id: string }[];
  const rows = () => database.query('SELECT id, state, due_at FROM reminder ORDER BY id');
  const before = await rows();
  const played = await simulated(`/api/agreements/${agreement[0]?.id}/simulate`, { years: 2, daysLate: 90 });
  expect(await rows()).toEqual(before);
  const forecast = (await client.get(`/api/forecast?from=2026-01-26T08:00:00Z&to=2026-02-20T00:00:00Z&agreementId=${agreement[0]?.id}`)).body['data'] as { dueAt: string; reminders: { rung: string; agreementId: string }[] }[];
  const told = new Set(forecast.flatMap(({ dueAt, reminders }) => reminders.filter(({ agreementId }) => agreementId === agreement[0]?.id).map(({ rung }) => `${dueAt.slice(0, 10)} ${rung}`)));
  const written = new Set(played.mails.filter(({ dueAt }) => dueAt < '2026-02-20').flatMap(({ dueAt, reminders }) => reminders.map(({ rung }) => `${dueAt.slice(0, 10)} ${rung}`)));
  expect(told.size).toBeGreaterThan(0);
  for (const one of told) expect([...written]).toContain(one);
});

it('is for whoever may read, and not there for what is not', async () => {
  const agreement = (await client.get('/api/agreements?q=banjul')).body['data'] as { id: string }[];
  const reader = new TestClient(program.url);
  await reader.signIn('council@smara.example', 'tawama-demo');
  expect((await reader.post(`/api/agreements/${agreement[0]?.id}/simulate`, { years: 1 })).status).toBe(200);
  expect((await reader.post('/api/templates/twinning/simulate', { years: 1 })).status).toBe(200);
  expect((await reader.post('/api/agreements/0190a000-0000-7000-8000-000000000009/simulate', { years: 1 })).status).toBe(404);
});

it.each([
  ['too many years', { years: 50 }, 400], ['a field that nobody knows', { speed: 3 }, 400], ['a partner at home', { homeCityId: 'partner' }, 400], ['a version that is not there', { templateVersion: 99 }, 404],
])('refuses %s', async (_, body, status) => {
  const partner = await database.query<{ id: string }>(`SELECT id FROM city WHERE role = 'partner' LIMIT 1`);
  expect((await client.post('/api/templates/twinning/simulate', 'homeCityId' in body ? { homeCityId: partner[0]?.id } : body)).status).toBe(status);
});
