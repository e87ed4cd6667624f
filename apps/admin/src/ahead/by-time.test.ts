import { addDays } from '@tawama/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byTime, placeInYear, yearsBetween } from './by-time.js';

describe('the line of time', () => {
  it('begins on the left or on the right, and later lies farther from there', () => {
    expect([placeInYear('2026-01-01', 'ltr'), placeInYear('2026-01-01', 'rtl')]).toEqual([0, 100]);
    expect(placeInYear('2026-07-02', 'ltr')).toBeCloseTo(49.86, 1);
    fc.assert(fc.property(fc.integer({ min: 0, max: 363 }), (day) => {
      const [on, next] = [addDays('2027-01-01', day), addDays('2027-01-01', day + 1)];
      expect(placeInYear(on, 'ltr') < placeInYear(next, 'ltr')).toBe(true);
      expect(placeInYear(on, 'ltr') + placeInYear(on, 'rtl')).toBeCloseTo(100, 5);
      expect(placeInYear(next, 'ltr')).toBeLessThanOrEqual(100);
    }));
  });

  it('has a row for each year, and groups nothing twice', () => {
    expect(yearsBetween('2026-11-26', '2029-01-01')).toEqual(['2026', '2027', '2028', '2029']);
    const rows = [{ on: '2026-02-01' }, { on: null }, { on: '2027-01-05' }, { on: '2026-02-09' }];
    expect(byTime(rows, ({ on }) => on, 'year')).toEqual([['2026', [rows[0], rows[3]]], ['2027', [rows[2]]]]);
    expect(byTime(rows, ({ on }) => on, 'month').map(([month, { length }]) => `${month} ${length}`)).toEqual(['2026-02 2', '2027-01 1']);
  });
});
