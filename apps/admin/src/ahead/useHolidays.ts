import type { Holiday } from '@tawama/contracts';
import { useGetList } from 'ra-core';
import { useMay } from '../providers/session-context.js';
import { useWords } from '../ui/words.js';

export interface Holidays {
  /** the name of the club's holiday on a day; null on other days */
  nameOn: (on: string) => string | null;
  /** every one of a year, `YYYY-MM-DD`; those of the moon as far as they are entered */
  inYear: (year: string) => readonly string[];
}

/** The days off of the club's own country. */
export function useHolidays(): Holidays {
  const { text } = useWords();
  const may = useMay('holiday.read');
  const { data: holidays = [] } = useGetList<Holiday>('holidays', { filter: { country: 'MA' }, sort: { field: 'monthDay', order: 'ASC' }, pagination: { page: 1, perPage: 200 } }, { enabled: may });
  return {
    nameOn: (on) => { const day = holidays.find((holiday) => holiday.on === on || holiday.monthDay === on.slice(5)); return day === undefined ? null : text(day.name); },
    inYear: (year) => holidays.flatMap(({ on, monthDay }) => (on?.startsWith(`${year}-`) === true ? [on] : monthDay ? [`${year}-${monthDay}`] : [])),
  };
}
