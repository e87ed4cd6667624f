import { almanacOf, EMPTY_CALENDARS, type Calendars } from './calendars.js';
import { type DueDate, dueDateOf, DueDates } from './due-date.js';
import type { Recurrence, Side } from './due-rule.js';
import { graphOf, type OrderedStep, type TemplateGraph } from './graph.js';
import { occurrenceKey, occurrences, readOccurrenceKey } from './occurrences.js';
import { isWritable, type PlainDate, toDayNumber } from './plain-date.js';
import { byRule } from './rules/by-rule.js';
import { NOWHERE, type Place } from './rules/placed.js';
import { dayOf, dayOrNull, hasDay, isLeftOut, isSettled, known, type Ground, type Known, UNKNOWN } from './rules/known.js';
import type { MilestoneStatus } from './states.js';
import type { WorkflowTemplate } from './template.js';

export interface MilestoneFacts {
  readonly status: MilestoneStatus;
  readonly pinned: boolean;
  /** the date of a pinned step; of others it is computed */
  readonly dueOn: PlainDate | null;
  readonly doneOn: PlainDate | null;
}

export interface PlanFacts {
  /** recorded events, key → date */
  readonly events: Readonly<Record<string, PlainDate | undefined>>;
  /** milestone or occurrence key → what is known of it; a missing one counts as planned */
  readonly milestones: ReadonlyMap<string, MilestoneFacts>;
}

/** How far ahead steps that repeat are laid out; `from` leaves out earlier occurrences of which nothing is known. */
export interface Horizon { readonly until: PlainDate; readonly from?: PlainDate | undefined }

const PLANNED: MilestoneFacts = { status: 'planned', pinned: false, dueOn: null, doneOn: null };

/**
 * The due date of every milestone, by key. A date counted from a recorded event or a finished step is settled; while that event is
 * only expected it is counted from the due date of the step that records it. A pinned date is taken as it stands and feeds those
 * that follow. Each milestone is visited once, in an order kept with the template. A step that repeats has under its own key the date
 * of its first occurrence, and under `key#n` every occurrence of which something is known or that is due up to the horizon. One that is
 * known and not answered is due no more: the series ends before it, or it would fall on the day of another.
 * @param calendars without them every day is a working day and no session is known
 * @throws RangeError when the template has a circle: `checkTemplate` refuses such a template before
 */
export function computeDueDates(template: WorkflowTemplate, facts: PlanFacts, calendars: Calendars = EMPTY_CALENDARS, horizon?: Horizon): DueDates {
  const graph = graphOf(template);
  if (graph.circular.length > 0) throw new RangeError(`template ${template.key} has a circle: ${graph.circular.join(', ')}`);
  const computation = new Computation(graph, facts, calendars, horizon);
  graph.steps.forEach((step, place) => computation.settle(step, place));
  return computation.dates;
}

class Computation implements Ground {
  readonly dates: DueDates;
  readonly almanac;
  months = 0;
  /** by place and by event number: worked out once, asked for by many */
  private readonly facts: MilestoneFacts[] = [];
  private readonly steps: Known[] = [];
  private readonly events: (Known | undefined)[] = [];
  /** of steps that repeat: the highest number of which something is known */
  private readonly highest = new Map<string, number>();
  private readonly from: number;
  private readonly upTo: number;
  private asker: Place = NOWHERE;

  constructor(private readonly graph: TemplateGraph, private readonly given: PlanFacts, calendars: Calendars, horizon: Horizon | undefined) {
    this.dates = new DueDates(graph.places);
    this.almanac = almanacOf(calendars);
    this.from = horizon?.from === undefined ? -Infinity : toDayNumber(horizon.from);
    this.upTo = horizon === undefined ? -Infinity : toDayNumber(horizon.until);
    if (graph.repeats) for (const key of given.milestones.keys()) {
      const { milestone, number } = readOccurrenceKey(key) ?? {};
      if (milestone !== undefined && number !== undefined) this.highest.set(milestone, Math.max(number, this.highest.get(milestone) ?? 0));
    }
  }

  settle(step: OrderedStep, place: Place): void {
    this.asker = place;
    const facts = this.factsOf(step);
    const date = step.repeats === undefined ? byRule(step.rule, this) : this.firstOf(step, step.repeats);
    this.dates.putStep(this.due(step, facts, date));
    this.facts.push(facts);
    this.steps.push(asAnchor(facts, date));
  }

