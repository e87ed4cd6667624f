import { isWritable } from '../calendars.js';
import type { DueRule } from '../due-rule.js';
import { addMonthsToDay } from '../plain-date.js';
import type { Ground, Known } from './known.js';
import { shiftWorking } from './offset.js';

/**
 * Before the first session that begins after the anchor, also where the lead is longer than the time left: such a date lies before
 * its anchor and shows that the session is missed. No date while no such session is known; provisional while it is only announced.
 */
export function byBeforeSession({ from: anchor, orOn, lead }: Extract<DueRule, { rule: 'beforeSession' }>, ground: Ground): Known {
  const from = ground.anchor(anchor);
  if (from.on === null) return from;
  const after = addMonthsToDay(from.on, ground.months);
  const session = ground.almanac.sessionFrom(orOn === true ? after : after + 1);
  if (!session) return { on: null, settled: false, leftOut: from.leftOut };
  const begins: Known = { on: session.begins, settled: from.settled && session.confirmed, leftOut: from.leftOut };
  if (lead !== undefined && 'working' in lead) return shiftWorking(begins, { days: -lead.working.days, side: lead.working.side }, ground.almanac);
  const on = session.begins - (lead?.days ?? 1);
  return { ...begins, on: isWritable(on) ? on : null };
}
