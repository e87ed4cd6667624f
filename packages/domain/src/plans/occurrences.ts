import { addMonths, dateParts, daysInMonth, definitionIn, type DueDates, graphOf, isFinished, type PlainDate, readOccurrenceKey, type TemplateMilestone, writeDate } from '@tawama/workflow';
import { resolveAssignment } from '../milestones/assignment.js';
import { newStep } from './new-step.js';
import type { Plan, PlanMilestone, PlanPerson } from './plan.js';

/** More than the longest forecast and the first reminder before a date: no mail that is told of can be missing because its step is not there yet. */
const MONTHS_AHEAD = 13;

/** The day up to which steps that come again are laid out: the end of the month thirteen months from now. The same all month long, so that it does not matter on which day of it somebody looks. */
export function laidOutUntil(today: PlainDate): PlainDate {
  const { year, month } = dateParts(addMonths(today, MONTHS_AHEAD));
  return writeDate(year, month, daysInMonth(year, month));
}

/** A month of steps that came into sight, and the first day on which it did. */
export interface Sight { readonly until: PlainDate; readonly on: PlainDate }

/** What came into sight since steps were last laid out, month by month: whoever looks after months away lays out what monthly looks would have. @param before null: never yet */
export function comingIntoSight(before: PlainDate | null, today: PlainDate): Sight[] {
  if (before === null) return [{ until: laidOutUntil(today), on: today }];
  const { year, month } = dateParts(today);
  const months: Sight[] = [];
  for (let on = writeDate(year, month, 1); laidOutUntil(on) > before; on = addMonths(on, -1)) months.unshift({ until: laidOutUntil(on), on });
  return months;
}

/** How far ahead this plan is laid out: after the last day of its term nothing comes into sight any more, also while nobody has ended it yet. */
export function horizonOf({ laidOutUntil: until, agreement: { status }, events: { expiry } }: Plan): PlainDate | undefined {
  if (until === undefined || status !== 'active' || expiry === undefined || expiry >= until) return until;
  const last = laidOutUntil(expiry);
  return last < until ? last : until;
}

/** The definition that a step is made by: of an occurrence, that of the step that comes again. Undefined for a step of no template. */
export const definitionOf = (plan: Pick<Plan, 'template'>, key: string): TemplateMilestone | undefined => definitionIn(graphOf(plan.template), key);

/** The number that people know a step by: the third of step 5.2 is 5.2.3. Empty for a step of no template. */
export function stepNumber(plan: Pick<Plan, 'template'>, key: string): string {
  const definition = definitionOf(plan, key);
  const occurrence = readOccurrenceKey(key)?.number;
  return definition === undefined ? '' : occurrence === undefined ? definition.number : `${definition.number}.${occurrence}`;
}

export function isOccurrence(plan: Pick<Plan, 'template'>, { key }: Pick<PlanMilestone, 'key'>): boolean {
  const series = readOccurrenceKey(key)?.milestone;
  return series !== undefined && graphOf(plan.template).milestones.get(series)?.repeats !== undefined;
}

/** An occurrence that its rule gives no date: the date that it is counted from is not known, or its series ends before it and it is given up. */
export function withoutDate(milestone: PlanMilestone, dates: DueDates): PlanMilestone {
  if (isFinished(milestone.status)) return milestone;
  const series = readOccurrenceKey(milestone.key)?.milestone ?? '';
  const nothingIsKnown = (dates.get(series)?.dueOn ?? null) === null;
  if (!nothingIsKnown) return { ...milestone, status: 'cancelled' };
  return { ...milestone, dueOn: milestone.pinned ? milestone.dueOn : null, provisional: false };
}

/** Occurrences that came into sight. Of an agreement that stands still or is over, none. @param there the steps that the plan has, by key */
export function appearing(plan: Plan, there: ReadonlyMap<string, unknown>, dates: DueDates): PlanMilestone[] {
  const { status, coordinatorId } = plan.agreement;
  if (plan.laidOutUntil === undefined || !graphOf(plan.template).repeats || (status !== 'preparing' && status !== 'active')) return [];
  const added: PlanMilestone[] = [];
  for (const [key, { dueOn, provisional }] of dates.occurrences) {
    const definition = there.has(key) ? undefined : definitionOf(plan, key);
    if (definition) added.push({ ...newStep(definition, { id: key, key }, coordinatorId), dueOn, provisional });
  }
  return added;
}

/** The steps, those of these ids with the people who follow them by their definition. */
export const withAssignments = (plan: Plan, ids: ReadonlySet<string>, people: readonly PlanPerson[]): PlanMilestone[] =>
  plan.milestones.map((milestone) => {
    const definition = ids.has(milestone.id) ? definitionOf(plan, milestone.key) : undefined;
    return definition ? { ...milestone, ...resolveAssignment(definition.responsible, plan.agreement.coordinatorId, people) } : milestone;
  });
