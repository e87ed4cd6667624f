import { expect } from 'vitest';
import { plantReminders } from '../workers.js';
import { inLab, SLOTS, until, type Lab } from './lab.js';
import { scenario, type Figures, type LabGround, type Scenario } from './scenario.js';

interface Size { reminders: number; kills: number }
const AFTERWARDS = 20;

/** Kills a random worker whenever some more mails have come, and hires another one at once; on Redis every tenth kill empties it. */
async function killAndReplace(lab: Lab, { chance, say }: LabGround, { reminders, kills }: Size): Promise<void> {
  const arrived = (): number => new Set(lab.sink.taken.map(({ messageId }) => messageId)).size;
  for (let kill = 1; kill <= kills; kill += 1) {
    const goal = lab.sink.taken.length + chance.whole(1, Math.max(1, Math.floor((1.5 * (reminders - arrived())) / (kills - kill + 2))));
    await until(`${goal} mails before kill ${kill}`, () => lab.sink.taken.length >= goal, 600_000);
    await lab.dismiss(chance.pick(lab.workers), 'SIGKILL');
    if (lab.redis && kill % 10 === 0) await lab.redis.command('FLUSHALL');
    await lab.hire();
    if (kill % 20 === 0) say(`${kill} kills, ${arrived()} mails`);
  }
}

async function run(ground: LabGround, size: Size, onRedis: boolean): Promise<Figures> {
  return inLab(ground, { redis: onRedis }, async (lab) => {
    lab.sink.script(() => ({ delayMs: 15 }));
    await lab.within((client) => plantReminders(client, size.reminders, 'first'));
    await lab.hire();
    const from = performance.now();
    await killAndReplace(lab, ground, size);
    await lab.settled();
    const seconds = Math.round((performance.now() - from) / 1000);
    const { mails, copies } = await lab.verdict({ sent: size.reminders, copies: size.kills * SLOTS });

    // Without any queue the workers go on by themselves.
    await lab.redis?.stop();
    await lab.within((client) => plantReminders(client, AFTERWARDS, 'second'));
    await lab.settled();
    // One that is still loading has no ear for SIGTERM yet.
    await Promise.all(lab.workers.map(({ ready }) => ready));
    const ends = await Promise.all([...lab.workers].map((worker) => lab.dismiss(worker, 'SIGTERM')));
    expect(ends).toEqual(ends.map(() => 0));
    await lab.verdict({ sent: size.reminders + AFTERWARDS, copies: size.kills * SLOTS });
    return { reminders: size.reminders, kills: size.kills, lost: size.reminders - mails, 'recorded twice': 0, copies, 'copies allowed': size.kills * SLOTS, seconds };
  });
}

const kills = (name: string, queue: string, onRedis: boolean): Scenario => scenario<Size>({
  name, title: `kill -9 of random workers while mails leave, queue on ${queue}`, needs: onRedis ? ['redis'] : [],
  short: { reminders: 500, kills: 10 }, full: { reminders: 10_000, kills: 100 },
  run: (ground, size) => run(ground, size, onRedis),
});

export const r1 = [kills('r1-postgres', 'PostgreSQL', false), kills('r1-redis', 'Redis', true)];
