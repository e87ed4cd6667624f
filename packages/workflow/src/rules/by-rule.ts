import { isWritable } from '../calendars.js';
import type { DueRule } from '../due-rule.js';
import { addMonthsToDay, toDayNumber } from '../plain-date.js';
import { byBeforeSession } from './before-session.js';
import { earliest, latest } from './choice.js';
import { byEndOf } from './end-of.js';
import { byFraction } from './fraction.js';
import type { Ground, Known } from './known.js';
import { byOffset } from './offset.js';

function byFixed(date: string, months: number): Known {
  const on = toDayNumber(date);
  if (months === 0) return { on, settled: true, leftOut: false };
  const moved = addMonthsToDay(on, months);
  return { on: isWritable(moved) ? moved : null, settled: true, leftOut: false };
}

/** The date that a rule gives. */
export function byRule(rule: DueRule, ground: Ground): Known {
  switch (rule.rule) {
    case 'fixed': return byFixed(rule.on, ground.months);
    case 'offset': return byOffset(rule, ground);
    case 'endOf': return byEndOf(rule, ground);
    case 'beforeSession': return byBeforeSession(rule, ground);
    case 'fraction': return byFraction(rule, ground);
    case 'latest': return latest(rule.of.map((part) => ground.rule(part)));
    case 'earliest': return earliest(rule.of.map((part) => ground.rule(part)));
  }
}
