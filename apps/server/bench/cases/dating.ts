import { computeDueDates } from '@tawama/workflow';
import { tangledTemplate } from '../generate/tangled.js';
import type { Ground } from '../harness/ground.js';
import { figure, type Figure } from '../harness/outcome.js';

const NEEDS = 5;
const WARM_UP = 200;
const PLANS_A_ROUND = 51;

/** The dates of one plan, without database: a thousand steps with five dates each to count from, and how that grows. */
export async function dating(ground: Ground): Promise<Figure[]> {
  const events = Object.fromEntries(Array.from({ length: 50 }, (_, event) => [`e${event}`, `2026-01-${String(1 + (event % 28)).padStart(2, '0')}`]));
  const [small, large] = [tangledTemplate(1000, NEEDS), tangledTemplate(10_000, NEEDS)];
  const milliseconds = (template: typeof small, times: number): number => {
    const taken = Array.from({ length: times }, () => {
      const from = performance.now();
      computeDueDates(template, { events, milestones: new Map() });
      return performance.now() - from;
    });
    return taken.sort((a, b) => a - b)[times >> 1] ?? NaN;
  };
  for (const template of [small, large]) milliseconds(template, WARM_UP);
  const rounds = Array.from({ length: ground.rounds }, () => ({ small: milliseconds(small, PLANS_A_ROUND), large: milliseconds(large, PLANS_A_ROUND) }));
  return [
    figure({ what: 'Dating a plan of 1,000 steps with 5,000 dependencies', unit: 'ms', ours: rounds.map((round) => round.small), target: { of: 'ours', atMost: 5 } }),
    figure({ what: 'Dating ten times as large a plan', unit: '× as long', ours: rounds.map((round) => round.large / round.small), target: { of: 'ours', atMost: 12 } }),
  ];
}
