import { isWritable, type Almanac } from '../calendars.js';
import type { DueRule, Offset, WorkingOffset } from '../due-rule.js';
import { addMonthsToDay } from '../plain-date.js';
import type { Ground, Known } from './known.js';

export const monthsIn = ({ years = 0, quarters = 0, months = 0 }: Offset): number => years * 12 + quarters * 3 + months;

/** Counts working days; a date that passes an estimated day off is not settled. */
export function shiftWorking(from: Known, { days, side }: WorkingOffset, almanac: Almanac): Known {
  if (from.on === null) return from;
  const index = almanac.of(side);
  const on = index.add(from.on, days);
  if (on === null) return { ...from, on: null };
  return { ...from, on, settled: from.settled && !index.passesEstimate(from.on, on, days) };
}

/** Months first, clamped to the end of the month, then weeks and days, then working days; null where that leaves the years that can be written. */
export function shift(from: Known, offset: Offset, almanac: Almanac, moreMonths = 0): Known {
  if (from.on === null) return from;
  const months = monthsIn(offset) + moreMonths;
  const on = (months === 0 ? from.on : addMonthsToDay(from.on, months)) + (offset.weeks ?? 0) * 7 + (offset.days ?? 0);
  if (!isWritable(on)) return { ...from, on: null };
  const moved = { on, settled: from.settled, leftOut: from.leftOut };
  return offset.working === undefined ? moved : shiftWorking(moved, offset.working, almanac);
}

export const byOffset = (rule: Extract<DueRule, { rule: 'offset' }>, ground: Ground): Known => shift(ground.anchor(rule.from), rule, ground.almanac, ground.months);
