import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays, addMonths, compareDates, daysBetween, EARLIEST_DATE, fromDayNumber, isValidPlainDate, LATEST_DATE, monthSeries, nextWeekday, toDayNumber, weekday, type Weekday,
} from './plain-date.js';

const MS = 86_400_000;
const dayNumber = fc.integer({ min: toDayNumber(EARLIEST_DATE), max: toDayNumber(LATEST_DATE) });
const date = dayNumber.map(fromDayNumber);

describe('day numbers', () => {
  it('agree with Date.UTC on every day of 1900–2200', () => {
    const wrong: string[] = [];
    for (let day = toDayNumber(EARLIEST_DATE); day <= toDayNumber(LATEST_DATE); day += 1) {
      const text = new Date(day * MS).toISOString().slice(0, 10);
      if (fromDayNumber(day) !== text || toDayNumber(text) !== day || !isValidPlainDate(text)) wrong.push(text);
      if (weekday(text) !== (new Date(day * MS).getUTCDay() || 7)) wrong.push(`weekday of ${text}`);
    }
    expect(wrong).toEqual([]);
    expect(toDayNumber('1970-01-01')).toBe(0);
    expect(toDayNumber('2200-12-31') - toDayNumber('1900-01-01')).toBe(109_937);
  });

  it('reach the years 0000 to 9999 and no further', () => {
    expect(addDays('9999-12-30', 1)).toBe('9999-12-31');
    expect(addDays('0000-01-02', -1)).toBe('0000-01-01');
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('2026-01-01', 0.5)).toThrow(RangeError);
    expect(() => addDays('2026-01-01', Number.NaN)).toThrow(RangeError);
  });

  it('refuse what is no date', () => {
    for (const text of ['', '2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-4-01', '2026-01-00', ' 2026-01-01', '2026-01-01T00:00', '20260101', '٢٠٢٦-٠١-٠١']) {
      expect(isValidPlainDate(text), text).toBe(false);
      expect(() => toDayNumber(text), text).toThrow(RangeError);
    }
    expect(isValidPlainDate('1899-12-31')).toBe(false);
    expect(isValidPlainDate('2201-01-01')).toBe(false);
    expect(isValidPlainDate('2100-02-29')).toBe(false);
    expect(isValidPlainDate('2000-02-29')).toBe(true);
  });
});

describe('days', () => {
  it('added and counted are each other’s reverse', () => {
    fc.assert(fc.property(date, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
      expect(daysBetween(from, addDays(from, days))).toBe(days);
      expect(Math.sign(compareDates(addDays(from, days), from))).toBe(Math.sign(days));
    }));
  });

  it('lead to the next such weekday, strictly after, within a week', () => {
    fc.assert(fc.property(date, fc.integer({ min: 1, max: 7 }), (from, wanted) => {
      const found = nextWeekday(from, wanted as Weekday);
      expect(weekday(found)).toBe(wanted);
      expect(daysBetween(from, found)).toBeGreaterThanOrEqual(1);
      expect(daysBetween(from, found)).toBeLessThanOrEqual(7);
    }));
    expect(nextWeekday('2026-01-26', 1)).toBe('2026-02-02');
    expect(nextWeekday('2026-02-01', 1)).toBe('2026-02-02');
  });
});

describe('months', () => {
  it('are counted from the anchor and cut to the length of the month', () => {
    expect(monthSeries('2026-01-31', 1, 4)).toEqual(['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']);
    expect(monthSeries('2025-10-31', 6, 3)).toEqual(['2026-04-30', '2026-10-31', '2027-04-30']);
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2024-02-29', 48)).toBe('2028-02-29');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(() => addMonths('2026-01-15', 1.5)).toThrow(RangeError);
  });

  it('end where walking month by month, then back to a day that exists, ends', () => {
    fc.assert(fc.property(date, fc.integer({ min: -600, max: 600 }), (anchor, months) => {
      let [year = 0, month = 0, day = 0] = anchor.split('-').map(Number);
      for (let left = Math.abs(months); left > 0; left -= 1) {
        month += Math.sign(months);
        if (month > 12) { month = 1; year += 1; }
        if (month < 1) { month = 12; year -= 1; }
      }
      const text = (): string => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      while (new Date(`${text()}T00:00:00Z`).toISOString().slice(0, 10) !== text()) day -= 1;
      expect(addMonths(anchor, months)).toBe(text());
    }));
  });
});
