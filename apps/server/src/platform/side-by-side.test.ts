import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { sideBySide } from './side-by-side.js';

async function* upTo(count: number) { for (let n = 0; n < count; n += 1) { await turn(); yield n; } }

it('does every item once, never more at a time than allowed', async () => {
  const done: number[] = [];
  let [now, most] = [0, 0];
  await sideBySide(upTo(25), 4, async (item) => {
    now += 1;
    most = Math.max(most, now);
    for (let pause = 0; pause < 6 + (item % 5); pause += 1) await turn();
    done.push(item);
    now -= 1;
  });
  expect(done.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, n) => n));
  expect(most).toBe(4);
});

it('begins nothing after a failure, ends what is in hand, and tells of it', async () => {
  const [begun, done]: [number[], number[]] = [[], []];
  const running = sideBySide(upTo(50), 3, async (item) => {
    begun.push(item);
    if (item === 4) throw new Error('the fifth');
    for (let pause = 0; pause < 10; pause += 1) await turn();
    done.push(item);
  });
  await expect(running).rejects.toThrow('the fifth');
  expect(begun.length).toBeLessThan(8);
  expect(done).toEqual(begun.filter((item) => item !== 4));
});
