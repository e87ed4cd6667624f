import { graphOf, type TemplateGraph } from './graph.js';
import { addDays, addMonths, isValidPlainDate, type PlainDate } from './plain-date.js';
import type { MilestoneStatus } from './states.js';
import type { DueRule, WorkflowTemplate } from './template.js';

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
  /** milestone key → what is known of it; a missing one counts as planned */
  readonly milestones: ReadonlyMap<string, MilestoneFacts>;
}

export interface DueDate {
  /** null while nothing is known that it could be counted from */
  readonly dueOn: PlainDate | null;
  /** counted from a date that is only expected */
  readonly provisional: boolean;
  /** everything it is counted from is recorded: the step may open */
  readonly settled: boolean;
}

/** A date to count from. `leftOut`: it belongs to a step that does not apply, and does not hold up a `latest` that has other parts. */
interface Known { readonly on: PlainDate | null; readonly settled: boolean; readonly leftOut: boolean }

const UNKNOWN: Known = { on: null, settled: false, leftOut: false };
const PLANNED: MilestoneFacts = { status: 'planned', pinned: false, dueOn: null, doneOn: null };

/**
 * The due date of every milestone, by key. A date counted from a recorded event or a finished step is settled; while that event is
 * only expected it is counted from the due date of the step that records it. A pinned date is taken as it stands and feeds those
 * that follow. Each milestone is visited once, in an order kept with the template.
 * @throws RangeError when the template has a circle: `checkTemplate` refuses such a template before
 */
export function computeDueDates(template: WorkflowTemplate, facts: PlanFacts): ReadonlyMap<string, DueDate> {
  const graph = graphOf(template);
  if (graph.circular.length > 0) throw new RangeError(`template ${template.key} has a circle: ${graph.circular.join(', ')}`);
  const computation = new Computation(graph, facts);
  for (const milestone of graph.order) computation.settle(milestone.key, milestone.due);
  return computation.dates;
}

class Computation {
  readonly dates = new Map<string, DueDate>();

  constructor(private readonly graph: TemplateGraph, private readonly facts: PlanFacts) {}

  settle(key: string, rule: DueRule): void {
    const step = this.step(key);
    const { on, settled } = this.byRule(rule, key);
    if (step.pinned) this.dates.set(key, { dueOn: step.dueOn, provisional: false, settled });
    else this.dates.set(key, { dueOn: on, provisional: on !== null && !settled, settled: settled && on !== null });
  }

  private step(key: string): MilestoneFacts { return this.facts.milestones.get(key) ?? PLANNED; }

  private byRule(rule: DueRule, asker: string): Known {
    if (rule.rule === 'fixed') return { on: rule.on, settled: true, leftOut: false };
    if (rule.rule === 'latest') return latest(rule.of.map((part) => this.byRule(part, asker)));
    const from = 'event' in rule.from ? this.ofEvent(rule.from.event, asker) : this.ofMilestone(rule.from.milestone);
    return { ...from, on: from.on === null ? null : shift(from.on, rule.months ?? 0, rule.days ?? 0) };
  }

  private ofMilestone(key: string): Known {
    const step = this.step(key);
    const dueOn = this.dates.get(key)?.dueOn ?? null;
    if (step.status === 'done') return { on: step.doneOn ?? dueOn, settled: true, leftOut: false };
    const leftOut = step.status === 'notApplicable' || step.status === 'cancelled';
    return { on: dueOn, settled: leftOut && dueOn !== null, leftOut };
  }

  private ofEvent(key: string, asker: string, passed: readonly string[] = []): Known {
    const on = this.facts.events[key];
    if (on !== undefined) return { on, settled: true, leftOut: false };
    const standIn = this.graph.events.get(key)?.defaultsTo;
    const replaced = standIn === undefined || passed.includes(standIn) ? UNKNOWN : this.ofEvent(standIn, asker, [...passed, key]);
    const producer = this.graph.producers.get(key);
    if (!producer || producer.key === asker) return replaced;
    const expected = this.ofMilestone(producer.key);
    if (replaced.on === null || this.step(producer.key).status === 'done') return expected;
    // Somebody has set the date of the step that will record the event: that says more than the date that stands in for it.
    const setByHand = this.step(producer.key).pinned && expected.on !== null && !expected.leftOut;
    return setByHand ? { ...expected, settled: replaced.settled } : replaced;
  }
}

function latest(parts: readonly Known[]): Known {
  const remaining = parts.filter((part) => !part.leftOut);
  const counted = remaining.length > 0 ? remaining : parts;
  let on: PlainDate | null = null;
  for (const part of counted) {
    if (part.on === null) return { on: null, settled: false, leftOut: remaining.length === 0 };
    if (on === null || part.on > on) on = part.on;
  }
  return { on, settled: counted.every((part) => part.settled), leftOut: remaining.length === 0 };
}

/** Months first, clamped to the end of the month, then days; null where that leaves the years that can be written. */
function shift(on: PlainDate, months: number, days: number): PlainDate | null {
  const moved = addDays(months === 0 ? on : addMonths(on, months), days);
  return isValidPlainDate(moved) ? moved : null;
}
