/** Chance that repeats: the same seed, the same Europe. */
export class Chance {
  private state: number;

  constructor(seed: number) { this.state = seed >>> 0; }

  /** From 0 to below 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number { return Math.floor(this.next() * limit); }
  among<T>(choices: readonly T[]): T {
    const chosen = choices[this.below(choices.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  }
}

/** Ids as the database makes them, the time first, so that indexes grow at their end; but the same ones every time. */
export class Ids {
  private made = 0;

  constructor(private readonly chance: Chance, private readonly fromMs: number) {}

  next(): string {
    this.made += 1;
    const time = (this.fromMs + this.made).toString(16).padStart(12, '0');
    const bits = this.chance.below(0x1_0000_0000).toString(16).padStart(8, '0');
    const more = this.chance.below(0x1_0000_0000).toString(16).padStart(8, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${bits.slice(0, 3)}-8${bits.slice(3, 6)}-${bits.slice(6)}${more}${(this.made & 0xff).toString(16).padStart(2, '0')}`;
  }
}
