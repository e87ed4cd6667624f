import { afterEach, expect, it, vi } from 'vitest';
import { inTurns } from './in-turns.js';

afterEach(() => { vi.restoreAllMocks(); });

/** A computation that takes `stepMs` from one pause to the next, on a clock of its own. */
function computation(pauses: number, stepMs: number): Generator<number, string, void> {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  return (function* () {
    for (let pause = 1; pause <= pauses; pause += 1) { now += stepMs; yield pause; }
    return 'played';
  })();
}

/** How often others had their turn while it ran. */
async function turnsOfOthers(work: Generator<number, string, void>): Promise<number> {
  let turns = 0;
  let running = true;
  const other = (): void => { if (running) { turns += 1; setImmediate(other); } };
  setImmediate(other);
  expect(await inTurns(work)).toBe('played');
  running = false;
  return turns;
}

it('lets others have a turn at each pause when the work between two is long', async () => {
  expect(await turnsOfOthers(computation(50, 25))).toBe(50);
});

it('keeps the process for itself while its own turn lasts', async () => {
  expect(await turnsOfOthers(computation(50, 5))).toBe(12);
  expect(await turnsOfOthers(computation(3, 5))).toBe(0);
});

it('hands on what is given at every pause, in order, also where nobody has a turn', async () => {
  const given: number[] = [];
  await inTurns(computation(5, 1), (one) => given.push(one));
  expect(given).toEqual([1, 2, 3, 4, 5]);
});

it('throws what the work throws', async () => {
  function* failing(): Generator<number, string, void> { yield 1; throw new RangeError('too long'); }
  await expect(inTurns(failing())).rejects.toThrow(new RangeError('too long'));
});