  anchor(place: Place): Known { return (place < 0 ? this.ofEvent(-1 - place) : this.steps[place]) ?? UNKNOWN; }

  /** Puts down the occurrences that the horizon asks for, and answers the first of all. */
  private firstOf(step: OrderedStep, repeats: Recurrence): Known {
    const { key: series, rule, until } = step;
    const end = this.anchor(until);
    // An end that does not apply ends nothing.
    const endsOn = isLeftOut(end) ? null : dayOrNull(end);
    const dated = (months: number): Known => {
      this.months = months;
      const date = byRule(rule, this);
      this.months = 0;
      return date;
    };
    const first = occurrences({ ...repeats, times: 1 }, dated, endsOn, Infinity).next().value;
    const highest = this.highest.get(series) ?? 0;
    if (highest > 0 || this.upTo > -Infinity) for (const { number, date } of occurrences(repeats, dated, endsOn, this.upTo, highest)) {
      const key = occurrenceKey(series, number);
      const facts = this.given.milestones.get(key);
      if (facts || dayOf(date) >= this.from) this.dates.putOccurrence(key, this.due(step, facts ?? PLANNED, date));
    }
    return first?.date ?? UNKNOWN;
  }

  private due({ legal }: OrderedStep, { pinned, dueOn: pinnedOn }: MilestoneFacts, date: Known): DueDate {
    const due = pinned ? { dueOn: pinnedOn, provisional: false, settled: isSettled(date) } : dueDateOf(date);
    if (!legal || due.dueOn === null) return due;
    const dayOff = this.dayOff(toDayNumber(due.dueOn));
    return dayOff === undefined ? due : { ...due, dayOff };
  }

  private dayOff(day: number): Side | undefined {
    if (!isWritable(day)) return undefined;
    const home = !this.almanac.of('home').isWorking(day);
    const partner = !this.almanac.of('partner').isWorking(day);
    if (home && partner) return 'both';
    return home ? 'home' : partner ? 'partner' : undefined;
  }

  /** What is known of a step; of one that repeats and has no facts of its own, of its first occurrence. */
  private factsOf({ key, repeats }: OrderedStep): MilestoneFacts {
    return this.given.milestones.get(key) ?? (repeats === undefined ? undefined : this.given.milestones.get(occurrenceKey(key, 1))) ?? PLANNED;
  }

  private ofEvent(number: number): Known {
    const kept = this.events[number];
    if (kept !== undefined) return kept;
    const chain = this.graph.eventPlaces[number]?.chain ?? [];
    const date = chain.reduceRight<Known>((replaced, one) => this.withoutStandIns(one, replaced), UNKNOWN);
    // A step counted from an event that it records itself is not its own expectation: what it sees, nobody else sees.
    if (!chain.some((one) => this.graph.eventPlaces[one]?.producer === this.asker)) this.events[number] = date;
    return date;
  }

  /** @param replaced the date that stands in for the event */
  private withoutStandIns(number: number, replaced: Known): Known {
    const { key, producer } = this.graph.eventPlaces[number] ?? { key: '', producer: NOWHERE };
    const on = Object.hasOwn(this.given.events, key) ? this.given.events[key] : undefined;
    if (on !== undefined) return known(toDayNumber(on), true);
    const facts = this.facts[producer];
    // Of itself a step knows nothing yet.
    if (!facts) return replaced;
    const expected = this.steps[producer] ?? UNKNOWN;
    if (!hasDay(replaced) || facts.status === 'done') return expected;
    // Somebody has set the date of the step that will record the event: that says more than the date that stands in for it.
    const setByHand = facts.pinned && hasDay(expected) && !isLeftOut(expected);
    return setByHand ? known(dayOf(expected), isSettled(replaced)) : replaced;
  }
}

/** A step as others count from it: the day it was done, else its due date. */
function asAnchor({ status, pinned, dueOn, doneOn }: MilestoneFacts, date: Known): Known {
  const day = pinned ? (dueOn === null ? null : toDayNumber(dueOn)) : dayOrNull(date);
  if (status === 'done') return known(doneOn === null ? day : toDayNumber(doneOn), true);
  const leftOut = status === 'notApplicable' || status === 'cancelled';
  return known(day, leftOut && day !== null, leftOut);
}
