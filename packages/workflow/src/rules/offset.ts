import type { Almanac } from '../calendars.js';
import type { WorkingOffset } from '../due-rule.js';
import { addMonthsToDay, isWritable } from '../plain-date.js';
import { dayOf, hasDay, onDay, type Ground, type Known } from './known.js';
import type { Distance, PlacedRule } from './placed.js';

/** Counts working days; a date that passes an estimated day off is not settled. */
export function shiftWorking(from: Known, { days, side }: WorkingOffset, almanac: Almanac): Known {
  if (!hasDay(from)) return from;
  const index = almanac.of(side);
  const start = dayOf(from);
  const on = index.add(start, days);
  return onDay(from, on, on === null || !index.passesEstimate(start, on, days));
}

/** Months first, clamped to the end of the month, then weeks and days, then working days; no date where that leaves the years that can be written. */
export function shift(from: Known, distance: Distance, almanac: Almanac, moreMonths = 0): Known {
  if (!hasDay(from)) return from;
  const months = distance.months + moreMonths;
  const start = dayOf(from);
  const on = (months === 0 ? start : addMonthsToDay(start, months)) + distance.days;
  const moved = onDay(from, isWritable(on) ? on : null);
  return distance.working === undefined ? moved : shiftWorking(moved, distance.working, almanac);
}

export const byOffset = (rule: Extract<PlacedRule, { rule: 'offset' }>, ground: Ground): Known => shift(ground.anchor(rule.from), rule, ground.almanac, ground.months);
