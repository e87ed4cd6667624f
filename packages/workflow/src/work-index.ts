import { isValidPlainDate, isWritable, type PlainDate, toDayNumber, type Weekday, weekdayOfDayNumber } from './plain-date.js';

/** When one side works. */
export interface WorkingDays {
  /** ISO numbers, 1 Monday … 7 Sunday */
  readonly weekend: readonly Weekday[];
  /** every day off, estimated ones included */
  readonly holidays: ReadonlySet<PlainDate>;
  /** those of `holidays` whose date is only estimated: what is counted over them is provisional */
  readonly estimated?: ReadonlySet<PlainDate> | undefined;
}

const WEEK = 7;
/** From a day number to the days since a Monday: day 0 was a Thursday. */
const TO_MONDAY = 3;

/** The working days of 1900–2200, counted without a walk: whole weeks by arithmetic, days off by bisection. */
export class WorkIndex {
  /** of Monday to Sunday, the places of those on which everybody works */
  private readonly workdays: readonly number[];
  /** workdays before each day of the week, and at the end of it */
  private readonly beforeInWeek: readonly number[];
  /** days off that fall on workdays, in order, and those of them that are only estimated */
  private readonly off: readonly number[];
  private readonly estimated: readonly number[];

  constructor(sides: readonly WorkingDays[]) {
    const weekend = new Set(sides.flatMap((one) => one.weekend));
    this.workdays = [0, 1, 2, 3, 4, 5, 6].filter((place) => !weekend.has(weekdayOfDayNumber(place - TO_MONDAY)));
    this.beforeInWeek = Array.from({ length: WEEK + 1 }, (_, place) => this.workdays.filter((workday) => workday < place).length);
    const certain = new Map<number, boolean>();
    for (const { holidays, estimated } of sides) for (const date of holidays) {
      const day = isValidPlainDate(date) ? toDayNumber(date) : NaN;
      if (isWritable(day) && !weekend.has(weekdayOfDayNumber(day))) certain.set(day, certain.get(day) === true || estimated?.has(date) !== true);
    }
    this.off = [...certain.keys()].sort((a, b) => a - b);
    this.estimated = this.off.filter((day) => certain.get(day) === false);
  }

  isWorking(day: number): boolean {
    return isWritable(day) && this.countBefore(day + 1) > this.countBefore(day);
  }

  /** The day so many working days away; null where that leaves 1900–2200. */
  add(day: number, days: number): number | null {
    if (!isWritable(day) || this.workdays.length === 0) return null;
    // Strictly after: from what lies up to and with this day; strictly before: from what lies before it.
    const found = days > 0 ? this.workingDay(this.countBefore(day + 1) + days - 1) : this.workingDay(this.countBefore(day) + days);
    return isWritable(found) ? found : null;
  }

  /** True when an estimated day off was passed on the way, the day of reference apart. */
  passesEstimate(from: number, to: number, days: number): boolean {
    const first = to > from ? from + (days === 0 ? 0 : 1) : to;
    const last = to > from ? to : from - 1;
    return last >= first && below(this.estimated, last + 1) > below(this.estimated, first);
  }

  /** The working day before which there are so many, counted as `countBefore` does. */
  private workingDay(count: number): number {
    // Each day off up to there puts it off by one workday, which may lie behind further days off.
    for (let daysOff = 0; ;) {
      const day = this.workday(count + daysOff);
      const passed = below(this.off, day + 1);
      if (passed === daysOff) return day;
      daysOff = passed;
    }
  }

  /** Working days before a day, from a Monday far back on: only differences mean something. */
  private countBefore(day: number): number { return this.workdaysBefore(day) - below(this.off, day); }

  private workdaysBefore(day: number): number {
    const week = Math.floor((day + TO_MONDAY) / WEEK);
    return week * this.workdays.length + (this.beforeInWeek[day + TO_MONDAY - week * WEEK] ?? 0);
  }

  /** The reverse of `workdaysBefore`. */
  private workday(count: number): number {
    const week = Math.floor(count / this.workdays.length);
    return week * WEEK + (this.workdays[count - week * this.workdays.length] ?? 0) - TO_MONDAY;
  }
}

/** How many of these numbers, which are in order, are less. */
function below(ordered: readonly number[], limit: number): number {
  let low = 0;
  for (let high = ordered.length; low < high;) {
    const middle = (low + high) >>> 1;
    if ((ordered[middle] ?? Infinity) < limit) low = middle + 1; else high = middle;
  }
  return low;
}
