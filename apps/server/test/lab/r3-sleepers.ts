import { setTimeout as pause } from 'node:timers/promises';
import { plantReminders } from '../workers.js';
import { inLab, SLOTS, until } from './lab.js';
import { scenario } from './scenario.js';

const LEASE_SECONDS = 2;
const A_ROUND = 60;

/** A worker stopped beyond its lease with mails in its hands: somebody else takes them, and when it wakes it must change nothing. */
export const r3 = scenario<{ rounds: number }>({
  name: 'r3', title: 'SIGSTOP beyond the lease', short: { rounds: 2 }, full: { rounds: 50 },
  run: (ground, { rounds }) => inLab(ground, { variables: { LEASE_SECONDS: String(LEASE_SECONDS), SMTP_TIMEOUT_SECONDS: '1' } }, async (lab) => {
    await (await lab.hire()).ready;
    lab.sink.script(() => ({ delayMs: 40 }));
    for (let round = 1; round <= rounds; round += 1) {
      const before = lab.sink.taken.length;
      await lab.within((client) => plantReminders(client, A_ROUND, `round-${round}-`));
      await until('mails on their way', () => lab.sink.taken.length > before + ground.chance.whole(2, 12), 30_000);
      const sleeper = ground.chance.pick(lab.workers);
      sleeper.process.kill('SIGSTOP');
      await pause(LEASE_SECONDS * 1000 + ground.chance.whole(200, 1_800));
      sleeper.process.kill('SIGCONT');
      await lab.hurry();
      await lab.settled();
      if (round % 10 === 0) ground.say(`${round} stops`);
    }
    // The sleeper's last answers may still be on their way into the attempts.
    await pause(500);
    const { mails, copies } = await lab.verdict({ sent: rounds * A_ROUND, copies: rounds * SLOTS });
    const [late] = await lab.query<{ n: string }>(`SELECT count(*) AS n FROM delivery_attempt t JOIN delivery d ON d.id = t.delivery_id WHERE t.phase = 'accepted' AND t.fence < d.fence`);
    return { stops: rounds, mails, lost: rounds * A_ROUND - mails, 'recorded twice': 0, copies, 'late finishes': Number(late?.n ?? 0) };
  }),
});
