import { describe, expect, it } from 'vitest';
import { refuseNasty } from './nasty.js';
import { Refusal } from './refusal.js';

const refusedAt = (value: unknown): string | undefined => {
  try { refuseNasty(value); } catch (error) { if (error instanceof Refusal) return error.detail.fields?.[0]?.path; throw error; }
  return undefined;
};
const nested = (depth: number): unknown => { let value: unknown = 1; for (let n = 0; n < depth; n += 1) value = { a: value }; return value; };

describe('what no record can hold', () => {
  it('is refused with its path', () => {
    expect(refusedAt({ a: [{ b: 'x\u0000' }] })).toBe('a.0.b');
    expect(refusedAt({ a: '\ud800' })).toBe('a');
    expect(refusedAt({ a: { 'k\udc00': 1 } })).toBe('a');
    expect(refusedAt('\u0000')).toBe('');
  });

  it('is not what people write', () => {
    for (const text of ['السمارة', '😀', 'a\nb\tc', '\u202e', '']) expect(refusedAt({ text })).toBeUndefined();
  });

  it('is endless nesting, which is found without recursion', () => {
    expect(refusedAt(nested(32))).toBeUndefined();
    expect(refusedAt(nested(33))).toBeDefined();
    expect(refusedAt(nested(200_000))).toBeDefined();
  });

  it('is looked for quickly', () => {
    const numbers = Array.from({ length: 500_000 }, () => 1);
    const from = performance.now();
    refuseNasty(numbers);
    expect(performance.now() - from).toBeLessThan(1_000);
  });
});
