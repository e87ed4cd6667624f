import type { Side } from './due-rule.js';
import { fromDayNumber, type PlainDate } from './plain-date.js';
import { dayOf, hasDay, isSettled, type Known } from './rules/known.js';

export interface DueDate {
  /** null while nothing is known that it could be counted from */
  readonly dueOn: PlainDate | null;
  /** counted from a date that is only expected, over a day off that is only estimated, or before a session that is only announced */
  readonly provisional: boolean;
  /** everything it is counted from is recorded: the step may open */
  readonly settled: boolean;
  /** whose day of rest a deadline fixed by law falls on; absent where it is a working day, and for other deadlines */
  readonly dayOff?: Side;
}

const UNDATED: DueDate = { dueOn: null, provisional: false, settled: false };

/** The due date that a computed date makes. The same ones come again in every plan: each is made once. */
export function dueDateOf(date: Known): DueDate {
  if (!hasDay(date)) return UNDATED;
  const kept = made.get(date);
  if (kept !== undefined) return kept;
  const settled = isSettled(date);
  const due: DueDate = { dueOn: fromDayNumber(dayOf(date)), provisional: !settled, settled };
  if (made.size >= MOST_KEPT) made.clear();
  made.set(date, due);
  return due;
}

const MOST_KEPT = 20_000;
const made = new Map<Known, DueDate>();

/** The due dates of a plan, by milestone or occurrence key. */
export class DueDates implements Iterable<readonly [string, DueDate]> {
  private readonly ofSteps: DueDate[] = [];
  private readonly ofOccurrences = new Map<string, DueDate>();

  /** @param places milestone key → its place in the order in which dates are put down */
  constructor(private readonly places: ReadonlyMap<string, number>) {}

  /** These dates, and others under keys of their own. */
  and(others: Iterable<readonly [string, DueDate]>): DueDates {
    const all = new DueDates(this.places);
    for (const due of this.ofSteps) all.putStep(due);
    for (const [key, due] of [...this.ofOccurrences, ...others]) all.putOccurrence(key, due);
    return all;
  }

  get(key: string): DueDate | undefined {
    const place = this.places.get(key);
    return place === undefined ? this.ofOccurrences.get(key) : this.ofSteps[place];
  }

  /** Those of steps that come again, under `key#n`, each series in the order of its numbers. */
  get occurrences(): ReadonlyMap<string, DueDate> { return this.ofOccurrences; }

  *[Symbol.iterator](): Generator<readonly [string, DueDate]> {
    for (const [key, place] of this.places) {
      const due = this.ofSteps[place];
      if (due) yield [key, due];
    }
    yield* this.ofOccurrences;
  }

  putStep(due: DueDate): void { this.ofSteps.push(due); }
  putOccurrence(key: string, due: DueDate): void { this.ofOccurrences.set(key, due); }
}
