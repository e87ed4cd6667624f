import { computeDueDates, isFinished, type MilestoneFacts } from '@tawama/workflow';
import type { Move, Plan, PlanChange, PlanMilestone } from './plan.js';

/** Gives every milestone of the plan the date that its rule asks for, and opens those whose dates of reference are all recorded. */
export function withDates(plan: Plan): Plan {
  const facts = new Map<string, MilestoneFacts>(plan.milestones.map((milestone) => [milestone.key, milestone]));
  const dates = computeDueDates(plan.template, { events: plan.events, milestones: facts }, plan.calendars);
  const milestones = plan.milestones.map((milestone): PlanMilestone => {
    const due = dates.get(milestone.key);
    if (!due) return withOwnDate(milestone);
    // What is done keeps the date it was measured by.
    if (milestone.status === 'done') return { ...milestone, dueOn: milestone.dueOn ?? due.dueOn, provisional: false };
    if (isFinished(milestone.status)) return { ...milestone, dueOn: due.dueOn, provisional: false };
    const status = milestone.status === 'planned' && due.settled ? 'open' : milestone.status;
    return { ...milestone, status, dueOn: due.dueOn, provisional: due.provisional };
  });
  return { ...plan, milestones };
}

/** A step of a project, which no template dates: its date is set by hand, so nothing has to be recorded before it opens. */
const withOwnDate = (milestone: PlanMilestone): PlanMilestone =>
  (milestone.status === 'planned' && milestone.pinned && milestone.dueOn !== null ? { ...milestone, status: 'open' } : milestone);

/** Dates the changed plan anew and tells what that moves, completes and opens, compared with the plan before. */
export function replan(before: Plan, changed: Plan): PlanChange {
  const plan = withDates(changed);
  const earlier = new Map(before.milestones.map((milestone) => [milestone.id, milestone]));
  const moved: Move[] = [];
  const completed: string[] = [];
  const opened: string[] = [];
  const cancelled: string[] = [];
  for (const milestone of plan.milestones) {
    const was = earlier.get(milestone.id);
    if (!was) continue;
    if (!isFinished(milestone.status) && was.dueOn !== milestone.dueOn) moved.push({ milestoneId: milestone.id, from: was.dueOn, to: milestone.dueOn });
    if (milestone.status === 'done' && was.status !== 'done') completed.push(milestone.id);
    if (milestone.status === 'open' && was.status === 'planned') opened.push(milestone.id);
    if (milestone.status === 'cancelled' && was.status !== 'cancelled') cancelled.push(milestone.id);
  }
  return { plan, moved, completed, opened, cancelled };
}
