export { clockedSteps, legalClockOf, type Clock, type ClockedStep, type RecordedOutcome } from './clock.js';
export { dayOfPeriod, isAnswering, otherLengths } from './authority.js';
export { answerOf } from './answer.js';
