import { setImmediate as breathe } from 'node:timers/promises';

/** So long the process belongs to one computation before others have their turn. */
const TURN_MS = 20;

/**
 * Runs a long computation to its end, letting others have their turn wherever it pauses.
 * @param each what it gives at a pause
 */
export async function inTurns<Given, End>(work: Generator<Given, End, void>, each: (given: Given) => void = () => undefined): Promise<End> {
  for (let since = performance.now(); ;) {
    const { done, value } = work.next();
    if (done === true) return value;
    each(value);
    if (performance.now() - since < TURN_MS) continue;
    await breathe();
    since = performance.now();
  }
}
