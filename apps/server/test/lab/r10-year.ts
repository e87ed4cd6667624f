import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { TestClient } from '../client.js';
import { startWorker, withClient, type Worker } from '../workers.js';
import type { LabGround } from './scenario.js';
import { scenario } from './scenario.js';

interface Size { kills: number; weeks: number }

const BEGINS = '2026-01-26T08:00:00Z';
/** Longer than any start takes. */
const LAST_HOURS_MS = 6 * 3_600_000;
const PLAN = `
  SELECT a.title->>'en' AS agreement, a.status, a.vitality_level AS vitality, a.vitality_reason AS because, regexp_replace(m.key, '[0-9a-f]{12}', 'id') AS key, m.status AS step, m.due_on, m.provisional, m.done_on
  FROM agreement a JOIN milestone m ON m.agreement_id = a.id ORDER BY 1, 5, m.due_on`;

/** What daily jobs do to the demonstration club in a year: steps come into sight, terms end, agreements fall asleep. */
async function year(ground: LabGround, weeks: number, kills: number): Promise<{ state: unknown[]; killed: number }> {
  const database = await ground.postgres.createDatabase();
  const variables = { DATABASE_URL: database.url, ROLE: 'all', DEMO: 'true', CLOCK_START: BEGINS };
  let killed = 0;
  let worker: Worker | undefined;
  const start = async (): Promise<TestClient> => {
    worker = await startWorker(variables);
    await worker.ready;
    const client = new TestClient(worker.url);
    await client.signIn('admin@smara.example', 'tawama-demo');
    return client;
  };
  const at = (week: number): string => new Date(Date.parse(BEGINS) + week * 7 * 86_400_000).toISOString();
  try {
    let client = await start();
    await withClient(database.url, (db) => db.query(`INSERT INTO agreement_event (agreement_id, key, "on") SELECT id, 'expiry', '2026-06-30' FROM agreement WHERE status = 'active' ORDER BY title->>'en' LIMIT 2`));
    for (let week = 1; week <= weeks; week += 1) {
      for (const strikes = Math.floor((week * kills) / weeks); killed < strikes; killed += 1) {
        const asked = client.post('/api/demo/clock', { now: at(week) }).catch(() => undefined);
        await pause(Math.floor(ground.chance.next() * 400));
        worker?.process.kill('SIGKILL');
        await Promise.all([asked, worker?.ended]);
        client = await start();
      }
      const played = await client.post('/api/demo/clock', { now: at(week) });
      if (played.status !== 200 && played.body['code'] !== 'clock/backwards') throw new Error(`week ${week}: ${played.text}`);
    }
    // The clock goes on while the program is started anew, and that may have been past the last week: its jobs are played like everybody's.
    const end = await client.post('/api/demo/clock', { now: new Date(Date.parse(at(weeks)) + LAST_HOURS_MS).toISOString() });
    if (end.status !== 200) throw new Error(`the end: ${end.text}`);
    const state = await withClient(database.url, async (db) => (await db.query(PLAN)).rows);
    return { state, killed };
  } finally {
    worker?.process.kill('SIGTERM');
    await worker?.ended;
    await database.drop();
  }
}

/** Killed at random in a played year, or away for all of it, the club ends where one ends that nobody disturbed. */
export const r10 = scenario<Size>({
  name: 'r10', title: 'a year of daily jobs, killed at random', short: { kills: 6, weeks: 26 }, full: { kills: 50, weeks: 52 },
  async run(ground, { kills, weeks }) {
    const undisturbed = await year(ground, weeks, 0);
    const disturbed = await year(ground, weeks, kills);
    expect(disturbed.state).toEqual(undisturbed.state);
    return { weeks, kills: disturbed.killed, steps: undisturbed.state.length, 'steps that differ': 0 };
  },
});
