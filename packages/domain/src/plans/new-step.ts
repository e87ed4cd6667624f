import type { TemplateMilestone } from '@tawama/workflow';
import { resolveAssignment } from '../milestones/assignment.js';
import type { PlanMilestone, PlanPerson } from './plan.js';

/** What is true of every step that begins: nobody has done anything about it yet. */
export const UNTOUCHED = {
  status: 'planned', dueOn: null, provisional: false, originalDueOn: null, pinned: false, waitingOn: null,
  assignedOn: null, startedOn: null, doneOn: null, statement: null, cycleNo: 0, rungSent: false,
} as const satisfies Partial<PlanMilestone>;

/**
 * A step of a definition as it begins: planned, without a date, followed by whom its definition names.
 * @param key of an occurrence, its own
 * @param people without them nobody but the coordinator follows it
 */
export const newStep = (definition: TemplateMilestone, { id, key = definition.key }: { id: string; key?: string }, coordinatorId: string | null, people: readonly PlanPerson[] = []): PlanMilestone =>
  ({ ...UNTOUCHED, id, key, ...resolveAssignment(definition.responsible, coordinatorId, people) });
