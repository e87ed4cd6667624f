import { PROJECT_STEPS, type ProjectStatus, type ProjectStep } from '@tawama/contracts';
import { addDays, daysBetween, isFinished, type PlainDate } from '@tawama/workflow';
import { checkNotClosed } from '../agreements/commands.js';
import { UNTOUCHED } from '../plans/new-step.js';
import { pinnedTo } from '../plans/pinned.js';
import type { Plan, PlanChange, PlanMilestone } from '../plans/plan.js';
import { replan } from '../plans/replan.js';
import { allow, refuse, type Result } from '../result.js';

/** What of a project its plan hangs on. */
export interface ProjectFacts {
  readonly status: ProjectStatus;
  readonly startsOn: PlainDate | null;
  readonly endsOn: PlainDate | null;
  readonly homeLeadId: string | null;
  readonly partnerLeadId: string | null;
}
export type StepDates = Readonly<Record<ProjectStep, PlainDate | null>>;

const KEY = /^project-[0-9a-f]{12}-(start|progress|visit|completion)$/;
/** The key of a project's step in the plan of its lead agreement: stable, and never that of another project. */
export const projectStepKey = (projectId: string, step: ProjectStep): string => `project-${projectId.toLowerCase().replaceAll('-', '').slice(-12)}-${step}`;
/** Whether a key is that of a project's step and no template's. */
export const isProjectStepKey = (key: string): boolean => KEY.test(key);

/** Refuses with `project/dates-reversed` a project that ends before it begins. */
export const checkProjectDates = ({ startsOn, endsOn }: Pick<ProjectFacts, 'startsOn' | 'endsOn'>): Result<null> =>
  (startsOn !== null && endsOn !== null && endsOn < startsOn ? refuse('project/dates-reversed', 'endsOn') : allow(null));

/** When the steps are due: as given, else on the first day, halfway, at three quarters and on the last day. */
export function projectStepDates({ startsOn, endsOn }: Pick<ProjectFacts, 'startsOn' | 'endsOn'>, given: Partial<Record<ProjectStep, PlainDate | null | undefined>> = {}): StepDates {
  const part = (share: number) => (startsOn === null || endsOn === null ? null : addDays(startsOn, Math.floor(daysBetween(startsOn, endsOn) * share)));
  const reckoned: StepDates = { start: startsOn, progress: part(0.5), visit: part(0.75), completion: endsOn };
  const date = (step: ProjectStep) => (given[step] === undefined ? reckoned[step] : given[step]);
  return { start: date('start'), progress: date('progress'), visit: date('visit'), completion: date('completion') };
}

/** A project that is over asks for nothing more. */
const isOver = (status: ProjectStatus): boolean => status === 'completed' || status === 'stopped';
const keysOf = (projectId: string): ReadonlySet<string> => new Set(PROJECT_STEPS.map((step) => projectStepKey(projectId, step)));

/**
 * Lays a project's steps out in the plan of its lead agreement. Each has a date of its own, so it opens at once; without one it waits for a date.
 * Refuses: `agreement/closed`.
 * @param idOf the id of the new milestone of a step
 */
export function addProjectSteps(plan: Plan, given: { projectId: string; facts: ProjectFacts; dates: StepDates; idOf: (step: ProjectStep) => string }): Result<PlanChange> {
  const open = checkNotClosed(plan);
  if (!open.ok) return open;
  const { projectId, facts, dates, idOf } = given;
  const added = PROJECT_STEPS.map((step): PlanMilestone => ({
    ...UNTOUCHED, id: idOf(step), key: projectStepKey(projectId, step), status: isOver(facts.status) ? 'cancelled' : 'planned',
    dueOn: dates[step], pinned: true, ownerId: facts.homeLeadId ?? plan.agreement.coordinatorId, counterpartId: facts.partnerLeadId,
  }));
  return allow(replan(plan, { ...plan, milestones: [...plan.milestones, ...added] }));
}

/**
 * What a changed project makes of its steps: those that lay on its first or last day move along, those of its leads go to the new ones,
 * unfinished ones are given up with a project that is over and come back with one that goes on.
 * Refuses: `agreement/closed` where something would change.
 */
export function changeProjectSteps(plan: Plan, projectId: string, before: ProjectFacts, after: ProjectFacts): Result<PlanChange> {
  const keys = keysOf(projectId);
  const [first, last] = [projectStepKey(projectId, 'start'), projectStepKey(projectId, 'completion')];
  const milestones = plan.milestones.map((milestone) => {
    if (!keys.has(milestone.key)) return milestone;
    const lived = withLife(milestone, before.status, after.status);
    if (isFinished(lived.status)) return lived;
    const moved = lived.key === first ? along(lived, before.startsOn, after.startsOn) : lived.key === last ? along(lived, before.endsOn, after.endsOn) : lived;
    return handedOver(moved, before, after, plan.agreement.coordinatorId);
  });
  if (milestones.every((milestone, place) => milestone === plan.milestones[place])) return allow(replan(plan, plan));
  const open = checkNotClosed(plan);
  return open.ok ? allow(replan(plan, { ...plan, milestones })) : open;
}

/** The plan without a project that never was. */
export const removeProjectSteps = (plan: Plan, projectId: string): PlanChange => {
  const keys = keysOf(projectId);
  return replan(plan, { ...plan, milestones: plan.milestones.filter(({ key }) => !keys.has(key)) });
};

/** What was submitted waits for its review whatever becomes of the project. */
function withLife(milestone: PlanMilestone, before: ProjectStatus, after: ProjectStatus): PlanMilestone {
  if (isOver(after) && !isOver(before)) return isFinished(milestone.status) || milestone.status === 'submitted' ? milestone : { ...milestone, status: 'cancelled' };
  if (!isOver(after) && isOver(before) && milestone.status === 'cancelled') return { ...milestone, status: milestone.startedOn === null ? 'planned' : 'open' };
  return milestone;
}

/** A step that somebody has given another date keeps it. */
const along = (milestone: PlanMilestone, from: PlainDate | null, to: PlainDate | null): PlanMilestone =>
  (to !== null && to !== from && milestone.status !== 'submitted' && milestone.dueOn === from ? pinnedTo(milestone, to) : milestone);

function handedOver(milestone: PlanMilestone, before: ProjectFacts, after: ProjectFacts, coordinatorId: string | null): PlanMilestone {
  const [was, is] = [before.homeLeadId ?? coordinatorId, after.homeLeadId ?? coordinatorId];
  const ownerId = was !== is && (milestone.ownerId === null || milestone.ownerId === was) ? is : milestone.ownerId;
  const counterpartId = before.partnerLeadId !== after.partnerLeadId && milestone.counterpartId === before.partnerLeadId ? after.partnerLeadId : milestone.counterpartId;
  return ownerId === milestone.ownerId && counterpartId === milestone.counterpartId ? milestone : { ...milestone, ownerId, counterpartId };
}
