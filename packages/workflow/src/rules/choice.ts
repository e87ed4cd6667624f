import { dayOf, hasDay, isLeftOut, isSettled, known, UNKNOWN, type Ground, type Known } from './known.js';
import type { PlacedRule } from './placed.js';

/** The latest of two dates; needs both. */
function later(one: Known, other: Known): Known {
  if (!hasDay(one) || !hasDay(other)) return UNKNOWN;
  return known(Math.max(dayOf(one), dayOf(other)), isSettled(one) && isSettled(other));
}

/** The earlier of two, or the one that is known: an unknown one can only bring it forward, so that it is provisional until both are. */
function earlier(one: Known, other: Known): Known {
  if (!hasDay(one) || !hasDay(other)) return known(hasDay(one) ? dayOf(one) : hasDay(other) ? dayOf(other) : null, false);
  return known(Math.min(dayOf(one), dayOf(other)), isSettled(one) && isSettled(other));
}

/** The latest or earliest of the parts. Those of steps that do not apply count only where there are no others. */
export function choose({ rule, of }: Extract<PlacedRule, { rule: 'latest' | 'earliest' }>, ground: Ground, byRule: (rule: PlacedRule, ground: Ground) => Known): Known {
  const better = rule === 'latest' ? later : earlier;
  let remaining: Known | undefined;
  let leftOut: Known | undefined;
  for (const part of of) {
    const date = byRule(part, ground);
    if (isLeftOut(date)) leftOut = leftOut === undefined ? date : better(leftOut, date);
    else remaining = remaining === undefined ? date : better(remaining, date);
  }
  const chosen = remaining ?? leftOut ?? UNKNOWN;
  return known(hasDay(chosen) ? dayOf(chosen) : null, isSettled(chosen) && hasDay(chosen), remaining === undefined);
}
