import type { Calendars, CouncilSession, PlainDate, Weekday, WorkingDays } from '@tawama/workflow';
import { expandHolidays, type HolidayRule, holidayRule } from './working-days.js';
import { EARLIEST_DATE, LATEST_DATE } from './plain-date.js';

/** A row of the holidays table as far as counting goes. */
export interface HolidayFacts { readonly country: string; readonly monthDay: string | null; readonly on: PlainDate | null; readonly certainty: 'confirmed' | 'estimated' }
/** How a city works. */
export interface WorkingCity { readonly country: string; readonly weekend: readonly Weekday[] }
/** A row of the council calendar; `cityId` null: a session of every council, as the law announces it. */
export interface SessionFacts { readonly cityId: string | null; readonly beginsOn: PlainDate; readonly endsOn: PlainDate; readonly certainty: 'confirmed' | 'estimated' }

/** All that due rules of one agreement are counted with. Several partners work on the days on which all of them work. */
export const calendarsOf = (home: WorkingCity, partners: readonly WorkingCity[], holidays: readonly HolidayFacts[], sessions: readonly SessionFacts[]): Calendars =>
  ({ home: workingDaysOf([home], holidays), partner: workingDaysOf(partners, holidays), sessions: councilSessionsOf(sessions) });

/** When all of these cities work. Holidays of other countries are left out. */
export function workingDaysOf(cities: readonly WorkingCity[], holidays: readonly HolidayFacts[]): WorkingDays {
  const countries = new Set(cities.map(({ country }) => country));
  const daysOff = (certain: boolean): ReadonlySet<PlainDate> =>
    expandHolidays(holidays.filter(({ country, certainty }) => countries.has(country) && (!certain || certainty === 'confirmed')).map(holidayRule).filter((rule): rule is HolidayRule => rule !== null), yearOf(EARLIEST_DATE), yearOf(LATEST_DATE));
  const all = daysOff(false);
  const certain = daysOff(true);
  return { weekend: [...new Set(cities.flatMap(({ weekend }) => weekend))], holidays: all, estimated: new Set([...all].filter((day) => !certain.has(day))) };
}

/** A council's own session stands for the one that was announced for every council in the same month. */
export function councilSessionsOf(rows: readonly SessionFacts[]): CouncilSession[] {
  const own = new Set(rows.filter(({ cityId }) => cityId !== null).map(({ beginsOn }) => monthOf(beginsOn)));
  return rows.filter(({ cityId, beginsOn }) => cityId !== null || !own.has(monthOf(beginsOn)))
    .map(({ beginsOn, endsOn, certainty }) => ({ beginsOn, endsOn, confirmed: certainty === 'confirmed' }));
}

const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));
const monthOf = (date: PlainDate): string => date.slice(0, 7);
