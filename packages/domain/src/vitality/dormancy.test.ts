import { describe, expect, it } from 'vitest';
import { openAgreement } from '../agreements/commands.js';
import { DEFAULT_TEMPLATES } from '../templates/index.js';
import type { Plan } from '../plans/plan.js';
import { decisionDueOn, RELAUNCH_KEY, relaunchStep, withoutRelaunch, withStep } from './dormancy.js';
import { successorIsDue } from './mandate.js';
import { progressByEvidence, type WeighedStep } from './progress.js';
import fc from 'fast-check';

function plan(): Plan {
  const template = DEFAULT_TEMPLATES.find(({ key }) => key === 'already-signed');
  if (!template) throw new Error('no template');
  const opened = openAgreement(template, { id: 'a', coordinatorId: null, events: { signed: '2024-01-10' }, idOf: (key) => key }, { today: '2026-01-26', now: '2026-01-26T08:00:00Z', people: [] });
  if (!opened.ok) throw new Error(opened.code);
  return opened.value.plan;
}

describe('the step of a dormancy', () => {
  it('is due sixty days after the two years of silence, and its date is its own', () => {
    const step = relaunchStep(plan(), 'new', '2024-01-10');
    expect(step).toMatchObject({ key: RELAUNCH_KEY, status: 'open', dueOn: '2026-03-10', pinned: true, provisional: false });
    const { plan: after, moved, opened } = withStep(plan(), step);
    expect(after.milestones.at(-1)).toEqual(step);
    expect([moved, opened]).toEqual([[], []]);
  });

  it('is not opened beside an unfinished one, goes when the agreement wakes, and the next dormancy has another', () => {
    const { plan: asleep } = withStep(plan(), relaunchStep(plan(), 'new', '2024-01-10'));
    expect(relaunchStep(asleep, 'twice', '2024-01-10')).toBeNull();
    const woken = withoutRelaunch(asleep);
    expect(woken.cancelled).toEqual(['new']);
    expect(woken.plan.milestones.filter(({ status }) => status === 'cancelled').map(({ id }) => id)).toEqual(['new']);
    expect(relaunchStep(woken.plan, 'second', '2026-02-01')?.key).toBe(`${RELAUNCH_KEY}#2`);
  });

  it('has no date where the calendar ends', () => expect(decisionDueOn('2199-12-31')).toBeNull());
});

it.each([['2026-03-27', true], ['2026-03-28', false], ['2025-12-01', true]])('a successor is asked for sixty days before %s: %s', (endsOn, due) => {
  expect(successorIsDue(endsOn, '2026-01-26')).toBe(due);
  expect(successorIsDue(null, '2026-01-26')).toBe(false);
});

describe('progress by weight and proof', () => {
  const step = (more: Partial<WeighedStep>): WeighedStep => ({ status: 'done', weight: 1, evidenceLevel: 'documented', ...more });
  it('counts weights, leaves out what does not apply, and says how much is proved at least how well', () => {
    expect(progressByEvidence([step({ weight: 3 }), step({ evidenceLevel: 'declared' }), step({ status: 'open', weight: 4 }), step({ status: 'notApplicable', weight: 50 })]))
      .toEqual({ progress: 50, atLeast: { none: 50, declared: 50, documented: 37, confirmedByBoth: 0, seenOnSite: 0 } });
    expect(progressByEvidence([]).progress).toBe(100);
  });

  it('better proof never counts more than weaker proof, and 100 means all of it', () => {
    const steps = fc.array(fc.record({ status: fc.constantFrom('done', 'open', 'notApplicable', 'cancelled'), weight: fc.nat(9), evidenceLevel: fc.constantFrom('none', 'declared', 'documented', 'confirmedByBoth', 'seenOnSite') }));
    fc.assert(fc.property(steps as fc.Arbitrary<WeighedStep[]>, (given) => {
      const { progress, atLeast } = progressByEvidence(given);
      const shares = [progress, atLeast.declared, atLeast.documented, atLeast.confirmedByBoth, atLeast.seenOnSite];
      expect(shares).toEqual([...shares].sort((a, b) => b - a));
      expect(progress === 100).toBe(given.every(({ status, weight }) => weight === 0 || status === 'done' || status === 'notApplicable'));
    }));
  });
});
