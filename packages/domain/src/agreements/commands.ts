import type { EventDates, EventKey } from '@tawama/contracts';
import { applies, type Attributes, type Calendars, isFinished, type PlainDate, type WorkflowTemplate } from '@tawama/workflow';
import { checkOwner, chooseCoordinator } from '../milestones/assignment.js';
import type { Circumstances, Plan, PlanChange } from '../plans/plan.js';
import { newStep } from '../plans/new-step.js';
import { laidOutUntil } from '../plans/occurrences.js';
import { replan } from '../plans/replan.js';
import { allow, refuse, type Result } from '../result.js';
import { withEvents } from './events.js';
import { withTerm } from './renewal.js';
import { isEnded } from './states.js';

/** Refuses with `agreement/closed` what would change an agreement that is over. */
export const checkNotClosed = (plan: Plan): Result<Plan> => (isEnded(plan.agreement.status) ? refuse('agreement/closed') : allow(plan));

export interface NewAgreement {
  readonly id: string;
  /** who coordinates it; undefined: the coordinator of its home city, else of another home city */
  readonly coordinatorId?: string | null | undefined;
  readonly events: EventDates;
  /** what the conditions of steps are asked of; without them no condition holds */
  readonly attributes?: Attributes | undefined;
  readonly calendars?: Calendars | undefined;
  /** the id of the milestone of that key */
  readonly idOf: (key: string) => string;
}

/**
 * Opens an agreement: its milestones with owners, dates and, where dates of reference are already known, their status.
 * Refuses: `agreement/missing-opening-event`, and what `withEvents` refuses.
 */
export function openAgreement(template: WorkflowTemplate, given: NewAgreement, circumstances: Circumstances): Result<PlanChange> {
  const { event, orToday } = template.opening;
  const known = Object.entries(given.events).some(([key]) => key === event);
  if (!known && !orToday) return refuse('agreement/missing-opening-event', `events.${event}`);
  const events: EventDates = known ? given.events : { ...given.events, [event]: circumstances.today };
  const coordinatorId = given.coordinatorId === undefined ? chooseCoordinator(circumstances.people) : given.coordinatorId;
  const empty: Plan = {
    template,
    agreement: { id: given.id, status: 'preparing', coordinatorId, remindersStartedAt: null, statusOn: null, statusReason: null, statusBefore: null, repeatsFrom: circumstances.today },
    events: {},
    calendars: given.calendars,
    laidOutUntil: laidOutUntil(circumstances.today),
    // A step that comes again has no row of its own: its occurrences are the steps. One that does not apply here says so, and can be reopened.
    milestones: template.milestones.filter(({ repeats }) => repeats === undefined).map((milestone) => ({
      ...newStep(milestone, { id: given.idOf(milestone.key) }, coordinatorId, circumstances.people), status: applies(milestone.when, given.attributes ?? {}) ? 'planned' : 'notApplicable',
    })),
  };
  const recorded = withEvents(empty, events, circumstances.today);
  return recorded.ok ? allow(replan(empty, recorded.value)) : recorded;
}

/**
 * Records a date of reference, or corrects it: the step that it stands for is done on that day, every date counted from it moves. A later
 * expiry renews the term: what prepared the earlier end comes again.
 * Refuses: `agreement/closed`, `agreement/unknown-event`, `event/in-the-future`, `event/before-anchor`.
 */
export function recordEvent(plan: Plan, command: { readonly event: EventKey; readonly on: PlainDate }, circumstances: Pick<Circumstances, 'today'>): Result<PlanChange> {
  const open = checkNotClosed(plan);
  if (!open.ok) return open;
  const recorded = withEvents(plan, { [command.event]: command.on }, circumstances.today);
  // The command names its one event and date in two fields.
  if (!recorded.ok) return refuse(recorded.code, recorded.code === 'agreement/unknown-event' ? 'event' : 'on');
  return allow(replan(plan, command.event === 'expiry' ? withTerm(plan, recorded.value) : recorded.value));
}

/** Switches mail on: rungs that lie before this moment never fire. Refuses: `agreement/closed`, `agreement/reminders-already-started`. */
export function startReminders(plan: Plan, circumstances: Pick<Circumstances, 'now'>): Result<PlanChange> {
  const open = checkNotClosed(plan);
  if (!open.ok) return open;
  if (plan.agreement.remindersStartedAt !== null) return refuse('agreement/reminders-already-started');
  return allow(replan(plan, { ...plan, agreement: { ...plan.agreement, remindersStartedAt: circumstances.now } }));
}

/**
 * Hands the agreement to another coordinator, or to none: unfinished steps that the earlier one followed, and those that nobody
 * follows, go along. Refuses: `agreement/closed`, `milestone/owner-not-home`, `milestone/owner-is-authority`, `person/inactive`.
 */
export function changeCoordinator(plan: Plan, coordinatorId: string | null, { people }: Pick<Circumstances, 'people'>): Result<PlanChange> {
  const open = checkNotClosed(plan);
  if (!open.ok) return open;
  const earlier = plan.agreement.coordinatorId;
  if (coordinatorId === earlier) return allow(replan(plan, plan));
  const checked = coordinatorId === null ? allow(null) : checkOwner(people, coordinatorId, 'coordinatorId');
  if (!checked.ok) return checked;
  const milestones = plan.milestones.map((milestone) =>
    (!isFinished(milestone.status) && (milestone.ownerId === null || milestone.ownerId === earlier) ? { ...milestone, ownerId: coordinatorId } : milestone));
  return allow(replan(plan, { ...plan, agreement: { ...plan.agreement, coordinatorId }, milestones }));
}
