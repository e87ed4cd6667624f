export { type Circumstances, type EventSources, type Move, type Plan, type PlanChange, type PlanMilestone, type PlanPerson } from './plan.js';
export { type KeptPlan, planOf } from './plan-of.js';
export { replan, withDates } from './replan.js';
export { comingIntoSight, definitionOf, laidOutUntil, type Sight, stepNumber, withAssignments } from './occurrences.js';
