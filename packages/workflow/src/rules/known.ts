import type { Almanac } from '../calendars.js';
import type { Place } from './placed.js';

/**
 * A date to count from: a day number, or none; `settled`: everything it is counted from is recorded; `leftOut`: it belongs to a step
 * that does not apply, and does not hold up a `latest` that has other parts. One number, because a plan makes tens of thousands.
 */
export type Known = number & { readonly packed: unique symbol };

const SETTLED = 1;
const LEFT_OUT = 2;
const FLAGS = 4;
/** Added to day numbers: with it those of the years 0000–9999 are above 0, and no day is 0. */
const ORIGIN = 800_000;

export const known = (on: number | null, settled: boolean, leftOut = false): Known =>
  ((on === null ? 0 : (on + ORIGIN) * FLAGS) + (settled ? SETTLED : 0) + (leftOut ? LEFT_OUT : 0)) as Known;

export const UNKNOWN = known(null, false);

export const hasDay = (date: Known): boolean => date >= FLAGS;
/** Of a date that `hasDay`. */
export const dayOf = (date: Known): number => (date >> 2) - ORIGIN;
export const dayOrNull = (date: Known): number | null => (hasDay(date) ? dayOf(date) : null);
export const isSettled = (date: Known): boolean => (date & SETTLED) !== 0;
export const isLeftOut = (date: Known): boolean => (date & LEFT_OUT) !== 0;

/** Another day, or none, that is as settled and as much left out; `settled` false where the way there is uncertain. */
export const onDay = (date: Known, on: number | null, settled = true): Known => known(on, settled && isSettled(date), isLeftOut(date));

/** What a rule is computed with. */
export interface Ground {
  readonly almanac: Almanac;
  anchor(place: Place): Known;
  /** months by which every anchor is moved: 0 but for the occurrences of a step that repeats */
  readonly months: number;
}
