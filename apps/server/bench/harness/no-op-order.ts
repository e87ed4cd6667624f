/** What every contender of `handing-out` is asked: make so many due, hand them out to a handler that does nothing. Answers a second's worth. */
export interface HandOutOrder { count: number }
export interface HandOutSettings { databaseUrl: string; redisUrl?: string | undefined }

/** Settles when it has been called so many times. */
export function countdown(count: number): { tick(): void; done: Promise<void>; first(): number; last(): number } {
  let [left, first, last] = [count, 0, 0];
  let finish: () => void = () => {};
  const done = new Promise<void>((settle) => { finish = settle; });
  return {
    tick() {
      last = performance.now();
      if (left === count) first = last;
      left -= 1;
      if (left === 0) finish();
    },
    done, first: () => first, last: () => last,
  };
}
