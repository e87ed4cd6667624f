import { computeDueDates, type DueDate, graphOf, isFinished, isReleased, type MilestoneFacts } from '@tawama/workflow';
import type { Move, Plan, PlanChange, PlanMilestone } from './plan.js';
import { appearing, horizonOf, isOccurrence, withoutDate } from './occurrences.js';

/**
 * Gives every milestone of the plan the date that its rule asks for, opens those whose dates of reference are all recorded and that
 * wait for no other step, and lays out the steps that come again.
 */
export function withDates(plan: Plan): Plan {
  const facts = new Map<string, MilestoneFacts>(plan.milestones.map((milestone) => [milestone.key, milestone]));
  const until = horizonOf(plan);
  const { repeatsFrom } = plan.agreement;
  const dates = computeDueDates(plan.template, { events: plan.events, milestones: facts }, plan.calendars, until === undefined ? undefined : { until, from: repeatsFrom ?? undefined });
  const dated = plan.milestones.map((milestone) => withDate(plan, milestone, dates));
  return { ...plan, milestones: opened(plan, [...dated, ...appearing(plan, dates)], dates) };
}

function withDate(plan: Plan, milestone: PlanMilestone, dates: ReadonlyMap<string, DueDate>): PlanMilestone {
  const due = dates.get(milestone.key);
  if (isOccurrence(plan, milestone)) {
    if (!due) return withoutDate(milestone, dates);
    // It was given up because its series ended before it, and now does not.
    if (milestone.status === 'cancelled' && isRunning(plan)) return { ...milestone, status: 'planned', dueOn: due.dueOn, provisional: due.provisional };
  }
  if (!due) return withOwnDate(milestone);
  // What is done keeps the date it was measured by.
  if (milestone.status === 'done') return { ...milestone, dueOn: milestone.dueOn ?? due.dueOn, provisional: false };
  if (isFinished(milestone.status)) return { ...milestone, dueOn: due.dueOn, provisional: false };
  return { ...milestone, dueOn: due.dueOn, provisional: due.provisional };
}

/** A step of a project, which no template dates: its date is set by hand, so nothing has to be recorded before it opens. */
const withOwnDate = (milestone: PlanMilestone): PlanMilestone =>
  (milestone.status === 'planned' && milestone.pinned && milestone.dueOn !== null ? { ...milestone, status: 'open' } : milestone);

const isRunning = ({ agreement: { status } }: Plan): boolean => status === 'preparing' || status === 'active' || status === 'suspended';

function opened(plan: Plan, milestones: readonly PlanMilestone[], dates: ReadonlyMap<string, DueDate>): PlanMilestone[] {
  const graph = graphOf(plan.template);
  const statuses = new Map(milestones.map(({ key, status }) => [key, status]));
  const definitionOf = (key: string): string => key.split('#')[0] ?? key;
  return milestones.map((milestone) =>
    (milestone.status === 'planned' && dates.get(milestone.key)?.settled === true && isReleased(graph, definitionOf(milestone.key), (key) => statuses.get(key))
      ? { ...milestone, status: 'open' } : milestone));
}

/** Dates the changed plan anew and tells what that moves, completes, opens, adds and gives up, compared with the plan before. */
export function replan(before: Plan, changed: Plan): PlanChange {
  const plan = withDates(changed);
  const earlier = new Map(before.milestones.map((milestone) => [milestone.id, milestone]));
  const moved: Move[] = [];
  const [completed, opening, cancelled, appeared]: [string[], string[], string[], string[]] = [[], [], [], []];
  for (const milestone of plan.milestones) {
    const was = earlier.get(milestone.id);
    if (!was) {
      // A step that somebody adds by hand has an id already and is stored by whoever adds it.
      if (milestone.id === milestone.key) appeared.push(milestone.id);
      continue;
    }
    if (!isFinished(milestone.status) && was.dueOn !== milestone.dueOn) moved.push({ milestoneId: milestone.id, from: was.dueOn, to: milestone.dueOn });
    if (milestone.status === 'done' && was.status !== 'done') completed.push(milestone.id);
    if (milestone.status === 'open' && was.status === 'planned') opening.push(milestone.id);
    if (milestone.status === 'cancelled' && was.status !== 'cancelled') cancelled.push(milestone.id);
  }
  return { plan, moved, completed, opened: opening, cancelled, appeared };
}
