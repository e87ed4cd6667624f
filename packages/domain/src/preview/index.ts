export { type IntendedChange, ruleOn, stepOf } from './intended-change.js';
export { hasZonesFor, type KnownPlan, knownPlan, type StepWords, type ToldReminder, wordsOf } from './known-plan.js';
export { movedOtherwise } from './moved-otherwise.js';
export { knowsThoseNamed, preview, type Preview, type Shift } from './preview.js';
