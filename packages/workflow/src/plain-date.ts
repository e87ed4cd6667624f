/** A calendar date without zone, `YYYY-MM-DD`. Sorting the text sorts the dates. */
export type PlainDate = string;

/** ISO 8601 day of the week: 1 Monday … 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const EARLIEST_DATE: PlainDate = '1900-01-01';
export const LATEST_DATE: PlainDate = '2200-12-31';

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const DAYS_IN_ERA = 146_097;
const DAYS_FROM_ERA_START_TO_1970 = 719_468;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** `month` 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** Writes a date from its numbers; `month` 1–12. Does not check that the day exists. */
export const writeDate = (year: number, month: number, day: number): PlainDate => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;

export interface DateParts { readonly year: number; readonly month: number; readonly day: number }

/** @throws RangeError when the text is no date of the years 0000–9999; texts of users are checked by the contracts before. */
export function dateParts(date: PlainDate): DateParts {
  const parts = SHAPE.test(date) ? { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) } : undefined;
  if (!parts || parts.month < 1 || parts.month > 12 || parts.day < 1 || parts.day > daysInMonth(parts.year, parts.month)) {
    throw new RangeError(`not a calendar date: ${date}`);
  }
  return parts;
}

/** True for a real day of the years 1900 to 2200. */
export function isValidPlainDate(text: string): boolean {
  if (!SHAPE.test(text) || text < EARLIEST_DATE || text > LATEST_DATE) return false;
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(Number(text.slice(0, 4)), month);
}

/**
 * Days since 1970-01-01, which is 0.
 * The year is taken to begin in March, so that the leap day comes last and months follow one linear rule
 * (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
 */
export function toDayNumber(date: PlainDate): number {
  return dayNumberOf(dateParts(date));
}

/** The day number of a date given in numbers. Does not check that the day exists. */
export function dayNumberOf({ year, month, day }: DateParts): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_ERA + dayOfEra - DAYS_FROM_ERA_START_TO_1970;
}

/** Year, month (1–12) and day of a day number, in any year. */
export function partsOfDay(dayNumber: number): DateParts {
  const shifted = dayNumber + DAYS_FROM_ERA_START_TO_1970;
  const era = Math.floor(shifted / DAYS_IN_ERA);
  const dayOfEra = shifted - era * DAYS_IN_ERA;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 };
}

/** Days once written, by day number from 1900-01-01: plans write the same ones again and again. */
let written: (PlainDate | undefined)[] | undefined;

/** True for day numbers of the years 1900 to 2200. */
export const isWritable = (dayNumber: number): boolean => dayNumber >= FIRST_WRITABLE && dayNumber <= LAST_WRITABLE;
const FIRST_WRITABLE = toDayNumber(EARLIEST_DATE);
const LAST_WRITABLE = toDayNumber(LATEST_DATE);

/** The reverse of `toDayNumber`. @throws RangeError outside the years 0000–9999. */
export function fromDayNumber(dayNumber: number): PlainDate {
  written ??= Array.from({ length: LAST_WRITABLE - FIRST_WRITABLE + 1 });
  const place = dayNumber - FIRST_WRITABLE;
  const kept = written[place];
  if (kept !== undefined) return kept;
  const text = writeDay(dayNumber);
  if (isWritable(dayNumber)) written[place] = text;
  return text;
}

function writeDay(dayNumber: number): PlainDate {
  const { year, month, day } = partsOfDay(dayNumber);
  if (!Number.isInteger(dayNumber) || year < 0 || year > 9999) throw new RangeError(`not a day number: ${dayNumber}`);
  return writeDate(year, month, day);
}

/**
 * The date `days` later (earlier when negative).
 * May leave the years 1900–2200 that users may type: whoever stores the result asks `isValidPlainDate`.
 */
export const addDays = (date: PlainDate, days: number): PlainDate => fromDayNumber(toDayNumber(date) + days);

/**
 * The date `months` after the anchor, on the same day of the month or, where that month is shorter, on its last day.
 * A series is always computed from its anchor, never from the previous date: 31 Jan, 28 Feb, 31 Mar.
 */
export function addMonths(anchor: PlainDate, months: number): PlainDate {
  const { year, month, day } = dateParts(anchor);
  const monthNumber = year * 12 + (month - 1) + months;
  const newYear = Math.floor(monthNumber / 12);
  if (!Number.isInteger(months) || newYear < 0 || newYear > 9999) throw new RangeError(`not a number of months: ${months}`);
  const newMonth = monthNumber - newYear * 12 + 1;
  return writeDate(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** `count` dates, `everyMonths` apart, beginning one interval after the anchor. */
export const monthSeries = (anchor: PlainDate, everyMonths: number, count: number): PlainDate[] =>
  Array.from({ length: count }, (_, index) => addMonths(anchor, everyMonths * (index + 1)));

/** Days from `from` to `to`: 1 from today to tomorrow, negative backwards. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => toDayNumber(to) - toDayNumber(from);

/** Negative, 0 or positive, as `sort` wants it. */
export const compareDates = (a: PlainDate, b: PlainDate): number => (a < b ? -1 : a > b ? 1 : 0);

/** As `addMonths`, on day numbers and in any year. */
export function addMonthsToDay(dayNumber: number, months: number): number {
  const { year, month, day } = partsOfDay(dayNumber);
  const monthNumber = year * 12 + (month - 1) + months;
  const newYear = Math.floor(monthNumber / 12);
  const newMonth = monthNumber - newYear * 12 + 1;
  return dayNumberOf({ year: newYear, month: newMonth, day: Math.min(day, daysInMonth(newYear, newMonth)) });
}

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The ISO weekday of a day number: day 0 was a Thursday. */
export function weekdayOfDayNumber(dayNumber: number): Weekday {
  const fromMonday = (((dayNumber + 3) % 7) + 7) % 7;
  return WEEKDAYS[fromMonday] ?? 7;
}

/** The ISO weekday, 1 Monday … 7 Sunday. */
export const weekday = (date: PlainDate): Weekday => weekdayOfDayNumber(toDayNumber(date));

/** The first such weekday strictly after the date: from a Monday, the next Monday is seven days later. */
export function nextWeekday(date: PlainDate, wanted: Weekday): PlainDate {
  const dayNumber = toDayNumber(date);
  return fromDayNumber(dayNumber + (((wanted - weekdayOfDayNumber(dayNumber) + 6) % 7) + 1));
}
