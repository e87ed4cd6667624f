import type { DueRule } from '../due-rule.js';
import type { Ground, Known } from './known.js';
import { shift } from './offset.js';

/** No date where the end lies before the beginning. Whole days, rounded down: never later than the exact part. */
export function byFraction(rule: Extract<DueRule, { rule: 'fraction' }>, ground: Ground): Known {
  const from = ground.anchor(rule.from);
  const to = ground.anchor(rule.to);
  const both = { settled: from.settled && to.settled, leftOut: from.leftOut || to.leftOut };
  if (from.on === null || to.on === null || to.on < from.on) return { on: null, ...both, settled: false };
  const on = from.on + Math.floor(((to.on - from.on) * rule.numerator) / rule.denominator);
  return shift({ on, ...both }, rule, ground.almanac, ground.months);
}
