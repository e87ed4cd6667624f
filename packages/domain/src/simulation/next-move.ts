import type { EventKey } from '@tawama/contracts';
import { addDays, addMonths, anchorsOf, graphOf, type PlainDate } from '@tawama/workflow';
import { isTermOver } from '../agreements/life.js';
import type { Plan, PlanMilestone } from '../plans/plan.js';

/** What happens next in a plan that is played. `look`: time alone brings steps that come again into sight. */
export type Move =
  | { readonly kind: 'done'; readonly on: PlainDate; readonly milestoneId: string }
  | { readonly kind: 'session'; readonly on: PlainDate; readonly event: EventKey }
  | { readonly kind: 'look' | 'expire'; readonly on: PlainDate };

/**
 * The earliest of: the next step done, the term that runs out, the next month's look. Null: nothing will ever happen any more.
 * @param day where the play stands: nothing happens before it
 */
export function nextMove(plan: Plan, day: PlainDate, daysLate: number): Move | null {
  const moves = [nextDone(plan, day, daysLate), nextExpiry(plan, day), nextLook(plan, day)].filter((move) => move !== null);
  const first = earliest(moves);
  // Where only looking is left, a session that nobody has convened holds everything up.
  const session = first === null || first.kind !== 'done' ? assumedSession(plan, day) : null;
  return earliest(session === null ? moves : [...moves, session]);
}

const ACTED_ON: ReadonlySet<PlanMilestone['status']> = new Set(['open', 'submitted', 'blocked']);

function nextDone(plan: Plan, day: PlainDate, daysLate: number): Move | null {
  let next: { on: PlainDate; milestoneId: string } | null = null;
  for (const { id, status, dueOn } of plan.milestones) {
    if (dueOn === null || !ACTED_ON.has(status)) continue;
    const wanted = addDays(dueOn, daysLate);
    const on = wanted < day ? day : wanted;
    if (next === null || on < next.on) next = { on, milestoneId: id };
  }
  return next && { kind: 'done', ...next };
}

function nextExpiry(plan: Plan, day: PlainDate): Move | null {
  const { expiry } = plan.events;
  if (expiry === undefined || plan.agreement.status !== 'active') return null;
  return { kind: 'expire', on: isTermOver(plan, day) ? day : addDays(expiry, 1) };
}

/** Steps that come again are laid out more than a year ahead: whoever looks twice a year misses no reminder of one. */
const LOOK_EVERY_MONTHS = 6;

/** When what comes again is laid out further, unless something else is done before. */
function nextLook(plan: Plan, day: PlainDate): Move | null {
  return graphOf(plan.template).repeats ? { kind: 'look', on: `${addMonths(day, LOOK_EVERY_MONTHS).slice(0, 7)}-01` } : null;
}

/** A step that is counted from an event which it records itself waits for a date that only people can set. */
function assumedSession(plan: Plan, day: PlainDate): Move | null {
  const graph = graphOf(plan.template);
  for (const { key, status } of plan.milestones) {
    const definition = status === 'planned' ? graph.milestones.get(key) : undefined;
    const event = definition?.produces.find((one) => anchorsOf(definition.due).some((anchor) => 'event' in anchor && anchor.event === one));
    if (event === undefined || plan.events[event] !== undefined) continue;
    const sessions = (plan.calendars?.sessions ?? []).map(({ beginsOn }) => beginsOn).filter((on) => on > day).toSorted();
    return { kind: 'session', on: sessions[0] ?? day, event };
  }
  return null;
}

const earliest = (moves: readonly Move[]): Move | null => moves.reduce<Move | null>((best, move) => (best === null || move.on < best.on ? move : best), null);
