import { computeDueDates, type DueDates, graphOf, isFinished, isReleased, type PlainDate } from '@tawama/workflow';
import type { Move, Plan, PlanChange, PlanMilestone } from './plan.js';
import { appearing, horizonOf, isOccurrence, withoutDate } from './occurrences.js';
import { ofPresentTerm, termOf } from './renewed.js';

/**
 * Gives every milestone of the plan the date that its rule asks for, opens those whose dates of reference are all recorded and that
 * wait for no other step, and lays out the steps that come again.
 */
export function withDates(plan: Plan): Plan {
  const renewed = ofPresentTerm(plan);
  const facts = new Map(plan.milestones.map((milestone) => [milestone.key, milestone]));
  for (const [key, present] of renewed) facts.set(key, present);
  const until = horizonOf(plan);
  const { repeatsFrom } = plan.agreement;
  const computed = computeDueDates(plan.template, { events: plan.events, milestones: facts }, plan.calendars, until === undefined ? undefined : { until, from: repeatsFrom ?? undefined });
  const dates = renewed.size === 0 ? computed : withPresentTerm(computed, renewed);
  const steps = plan.milestones.map((milestone) => (isOfEarlierTerm(plan, milestone, renewed) ? milestone : withDate(plan, milestone, dates)));
  return { ...plan, milestones: opened(plan, [...steps, ...appearing(plan, facts, dates)], dates) };
}

/** The step of the present term has the date that the rule gives the step. */
const withPresentTerm = (dates: DueDates, renewed: ReadonlyMap<string, PlanMilestone>): DueDates =>
  dates.and([...renewed].flatMap(([key, present]) => { const due = dates.get(key); return due ? [[present.key, due] as const] : []; }));

function isOfEarlierTerm(plan: Plan, { key }: PlanMilestone, renewed: ReadonlyMap<string, PlanMilestone>): boolean {
  const present = renewed.size === 0 ? undefined : renewed.get(termOf(plan, key)?.definition.key ?? '');
  return present !== undefined && present.key !== key;
}

function withDate(plan: Plan, milestone: PlanMilestone, dates: DueDates): PlanMilestone {
  const due = dates.get(milestone.key);
  if (isOccurrence(plan, milestone)) {
    if (!due) return withoutDate(milestone, dates);
    // It was given up because its series ended before it, and now does not.
    if (milestone.status === 'cancelled' && isRunning(plan)) return { ...milestone, status: 'planned', dueOn: due.dueOn, provisional: due.provisional };
  }
  if (!due) return withOwnDate(milestone);
  // What is done keeps the date it was measured by.
  if (milestone.status === 'done') return dated(milestone, milestone.dueOn ?? due.dueOn, false);
  return dated(milestone, due.dueOn, due.provisional && !isFinished(milestone.status));
}

/** The step itself where that changes nothing: most of a plan stays as it is, and whoever compares sees it at once. */
const dated = (milestone: PlanMilestone, dueOn: PlainDate | null, provisional: boolean): PlanMilestone =>
  (milestone.dueOn === dueOn && milestone.provisional === provisional ? milestone : { ...milestone, dueOn, provisional });

/** A step of a project, which no template dates: its date is set by hand, so nothing has to be recorded before it opens. */
const withOwnDate = (milestone: PlanMilestone): PlanMilestone =>
  (milestone.status === 'planned' && milestone.pinned && milestone.dueOn !== null ? { ...milestone, status: 'open' } : milestone);

const isRunning = ({ agreement: { status } }: Plan): boolean => status === 'preparing' || status === 'active' || status === 'suspended';

function opened(plan: Plan, milestones: readonly PlanMilestone[], dates: DueDates): PlanMilestone[] {
  const graph = graphOf(plan.template);
  let statuses: ReadonlyMap<string, PlanMilestone['status']> | undefined;
  const statusOf = (key: string): PlanMilestone['status'] | undefined => (statuses ??= new Map(milestones.map((one) => [one.key, one.status]))).get(key);
  const definitionOf = (key: string): string => key.split('#')[0] ?? key;
  return milestones.map((milestone) =>
    (milestone.status === 'planned' && dates.get(milestone.key)?.settled === true && isReleased(graph, definitionOf(milestone.key), statusOf) ? { ...milestone, status: 'open' } : milestone));
}

/** Dates the changed plan anew and tells what that moves, completes, opens, adds and gives up, compared with the plan before. */
export function replan(before: Plan, changed: Plan): PlanChange {
  const plan = withDates(changed);
  const earlier = earlierOf(before);
  const moved: Move[] = [];
  const [completed, opening, cancelled, appeared]: [string[], string[], string[], string[]] = [[], [], [], []];
  for (const [place, milestone] of plan.milestones.entries()) {
    const was = earlier(milestone.id, place);
    if (was === milestone) continue;
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

/** Finds steps of a plan by id: at the place where they are most likely to stand, else by a list of all. */
function earlierOf({ milestones }: Plan): (id: string, place: number) => PlanMilestone | undefined {
  let all: ReadonlyMap<string, PlanMilestone> | undefined;
  return (id, place) => {
    const there = milestones[place];
    return there?.id === id ? there : (all ??= new Map(milestones.map((milestone) => [milestone.id, milestone]))).get(id);
  };
}
