import { definitionOf, namedSearchText, stepNumber, type Plan, type PlanMilestone } from '@tawama/domain';
import type { NewMilestoneRow } from './plans.store.js';

/** Steps of a plan as rows to be stored: with number, place, stage and title of the definition that they are made by. */
export function milestoneRows(plan: Plan, milestones: readonly PlanMilestone[]): NewMilestoneRow[] {
  const places = new Map(plan.template.milestones.map(({ key }, place) => [key, place]));
  return milestones.flatMap((milestone) => {
    const definition = definitionOf(plan, milestone.key);
    if (!definition) return [];
    const { stage, title } = definition;
    return [{ ...milestone, number: stepNumber(plan, milestone.key), stage, title, place: places.get(definition.key) ?? 0, searchText: namedSearchText(title) }];
  });
}
