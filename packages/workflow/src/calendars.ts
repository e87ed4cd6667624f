import { partsOfDay, type PlainDate, toDayNumber } from './plain-date.js';
import type { Side } from './due-rule.js';
import { WorkIndex, type WorkingDays } from './work-index.js';

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
    const index = side === 'both' ? new WorkIndex([home, partner]) : indexOf(this.calendars[side]);
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

const indexes = new WeakMap<WorkingDays, WorkIndex>();

/** One index for all agreements of a side. */
function indexOf(side: WorkingDays): WorkIndex {
  const known = indexes.get(side);
  if (known) return known;
  const index = new WorkIndex([side]);
  indexes.set(side, index);
  return index;
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
