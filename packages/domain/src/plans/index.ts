export { type Circumstances, type EventSources, type Move, type Plan, type PlanChange, type PlanMilestone, type PlanPerson, planOf } from './plan.js';
export { replan, withDates } from './replan.js';
export { comingIntoSight, definitionOf, laidOutUntil, type Sight, withAssignments } from './occurrences.js';
