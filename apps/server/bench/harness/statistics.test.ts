import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, percentile, ratioByRound, spreadOf } from './statistics.js';
import { inTurns, turns } from './turns.js';

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 });

describe('statistics', () => {
  it('the median of an odd and of an even number of values', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([7])).toBe(7);
  });

  it('percentiles by the nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, n) => n + 1);
    expect([0, 0.01, 0.5, 0.99, 1].map((part) => percentile(hundred, part))).toEqual([1, 1, 50, 99, 100]);
    expect(percentile([3, 1, 2], 0.99)).toBe(3);
  });

  it('a percentile is one of the values, and grows with its part', () => {
    fc.assert(fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (list, a, b) => {
      const [low, high] = [percentile(list, Math.min(a, b)), percentile(list, Math.max(a, b))];
      expect(list).toContain(low);
      expect(low).toBeLessThanOrEqual(high);
    }));
  });

  it('the median lies in the spread, whatever the order', () => {
    fc.assert(fc.property(values, (list) => {
      const { median: middle, least, most } = spreadOf(list);
      expect(middle).toBeGreaterThanOrEqual(least);
      expect(middle).toBeLessThanOrEqual(most);
      expect(median(list.toReversed())).toBe(middle);
    }));
  });

  it('compares round by round, so that a slow minute of the machine counts for both', () => {
    expect(ratioByRound([100, 50, 90], [200, 100, 180])).toBe(0.5);
    expect(() => ratioByRound([1], [1, 2])).toThrow('1 rounds against 2');
  });

  it('says that nothing was measured', () => {
    expect(() => median([])).toThrow('nothing was measured');
    expect(() => percentile([], 0.5)).toThrow('nothing was measured');
  });
});

describe('turns', () => {
  it('go round', () => {
    expect(turns(['a', 'b', 'c'], 4).map((order) => order.join(''))).toEqual(['abc', 'bca', 'cab', 'abc']);
    expect(turns([], 2)).toEqual([[], []]);
  });

  it('gather what each measured, in the order of the rounds', async () => {
    const seen: string[] = [];
    const contender = (name: string) => async (round: number) => { seen.push(name + round); return round * 10; };
    expect(await inTurns({ a: contender('a'), b: contender('b') }, 3, () => {})).toEqual({ a: [0, 10, 20], b: [0, 10, 20] });
    expect(seen).toEqual(['a0', 'b0', 'b1', 'a1', 'a2', 'b2']);
  });
});
