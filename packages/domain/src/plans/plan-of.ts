import { laidOutUntil } from './occurrences.js';
import type { Plan } from './plan.js';

/** What is kept of a plan: by the server in its tables, by a screen in the answer that it was given. */
export interface KeptPlan extends Omit<Plan, 'laidOutUntil'> {
  /** the club's date */
  readonly today: string;
}

/** The plan that the rules are asked about, for the server and for a screen alike. */
export function planOf({ template, agreement, events, leftBy, milestones, calendars, today }: KeptPlan): Plan {
  const { id, status, coordinatorId, remindersStartedAt, statusOn, statusReason, statusBefore, repeatsFrom } = agreement;
  return {
    template, events, leftBy, milestones, calendars, laidOutUntil: laidOutUntil(today),
    agreement: { id, status, coordinatorId, remindersStartedAt, statusOn, statusReason, statusBefore, repeatsFrom },
  };
}
