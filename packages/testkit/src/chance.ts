/** Chance that can be had again: the same seed gives the same answers in the same order. */
export interface Chance {
  readonly seed: number;
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** One of the list. @throws Error when it is empty */
  pick<T>(list: readonly T[]): T;
  /** Chance of its own for a part, so that a part more or less does not change what the others draw. */
  fork(name: string): Chance;
}

/** @param seed a whole number; only its lower 32 bits count */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  // mulberry32: one multiplication a number, and good enough to choose victims.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    seed: seed >>> 0, next, whole,
    pick(list) {
      const index = whole(0, list.length - 1);
      const found = list[index];
      if (found === undefined) throw new Error('nothing to pick from');
      return found;
    },
    fork: (name) => chanceFrom([...name].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193), seed >>> 0)),
  };
}
