import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstOf, lastOf, monthOf, shiftMonth, weeksOf } from './month.js';

const month = fc.tuple(fc.integer({ min: 1950, max: 2150 }), fc.integer({ min: 1, max: 12 })).map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`);

describe('the month grid', () => {
  it('starts on Mondays and holds every day of the month once', () => {
    fc.assert(fc.property(month, (of) => {
      const weeks = weeksOf(of);
      const inside = weeks.flat().filter((day) => monthOf(day) === of);
      expect(inside[0]).toBe(firstOf(of));
      expect(inside.at(-1)).toBe(lastOf(of));
      expect(new Set(inside).size).toBe(inside.length);
      for (const week of weeks) expect(new Date(`${week[0]}T00:00:00Z`).getUTCDay()).toBe(1);
    }));
  });
  it('goes back and forth over the turn of the year', () => {
    expect(shiftMonth('2026-01', -1)).toBe('2025-12');
    expect(shiftMonth('2025-12', 1)).toBe('2026-01');
    fc.assert(fc.property(month, fc.integer({ min: -40, max: 40 }), (of, by) => { expect(shiftMonth(shiftMonth(of, by), -by)).toBe(of); }));
  });
});
