import { isWritable } from '../plain-date.js';
import { dayOf, hasDay, isLeftOut, isSettled, known, type Ground, type Known } from './known.js';
import type { PlacedRule } from './placed.js';
import { shift } from './offset.js';

/** No date where the end lies before the beginning. Whole days, rounded down: never later than the exact part. */
export function byFraction(rule: Extract<PlacedRule, { rule: 'fraction' }>, ground: Ground): Known {
  const from = ground.anchor(rule.from);
  const to = ground.anchor(rule.to);
  const settled = isSettled(from) && isSettled(to);
  const leftOut = isLeftOut(from) || isLeftOut(to);
  const start = dayOf(from);
  const days = dayOf(to) - start;
  if (!hasDay(from) || !hasDay(to) || days < 0) return known(null, false, leftOut);
  const on = start + Math.floor((days * rule.numerator) / rule.denominator);
  return shift(known(isWritable(on) ? on : null, settled, leftOut), rule, ground.almanac, ground.months);
}
