import { addDays, nextWeekday, type PlainDate, writeDate } from './plain-date.js';

/** The months whose first week holds an ordinary session of a communal council in Morocco: organic law 113-14, article 33; to verify by the legal reviewer. */
const ORDINARY_MONTHS = [2, 5, 10];
const MONDAY = 1;

/** The first Monday of February, May and October of the years from `first` to `last`: announced, until a session is convened. */
export function announcedSessions(first: number, last: number): PlainDate[] {
  const days: PlainDate[] = [];
  for (let year = first; year <= last; year += 1) for (const month of ORDINARY_MONTHS) days.push(nextWeekday(addDays(writeDate(year, month, 1), -1), MONDAY));
  return days;
}
