import { expect, it } from 'vitest';
import { figure } from './outcome.js';
import { page } from './report.js';

const outcome = (name: string, ours: number) => ({ name, at: '2026-01-26T08:00:00.000Z', rounds: 3, loadBefore: 0, figures: [figure({ what: `What ${name} measures`, unit: 'ms', ours: [ours] })] });
const results = (...outcomes: ReturnType<typeof outcome>[]) => ({ machine: { cores: 2, node: 'v20' }, outcomes });
const ORDER = ['first', 'second', 'third'];

it('keeps of the earlier page what was measured elsewhere, in the order of the benchmarks', () => {
  const earlier = page(results(outcome('third', 3), outcome('first', 1)), ORDER, '');
  expect([...earlier.matchAll(/^## (.*)$/gm)].map(([, name]) => name)).toEqual(['first', 'third']);
  const now = page(results(outcome('second', 2), outcome('first', 4)), ORDER, earlier);
  expect([...now.matchAll(/^## (.*)$/gm)].map(([, name]) => name)).toEqual(ORDER);
  expect(now).toContain('What third measures | 3 ms');
  expect(now).toContain('What first measures | 4 ms');
  expect(now).not.toContain('What first measures | 1 ms');
  expect(page(results(outcome('second', 2), outcome('first', 4)), ORDER, now)).toBe(now);
});
