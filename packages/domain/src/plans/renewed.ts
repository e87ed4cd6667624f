import { anchorsOf, graphOf, readOccurrenceKey, type TemplateMilestone } from '@tawama/workflow';
import type { Plan, PlanMilestone } from './plan.js';

/** A step that prepares the end of the term: it is counted from the expiry and from nothing else. */
export function isOfTheTerm({ due, repeats }: TemplateMilestone): boolean {
  const anchors = repeats === undefined ? anchorsOf(due) : [];
  return anchors.length > 0 && anchors.every((anchor) => 'event' in anchor && anchor.event === 'expiry');
}

/** The step's number among those of its kind: 1 for the one that the agreement was opened with, 2 for the one of its first renewal; null for a step of another kind. */
export function termOf(plan: Pick<Plan, 'template'>, key: string): { readonly definition: TemplateMilestone; readonly number: number } | null {
  const { milestone, number } = readOccurrenceKey(key) ?? { milestone: key, number: 1 };
  const definition = graphOf(plan.template).milestones.get(milestone);
  return definition !== undefined && isOfTheTerm(definition) ? { definition, number } : null;
}

/**
 * Key of a step of the term → the one of the present term, where the term was renewed: it stands for the step, the earlier ones are
 * what they were. What was given up stands for nothing.
 */
export function ofPresentTerm(plan: Plan): ReadonlyMap<string, PlanMilestone> {
  const newest = new Map<string, { number: number; milestone: PlanMilestone }>();
  for (const milestone of plan.milestones) {
    if (!milestone.key.includes('#') || milestone.status === 'cancelled') continue;
    const found = termOf(plan, milestone.key);
    if (found !== null && found.number > (newest.get(found.definition.key)?.number ?? 1)) newest.set(found.definition.key, { number: found.number, milestone });
  }
  return new Map([...newest].map(([key, { milestone }]) => [key, milestone]));
}
