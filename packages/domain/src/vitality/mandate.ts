import { daysBetween, type PlainDate } from '@tawama/workflow';

/** So many days before the end of a mandate somebody is asked who comes next. */
export const ASK_SUCCESSOR_DAYS = 60;

/** Whether the end of a mandate is so near, or past, that a successor must be named. */
export const successorIsDue = (mandateEndsOn: PlainDate | null, today: PlainDate): boolean => mandateEndsOn !== null && daysBetween(today, mandateEndsOn) <= ASK_SUCCESSOR_DAYS;
