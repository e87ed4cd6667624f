import type { PlainDate } from '../calendar/index.js';
import { toDayNumber } from '../calendar/index.js';

/** How an agreement stands in the first view, worst first. */
export const HEALTHS = ['late', 'blocked', 'dueSoon', 'onTime'] as const;
export type Health = (typeof HEALTHS)[number];

/** "Soon" in days, today and the last day included. */
export const SOON_DAYS = 7;

/** What is known of an agreement's open and blocked steps. */
export type StepFigures = {
  /** the longest delay among its late steps, in days; 0: none is late */
  daysLate: number;
  /** open or blocked steps whose date has passed */
  lateCount: number;
  /** steps that somebody has marked as blocked */
  blockedCount: number;
  /** the earliest due date of a step that can be acted on, if any */
  nextDueOn: PlainDate | null;
};

/** A late step outweighs a blocked one: its date is a fact, whatever the reason. */
export function healthOf(steps: StepFigures, today: PlainDate): Health {
  if (steps.lateCount > 0) return 'late';
  if (steps.blockedCount > 0) return 'blocked';
  if (steps.nextDueOn !== null && toDayNumber(steps.nextDueOn) - toDayNumber(today) <= SOON_DAYS) return 'dueSoon';
  return 'onTime';
}

/** Order of two rows of the first view: worst first, then the longest delay, then the nearest date, last those without one. */
export function worstFirst<Row extends { health: Health; daysLate: number; nextDueOn: PlainDate | null; id: string }>(a: Row, b: Row): number {
  return HEALTHS.indexOf(a.health) - HEALTHS.indexOf(b.health)
    || b.daysLate - a.daysLate
    || compareDates(a.nextDueOn, b.nextDueOn)
    || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function compareDates(a: PlainDate | null, b: PlainDate | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
