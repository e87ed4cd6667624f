import { expect, it } from 'vitest';
import { figure } from './outcome.js';

it('holds a ratio or a figure against its target', () => {
  const peer = { name: 'peer', values: [100, 200, 100] };
  const compared = figure({ what: 'speed', unit: '1/s', ours: [60, 130, 70], peer, target: { of: 'ratio', atLeast: 0.6 } });
  expect(compared).toMatchObject({ ratio: 0.65, holds: true, target: '≥ 0.6 ×', ours: { median: 70, least: 60, most: 130 }, peer: { name: 'peer', median: 100 } });
  expect(figure({ what: 'speed', unit: '1/s', ours: [50, 50, 50], peer, target: { of: 'ratio', atLeast: 0.6 } }).holds).toBe(false);
  expect(figure({ what: 'time', unit: 'ms', ours: [40, 60, 45], target: { of: 'ours', atMost: 50 } })).toMatchObject({ holds: true, ratio: null, target: '≤ 50 ms' });
  expect(figure({ what: 'time', unit: 'ms', ours: [51], target: { of: 'ours', atMost: 50 } }).holds).toBe(false);
  expect(figure({ what: 'time', unit: 'ms', ours: [1] })).toMatchObject({ holds: null, target: '–' });
});
