import type { EventKey } from '@tawama/contracts';
import { addDays, addMonths, graphOf, isFinished, type PlainDate } from '@tawama/workflow';
import { expire } from '../agreements/life.js';
import { withEvents, withStepDone } from '../agreements/events.js';
import { isEnded } from '../agreements/states.js';
import type { EpochMs } from '../calendar/instant.js';
import { localToInstant, type ZoneTable } from '../calendar/zone.js';
import { laidOutUntil } from '../plans/occurrences.js';
import type { Plan, PlanMilestone } from '../plans/plan.js';
import { replan } from '../plans/replan.js';
import type { ForecastMail, MailRecipient } from '../reminders/mails.js';
import type { RemindedPeople } from '../reminders/plan.js';
import type { Result } from '../result.js';
import { Postman } from './postman.js';
import { nextMove, type Move } from './next-move.js';

/** What is taken for granted of those who act. */
export interface Assumptions {
  /** so many days after its due date each step is done; 0: on the day */
  readonly daysLate: number;
  /** how far it is played, in months from the first day */
  readonly months: number;
  /** the convention's term, in years from its signature, where no expiry is recorded; null: without end */
  readonly termYears: number | null;
}

export interface SimulationInput {
  readonly plan: Plan;
  /** the first day that is played */
  readonly today: PlainDate;
  readonly assumptions: Assumptions;
  /** who is reminded of a step, as today's people stand */
  readonly peopleOf: (milestone: PlanMilestone) => RemindedPeople;
  readonly recipients: readonly MailRecipient[];
  readonly clubZone: string;
  readonly zones: ZoneTable;
}

/** A step that was dated; `doneOn` null: its day did not come while it was played. */
export interface SimulatedStep { readonly milestoneId: string; readonly key: string; readonly dueOn: PlainDate | null; readonly doneOn: PlainDate | null; readonly provisional: boolean }
export interface Simulation {
  readonly until: PlainDate;
  readonly steps: readonly SimulatedStep[];
  /** dates of reference that were assumed or came about, in the order of time */
  readonly events: readonly { readonly event: EventKey; readonly on: PlainDate; readonly assumed: boolean }[];
  readonly mails: readonly ForecastMail[];
  readonly plan: Plan;
}

/** People act in the afternoon: what is due in the morning has been written to them. */
const ACT_AT = '15:00';
/** More acts than any plan of a thousand steps can take in fifty years: a guard against a rule that moves for ever. */
const MOST_MOVES = 60_000;

/**
 * Plays a plan forward under assumptions, by the same rules that dates, reminders and mails of running agreements come from. A council
 * session that nobody has convened is assumed where nothing else can go on: at the next one in the calendar, else on that day.
 */
export function simulate(input: SimulationInput): Simulation {
  const played = playPlan(input);
  for (;;) {
    const { done, value: simulation } = played.next();
    if (done === true) return simulation;
  }
}

/** The same, pausing after every act, so that whoever plays it can let others have their turn. */
export function* playPlan(input: SimulationInput): Generator<void, Simulation, void> {
  const { today, assumptions, clubZone, zones } = input;
  const until = addMonths(today, assumptions.months);
  const startsAt = localToInstant(zones, clubZone, today, '00:00');
  const events: Simulation['events'][number][] = [];
  let plan = started(input.plan, startsAt);
  const postman = new Postman(input, startsAt);
  postman.keepUp(plan, startsAt);
  let day = today;
  for (let moves = 0; moves < MOST_MOVES; moves += 1) {
    const move = nextMove(plan, day, assumptions.daysLate);
    if (move === null || move.on > until) break;
    const at: EpochMs = localToInstant(zones, clubZone, move.on, ACT_AT);
    postman.deliverUntil(at);
    day = move.on;
    const before = plan;
    plan = acted(plan, move, assumptions);
    for (const [event, on] of Object.entries(plan.events)) if (before.events[event] !== on) events.push({ event, on, assumed: move.kind === 'session' || (event === 'expiry' && on > day) });
    postman.keepUp(plan, at);
    if (isEnded(plan.agreement.status)) break;
    yield;
  }
  postman.deliverUntil(localToInstant(zones, clubZone, addDays(until, 1), '00:00') - 1);
  return {
    until, events, plan, mails: postman.mails,
    steps: plan.milestones.flatMap(({ id, key, dueOn, doneOn, status, provisional }) => (status === 'cancelled' || status === 'notApplicable' ? [] : [{ milestoneId: id, key, dueOn, doneOn: status === 'done' ? doneOn : null, provisional }])),
  };
}

/** As if the coordinator had let the reminders go on the first day, where nobody has yet. */
function started(plan: Plan, at: EpochMs): Plan {
  const { remindersStartedAt } = plan.agreement;
  return replan(plan, { ...plan, agreement: { ...plan.agreement, remindersStartedAt: remindersStartedAt ?? new Date(at).toISOString() } }).plan;
}

function acted(plan: Plan, move: Move, { termYears }: Assumptions): Plan {
  const ahead: Plan = { ...plan, laidOutUntil: laidOutUntil(move.on) };
  switch (move.kind) {
    case 'look': return replan(ahead, ahead).plan;
    case 'session': return recorded(ahead, move.event, move.on);
    case 'expire': return settled(expire(ahead, { today: move.on })) ?? replan(ahead, ahead).plan;
    case 'done': {
      const done = value(withStepDone(ahead, move.milestoneId, move.on, move.on)) ?? giveUp(ahead, move.milestoneId);
      const { signed, expiry } = done.events;
      const term = termYears !== null && signed !== undefined && expiry === undefined && graphOf(done.template).events.has('expiry') ? value(withEvents(done, { expiry: addMonths(signed, termYears * 12) }, move.on)) : undefined;
      return replan(ahead, term ?? done).plan;
    }
  }
}

const recorded = (plan: Plan, event: EventKey, on: PlainDate): Plan => replan(plan, value(withEvents(plan, { [event]: on }, on)) ?? plan).plan;

/** A step that cannot be done on that day, by a rule on dates, is left out rather than tried for ever. */
const giveUp = (plan: Plan, id: string): Plan => ({ ...plan, milestones: plan.milestones.map((one) => (one.id === id && !isFinished(one.status) ? { ...one, status: 'notApplicable' } : one)) });

const value = <T>(result: Result<T>): T | undefined => (result.ok ? result.value : undefined);
const settled = (result: Result<{ plan: Plan }>): Plan | undefined => value(result)?.plan;
