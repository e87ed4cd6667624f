import type { KnownStage } from '@tawama/contracts';
import { type Anchor, anchorsOf, type DueRule, graphOf, type PlainDate, withStandIns } from '@tawama/workflow';
import { definitionOf } from '../plans/occurrences.js';
import type { Plan, PlanMilestone } from '../plans/plan.js';
import { isSetBeforehand } from './events.js';

/** The law and the councils' calendars set the dates of this stage: neither waits for us. */
const STAGE_OF_THE_LAW: KnownStage = 'approval';

/** Whether a step's date stays where it is when the others move by the length of a suspension (decision 16). A date set by hand moves, unless the law sets it. */
export function keepsItsDate(plan: Plan, milestone: Pick<PlanMilestone, 'key' | 'pinned'>, suspendedOn: PlainDate): boolean {
  const definition = definitionOf(plan, milestone.key);
  // A step of a project has no rule: the work stood still with the rest.
  if (!definition) return !milestone.pinned;
  return definition.legal === true || definition.stage === STAGE_OF_THE_LAW || standsByItself(plan, definition.due, suspendedOn, [milestone.key]);
}

/** One such part is enough: of several dates the latest counts, and moving it could pass the one that stands. */
function standsByItself(plan: Plan, rule: DueRule, suspendedOn: PlainDate, asked: readonly string[]): boolean {
  if (rule.rule === 'fixed' || rule.rule === 'beforeSession') return true;
  if (rule.rule === 'latest' || rule.rule === 'earliest') return rule.of.some((part) => standsByItself(plan, part, suspendedOn, asked));
  return anchorsOf(rule).some((anchor) => anchorStandsByItself(plan, anchor, suspendedOn, asked));
}

function anchorStandsByItself(plan: Plan, anchor: Anchor, suspendedOn: PlainDate, asked: readonly string[]): boolean {
  if ('event' in anchor) {
    const recorded = new Map<string, PlainDate | undefined>(Object.entries(plan.events));
    // What is agreed beforehand comes whether or not anybody works meanwhile. The end that is not recorded is the end of the term.
    const counted = withStandIns(graphOf(plan.template).events, anchor.event).find((event) => recorded.get(event) !== undefined);
    return counted !== undefined && isSetBeforehand(plan, counted) && (recorded.get(counted) ?? '') > suspendedOn;
  }
  const { milestone: key } = anchor;
  // A finished step that was never done lends its date on; a done one is a fact, counted from the day it was done.
  const step = plan.milestones.find((one) => one.key === key);
  const definition = graphOf(plan.template).milestones.get(key);
  if (!step || !definition || step.status === 'done' || asked.includes(key)) return false;
  return standsByItself(plan, definition.due, suspendedOn, [...asked, key]);
}
