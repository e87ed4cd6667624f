import { expect, it } from 'vitest';
import { chanceFrom } from './chance.js';

const draw = (seed: number) => { const chance = chanceFrom(seed); return Array.from({ length: 8 }, () => chance.whole(1, 1_000)); };

it('repeats itself for a seed, and not for another', () => {
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

it('reaches both ends and nothing beyond', () => {
  const chance = chanceFrom(1);
  expect(new Set(Array.from({ length: 500 }, () => chance.whole(3, 6)))).toEqual(new Set([3, 4, 5, 6]));
  expect(() => chance.pick([])).toThrow('nothing to pick from');
});

it('gives a part numbers of its own that do not depend on what was drawn before', () => {
  const [one, other] = [chanceFrom(5), chanceFrom(5)];
  other.next();
  expect(one.fork('kills').next()).toBe(other.fork('kills').next());
  expect(one.fork('kills').next()).not.toBe(one.fork('cuts').next());
});
