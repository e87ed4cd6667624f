import type { AgreementLifeCommand, AgreementStatus } from '@tawama/contracts';
import { addDays, daysBetween, graphOf, isFinished, isValidPlainDate, type PlainDate } from '@tawama/workflow';
import { pinnedTo } from '../plans/pinned.js';
import type { Circumstances, Plan, PlanChange } from '../plans/plan.js';
import { replan } from '../plans/replan.js';
import { allow, refuse, type Result } from '../result.js';
import { withEvents } from './events.js';
import { agreementTransition, type AgreementAct } from './states.js';
import { keepsItsDate } from './suspension.js';

type Today = Pick<Circumstances, 'today'>;

/** Refuses: `agreement/not-allowed-in-status`, and what each command refuses. */
export function decideLife(plan: Plan, command: AgreementLifeCommand, circumstances: Today): Result<PlanChange> {
  switch (command.name) {
    case 'suspend': return suspend(plan, command.reason, circumstances);
    case 'resume': return resume(plan, command.mode, circumstances);
    case 'complete': return end(plan, 'complete', null, circumstances.today, circumstances);
    case 'terminate': return end(plan, 'terminate', command.reason, circumstances.today, circumstances);
  }
}

/** Everything stands still from this day on; no date changes. */
function suspend(plan: Plan, reason: string, { today }: Today): Result<PlanChange> {
  const status = agreementTransition(plan.agreement.status, 'suspend');
  if (status === null) return refuse('agreement/not-allowed-in-status');
  return allow(replan(plan, { ...plan, agreement: { ...plan.agreement, status, statusOn: today, statusReason: reason, statusBefore: plan.agreement.status } }));
}

/** Refuses also `agreement/term-over`: whoever resumes it says first until when it was renewed. */
function resume(plan: Plan, mode: 'keep' | 'shift', { today }: Today): Result<PlanChange> {
  if (agreementTransition(plan.agreement.status, 'resume') === null) return refuse('agreement/not-allowed-in-status');
  if (isTermOver(plan, today)) return refuse('agreement/term-over');
  const { statusOn } = plan.agreement;
  const milestones = mode === 'shift' && statusOn !== null ? shifted(plan, statusOn, today) : plan.milestones;
  return allow(replan(plan, { ...plan, milestones, agreement: { ...plan.agreement, status: statusAfter(plan), statusOn: null, statusReason: null, statusBefore: null, repeatsFrom: today } }));
}

/** The status before the suspension, unless the signature was recorded meanwhile. */
const statusAfter = (plan: Plan): AgreementStatus => (plan.events.signed === undefined ? (plan.agreement.statusBefore ?? 'preparing') : 'active');

function shifted(plan: Plan, suspendedOn: PlainDate, today: PlainDate): Plan['milestones'] {
  const days = Math.max(0, daysBetween(suspendedOn, today));
  return plan.milestones.map((milestone) => {
    if (days === 0 || milestone.dueOn === null || milestone.provisional || isFinished(milestone.status) || keepsItsDate(plan, milestone, suspendedOn)) return milestone;
    const dueOn = addDays(milestone.dueOn, days);
    return isValidPlainDate(dueOn) ? pinnedTo(milestone, dueOn) : milestone;
  });
}

/** The convention's term has passed: its last day is the date of `expiry`. */
export const isTermOver = (plan: Pick<Plan, 'events'>, today: PlainDate): boolean => plan.events.expiry !== undefined && plan.events.expiry < today;

/** The program's own: an active agreement whose term is over ends with its term. Refuses: `agreement/not-allowed-in-status`, also while the term runs. */
export function expire(plan: Plan, circumstances: Today): Result<PlanChange> {
  const { expiry } = plan.events;
  if (expiry === undefined || !isTermOver(plan, circumstances.today)) return refuse('agreement/not-allowed-in-status');
  return end(plan, 'expire', null, expiry, circumstances);
}

/** @param on the day that is recorded as its end, where the template knows one and none was recorded */
function end(plan: Plan, act: AgreementAct, reason: string | null, on: PlainDate, { today }: Today): Result<PlanChange> {
  const status = agreementTransition(plan.agreement.status, act);
  if (status === null) return refuse('agreement/not-allowed-in-status');
  const unrecorded = graphOf(plan.template).events.has('ended') && plan.events.ended === undefined;
  const recorded = unrecorded ? withEvents(plan, { ended: on }, today) : allow(plan);
  if (!recorded.ok) return refuse(recorded.code);
  const milestones = recorded.value.milestones.map((milestone) => (isFinished(milestone.status) ? milestone : { ...milestone, status: 'cancelled' as const }));
  return allow(replan(plan, { ...recorded.value, milestones, agreement: { ...recorded.value.agreement, status, statusOn: on, statusReason: reason, statusBefore: null } }));
}
