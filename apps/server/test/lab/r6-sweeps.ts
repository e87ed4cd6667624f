import { expect } from 'vitest';
import { plantReminders } from '../workers.js';
import { inLab } from './lab.js';
import { scenario } from './scenario.js';

const SWEEPS = 4;
const REMINDERS_EACH = 2;

/** Four processes sweep the same due reminders at the same time: each person gets one mail with all of them. */
export const r6 = scenario<{ people: number }>({
  name: 'r6', title: 'four sweeps at once', short: { people: 300 }, full: { people: 10_000 },
  run: (ground, { people }) => inLab(ground, { variables: { SMTP_URL: '' } }, async (lab) => {
    const workers = [...lab.workers, ...await Promise.all(Array.from({ length: SWEEPS - 1 }, () => lab.hire()))];
    await Promise.all(workers.map(({ ready }) => ready));
    const from = performance.now();
    await lab.within(async (client) => {
      // All at once, so that all four find all of it.
      await client.query('BEGIN');
      await plantReminders(client, people, 'person-', { steps: REMINDERS_EACH });
      await client.query(`NOTIFY tawama_wake`);
      await client.query('COMMIT');
    });
    await lab.settled(1_200_000);
    const seconds = Math.round((performance.now() - from) / 100) / 10;
    await lab.verdict({ sent: people, copies: 0 });
    const [made] = await lab.query<{ deliveries: number; people: number; told: number }>(
      `SELECT (SELECT count(*)::int FROM delivery) AS deliveries, (SELECT count(DISTINCT person_id)::int FROM delivery) AS people, (SELECT count(*)::int FROM reminder WHERE state = 'materialised') AS told`);
    expect(made).toEqual({ deliveries: people, people, told: people * REMINDERS_EACH });
    return { sweeps: SWEEPS, reminders: people * REMINDERS_EACH, deliveries: made?.deliveries ?? 0, 'recorded twice': 0, seconds };
  }),
});
