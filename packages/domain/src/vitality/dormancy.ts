import { UNTOUCHED } from '../plans/new-step.js';
import type { Plan, PlanChange, PlanMilestone } from '../plans/plan.js';
import { replan } from '../plans/replan.js';
import { addDays, isFinished, isValidPlainDate, occurrenceKey, type PlainDate } from '@tawama/workflow';
import { DECIDE_WITHIN_DAYS, DORMANT_AFTER_DAYS } from './vitality.js';

/** The step that asks for a decision about an agreement nobody hears of; each dormancy has one of its own. */
export const RELAUNCH_KEY = 'relaunch-or-close';

const isRelaunch = (key: string): boolean => key === RELAUNCH_KEY || key.startsWith(`${RELAUNCH_KEY}#`);

/** When an agreement that is silent since a day becomes dormant, and by when it is to be decided; null where no calendar reaches. */
export function decisionDueOn(silentSince: PlainDate): PlainDate | null {
  const on = addDays(silentSince, DORMANT_AFTER_DAYS + DECIDE_WITHIN_DAYS);
  return isValidPlainDate(on) ? on : null;
}

/** The step that the coming dormancy gets, open and pinned at its date; null: a step of an earlier one, or of the template, is still unfinished. */
export function relaunchStep(plan: Plan, id: string, silentSince: PlainDate): PlanMilestone | null {
  const earlier = plan.milestones.filter(({ key }) => isRelaunch(key));
  if (earlier.some(({ status }) => !isFinished(status))) return null;
  const dueOn = decisionDueOn(silentSince);
  return {
    ...UNTOUCHED, id, key: earlier.length === 0 ? RELAUNCH_KEY : occurrenceKey(RELAUNCH_KEY, earlier.length + 1), status: 'open', dueOn, pinned: true,
    ownerId: plan.agreement.coordinatorId, counterpartId: null,
  };
}

/** The plan with that step: no other date depends on it. */
export const withStep = (plan: Plan, step: PlanMilestone | null): PlanChange => replan(plan, step === null ? plan : { ...plan, milestones: [...plan.milestones, step] });

/** Awake again: there is nothing to decide. What the template itself asks for stays. */
export const withoutRelaunch = (plan: Plan): PlanChange => {
  const ofTemplate = new Set(plan.template.milestones.map(({ key }) => key));
  return replan(plan, { ...plan, milestones: plan.milestones.map((step) => (isRelaunch(step.key) && !ofTemplate.has(step.key) && !isFinished(step.status) ? { ...step, status: 'cancelled' as const } : step)) });
};

/** What that step is called and where it stands, as the club's own table has it. */
export const RELAUNCH_STEP = { number: '8.2', stage: 'dormancy', title: { ar: 'إعادة التفعيل أو الإغلاق', fr: 'Relancer ou clore', en: 'Relaunch or close' } } as const;
