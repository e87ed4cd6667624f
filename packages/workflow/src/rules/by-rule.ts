import { addMonthsToDay, isWritable } from '../plain-date.js';
import { byBeforeSession } from './before-session.js';
import { choose } from './choice.js';
import { byEndOf } from './end-of.js';
import { byFraction } from './fraction.js';
import { known, type Ground, type Known } from './known.js';
import type { PlacedRule } from './placed.js';
import { byOffset } from './offset.js';

function byFixed(on: number, months: number): Known {
  if (months === 0) return known(on, true);
  const moved = addMonthsToDay(on, months);
  return known(isWritable(moved) ? moved : null, true);
}

/** The date that a rule gives. */
export function byRule(rule: PlacedRule, ground: Ground): Known {
  switch (rule.rule) {
    case 'fixed': return byFixed(rule.on, ground.months);
    case 'offset': return byOffset(rule, ground);
    case 'endOf': return byEndOf(rule, ground);
    case 'beforeSession': return byBeforeSession(rule, ground);
    case 'fraction': return byFraction(rule, ground);
    case 'latest': case 'earliest': return choose(rule, ground, byRule);
  }
}
