import { expect } from 'vitest';
import { plantReminders } from '../workers.js';
import { inLab } from './lab.js';
import { scenario } from './scenario.js';

interface Size { people: number; steps: number }

/** Nobody was there for thirty days: each person gets one digest of all that fell due, and not one mail more. */
export const r9 = scenario<Size>({
  name: 'r9', title: 'thirty days without anybody, then one digest a person', short: { people: 60, steps: 10 }, full: { people: 300, steps: 10 },
  run: (ground, { people, steps }) => inLab(ground, {}, async (lab) => {
    for (const worker of lab.workers.slice()) await lab.dismiss(worker, 'SIGTERM');
    await lab.within((client) => plantReminders(client, people, 'person-', { steps, dueAt: `club_now() - (30 - 3 * (step - 1)) * interval '1 day' - n * interval '1 minute'` }));
    await Promise.all((await Promise.all([lab.hire(), lab.hire()])).map(({ ready }) => ready));
    await lab.settled();
    const { mails, copies } = await lab.verdict({ sent: people, copies: 0 });
    const kinds = await lab.query(`SELECT d.kind, d.late, count(*)::int AS n, sum((SELECT count(*) FROM reminder r WHERE r.delivery_id = d.id))::int AS told FROM delivery d GROUP BY d.kind, d.late`);
    expect(kinds).toEqual([{ kind: 'catchUp', late: true, n: people, told: people * steps }]);
    return { overdue: people * steps, people, digests: mails, lost: people - mails, 'recorded twice': 0, copies };
  }),
});
