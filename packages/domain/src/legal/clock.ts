import type { LegalOutcome, LegalState, SilenceMeans, WaitingOn } from '@tawama/contracts';
import { type Anchor, anchorsOf, computeDueDates, daysBetween, type DueDate, type DueRule, graphOf, type MilestoneFacts, type PlainDate, type Side, type TemplateMilestone, type WorkflowTemplate } from '@tawama/workflow';
import { definitionOf } from '../plans/occurrences.js';
import type { Plan, PlanMilestone } from '../plans/plan.js';
import { isAnswering } from './authority.js';

/** What people have recorded of how a legal time ended. */
export interface RecordedOutcome {
  readonly outcome: LegalOutcome;
  /** of a silence: what people decided that it means */
  readonly means: SilenceMeans | null;
  readonly on: PlainDate;
  readonly note: string;
}

/** The time that the law gives for a step, as it stands on a day. */
export interface Clock<Outcome extends RecordedOutcome = RecordedOutcome> {
  readonly milestoneId: string;
  readonly receivedOn: PlainDate;
  /** length of the time, in days; below zero where the rule counts backwards */
  readonly days: number;
  readonly lastDay: PlainDate;
  /** the last day is counted over a day off that is only estimated, or before a session that is only announced */
  readonly provisional: boolean;
  readonly dayOff: Side | null;
  readonly waitingOn: WaitingOn | null;
  readonly daysLeft: number;
  readonly daysOver: number;
  readonly state: LegalState;
  /** null while none is known, and where the step was done without one being recorded */
  readonly outcome: Outcome | null;
}

/** Whether an authority must answer within a time that the law sets. A step that the club itself owes in such a time has a date and no clock. */
const isAnswered = ({ legal, responsible }: TemplateMilestone): boolean => legal === true && isAnswering(responsible.authority);

/** A step with a clock, and what its clock can begin with: any of these events or finished steps at least. */
export interface ClockedStep { readonly key: string; readonly events: readonly string[]; readonly steps: readonly string[] }

/** The steps of a template that an authority must answer within a time that the law sets. */
export const clockedSteps = (template: WorkflowTemplate): ClockedStep[] =>
  template.milestones.filter(isAnswered).map(({ key, due }) => {
    const anchors = anchorsOf(due);
    return {
      key, events: anchors.flatMap((anchor) => ('event' in anchor ? graphOf(template).standIns(anchor.event) : [])), steps: anchors.flatMap((anchor) => ('milestone' in anchor ? [anchor.milestone] : [])),
    };
  });

/**
 * The clock of a step; null for a step that no authority must answer, for one that does not apply or was given up, and before the day that it is
 * counted from is recorded. The last day is the law's: a date that somebody set by hand does not change it. Whether silence
 * means anything is never decided here: once the last day has passed without an outcome the clock asks.
 * @param recorded the outcome that was recorded last; it counts while the step is as it left it
 */
export function legalClockOf<Outcome extends RecordedOutcome>(plan: Plan, milestone: PlanMilestone, today: PlainDate, recorded: Outcome | null): Clock<Outcome> | null {
  const definition = definitionOf(plan, milestone.key);
  if (!definition || !isAnswered(definition) || milestone.status === 'notApplicable' || milestone.status === 'cancelled') return null;
  const receivedOn = countedFrom(plan, definition.due);
  const due = lawfulDate(plan, milestone);
  if (receivedOn === null || due?.dueOn == null) return null;
  const lastDay = due.dueOn;
  const outcome = recorded !== null && stillHolds(milestone, recorded) ? recorded : null;
  const left = daysBetween(today, lastDay);
  return {
    milestoneId: milestone.id, receivedOn, days: daysBetween(receivedOn, lastDay), lastDay, provisional: due.provisional, dayOff: due.dayOff ?? null, waitingOn: milestone.waitingOn,
    daysLeft: Math.max(left, 0), daysOver: Math.max(-left, 0), state: milestone.status === 'done' || outcome !== null ? 'answered' : left < 0 ? 'asking' : 'running', outcome,
  };
}

/** A step that was reopened, unblocked or done in another way since has left its recorded outcome behind. */
function stillHolds({ status, doneOn, statement }: PlanMilestone, { outcome, means, on, note }: RecordedOutcome): boolean {
  const agreed = outcome === 'visa' || means === 'accepted';
  return agreed ? status === 'done' && doneOn === on : status === 'blocked' && statement === note;
}

/** What the rule alone makes of the recorded dates, whoever set another. */
function lawfulDate(plan: Plan, milestone: PlanMilestone): DueDate | undefined {
  const facts = new Map<string, MilestoneFacts>(plan.milestones.map((other) => [other.key, other.id === milestone.id ? { ...other, pinned: false } : other]));
  return computeDueDates(plan.template, { events: plan.events, milestones: facts }, plan.calendars).get(milestone.key);
}

/** The recorded day that a rule counts from; null while any of its days is not recorded, or where it counts from none. */
function countedFrom(plan: Plan, rule: DueRule): PlainDate | null {
  switch (rule.rule) {
    case 'fixed': return null;
    case 'latest': case 'earliest': {
      const days = rule.of.map((part) => countedFrom(plan, part));
      const recorded = days.filter((day) => day !== null).sort();
      return recorded.length < days.length ? null : (rule.rule === 'latest' ? recorded.at(-1) : recorded[0]) ?? null;
    }
    case 'fraction': return recordedOn(plan, rule.to) === null ? null : recordedOn(plan, rule.from);
    default: return recordedOn(plan, rule.from);
  }
}

function recordedOn(plan: Plan, anchor: Anchor): PlainDate | null {
  if ('milestone' in anchor) return plan.milestones.find(({ key, status }) => key === anchor.milestone && status === 'done')?.doneOn ?? null;
  const recorded = new Map<string, PlainDate | undefined>(Object.entries(plan.events));
  for (const event of graphOf(plan.template).standIns(anchor.event)) {
    const on = recorded.get(event);
    if (on !== undefined) return on;
  }
  return null;
}
