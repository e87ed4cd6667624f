export * from './plain-date.js';
export { anchor, anchorsOf, dueRule, recurrence, type Anchor, type DueRule, type Lead, type Offset, type Recurrence, type Side, type WorkingOffset } from './due-rule.js';
export * from './template.js';
export { EMPTY_CALENDARS, type Calendars, type CouncilSession, type WorkingDays } from './calendars.js';
export { occurrenceKey, readOccurrenceKey } from './occurrences.js';
export * from './graph.js';
export * from './check-template.js';
export * from './states.js';
export * from './due-dates.js';
