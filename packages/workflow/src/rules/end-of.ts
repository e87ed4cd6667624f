import type { DueRule } from '../due-rule.js';
import { addMonthsToDay, dayNumberOf, daysInMonth, partsOfDay } from '../plain-date.js';
import type { Ground, Known } from './known.js';
import { shift } from './offset.js';

/** The last day of the period that the day lies in. */
export function endOf(period: 'quarter' | 'year', day: number): number {
  const { year, month } = partsOfDay(day);
  const last = period === 'year' ? 12 : Math.ceil(month / 3) * 3;
  return dayNumberOf({ year, month: last, day: daysInMonth(year, last) });
}

export function byEndOf(rule: Extract<DueRule, { rule: 'endOf' }>, ground: Ground): Known {
  const from = ground.anchor(rule.from);
  if (from.on === null) return from;
  return shift({ ...from, on: endOf(rule.period, addMonthsToDay(from.on, ground.months)) }, rule, ground.almanac);
}
