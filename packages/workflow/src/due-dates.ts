import { almanacOf, EMPTY_CALENDARS, isWritable, type Calendars } from './calendars.js';
import type { Anchor, DueRule, Side } from './due-rule.js';
import { graphOf, type TemplateGraph } from './graph.js';
import { occurrenceKey, occurrences } from './occurrences.js';
import { fromDayNumber, type PlainDate, toDayNumber } from './plain-date.js';
import { byRule } from './rules/by-rule.js';
import { type Ground, type Known, UNKNOWN } from './rules/known.js';
import type { MilestoneStatus } from './states.js';
import type { TemplateMilestone, WorkflowTemplate } from './template.js';

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

export interface DueDate {
  /** null while nothing is known that it could be counted from */
  readonly dueOn: PlainDate | null;
  /** counted from a date that is only expected, over a day off that is only estimated, or before a session that is only announced */
  readonly provisional: boolean;
  /** everything it is counted from is recorded: the step may open */
  readonly settled: boolean;
  /** whose day of rest a deadline fixed by law falls on; absent where it is a working day, and for other deadlines */
  readonly dayOff?: Side;
}

/** How far ahead steps that repeat are laid out; `from` leaves out earlier occurrences of which nothing is known. */
export interface Horizon { readonly until: PlainDate; readonly from?: PlainDate | undefined }

const PLANNED: MilestoneFacts = { status: 'planned', pinned: false, dueOn: null, doneOn: null };

/**
 * The due date of every milestone, by key. A date counted from a recorded event or a finished step is settled; while that event is
 * only expected it is counted from the due date of the step that records it. A pinned date is taken as it stands and feeds those
 * that follow. Each milestone is visited once, in an order kept with the template. A step that repeats has under its own key the date
 * of its first occurrence and, with a horizon, every occurrence due up to there under `key#n`.
 * @param calendars without them every day is a working day and no session is known
 * @throws RangeError when the template has a circle: `checkTemplate` refuses such a template before
 */
export function computeDueDates(template: WorkflowTemplate, facts: PlanFacts, calendars: Calendars = EMPTY_CALENDARS, horizon?: Horizon): ReadonlyMap<string, DueDate> {
  const graph = graphOf(template);
  if (graph.circular.length > 0) throw new RangeError(`template ${template.key} has a circle: ${graph.circular.join(', ')}`);
  const computation = new Computation(graph, facts, calendars, horizon);
  for (const milestone of graph.order) computation.settle(milestone);
  return computation.dates;
}

class Computation implements Ground {
  readonly dates = new Map<string, DueDate>();
  readonly almanac;
  months = 0;
  private readonly steps = new Map<string, Known>();
  private readonly events = new Map<string, Known>();
  private readonly from: number;
  private readonly upTo: number | null;
  private asker = '';

  constructor(private readonly graph: TemplateGraph, private readonly facts: PlanFacts, calendars: Calendars, horizon: Horizon | undefined) {
    this.almanac = almanacOf(calendars);
    this.from = horizon?.from === undefined ? -Infinity : toDayNumber(horizon.from);
    this.upTo = horizon === undefined ? null : toDayNumber(horizon.until);
  }

  settle(milestone: TemplateMilestone): void {
    this.asker = milestone.key;
    if (milestone.repeats === undefined) this.put(milestone, milestone.key, this.step(milestone), this.rule(milestone.due));
    else this.settleRepeating(milestone, milestone.repeats);
  }

  rule(rule: DueRule): Known { return byRule(rule, this); }

  anchor(anchor: Anchor): Known { return 'event' in anchor ? this.ofEvent(anchor.event) : this.ofMilestone(anchor.milestone); }

