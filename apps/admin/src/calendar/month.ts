import { addDays, daysInMonth, weekday } from '@tawama/domain';

/** A month, `YYYY-MM`. */
export type Month = string;
export const monthOf = (on: string): Month => on.slice(0, 7);
const parts = (month: Month): [number, number] => [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
export const shiftMonth = (month: Month, by: number): Month => {
  const [year, number] = parts(month);
  const index = year * 12 + (number - 1) + by;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
};
export const firstOf = (month: Month): string => `${month}-01`;
export const lastOf = (month: Month): string => { const [year, number] = parts(month); return `${month}-${String(daysInMonth(year, number)).padStart(2, '0')}`; };

/** The weeks that a month touches, Monday first, each of seven dates. */
export function weeksOf(month: Month): string[][] {
  const start = addDays(firstOf(month), 1 - weekday(firstOf(month)));
  const weeks: string[][] = [];
  for (let day = start; day <= lastOf(month); day = addDays(day, 7)) weeks.push(Array.from({ length: 7 }, (_, index) => addDays(day, index)));
  return weeks;
}

/** Every date of the month. */
export const daysOf = (month: Month): string[] => weeksOf(month).flat().filter((on) => monthOf(on) === month);
