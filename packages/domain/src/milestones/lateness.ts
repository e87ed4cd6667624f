import type { MilestoneStatus } from '@tawama/contracts';
import { daysBetween, type PlainDate } from '@tawama/workflow';

/** Days since the due date while the step is open or blocked; 0 otherwise, and on the due date itself. */
export const daysLate = (step: { readonly status: MilestoneStatus; readonly dueOn: PlainDate | null }, today: PlainDate): number =>
  (step.status === 'open' || step.status === 'blocked') && step.dueOn !== null && step.dueOn < today ? daysBetween(step.dueOn, today) : 0;
