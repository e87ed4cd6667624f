import fc from 'fast-check';
import { expect, it } from 'vitest';
import isEqual from './is-equal.js';

it('is equality of JSON', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => { expect(isEqual(value, structuredClone(value))).toBe(true); }));
  fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => { if (JSON.stringify(a) !== JSON.stringify(b) && isEqual(a, b)) expect(Object.keys(a as object).sort()).toEqual(Object.keys(b as object).sort()); }));
  for (const [a, b] of [[{ a: 1 }, { a: 1, b: undefined }], [[], {}], [[1, 2], [2, 1]], [null, {}], [new Date(1), new Date(2)], ['1', 1]]) expect(isEqual(a, b)).toBe(false);
});
