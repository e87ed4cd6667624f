import type { EventDates, EventKey, KnownEvent } from '@tawama/contracts';
import { anchorsOf, graphOf, type PlainDate, transition, type TemplateMilestone } from '@tawama/workflow';
import { allow, refuse, type Result } from '../result.js';
import type { EventSources, Plan, PlanMilestone } from '../plans/plan.js';
import { agreementTransition } from './states.js';

const SET_BEFOREHAND: ReadonlySet<EventKey> = new Set<KnownEvent>(['councilSession', 'expiry']);
const ENDS = ['expiry', 'ended'] as const satisfies readonly KnownEvent[];

const countedFrom = (milestone: TemplateMilestone, event: string): boolean => anchorsOf(milestone.due).some((anchor) => 'event' in anchor && anchor.event === event);

const isEventOf = (plan: Plan, key: string): boolean => graphOf(plan.template).events.has(key);

/** Dates that are set beforehand: a session that is convened, a term that the convention fixes, whatever else gives its date to the step that stands for it. All others are facts and lie in the past. */
export function isSetBeforehand(plan: Pick<Plan, 'template'>, event: EventKey): boolean {
  const producer = graphOf(plan.template).producers.get(event);
  return SET_BEFOREHAND.has(event) || (producer !== undefined && countedFrom(producer, event));
}

/** The events that a finished step leaves behind. A date that the step is counted from, once recorded, is not overwritten. */
function productsOf(plan: Plan, milestone: TemplateMilestone, on: PlainDate): EventDates {
  const products: EventDates = {};
  for (const event of milestone.produces) {
    if (isEventOf(plan, event) && !(countedFrom(milestone, event) && plan.events[event] !== undefined)) products[event] = on;
  }
  return products;
}

function check(plan: Plan, events: EventDates, given: EventDates, today: PlainDate): Result<null> {
  for (const [event, on] of Object.entries(given)) {
    if (!isEventOf(plan, event)) return refuse('agreement/unknown-event', `events.${event}`);
    if (on > today && !isSetBeforehand(plan, event)) return refuse('event/in-the-future', `events.${event}`);
  }
  for (const end of ENDS) {
    const endsOn = events[end];
    for (const begin of ['signed', 'inForce'] as const) {
      const beganOn = events[begin];
      if (endsOn !== undefined && beganOn !== undefined && endsOn < beganOn) return refuse('event/before-anchor', `events.${given[end] === undefined ? begin : end}`);
    }
  }
  return allow(null);
}

const complete = (milestone: PlanMilestone, on: PlainDate): PlanMilestone => {
  const status = transition(milestone.status, 'complete');
  return status === null ? milestone : { ...milestone, status, doneOn: on };
};

/**
 * Records dates of reference, also over earlier ones, and completes the steps that they stand for; `signed` makes the agreement active.
 * Due dates are not yet computed anew.
 * @param leftBy the step that is accepted, where the dates are what it leaves behind
 * Refuses: `agreement/unknown-event`, `event/in-the-future`, `event/before-anchor` (an end before the signature), with the path `events.<key>`.
 */
export function withEvents(plan: Plan, given: EventDates, today: PlainDate, leftBy?: string): Result<Plan> {
  const graph = graphOf(plan.template);
  const events: EventDates = { ...plan.events, ...given };
  const done = new Map<string, PlainDate>();
  for (const [event, on] of Object.entries(given)) {
    const producer = graph.producers.get(event);
    if (!producer || countedFrom(producer, event)) continue;
    const step = plan.milestones.find((milestone) => milestone.key === producer.key);
    if (!step || transition(step.status, 'complete') === null) continue;
    done.set(producer.key, on);
    // A step's events fall on one day unless somebody says otherwise, also when that day is corrected.
    const before = plan.events[event];
    for (const sibling of producer.produces) {
      if (isEventOf(plan, sibling) && given[sibling] === undefined && (events[sibling] === undefined || events[sibling] === before)) events[sibling] = on;
    }
  }
  const checked = check(plan, events, given, today);
  if (!checked.ok) return checked;
  return allow({
    ...plan,
    events,
    leftBy: sourcesAfter(plan, events, given, leftBy),
    agreement: { ...plan.agreement, status: events.signed === undefined ? plan.agreement.status : (agreementTransition(plan.agreement.status, 'sign') ?? plan.agreement.status) },
    milestones: plan.milestones.map((milestone) => {
      const on = done.get(milestone.key);
      return on === undefined ? milestone : complete(milestone, on);
    }),
  });
}

/** Who recorded each event: what is recorded again by itself is no longer the step's to take back. */
function sourcesAfter(plan: Plan, events: EventDates, given: EventDates, leftBy: string | undefined): EventSources {
  const sources = new Map(Object.entries(plan.leftBy ?? {}));
  for (const [event, on] of Object.entries(events)) {
    if (given[event] === undefined && plan.events[event] === on) continue;
    if (leftBy === undefined) sources.delete(event); else sources.set(event, leftBy);
  }
  return Object.fromEntries(sources);
}

/** Completes a step on its day and records the events that it stands for. */
export function withStepDone(plan: Plan, milestoneId: string, on: PlainDate, today: PlainDate): Result<Plan> {
  const completed: Plan = { ...plan, milestones: plan.milestones.map((milestone) => (milestone.id === milestoneId ? complete(milestone, on) : milestone)) };
  const key = plan.milestones.find((milestone) => milestone.id === milestoneId)?.key ?? '';
  const definition = graphOf(plan.template).milestones.get(key);
  return definition ? withEvents(completed, productsOf(plan, definition, on), today, milestoneId) : allow(completed);
}
