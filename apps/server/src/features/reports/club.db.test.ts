import { clubAnswer, zonesAnswer } from '@tawama/contracts';
import { isoToInstant, offsetAt } from '@tawama/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openGround, type TestGround } from '../../../test/ground.js';
import { Env } from '../../platform/env.js';
import { ClubService } from './club.service.js';
import { ClubStore } from './club.store.js';

let ground: TestGround;
const club = (variables: Record<string, string>) => new ClubService(ground.database, new ClubStore(), ground.clock, Env.read(variables), ground.zones);

beforeAll(async () => {
  ground = await openGround('2026-01-26T23:30:00Z');
  await ground.test.query(`INSERT INTO account (email, name, role, language, demonstration, password_hash, active) VALUES
    ('council@smara.example', 'C', 'council', 'ar', true, 'x', true), ('admin@smara.example', 'A', 'administrator', 'ar', true, 'x', true),
    ('gone@smara.example', 'G', 'legal', 'ar', true, 'x', false), ('real@example.org', 'R', 'administrator', 'ar', false, 'x', true)`);
});
afterAll(() => ground.close());

it('known accounts are told in the demonstration of one machine, and nowhere else', async () => {
  const told = await club({ DEMO: 'true' }).club();
  expect(clubAnswer.safeParse(told).error).toBeUndefined();
  expect(told).toMatchObject({ demo: true, demoPassword: 'tawama-demo', demoAccounts: [{ email: 'admin@smara.example', role: 'administrator' }, { email: 'council@smara.example', role: 'council' }] });
  expect(await club({ DEMO: 'public' }).club()).toMatchObject({ demo: true, demoPassword: null, demoAccounts: [] });
  expect(await club({ DEMO: 'false' }).club()).toMatchObject({ demo: false, demoPassword: null, demoAccounts: [] });
});

it('today is the date of the club\'s zone, and a mail server is known by its setting', async () => {
  expect(await club({ DEMO: 'false', SMTP_URL: 'smtp://localhost:25' }).club()).toMatchObject({ today: '2026-01-27', mail: 'smtp', clubZone: 'Africa/El_Aaiun', now: expect.stringMatching(/^2026-01-26T23:3/) });
});

it('the zones are those of the club, its cities and its people, with the same rules as the server\'s', async () => {
  const city = await ground.city('vijayawada', { timeZone: 'Asia/Kolkata' });
  await ground.person(city, { timeZone: 'America/New_York' });
  await ground.city('unknown', { timeZone: null });
  const answer = await club({}).zonesInUse();
  expect(zonesAnswer.safeParse(answer).error).toBeUndefined();
  expect(Object.keys(answer.zones)).toEqual(['Africa/El_Aaiun', 'America/New_York', 'Asia/Kolkata']);
  for (const zone of Object.keys(answer.zones)) {
    for (const at of ['1995-06-01T00:00:00Z', '2025-03-10T09:00:00Z', '2026-02-20T09:00:00Z', '2026-11-23T09:00:00Z', '2090-07-01T00:00:00Z']) {
      expect(offsetAt(answer, zone, isoToInstant(at)), `${zone} ${at}`).toBe(offsetAt(ground.zones, zone, isoToInstant(at)));
    }
  }
});
