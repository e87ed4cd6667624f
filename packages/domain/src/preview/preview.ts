import type { CommandEffect } from '@tawama/contracts';
import { compareDates, daysBetween, type PlainDate } from '@tawama/workflow';
import { isoToInstant } from '../calendar/instant.js';
import { peopleNamedBy } from '../milestones/commands.js';
import { withAssignments } from '../plans/occurrences.js';
import type { PlanChange, PlanMilestone } from '../plans/plan.js';
import { laddersOf } from '../reminders/ladder.js';
import type { ReminderDraft } from '../reminders/plan.js';
import { Roles } from '../reminders/roles.js';
import { countChanges, planAllReminders, type ReminderChanges } from '../reminders/whole-plan.js';
import { allow, type Result } from '../result.js';
import { type IntendedChange, ruleOn, stepOf } from './intended-change.js';
import type { KnownPlan, ToldReminder } from './known-plan.js';

/** A step whose date moves. `days`: by how many, negative where it comes earlier; null where a date appears or vanishes. */
export interface Shift {
  readonly milestoneId: string;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly days: number | null;
  /** the date before a person first moved it, and how far from it the step then lies; null while nobody has */
  readonly original: { readonly on: PlainDate; readonly days: number | null } | null;
  /** a person sets the date with this very change; from then on no rule moves it */
  readonly pinned: boolean;
}

/** What a change would do, as the server answers it, and in which reminders. */
export interface Preview extends Pick<CommandEffect, 'remindersAdded' | 'remindersCancelled' | 'stepsAdded'> {
  readonly change: PlanChange;
  /** in the order of the dates that they had */
  readonly shifts: readonly Shift[];
  readonly added: readonly ReminderDraft[];
  readonly cancelled: readonly ToldReminder[];
  /** of the steps that the change touches: whoever was told already, and of which date */
  readonly sent: readonly ToldReminder[];
}

/** Tries a change on a plan; nothing is kept of it. Refuses what the rule of the change refuses. */
export function preview(known: KnownPlan, intended: IntendedChange): Result<Preview> {
  const decided = ruleOn(known.plan, intended, known.circumstances);
  if (!decided.ok) return decided;
  const change = withFollowers(decided.value, known);
  const reminders = remindersOf(change, known);
  const { added, cancelled } = countChanges(reminders);
  const byId = new Map(known.reminders.map((row) => [row.id, row]));
  const gone = [...reminders.cancel, ...reminders.renew.flatMap(({ id, was }) => (was === 'planned' ? [id] : []))].flatMap((id) => byId.get(id) ?? []);
  const coming = [...reminders.add, ...reminders.renew.map(({ draft }) => draft)].toSorted(byDay);
  const touched = new Set([...change.moved, ...gone, ...coming].map(({ milestoneId }) => milestoneId).concat(change.completed, change.cancelled, stepOf(intended) ?? []));
  return allow({
    change, remindersAdded: added, remindersCancelled: cancelled, stepsAdded: change.appeared.length, shifts: shiftsOf(change, known.plan.milestones),
    added: coming, cancelled: gone.toSorted(byDay), sent: sentOf(known, touched).toSorted(byDay),
  });
}

/** Whether everybody whom the change names is known: in a large club somebody may be chosen of whom the plan was not told. */
export const knowsThoseNamed = ({ circumstances: { people } }: KnownPlan, intended: IntendedChange): boolean =>
  intended.of !== 'milestone' || peopleNamedBy(intended.command).every((id) => people.some((person) => person.id === id));

/** Steps that come into sight are followed by whoever their definition names. */
const withFollowers = (change: PlanChange, { circumstances }: KnownPlan): PlanChange =>
  (change.appeared.length === 0 ? change : { ...change, plan: { ...change.plan, milestones: withAssignments(change.plan, new Set(change.appeared), circumstances.people) } });

function remindersOf({ plan: { template, agreement, milestones } }: PlanChange, { cities, recipients, clubZone, reminders, now, zones }: KnownPlan): ReminderChanges {
  const { id, status, coordinatorId, remindersStartedAt } = agreement;
  const roles = new Roles({ id, coordinatorId, ...cities }, recipients, clubZone);
  return planAllReminders({
    milestones: milestones.map((milestone) => ({ ...milestone, agreementId: id })), peopleOf: (milestone) => roles.of(milestone), existing: reminders, ladderOf: laddersOf(template), now, zones,
    agreement: { status, remindersStartedAt: remindersStartedAt === null ? null : isoToInstant(remindersStartedAt) },
  });
}

/** After every date. */
const NEVER = '9';

function shiftsOf({ moved, plan }: PlanChange, before: readonly PlanMilestone[]): Shift[] {
  const [earlier, later] = [before, plan.milestones].map((milestones) => new Map(milestones.map((one) => [one.id, one])));
  return moved.toSorted((a, b) => compareDates(a.from ?? NEVER, b.from ?? NEVER)).map(({ milestoneId, from, to }) => {
    const [was, is] = [earlier?.get(milestoneId), later?.get(milestoneId)];
    const on = is?.originalDueOn ?? null;
    const since = (date: PlainDate | null): number | null => (date === null || to === null ? null : daysBetween(date, to));
    return { milestoneId, from, to, days: since(from), original: on === null ? null : { on, days: since(on) }, pinned: is?.pinned === true && was?.pinned !== true };
  });
}

/** What went out in the cycle in which the step now is. */
function sentOf({ plan, reminders }: KnownPlan, touched: ReadonlySet<string>): ToldReminder[] {
  const cycles = new Map(plan.milestones.map(({ id, cycleNo }) => [id, cycleNo]));
  return reminders.filter(({ state, milestoneId, cycleNo }) => state === 'materialised' && touched.has(milestoneId) && cycles.get(milestoneId) === cycleNo);
}

const byDay = (a: { readonly localDate: PlainDate }, b: { readonly localDate: PlainDate }): number => compareDates(a.localDate, b.localDate);
