import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Health, HEALTHS, healthOf, worstFirst } from './health.js';

const calm = { daysLate: 0, lateCount: 0, blockedCount: 0, nextDueOn: null };
const today = '2026-01-26';

describe('how an agreement stands', () => {
  it.each<[string, Partial<Omit<typeof calm, 'nextDueOn'>> & { nextDueOn?: string }, Health]>([
    ['without a date', {}, 'onTime'],
    ['due today', { nextDueOn: '2026-01-26' }, 'dueSoon'],
    ['due in seven days', { nextDueOn: '2026-02-02' }, 'dueSoon'],
    ['due in eight days', { nextDueOn: '2026-02-03' }, 'onTime'],
    ['blocked, due later', { blockedCount: 1, nextDueOn: '2026-05-01' }, 'blocked'],
    ['one day late', { lateCount: 1, daysLate: 1, nextDueOn: '2026-01-25' }, 'late'],
    ['late and blocked', { lateCount: 1, daysLate: 40, blockedCount: 1, nextDueOn: '2025-12-17' }, 'late'],
  ])('%s', (_, steps, health) => expect(healthOf({ ...calm, ...steps }, today)).toBe(health));
});

describe('the order of the first view', () => {
  const row = fc.record({
    id: fc.uuid(), health: fc.constantFrom(...HEALTHS), daysLate: fc.nat(50),
    nextDueOn: fc.option(fc.constantFrom('2026-01-20', '2026-02-01', '2026-03-01'), { nil: null }),
  });
  it('puts the worst first, whatever the order before', () => {
    fc.assert(fc.property(fc.uniqueArray(row, { selector: ({ id }) => id }), (rows) => {
      const sorted = [...rows].sort(worstFirst);
      expect([...rows].reverse().sort(worstFirst)).toEqual(sorted);
      const ranks = sorted.map(({ health }) => HEALTHS.indexOf(health));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    }));
  });
  it('then the longest delay, then the nearest date, undated last', () => {
    const base = { health: 'late' as Health, daysLate: 3, nextDueOn: '2026-01-23' as string | null };
    const rows = [{ ...base, id: 'a', nextDueOn: null }, { ...base, id: 'b' }, { ...base, id: 'c', daysLate: 9 }, { ...base, id: 'd', nextDueOn: '2026-01-01' }];
    expect(rows.sort(worstFirst).map(({ id }) => id)).toEqual(['c', 'd', 'b', 'a']);
  });
});
