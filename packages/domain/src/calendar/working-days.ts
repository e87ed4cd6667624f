import { daysInMonth, fromDayNumber, type PlainDate, toDayNumber, type Weekday, weekdayOfDayNumber, writeDate } from './plain-date.js';

/** The working week and the days off of one place. Morocco: `weekend` 6 and 7. */
export interface WorkCalendar {
  /** ISO numbers, 1 Monday … 7 Sunday */
  readonly weekend: readonly Weekday[];
  readonly holidays: ReadonlySet<PlainDate>;
}

/**
 * A row of the holidays table: every year on `monthDay` (`MM-DD`), or once on a date.
 * Hijri and exceptional days are dated rows: their date is announced, never computed.
 */
export type HolidayRule =
  | { readonly kind: 'fixed'; readonly monthDay: string }
  | { readonly kind: 'dated'; readonly on: PlainDate };

/** The rule of a stored holiday, which has either `monthDay` or `on`; null when it has neither. */
export function holidayRule(row: { readonly monthDay: string | null; readonly on: PlainDate | null }): HolidayRule | null {
  if (row.monthDay !== null) return { kind: 'fixed', monthDay: row.monthDay };
  return row.on === null ? null : { kind: 'dated', on: row.on };
}

/** Every holiday of the years `fromYear` to `toYear`, both included. A fixed 29 February falls in leap years only. */
export function expandHolidays(rules: Iterable<HolidayRule>, fromYear: number, toYear: number): ReadonlySet<PlainDate> {
  const days = new Set<PlainDate>();
  for (const rule of rules) {
    if (rule.kind === 'dated') {
      const year = Number(rule.on.slice(0, 4));
      if (year >= fromYear && year <= toYear) days.add(rule.on);
      continue;
    }
    const month = Number(rule.monthDay.slice(0, 2));
    const day = Number(rule.monthDay.slice(3));
    for (let year = fromYear; year <= toYear; year += 1) {
      if (day <= daysInMonth(year, month)) days.add(writeDate(year, month, day));
    }
  }
  return days;
}

/** A week has a working day among any seven; beyond this many days off in a row the calendar is taken to be wrong. */
const LONGEST_CLOSURE_DAYS = 400;

const isWorking = (calendar: WorkCalendar, dayNumber: number): boolean =>
  !calendar.weekend.includes(weekdayOfDayNumber(dayNumber)) && !calendar.holidays.has(fromDayNumber(dayNumber));

export const isWorkingDay = (calendar: WorkCalendar, date: PlainDate): boolean => isWorking(calendar, toDayNumber(date));

function stepToWorking(calendar: WorkCalendar, start: number, step: 1 | -1): number {
  for (let dayNumber = start, walked = 0; walked <= LONGEST_CLOSURE_DAYS; dayNumber += step, walked += 1) {
    if (isWorking(calendar, dayNumber)) return dayNumber;
  }
  throw new RangeError(`no working day within ${LONGEST_CLOSURE_DAYS} days of ${fromDayNumber(start)}`);
}

/** The date itself when it is a working day, else the first one after it. @throws RangeError when there is none within 400 days. */
export const workingDayOnOrAfter = (calendar: WorkCalendar, date: PlainDate): PlainDate =>
  fromDayNumber(stepToWorking(calendar, toDayNumber(date), 1));

/** The first working day strictly after the date. @throws RangeError when there is none within 400 days. */
export const nextWorkingDay = (calendar: WorkCalendar, date: PlainDate): PlainDate =>
  fromDayNumber(stepToWorking(calendar, toDayNumber(date) + 1, 1));

/**
 * The `days`-th working day strictly after the date, strictly before it when negative; the day of reference is never counted.
 * 0: the date itself, or the first working day after it.
 * @throws RangeError when 400 days pass without a working day.
 */
export function addWorkingDays(calendar: WorkCalendar, date: PlainDate, days: number): PlainDate {
  if (!Number.isInteger(days)) throw new RangeError(`not a number of days: ${days}`);
  if (days === 0) return workingDayOnOrAfter(calendar, date);
  const step = days > 0 ? 1 : -1;
  let dayNumber = toDayNumber(date);
  for (let left = Math.abs(days); left > 0; left -= 1) dayNumber = stepToWorking(calendar, dayNumber + step, step);
  return fromDayNumber(dayNumber);
}
