import { setTimeout as pause } from 'node:timers/promises';
import { plantReminders } from '../workers.js';
import { CONNECTIONS, inLab } from './lab.js';
import { scenario } from './scenario.js';

interface Size { people: number; jumps: number }
/** A worker claims at most so many mails ahead. */
const IN_HAND = 4 * CONNECTIONS;
const JUMPS = ['1 hour', '-1 hour', '1 day', '-1 day'];

/** The club's clock jumps forth and back while mails leave: everybody gets their mail once, and nobody before its time. */
export const r8 = scenario<Size>({
  name: 'r8', title: 'clock jumps of an hour and of a day', short: { people: 150, jumps: 6 }, full: { people: 2_000, jumps: 40 },
  run: (ground, { people, jumps }) => inLab(ground, {}, async (lab) => {
    await (await lab.hire()).ready;
    lab.sink.script(() => ({ delayMs: 15 }));
    // From an hour ago to a day and an hour from now.
    await lab.within((client) => plantReminders(client, people, 'person-', { dueAt: `club_now() + (n % 26 - 1) * interval '1 hour' + n * interval '100 milliseconds'` }));
    let back = 0;
    for (let jump = 0; jump < jumps; jump += 1) {
      const by = ground.chance.pick(JUMPS);
      if (by.startsWith('-')) back += 1;
      await lab.query(`UPDATE club_clock SET clock_offset = clock_offset + $1::interval`, [by]);
      await pause(ground.chance.whole(50, 1_500));
      // Lest all of it be sent in the first moments.
      if (jump % 4 === 3) await lab.query(`UPDATE club_clock SET clock_offset = '0'`);
    }
    const [jumping] = await lab.query<{ n: number }>(`SELECT count(*)::int AS n FROM delivery`);
    await lab.query(`UPDATE club_clock SET clock_offset = '3 days'`);
    await lab.settled();
    const { mails, copies } = await lab.verdict({ sent: people, copies: 0, early: (back + jumps / 4) * lab.workers.length * IN_HAND });
    const [early] = await lab.query<{ n: number }>('SELECT count(*)::int AS n FROM delivery WHERE sent_at < due_at');
    return { jumps, people, mails, lost: people - mails, 'recorded twice': 0, copies, 'made while jumping': jumping?.n ?? 0, 'caught in hand by a jump back': early?.n ?? 0 };
  }),
});
