export { type Circumstances, type EventSources, type Move, type Plan, type PlanChange, type PlanMilestone, type PlanPerson } from './plan.js';
export { type KeptPlan, planOf } from './plan-of.js';
export { replan, withDates } from './replan.js';
export { definitionOf, laidOutUntil, stepNumber, withAssignments } from './occurrences.js';
