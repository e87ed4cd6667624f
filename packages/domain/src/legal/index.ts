export { isLegal, legalClockOf, type Clock, type RecordedOutcome } from './clock.js';
export { answerOf } from './answer.js';
