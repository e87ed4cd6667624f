import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, compareDates, fromDayNumber, type PlainDate, toDayNumber, type Weekday } from './plain-date.js';
import { addWorkingDays, expandHolidays, type HolidayRule, holidayRule, isWorkingDay, nextWorkingDay, type WorkCalendar, workingDayOnOrAfter } from './working-days.js';

const FIXED = ['01-01', '01-11', '01-14', '05-01', '07-30', '08-14', '08-20', '08-21', '10-31', '11-06', '11-18'];
const HIJRI_2026 = ['2026-03-20', '2026-05-27', '2026-05-28', '2026-06-17', '2026-08-26', '2026-08-27'];
const rules: HolidayRule[] = [...FIXED.map((monthDay) => ({ kind: 'fixed' as const, monthDay })), ...HIJRI_2026.map((on) => ({ kind: 'dated' as const, on }))];
const morocco: WorkCalendar = { weekend: [6, 7], holidays: expandHolidays(rules, 2025, 2030) };

describe('holidays', () => {
  it('fall every year when fixed, once when dated, within the years asked for', () => {
    expect(expandHolidays(rules, 2026, 2026).size).toBe(17);
    expect(expandHolidays(rules, 2025, 2027).size).toBe(39);
    expect([...expandHolidays([{ kind: 'fixed', monthDay: '02-29' }], 2023, 2028)]).toEqual(['2024-02-29', '2028-02-29']);
    expect(expandHolidays([{ kind: 'dated', on: '2031-01-01' }], 2025, 2030).size).toBe(0);
  });

  it('come from the rows of the table', () => {
    expect(holidayRule({ monthDay: '10-31', on: null })).toEqual({ kind: 'fixed', monthDay: '10-31' });
    expect(holidayRule({ monthDay: null, on: '2026-03-20' })).toEqual({ kind: 'dated', on: '2026-03-20' });
    expect(holidayRule({ monthDay: null, on: null })).toBeNull();
  });
});

describe('working days in Morocco', () => {
  it('skip weekends, 14 January, 31 October and confirmed Hijri days', () => {
    expect(isWorkingDay(morocco, '2026-01-14')).toBe(false);
    expect(isWorkingDay(morocco, '2025-10-31')).toBe(false);
    expect(isWorkingDay(morocco, '2026-03-20')).toBe(false);
    expect(isWorkingDay(morocco, '2026-01-26')).toBe(true);
    expect(addWorkingDays(morocco, '2026-01-09', 1)).toBe('2026-01-12');
    expect(addWorkingDays(morocco, '2026-01-13', 1)).toBe('2026-01-15');
    expect(addWorkingDays(morocco, '2026-01-15', -1)).toBe('2026-01-13');
    expect(nextWorkingDay(morocco, '2026-05-26')).toBe('2026-05-29');
  });

  it('are counted without the day of reference; zero moves to a working day only when needed', () => {
    expect(addWorkingDays(morocco, '2026-01-26', 0)).toBe('2026-01-26');
    expect(addWorkingDays(morocco, '2026-01-24', 0)).toBe('2026-01-26');
    expect(workingDayOnOrAfter(morocco, '2026-01-24')).toBe('2026-01-26');
    expect(nextWorkingDay(morocco, '2026-01-26')).toBe('2026-01-27');
    expect(addWorkingDays(morocco, '2025-10-27', 20)).toBe('2025-11-27');
  });

  it('stop with a clear error where no day is worked', () => {
    const never: WorkCalendar = { weekend: [1, 2, 3, 4, 5, 6, 7], holidays: new Set() };
    expect(() => nextWorkingDay(never, '2026-01-01')).toThrow('no working day within 400 days of 2026-01-02');
    expect(() => addWorkingDays(morocco, '2026-01-01', 1.5)).toThrow(RangeError);
  });
});

describe('working days of any week', () => {
  const first = toDayNumber('2025-01-01');
  const date = fc.integer({ min: 0, max: 800 }).map((days) => fromDayNumber(first + days));
  const calendar = fc.record({
    weekend: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }).map((days) => days as Weekday[]),
    holidays: fc.array(date, { maxLength: 120 }).map((days): ReadonlySet<PlainDate> => new Set(days)),
  });
  const worked = ({ weekend, holidays }: WorkCalendar, day: PlainDate): boolean =>
    !holidays.has(day) && !weekend.some((off) => off === (new Date(`${day}T00:00:00Z`).getUTCDay() || 7));

  it('are those that looking at one day after the other finds', () => {
    fc.assert(fc.property(calendar, date, fc.integer({ min: -60, max: 60 }), (week, from, days) => {
      let day = from;
      let left = Math.abs(days);
      if (days === 0) while (!worked(week, day)) day = addDays(day, 1);
      while (left > 0) {
        day = addDays(day, Math.sign(days));
        if (worked(week, day)) left -= 1;
      }
      expect(addWorkingDays(week, from, days)).toBe(day);
      expect(isWorkingDay(week, from)).toBe(worked(week, from));
    }));
  });

  it('add up, and go back to where they came from', () => {
    fc.assert(fc.property(calendar, date, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), (week, from, a, b) => {
      const start = workingDayOnOrAfter(week, from);
      expect(addWorkingDays(week, addWorkingDays(week, start, a), b)).toBe(addWorkingDays(week, start, a + b));
      expect(addWorkingDays(week, addWorkingDays(week, start, a), -a)).toBe(start);
      expect(compareDates(nextWorkingDay(week, start), start)).toBe(1);
    }));
  });
});
