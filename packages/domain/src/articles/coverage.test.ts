import { ARTICLE_STATES, EVIDENCE_LEVELS, MILESTONE_STATUSES, PROJECT_STATUSES } from '@tawama/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleStateOf, coverageOf, type KeepingStep } from './coverage.js';

const step = (status: KeepingStep['status'], evidenceLevel: KeepingStep['evidenceLevel'] = 'none', expectsDocument = true): KeepingStep => ({ status, evidenceLevel, expectsDocument });

describe('an article', () => {
  it.each([
    ['withoutStep', [], []],
    ['withoutStep', [step('notApplicable'), step('cancelled')], [{ status: 'stopped', measured: true }]],
    ['underway', [step('planned')], []],
    ['underway', [step('submitted', 'declared')], []],
    ['underway', [], [{ status: 'running', measured: true }]],
    ['withoutEvidence', [step('done', 'declared')], []],
    ['withoutEvidence', [step('open')], [{ status: 'completed', measured: false }]],
    ['covered', [step('done', 'declared', false)], []],
    ['covered', [step('done', 'documented'), step('open')], []],
    ['covered', [], [{ status: 'completed', measured: true }]],
  ] as const)('is %s', (state, steps, projects) => expect(articleStateOf({ steps, projects })).toBe(state));

  it('is never worse for one more step or project, unless none of it counts', () => {
    const steps = fc.array(fc.record({ status: fc.constantFrom(...MILESTONE_STATUSES), evidenceLevel: fc.constantFrom(...EVIDENCE_LEVELS), expectsDocument: fc.boolean() }), { maxLength: 5 });
    const projects = fc.array(fc.record({ status: fc.constantFrom(...PROJECT_STATUSES), measured: fc.boolean() }), { maxLength: 3 });
    const RANK = { withoutStep: 0, underway: 1, withoutEvidence: 2, covered: 3 } as const;
    fc.assert(fc.property(steps, projects, steps, projects, (one, some, two, more) => {
      const [few, many] = [articleStateOf({ steps: one, projects: some }), articleStateOf({ steps: [...one, ...two], projects: [...some, ...more] })];
      expect(RANK[many]).toBeGreaterThanOrEqual(RANK[few]);
    }));
  });
});

describe('the coverage of a text', () => {
  it('is unknown without articles, and full only when all are covered', () => {
    expect(coverageOf([])).toEqual({ total: 0, covered: 0, underway: 0, withoutEvidence: 0, withoutStep: 0, percent: null });
    expect(coverageOf(['covered', 'covered', 'underway'])).toMatchObject({ total: 3, covered: 2, underway: 1, percent: 66 });
    expect(coverageOf(['covered'])).toMatchObject({ percent: 100 });
  });

  it('counts every article once', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...ARTICLE_STATES), { maxLength: 300 }), (states) => {
      const { total, covered, underway, withoutEvidence, withoutStep, percent } = coverageOf(states);
      expect(covered + underway + withoutEvidence + withoutStep).toBe(total);
      expect(percent === 100).toBe(total > 0 && covered === total);
    }));
  });
});
