import type { AgreementStatus, EventDates } from '@tawama/contracts';
import { openingStatus } from '@tawama/workflow';
import type { EventSources, Plan, PlanMilestone } from '../plans/plan.js';

/**
 * The plan in which a finished step is open again (decision 17). The dates that its acceptance recorded go with it; a date that
 * somebody recorded or corrected by itself is a fact of its own and stays. Steps that nobody had begun, and that opened only because
 * of a date that goes, are planned again; what was done meanwhile stays done. Due dates are not yet computed anew.
 */
export function reopened(plan: Plan, step: PlanMilestone, reason: string): Plan {
  const stays = (event: string): boolean => new Map(Object.entries(plan.leftBy ?? {})).get(event) !== step.id;
  const events: EventDates = Object.fromEntries(Object.entries(plan.events).filter(([event]) => stays(event)));
  const leftBy: EventSources = Object.fromEntries(Object.entries(plan.leftBy ?? {}).filter(([event]) => stays(event)));
  const unsigned = plan.events.signed !== undefined && events.signed === undefined;
  return {
    ...plan, events, leftBy,
    agreement: unsigned ? { ...plan.agreement, status: unsignedOne(plan.agreement.status), statusBefore: plan.agreement.statusBefore && unsignedOne(plan.agreement.statusBefore) } : plan.agreement,
    milestones: plan.milestones.map((other) => {
      if (other.id === step.id) {
        // What was done had been begun.
        const startedOn = other.startedOn ?? other.doneOn;
        return { ...other, status: openingStatus(false, startedOn), startedOn, doneOn: null, statement: reason };
      }
      // Planning opens it again where its dates of reference are still recorded.
      return other.status === 'open' ? { ...other, status: openingStatus(false, other.startedOn) } : other;
    }),
  };
}

/** Without its signature an agreement in force is one that is being prepared. */
const unsignedOne = (status: AgreementStatus): AgreementStatus => (status === 'active' ? 'preparing' : status);
