import type { AgreementStatus, EventDates, MilestoneStatus } from '@tawama/contracts';
import { addDays, addMonths, isFinished, type WorkflowTemplate } from '@tawama/workflow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../milestones/commands.js';
import { laidOutUntil } from '../plans/occurrences.js';
import type { Circumstances, Plan, PlanMilestone } from '../plans/plan.js';
import { replan, withDates } from '../plans/replan.js';
import type { Result } from '../result.js';
import { ALREADY_SIGNED_V1, ALREADY_SIGNED_V2, FRIENDSHIP_V1 } from '../templates/index.js';
import { openAgreement, recordEvent } from './commands.js';
import { expire } from './life.js';
import { renewalWindow } from './renewal.js';

const on = (today: string): Circumstances => ({ today, now: `${today}T08:00:00.000Z`, people: [] });
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.code} ${result.path ?? ''}`);
  return result.value;
};
const EVENTS: EventDates = { signed: '2025-10-31', expiry: '2028-10-31' };
const open = (template: WorkflowTemplate = ALREADY_SIGNED_V1, events: EventDates = EVENTS): Plan => value(openAgreement(template, { id: 'a', events, idOf: (key) => key }, on('2026-01-26'))).plan;
const record = (plan: Plan, expiry: string, today = '2028-08-01') => value(recordEvent(plan, { event: 'expiry', on: expiry }, on(today)));
const done = (plan: Plan, key: string, doneOn: string): Plan => {
  const id = plan.milestones.find((step) => step.key === key)?.id ?? key;
  const submitted = value(decide(plan, id, { name: 'submit', doneOn, note: '' }, on(doneOn))).plan;
  return value(decide(submitted, id, { name: 'accept' }, on(doneOn))).plan;
};
const of = (plan: Plan, key: string): PlanMilestone | undefined => plan.milestones.find((step) => step.key === key);
const told = (plan: Plan): string[] => plan.milestones.filter(({ key }) => key.startsWith('renewal-')).map(({ key, status, dueOn }) => `${key} ${status} ${dueOn}`);
const windowOf = (plan: Plan, today: string) => renewalWindow({ status: plan.agreement.status, expiresOn: plan.events.expiry ?? null, steps: plan.milestones }, today);

describe('the renewal window', () => {
  it('opens with the preparation of the decision, and closes with the term', () => {
    const plan = open();
    expect(windowOf(plan, '2028-05-03')).toEqual({ opensOn: '2028-05-04', closesOn: '2028-10-31', open: false });
    expect([windowOf(plan, '2028-05-04')?.open, windowOf(plan, '2028-10-31')?.open, windowOf(plan, '2028-11-01')?.open]).toEqual([true, true, false]);
    const moved = value(decide(plan, 'renewal-prepared', { name: 'reschedule', dueOn: '2028-03-01', reason: 'r' }, on('2026-01-26'))).plan;
    expect(windowOf(moved, '2028-03-01')).toMatchObject({ opensOn: '2028-03-01', open: true });
    const without = value(decide(plan, 'renewal-prepared', { name: 'mark-not-applicable', reason: 'r' }, on('2026-01-26'))).plan;
    expect(windowOf(without, '2026-01-26')).toEqual({ opensOn: '2028-05-04', closesOn: '2028-10-31', open: false });
  });

  it('is not there without a term, before the signature and after the end; a suspended agreement waits for an answer beyond its term', () => {
    expect(windowOf(open(ALREADY_SIGNED_V1, { signed: '2025-10-31' }), '2028-10-31')).toBeNull();
    const window = (status: AgreementStatus, today: string) => renewalWindow({ status, expiresOn: '2028-10-31', steps: [] }, today);
    for (const status of ['preparing', 'completed', 'terminated', 'expired'] as const) expect(window(status, '2028-10-01'), status).toBeNull();
    expect([window('suspended', '2028-12-01')?.open, window('active', '2028-12-01')?.open]).toEqual([true, false]);
    expect(windowOf(value(expire(open(), on('2028-11-01'))).plan, '2028-11-01')).toBeNull();
  });

  it('for any dates opens once, not after it closes, whatever became of the steps', () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2024-01-01', days));
    const steps = fc.array(fc.record({ key: fc.constantFrom('renewal-prepared', 'renewal-prepared#2', 'renewal-prepared#10', 'focal-points'), status: fc.constantFrom<MilestoneStatus>('planned', 'open', 'done', 'notApplicable', 'cancelled'), dueOn: fc.option(day) }), { maxLength: 4 });
    fc.assert(fc.property(day, steps, fc.array(day, { minLength: 2, maxLength: 6 }), (expiresOn, list, days) => {
      const seen = days.toSorted().map((today) => ({ today, window: renewalWindow({ status: 'active', expiresOn, steps: list }, today) }));
      for (const { today, window } of seen) {
        expect(window?.closesOn).toBe(expiresOn);
        expect((window?.opensOn ?? '9') <= expiresOn).toBe(true);
        expect(window?.open).toBe((window?.opensOn ?? '9') <= today && today <= expiresOn);
      }
      expect(new Set(seen.map(({ window }) => window?.opensOn)).size).toBe(1);
    }));
  });
});

describe('a term that is renewed', () => {
  it('asks again for what prepared its end, as steps of their own, and leaves what was done', () => {
    const prepared = done(done(open(), 'renewal-prepared', '2028-05-10'), 'renewal-deliberation', '2028-07-20');
    const change = record(prepared, '2031-10-31');
    expect(change.appeared).toEqual(['renewal-prepared#2', 'renewal-deliberation#2']);
    expect(told(change.plan)).toEqual(['renewal-prepared done 2028-05-04', 'renewal-deliberation done 2028-08-02', 'renewal-prepared#2 open 2031-05-04', 'renewal-deliberation#2 open 2031-08-02']);
    expect(windowOf(change.plan, '2028-08-02')).toEqual({ opensOn: '2031-05-04', closesOn: '2031-10-31', open: false });
    // Corrected to a day later, the step of the present term goes along and the earlier one stays.
    expect(told(record(change.plan, '2031-11-01').plan).slice(0, 3)).toEqual(['renewal-prepared done 2028-05-04', 'renewal-deliberation done 2028-08-02', 'renewal-prepared#2 open 2031-05-05']);
    // It was a mistake: what came again is given up, and comes once more when it is said again.
    const back = record(change.plan, '2028-10-31').plan;
    expect(told(back).slice(2)).toEqual(['renewal-prepared#2 cancelled 2031-05-04', 'renewal-deliberation#2 cancelled 2031-08-02']);
    expect(windowOf(back, '2028-08-02')).toEqual({ opensOn: '2028-05-04', closesOn: '2028-10-31', open: true });
    expect(told(record(back, '2030-10-31').plan).slice(2)).toEqual(['renewal-prepared#2 open 2030-05-04', 'renewal-deliberation#2 open 2030-08-02']);
  });

  it('moves what is unfinished, and asks for nothing twice where the term is only corrected or prolonged a little', () => {
    const prepared = done(open(), 'renewal-prepared', '2028-05-10');
    for (const [expiry, deliberation] of [['2028-11-02', '2028-08-04'], ['2029-01-31', '2028-11-02']] as const) {
      const { plan, appeared } = record(prepared, expiry);
      expect(appeared).toEqual([]);
      expect(told(plan)).toEqual(['renewal-prepared done 2028-05-04', `renewal-deliberation open ${deliberation}`]);
    }
    expect(told(record(prepared, '2031-10-31').plan)).toEqual(['renewal-prepared done 2028-05-04', 'renewal-deliberation open 2031-08-02', 'renewal-prepared#2 open 2031-05-04']);
  });

  it('lays out what comes again until the new end', () => {
    const plan = replan(open(ALREADY_SIGNED_V2), { ...open(ALREADY_SIGNED_V2), laidOutUntil: laidOutUntil('2028-08-01') }).plan;
    const last = (one: Plan) => one.milestones.filter(({ key, status }) => key.startsWith('progress-report#') && status !== 'cancelled').map(({ dueOn }) => dueOn ?? '').toSorted().at(-1) ?? '';
    expect(last(plan) <= '2028-10-31').toBe(true);
    expect(last(record(plan, '2031-10-31').plan) > '2029-06-01').toBe(true);
  });

  it('is refused once the agreement has run out', () => {
    const over = value(expire(open(), on('2028-11-01'))).plan;
    const refused = recordEvent(over, { event: 'expiry', on: '2031-10-31' }, on('2028-11-02'));
    expect(refused.ok ? 'allowed' : refused.code).toBe('agreement/closed');
  });

  it('as often as one likes leaves one unfinished step of each kind for the present term, and a plan that its rules agree with', () => {
    const terms = fc.array(fc.record({ years: fc.integer({ min: 1, max: 6 }), prepared: fc.boolean(), decided: fc.boolean() }), { minLength: 1, maxLength: 5 });
    fc.assert(fc.property(fc.constantFrom(ALREADY_SIGNED_V1, FRIENDSHIP_V1), terms, (template, list) => {
      let plan = open(template, { opened: '2025-09-01', ...EVENTS });
      for (const { years, prepared, decided } of list) {
        const end = plan.events.expiry ?? '';
        const kept = plan.milestones.filter(({ status }) => status === 'done');
        for (const [key, wanted] of [['renewal-prepared', prepared], ['renewal-deliberation', decided]] as const) {
          const present = plan.milestones.filter((step) => step.key.split('#')[0] === key && !isFinished(step.status));
          expect(present).toHaveLength(1);
          if (wanted) plan = done(plan, present[0]?.key ?? '', addDays(end, -60));
        }
        plan = record(plan, addMonths(end, 12 * years), addDays(end, -30)).plan;
        for (const before of kept) expect(of(plan, before.key)).toEqual(before);
        expect(withDates(plan)).toEqual(plan);
        expect(windowOf(plan, addDays(end, -30))).toEqual({ opensOn: addDays(addMonths(end, 12 * years), -180), closesOn: addMonths(end, 12 * years), open: false });
      }
    }), { numRuns: 300 });
  });
});
