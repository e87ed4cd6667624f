import { addMonthsToDay, dayNumberOf, daysInMonth, partsOfDay } from '../plain-date.js';
import { dayOf, hasDay, onDay, type Ground, type Known } from './known.js';
import type { PlacedRule } from './placed.js';
import { shift } from './offset.js';

/** The last day of the period that the day lies in. */
export function endOf(period: 'quarter' | 'year', day: number): number {
  const { year, month } = partsOfDay(day);
  const last = period === 'year' ? 12 : Math.ceil(month / 3) * 3;
  return dayNumberOf({ year, month: last, day: daysInMonth(year, last) });
}

export function byEndOf(rule: Extract<PlacedRule, { rule: 'endOf' }>, ground: Ground): Known {
  const from = ground.anchor(rule.from);
  if (!hasDay(from)) return from;
  return shift(onDay(from, endOf(rule.period, addMonthsToDay(dayOf(from), ground.months))), rule, ground.almanac);
}
