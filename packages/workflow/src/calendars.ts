import { EARLIEST_DATE, isValidPlainDate, LATEST_DATE, partsOfDay, type PlainDate, toDayNumber, type Weekday, weekdayOfDayNumber } from './plain-date.js';
import type { Side } from './due-rule.js';

/** When one side works. */
export interface WorkingDays {
  /** ISO numbers, 1 Monday … 7 Sunday */
  readonly weekend: readonly Weekday[];
  /** every day off, estimated ones included */
  readonly holidays: ReadonlySet<PlainDate>;
  /** those of `holidays` whose date is only estimated: what is counted over them is provisional */
  readonly estimated?: ReadonlySet<PlainDate> | undefined;
}

/** An ordinary session of the council; of an announced one `confirmed` is false. */
export interface CouncilSession {
  readonly beginsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly confirmed: boolean;
}

/** All that due rules need to know of the world. */
export interface Calendars {
  readonly home: WorkingDays;
  readonly partner: WorkingDays;
  /** in any order */
  readonly sessions: readonly CouncilSession[];
}

const EVERY_DAY: WorkingDays = { weekend: [], holidays: new Set() };

/** Every day is a working day, and no session is known: what is counted from one has no date. */
export const EMPTY_CALENDARS: Calendars = { home: EVERY_DAY, partner: EVERY_DAY, sessions: [] };

const FIRST = toDayNumber(EARLIEST_DATE);
const LAST = toDayNumber(LATEST_DATE);
const LENGTH = LAST - FIRST + 1;

/** True for day numbers of the years 1900 to 2200. */
export const isWritable = (dayNumber: number): boolean => dayNumber >= FIRST && dayNumber <= LAST;

/** The working days of 1900–2200, numbered, so that counting takes no walk. */
export class WorkIndex {
  /** working days before each day; one entry more than there are days */
  private readonly before = new Int32Array(LENGTH + 1);
  /** estimated days off, on what is otherwise a working day, before each day */
  private readonly estimatedBefore = new Int32Array(LENGTH + 1);
  private readonly working: Int32Array;

  constructor(sides: readonly WorkingDays[]) {
    const weekend = new Set(sides.flatMap((one) => one.weekend));
    const kinds = new Uint8Array(LENGTH);
    for (const one of sides) for (const day of one.holidays) {
      const place = isValidPlainDate(day) ? toDayNumber(day) - FIRST : -1;
      if (place >= 0) kinds[place] = one.estimated?.has(day) && kinds[place] !== CERTAIN ? ESTIMATED : CERTAIN;
    }
    const found: number[] = [];
    let estimated = 0;
    for (let place = 0; place < LENGTH; place += 1) {
      this.before[place] = found.length;
      this.estimatedBefore[place] = estimated;
      if (weekend.has(weekdayOfDayNumber(FIRST + place))) continue;
      if (kinds[place] === ESTIMATED) estimated += 1;
      else if (kinds[place] !== CERTAIN) found.push(FIRST + place);
    }
    this.before[LENGTH] = found.length;
    this.estimatedBefore[LENGTH] = estimated;
    this.working = Int32Array.from(found);
  }

  isWorking(day: number): boolean {
    return isWritable(day) && this.countBefore(day + 1) > this.countBefore(day);
  }

  /** The day so many working days away; null where that leaves 1900–2200. */
  add(day: number, days: number): number | null {
    if (!isWritable(day)) return null;
    // Strictly after: from what lies up to and with this day; strictly before: from what lies before it.
    const place = days > 0 ? this.countBefore(day + 1) + days - 1 : this.countBefore(day) + days;
    return this.working[place] ?? null;
  }

  /** True when an estimated day off was passed on the way, the day of reference apart. */
  passesEstimate(from: number, to: number, days: number): boolean {
    const first = to > from ? from + (days === 0 ? 0 : 1) : to;
    const last = to > from ? to : from - 1;
    return last >= first && this.estimates(last + 1) > this.estimates(first);
  }

  private countBefore(day: number): number { return this.before[day - FIRST] ?? 0; }
  private estimates(day: number): number { return this.estimatedBefore[day - FIRST] ?? 0; }
}

const ESTIMATED = 1;
const CERTAIN = 2;

/** A session in day numbers. */
export interface SessionDay { readonly begins: number; readonly confirmed: boolean }

/** Calendars made ready for counting; each part is prepared when it is first asked for. */
export class Almanac {
  private readonly indexes = new Map<Side, WorkIndex>();
  private sorted: readonly SessionDay[] | undefined;

  constructor(private readonly calendars: Calendars) {}

  of(side: Side): WorkIndex {
    const known = this.indexes.get(side);
    if (known) return known;
    const { home, partner } = this.calendars;
    const index = new WorkIndex(side === 'both' ? [home, partner] : [this.calendars[side]]);
    this.indexes.set(side, index);
    return index;
  }

  /** The first session that begins on the day or after it. @param month 1 to 12: of those that begin in that month of a year */
  sessionFrom(day: number, month?: number): SessionDay | undefined {
    this.sorted ??= this.calendars.sessions.map(({ beginsOn, confirmed }) => ({ begins: toDayNumber(beginsOn), confirmed })).sort((a, b) => a.begins - b.begins || Number(b.confirmed) - Number(a.confirmed));
    let low = 0;
    for (let high = this.sorted.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((this.sorted[middle]?.begins ?? Infinity) < day) low = middle + 1; else high = middle;
    }
    return month === undefined ? this.sorted[low] : this.sorted.slice(low).find(({ begins }) => partsOfDay(begins).month === month);
  }
}

const prepared = new WeakMap<Calendars, Almanac>();

/** The almanac of calendars, made once for each object of them. */
export function almanacOf(calendars: Calendars): Almanac {
  const known = prepared.get(calendars);
  if (known) return known;
  const almanac = new Almanac(calendars);
  prepared.set(calendars, almanac);
  return almanac;
}
