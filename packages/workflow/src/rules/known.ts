import type { Almanac } from '../calendars.js';
import type { Anchor, DueRule } from '../due-rule.js';

/** A date to count from, as a day number. `leftOut`: it belongs to a step that does not apply, and does not hold up a `latest` that has other parts. */
export interface Known { readonly on: number | null; readonly settled: boolean; readonly leftOut: boolean }

export const UNKNOWN: Known = { on: null, settled: false, leftOut: false };

/** What a rule is computed with. */
export interface Ground {
  readonly almanac: Almanac;
  anchor(anchor: Anchor): Known;
  /** the value of a rule inside a rule */
  rule(rule: DueRule): Known;
  /** months by which every anchor is moved: 0 but for the occurrences of a step that repeats */
  readonly months: number;
}
