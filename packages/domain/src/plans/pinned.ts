import type { PlainDate } from '@tawama/workflow';
import type { PlanMilestone } from './plan.js';

/** The step with a date of its own, which its rule no longer moves; the first date stays visible. Whoever was reminded of another date is reminded anew. */
export function pinnedTo(milestone: PlanMilestone, dueOn: PlainDate): PlanMilestone {
  const newCycle = milestone.rungSent && milestone.dueOn !== dueOn;
  return {
    ...milestone, dueOn, provisional: false, pinned: true, originalDueOn: milestone.originalDueOn ?? milestone.dueOn,
    cycleNo: milestone.cycleNo + (newCycle ? 1 : 0), rungSent: milestone.rungSent && !newCycle,
  };
}
