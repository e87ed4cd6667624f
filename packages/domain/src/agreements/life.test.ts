import type { AgreementLifeCommand, AgreementStatus, EventDates } from '@tawama/contracts';
import { addDays, isFinished, type WorkflowTemplate } from '@tawama/workflow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../milestones/commands.js';
import { type Circumstances, type Plan, type PlanMilestone } from '../plans/plan.js';
import { withDates } from '../plans/replan.js';
import type { Result } from '../result.js';
import { ALREADY_SIGNED_V1, TWINNING_V1 } from '../templates/index.js';
import { openAgreement, recordEvent } from './commands.js';
import { decideLife, expire } from './life.js';

const on = (today: string): Circumstances => ({ today, now: `${today}T08:00:00.000Z`, people: [] });
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.code} ${result.path ?? ''}`);
  return result.value;
};
const code = (result: Result<unknown>): string => (result.ok ? 'allowed' : result.code);
const open = (template: WorkflowTemplate = ALREADY_SIGNED_V1, events: EventDates = { signed: '2025-10-31', expiry: '2028-10-31' }, today = '2026-01-26'): Plan =>
  value(openAgreement(template, { id: 'a', events, idOf: (key) => key }, on(today))).plan;
const run = (plan: Plan, command: AgreementLifeCommand, today: string) => value(decideLife(plan, command, on(today)));
const of = (plan: Plan, key: string): PlanMilestone => {
  const found = plan.milestones.find((milestone) => milestone.key === key);
  if (!found) throw new Error(key);
  return found;
};
const dates = (plan: Plan) => plan.milestones.map(({ key, dueOn, provisional, status }) => `${key} ${dueOn} ${provisional} ${status}`);
const suspend: AgreementLifeCommand = { name: 'suspend', reason: 'elections' };

describe('a date of reference of a template’s own', () => {
  const words = TWINNING_V1.title;
  const visit = (due: WorkflowTemplate['milestones'][number]['due'], produces: string[] = []) => ({ ...ALREADY_SIGNED_V1.milestones[0]!, key: 'visit', due, produces });
  const template = (...more: WorkflowTemplate['milestones']): WorkflowTemplate => ({ ...ALREADY_SIGNED_V1, events: [...ALREADY_SIGNED_V1.events, { key: 'visit-agreed', title: words }], milestones: [...ALREADY_SIGNED_V1.milestones, ...more] });
  const fromVisit = { rule: 'offset', from: { event: 'visit-agreed' }, days: 10 } as const;

  it('dates what is counted from it; a fact lies in the past', () => {
    const plan = open(template(visit(fromVisit)));
    expect(of(plan, 'visit').dueOn).toBeNull();
    expect(of(value(recordEvent(plan, { event: 'visit-agreed', on: '2026-01-20' }, on('2026-01-26'))).plan, 'visit').dueOn).toBe('2026-01-30');
    expect(code(recordEvent(plan, { event: 'visit-agreed', on: '2026-02-20' }, on('2026-01-26')))).toBe('event/in-the-future');
    expect(code(recordEvent(open(), { event: 'visit-agreed', on: '2026-01-20' }, on('2026-01-26')))).toBe('agreement/unknown-event');
  });

  it('is set beforehand where it gives its date to the step that stands for it, and then waits for no suspension', () => {
    const plan = value(recordEvent(open(template(visit(fromVisit, ['visit-agreed']))), { event: 'visit-agreed', on: '2026-05-20' }, on('2026-01-26'))).plan;
    expect(of(plan, 'visit')).toMatchObject({ dueOn: '2026-05-30', status: 'open' });
    const resumed = run(run(plan, suspend, '2026-02-01').plan, { name: 'resume', mode: 'shift' }, '2026-02-11').plan;
    expect(of(resumed, 'visit').dueOn).toBe('2026-05-30');
    expect(of(resumed, 'joint-committee').dueOn).not.toBe(of(plan, 'joint-committee').dueOn);
  });
});

describe('suspending and resuming', () => {
  it('remembers since when and why, and goes back to what it was', () => {
    const suspended = run(open(), suspend, '2026-02-01');
    expect(suspended.plan.agreement).toMatchObject({ status: 'suspended', statusOn: '2026-02-01', statusReason: 'elections', statusBefore: 'active' });
    expect(suspended.moved).toEqual([]);
    const resumed = run(suspended.plan, { name: 'resume', mode: 'keep' }, '2026-03-01').plan;
    // What would have come again meanwhile is not asked for afterwards.
    expect(resumed.agreement.repeatsFrom).toBe('2026-03-01');
    expect({ ...resumed, agreement: { ...resumed.agreement, repeatsFrom: '2026-01-26' } }).toEqual(open());
  });

  it('goes on preparing what was never signed, unless it was signed meanwhile', () => {
    const suspended = run(open(TWINNING_V1, { opened: '2025-12-01' }), suspend, '2026-02-01').plan;
    expect(run(suspended, { name: 'resume', mode: 'keep' }, '2026-03-01').plan.agreement.status).toBe('preparing');
    const signed = value(recordEvent(suspended, { event: 'signed', on: '2026-02-20' }, on('2026-02-20'))).plan;
    expect([signed.agreement.status, run(signed, { name: 'resume', mode: 'keep' }, '2026-03-01').plan.agreement.status]).toEqual(['suspended', 'active']);
  });

  it('moves what was under way by the days that passed, and what hangs on it once; the term stands', () => {
    const before = open();
    const { plan, moved } = run(run(before, suspend, '2026-02-01').plan, { name: 'resume', mode: 'shift' }, '2026-02-11');
    expect(of(plan, 'focal-points')).toMatchObject({ dueOn: addDays(of(before, 'focal-points').dueOn ?? '', 10), originalDueOn: '2025-11-15', pinned: true });
    expect(of(plan, 'funding-plan')).toMatchObject({ dueOn: addDays(of(before, 'funding-plan').dueOn ?? '', 10), pinned: false, provisional: true });
    expect(of(plan, 'renewal-prepared')).toEqual(of(before, 'renewal-prepared'));
    expect(moved.map(({ milestoneId }) => milestoneId).sort()).toEqual(['action-plan', 'first-action', 'focal-points', 'funding-plan', 'joint-committee']);
  });

  it('leaves the dates of the law and those that were done', () => {
    const before = open(TWINNING_V1, { opened: '2025-09-01', deliberation: '2026-01-20' });
    const { plan } = run(run(before, suspend, '2026-02-01').plan, { name: 'resume', mode: 'shift' }, '2026-03-01');
    for (const key of ['sent-to-governor', 'partner-approval', 'council-deliberation']) expect(of(plan, key), key).toEqual(of(before, key));
    expect(of(plan, 'partner-profile').dueOn).toBe(addDays(of(before, 'partner-profile').dueOn ?? '', 28));
  });

  it('keeps the first date when a step was moved before, and begins a new cycle where somebody was reminded', () => {
    const rescheduled = value(decide(open(), 'action-plan', { name: 'reschedule', dueOn: '2026-05-01', reason: 'r' }, on('2026-01-26'))).plan;
    const reminded: Plan = { ...rescheduled, milestones: rescheduled.milestones.map((one) => ({ ...one, rungSent: one.key === 'action-plan' })) };
    const { plan } = run(run(reminded, suspend, '2026-02-01').plan, { name: 'resume', mode: 'shift' }, '2026-02-02');
    expect(of(plan, 'action-plan')).toMatchObject({ dueOn: '2026-05-02', originalDueOn: '2026-01-29', cycleNo: 1 });
    expect(of(plan, 'focal-points').cycleNo).toBe(0);
  });

  it('is not resumed after its term, before somebody says until when it was renewed', () => {
    const suspended = run(open(ALREADY_SIGNED_V1, { signed: '2025-10-31', expiry: '2026-06-30' }), suspend, '2026-02-01').plan;
    expect(code(decideLife(suspended, { name: 'resume', mode: 'keep' }, on('2026-06-30')))).toBe('allowed');
    expect(code(decideLife(suspended, { name: 'resume', mode: 'keep' }, on('2026-07-01')))).toBe('agreement/term-over');
    const renewed = value(recordEvent(suspended, { event: 'expiry', on: '2029-06-30' }, on('2026-07-01'))).plan;
    expect(code(decideLife(renewed, { name: 'resume', mode: 'shift' }, on('2026-07-01')))).toBe('allowed');
  });
});

describe('the end of an agreement', () => {
  it.each([[{ name: 'complete' }, 'completed', null], [{ name: 'terminate', reason: 'by the partner' }, 'terminated', 'by the partner']] as const)('%o gives up what is unfinished and records its day', (command, status, reason) => {
    const { plan, cancelled } = run(open(), command, '2026-02-01');
    expect(plan.agreement).toMatchObject({ status, statusOn: '2026-02-01', statusReason: reason });
    expect(plan.events.ended).toBe('2026-02-01');
    expect(cancelled).toHaveLength(8);
    expect(plan.milestones.every((one) => isFinished(one.status))).toBe(true);
    expect(code(recordEvent(plan, { event: 'expiry', on: '2030-01-01' }, on('2026-02-02')))).toBe('agreement/closed');
  });

  it('keeps an end that was recorded before', () => {
    const ended = value(recordEvent(open(), { event: 'ended', on: '2026-01-20' }, on('2026-01-26'))).plan;
    expect(run(ended, { name: 'complete' }, '2026-02-01').plan.events.ended).toBe('2026-01-20');
  });

  it('comes by itself on the day after the term, unless it was renewed, and once', () => {
    const plan = open(ALREADY_SIGNED_V1, { signed: '2025-10-31', expiry: '2026-03-31' });
    expect(code(expire(plan, on('2026-03-31')))).toBe('agreement/not-allowed-in-status');
    const expired = value(expire(plan, on('2026-04-30'))).plan;
    expect(expired.agreement).toMatchObject({ status: 'expired', statusOn: '2026-03-31' });
    expect(expired.events.ended).toBe('2026-03-31');
    expect(code(expire(expired, on('2026-04-30')))).toBe('agreement/not-allowed-in-status');
    const renewed = value(recordEvent(plan, { event: 'expiry', on: '2029-03-31' }, on('2026-04-01'))).plan;
    expect(code(expire(renewed, on('2026-04-30')))).toBe('agreement/not-allowed-in-status');
    expect(code(recordEvent(expired, { event: 'expiry', on: '2029-03-31' }, on('2026-05-01')))).toBe('agreement/closed');
  });
});

/** The life of an agreement as one would tell it, without the table. */
const ORACLE: Record<string, (now: AgreementStatus, was: AgreementStatus) => AgreementStatus | 'refused'> = {
  suspend: (now) => (now === 'preparing' || now === 'active' ? 'suspended' : 'refused'),
  resume: (now, was) => (now === 'suspended' ? was : 'refused'),
  complete: (now) => (now === 'active' ? 'completed' : 'refused'),
  terminate: (now) => (['completed', 'terminated', 'expired'].includes(now) ? 'refused' : 'terminated'),
};

describe('for any agreement and any acts', () => {
  const command = fc.constantFrom<AgreementLifeCommand>(suspend, { name: 'resume', mode: 'keep' }, { name: 'resume', mode: 'shift' }, { name: 'complete' }, { name: 'terminate', reason: 'r' });
  const begun = fc.constantFrom(open(), open(TWINNING_V1, { opened: '2025-10-27' }), open(TWINNING_V1, { opened: '2025-09-01', deliberation: '2025-10-27', signed: '2025-10-31' }));
  const acts = fc.array(fc.record({ command, wait: fc.integer({ min: 0, max: 60 }) }), { maxLength: 8 });

  it('only the known transitions happen, refusals are coded, and the plan stays what its rules make of it', () => {
    fc.assert(fc.property(begun, acts, (first, list) => {
      let plan = first;
      let was = first.agreement.status;
      let today = '2026-01-26';
      for (const { command: act, wait } of list) {
        today = addDays(today, wait);
        const expected = ORACLE[act.name]?.(plan.agreement.status, was);
        if (act.name === 'suspend' && expected !== 'refused') was = plan.agreement.status;
        const decided = decideLife(plan, act, on(today));
        if (!decided.ok) { expect([decided.code, expected]).toEqual(['agreement/not-allowed-in-status', 'refused']); continue; }
        plan = decided.value.plan;
        expect(plan.agreement.status).toBe(expected);
        expect(withDates(plan)).toEqual(plan);
      }
    }), { numRuns: 2_000 });
  });

  it('suspend and resume(keep) change no date; resume(shift) moves settled ones by the days that passed, or not at all', () => {
    fc.assert(fc.property(begun, fc.integer({ min: 0, max: 400 }), (plan, days) => {
      const suspended = run(plan, suspend, '2026-02-01').plan;
      const back = addDays('2026-02-01', days);
      expect(dates(run(suspended, { name: 'resume', mode: 'keep' }, back).plan)).toEqual(dates(plan));
      const { plan: later } = run(suspended, { name: 'resume', mode: 'shift' }, back);
      for (const step of plan.milestones) {
        const now = of(later, step.key);
        const standing = ['approval', 'renewal'].includes(plan.template.milestones.find(({ key }) => key === step.key)?.stage ?? '');
        if (step.dueOn === null || isFinished(step.status)) expect(now.dueOn).toBe(step.dueOn);
        else if (!step.provisional) expect(now.dueOn).toBe(standing ? step.dueOn : addDays(step.dueOn, days));
        if (now.pinned && !step.pinned) expect(now.originalDueOn).toBe(step.dueOn);
      }
    }), { numRuns: 2_000 });
  });
});