  private settleRepeating(milestone: TemplateMilestone, repeats: NonNullable<TemplateMilestone['repeats']>): void {
    const end = repeats.until === undefined ? UNKNOWN : this.anchor(repeats.until);
    const dated = (months: number): Known => {
      this.months = months;
      const known = this.rule(milestone.due);
      this.months = 0;
      return known;
    };
    // The program lays out what lies ahead; an end that does not apply ends nothing.
    const series = occurrences(repeats, dated, end.leftOut ? null : end.on, this.upTo ?? Infinity);
    const first = occurrences({ ...repeats, times: 1 }, dated, end.leftOut ? null : end.on, Infinity).next().value;
    this.put(milestone, milestone.key, this.step(milestone), first?.known ?? UNKNOWN);
    if (this.upTo === null) return;
    for (const { number, known } of series) {
      const key = occurrenceKey(milestone.key, number);
      const facts = this.facts.milestones.get(key);
      if (facts || known.on >= this.from) this.put(milestone, key, facts ?? PLANNED, known);
    }
  }

  private put(milestone: TemplateMilestone, key: string, { pinned, dueOn }: MilestoneFacts, { on, settled }: Known): void {
    const date = pinned ? dueOn : on === null ? null : fromDayNumber(on);
    const day = pinned ? (dueOn === null ? null : toDayNumber(dueOn)) : on;
    if (key === milestone.key) this.steps.set(key, { on: day, settled, leftOut: false });
    const dayOff = milestone.legal === true && day !== null && isWritable(day) ? this.dayOff(day) : undefined;
    this.dates.set(key, {
      dueOn: date,
      provisional: !pinned && on !== null && !settled,
      settled: pinned ? settled : settled && on !== null,
      ...(dayOff !== undefined && { dayOff }),
    });
  }

  private dayOff(day: number): Side | undefined {
    const home = !this.almanac.of('home').isWorking(day);
    const partner = !this.almanac.of('partner').isWorking(day);
    if (home && partner) return 'both';
    return home ? 'home' : partner ? 'partner' : undefined;
  }

  /** What is known of a step; of one that repeats and has no facts of its own, of its first occurrence. */
  private step({ key, repeats }: TemplateMilestone): MilestoneFacts {
    return this.facts.milestones.get(key) ?? (repeats === undefined ? undefined : this.facts.milestones.get(occurrenceKey(key, 1))) ?? PLANNED;
  }

  private ofMilestone(key: string): Known {
    const milestone = this.graph.milestones.get(key);
    if (!milestone) return UNKNOWN;
    const step = this.step(milestone);
    const on = this.steps.get(key)?.on ?? null;
    if (step.status === 'done') return { on: step.doneOn === null ? on : toDayNumber(step.doneOn), settled: true, leftOut: false };
    const leftOut = step.status === 'notApplicable' || step.status === 'cancelled';
    return { on, settled: leftOut && on !== null, leftOut };
  }

  private ofEvent(key: string): Known {
    const chain = this.graph.standIns(key);
    // A step counted from an event that it records itself is not its own expectation: what it sees, nobody else sees.
    const own = chain.some((event) => this.graph.producers.get(event)?.key === this.asker);
    const kept = own ? undefined : this.events.get(key);
    if (kept) return kept;
    const known = chain.reduceRight((replaced, event) => this.withoutStandIns(event, replaced), UNKNOWN);
    if (!own) this.events.set(key, known);
    return known;
  }

  /** @param replaced the date that stands in for the event */
  private withoutStandIns(key: string, replaced: Known): Known {
    const on = Object.hasOwn(this.facts.events, key) ? this.facts.events[key] : undefined;
    if (on !== undefined) return { on: toDayNumber(on), settled: true, leftOut: false };
    const producer = this.graph.producers.get(key);
    if (!producer || producer.key === this.asker) return replaced;
    const expected = this.ofMilestone(producer.key);
    const step = this.step(producer);
    if (replaced.on === null || step.status === 'done') return expected;
    // Somebody has set the date of the step that will record the event: that says more than the date that stands in for it.
    const setByHand = step.pinned && expected.on !== null && !expected.leftOut;
    return setByHand ? { ...expected, settled: replaced.settled } : replaced;
  }
}
