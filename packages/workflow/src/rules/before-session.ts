import { addMonthsToDay, isWritable } from '../plain-date.js';
import { dayOf, hasDay, onDay, type Ground, type Known } from './known.js';
import type { PlacedRule } from './placed.js';
import { shiftWorking } from './offset.js';

/**
 * Before the first session that begins after the anchor, also where the lead is longer than the time left: such a date lies before
 * its anchor and shows that the session is missed. No date while no such session is known; provisional while it is only announced.
 */
export function byBeforeSession({ from: anchor, orOn, month, lead }: Extract<PlacedRule, { rule: 'beforeSession' }>, ground: Ground): Known {
  const from = ground.anchor(anchor);
  if (!hasDay(from)) return from;
  const after = addMonthsToDay(dayOf(from), ground.months);
  const session = ground.almanac.sessionFrom(orOn ? after : after + 1, month);
  if (!session) return onDay(from, null, false);
  const begins = onDay(from, session.begins, session.confirmed);
  if ('working' in lead) return shiftWorking(begins, { days: -lead.working.days, side: lead.working.side }, ground.almanac);
  const on = session.begins - lead.days;
  return onDay(begins, isWritable(on) ? on : null);
}
