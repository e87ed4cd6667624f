import { WAITING_ON, type LegalAnswer } from '@tawama/contracts';
import { addDays, daysBetween, type DueRule, type WorkflowTemplate } from '@tawama/workflow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openAgreement, recordEvent } from '../agreements/commands.js';
import { decide } from '../milestones/commands.js';
import type { Circumstances, Plan, PlanChange, PlanMilestone } from '../plans/plan.js';
import type { Result } from '../result.js';
import { TWINNING_V1, TWINNING_V2 } from '../templates/index.js';
import { answerOf } from './answer.js';
import { dayOfPeriod, isAnswering, otherLengths } from './authority.js';
import { clockedSteps, legalClockOf, type RecordedOutcome } from './clock.js';

const at = (today: string): Circumstances => ({ today, now: `${today}T08:00:00.000Z`, people: [] });
const RECEIVED = '2026-03-02';
const LAST = '2026-03-22';
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.code} ${result.path ?? ''}`);
  return result.value;
};
const weekends = { weekend: [6, 7] as const, holidays: new Set<string>() };
const open = (template = TWINNING_V2, receivedOn: string | null = RECEIVED): Plan => {
  const plan = value(openAgreement(template, { id: 'a', events: { opened: '2025-10-27', deliberation: '2026-02-20' }, idOf: (key) => key, calendars: { home: weekends, partner: weekends, sessions: [] } }, at('2026-02-20'))).plan;
  const dated: Plan = { ...plan, calendars: { home: weekends, partner: { ...weekends, holidays: new Set([LAST]) }, sessions: [] } };
  return receivedOn === null ? dated : value(recordEvent(dated, { event: 'receivedByProvince', on: receivedOn }, at(receivedOn))).plan;
};
const of = (plan: Plan, key = 'governor-visa'): PlanMilestone => {
  const found = plan.milestones.find((milestone) => milestone.key === key);
  if (!found) throw new Error(key);
  return found;
};
const clock = (plan: Plan, today: string, recorded: RecordedOutcome | null = null) => legalClockOf(plan, of(plan), today, recorded);
const answer = (plan: Plan, given: Partial<LegalAnswer>, today = '2026-03-25'): Result<PlanChange> => answerOf(plan, 'governor-visa', { outcome: 'visa', on: '2026-03-20', note: 'dossier 12', ...given }, at(today));
const refusal = (result: Result<unknown>) => (result.ok ? 'allowed' : `${result.code} ${result.path ?? ''}`.trim());

describe('the legal clock', () => {
  it('begins with the recorded receipt, and only for steps whose time the law sets', () => {
    expect(clock(open(TWINNING_V2, null), '2026-03-02')).toBeNull();
    expect(clock(open(TWINNING_V1), '2026-03-02')).toBeNull();
    expect(clock(open(), '2026-03-02')).toEqual({
      milestoneId: 'governor-visa', receivedOn: RECEIVED, days: 20, lastDay: LAST, provisional: false, dayOff: 'both', waitingOn: 'governor', daysLeft: 20, daysOver: 0, state: 'running', outcome: null,
    });
  });

  it('runs for an authority that answers, and never for what the club itself owes in time', () => {
    expect(clockedSteps(TWINNING_V2)).toEqual([{ key: 'governor-visa', events: ['receivedByProvince'], steps: [] }]);
    expect(clockedSteps(TWINNING_V1)).toEqual([]);
    expect(legalClockOf(open(), of(open(), 'sent-to-governor'), '2026-03-02', null)).toBeNull();
    for (const authority of WAITING_ON) {
      const template: WorkflowTemplate = { ...TWINNING_V2, milestones: TWINNING_V2.milestones.map((one) => (one.key === 'governor-visa' ? { ...one, responsible: { authority, counterpart: false } } : one)) };
      expect([authority, clock(open(template), '2026-03-05') !== null]).toEqual([authority, ['governor', 'partnerCouncil', 'partnerCity'].includes(authority)]);
      expect(clockedSteps(template).length).toBe(isAnswering(authority) ? 1 : 0);
    }
    expect([null, undefined, 'toString'].map(isAnswering)).toEqual([false, false, false]);
  });

  it('counts its days from the receipt on, and names the lengths of notes that say otherwise', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 400 }), (later) => {
      const one = clock(open(), addDays(RECEIVED, later));
      expect(one && dayOfPeriod(one)).toBe(Math.min(later, 20));
    }), { numRuns: 40 });
    expect(dayOfPeriod({ days: -20, daysLeft: 3 })).toBeNull();
    expect(otherLengths({ days: 20, legalNotes: [{ days: 30 }, { days: null }, { days: 20 }, { days: 15 }, { days: 30 }] })).toEqual([15, 30]);
  });

  it('asks once the last day has passed, and decides nothing', () => {
    const plan = open();
    expect(clock(plan, LAST)).toMatchObject({ state: 'running', daysLeft: 0 });
    expect(clock(plan, '2027-03-22')).toMatchObject({ state: 'asking', daysLeft: 0, daysOver: 365, outcome: null });
    expect(of(plan).status).toBe('open');
  });

  it('is the law\'s: a date that somebody sets changes nothing of it', () => {
    const moved = value(decide(open(), 'governor-visa', { name: 'reschedule', dueOn: '2026-05-04', reason: 'x' }, at('2026-03-03'))).plan;
    expect(of(moved).dueOn).toBe('2026-05-04');
    expect(clock(moved, '2026-03-23')).toMatchObject({ lastDay: LAST, state: 'asking', dayOff: 'both' });
  });

  it('begins with the last of several days, counts working days, and tells when one of them is only estimated', () => {
    const counted = (due: DueRule): WorkflowTemplate => ({ ...TWINNING_V2, milestones: TWINNING_V2.milestones.map((one) => (one.key === 'governor-visa' ? { ...one, due } : one)) });
    const both = counted({ rule: 'latest', of: [{ rule: 'offset', from: { event: 'receivedByProvince' }, days: 20 }, { rule: 'offset', from: { event: 'partnerApproval' }, days: 5 }] });
    expect(clock(open(both), '2026-03-05')).toBeNull();
    const approved = value(recordEvent(open(both), { event: 'partnerApproval', on: '2026-03-05' }, at('2026-03-05'))).plan;
    expect(clock(approved, '2026-03-05')).toMatchObject({ receivedOn: '2026-03-05', lastDay: LAST });
    const holidays = new Set(['2026-03-04']);
    const working = { ...open(counted({ rule: 'offset', from: { event: 'receivedByProvince' }, working: { days: 5, side: 'home' } })), calendars: { home: { weekend: [6, 7] as const, holidays, estimated: holidays }, partner: weekends, sessions: [] } };
    expect(clock(working, '2026-03-05')).toMatchObject({ receivedOn: RECEIVED, days: 8, lastDay: '2026-03-10', provisional: true, dayOff: null });
  });

  it('is there no more for a step that does not apply', () => {
    expect(clock(value(decide(open(), 'governor-visa', { name: 'mark-not-applicable', reason: 'x' }, at('2026-03-03'))).plan, LAST)).toBeNull();
  });

  it('never lies about its days, whenever it began and whenever somebody looks', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 900 }), (from, later) => {
      const receivedOn = addDays('2026-02-20', from);
      const today = addDays(receivedOn, later);
      const one = clock(open(TWINNING_V2, receivedOn), today);
      if (!one) throw new Error('no clock');
      expect(daysBetween(one.receivedOn, one.lastDay)).toBe(20);
      expect(one.daysLeft - one.daysOver).toBe(daysBetween(today, one.lastDay));
      expect(one.state).toBe(later > 20 ? 'asking' : 'running');
      expect(one.dayOff === null).toBe(one.lastDay !== LAST && ![6, 7].includes(((daysBetween('2026-01-05', one.lastDay) % 7) + 7) % 7 + 1));
    }), { numRuns: 60 });
  });
});

describe('an outcome', () => {
  it('as visa completes the step on its day and records the event', () => {
    const { plan } = value(answer(open(), {}));
    expect(of(plan)).toMatchObject({ status: 'done', doneOn: '2026-03-20', statement: 'dossier 12' });
    expect(plan.events.visa).toBe('2026-03-20');
    const recorded = { outcome: 'visa', means: null, on: '2026-03-20', note: 'dossier 12' } as const;
    expect(clock(plan, '2026-03-25', recorded)).toMatchObject({ state: 'answered', outcome: recorded });
    const reopened = value(decide(plan, 'governor-visa', { name: 'reopen', reason: 'x' }, at('2026-03-25'))).plan;
    expect(clock(reopened, '2026-03-25', recorded)).toMatchObject({ state: 'asking', outcome: null });
  });

  it('as visa needs a proof or words', () => {
    const unproven: Plan = { ...open(), milestones: open().milestones.map((one) => ({ ...one, proof: 'none' as const })) };
    expect(refusal(answer(unproven, { note: '' }))).toBe('milestone/evidence-missing note');
    expect(refusal(answer(unproven, {}))).toBe('allowed');
    expect(refusal(answer({ ...unproven, milestones: unproven.milestones.map((one) => ({ ...one, proof: 'documented' as const })) }, { note: '' }))).toBe('allowed');
  });

  it('as refusal blocks the step, also a submitted one, until somebody goes on', () => {
    const submitted = value(decide(open(), 'governor-visa', { name: 'submit', doneOn: '2026-03-19', note: '' }, at('2026-03-19'))).plan;
    const { plan } = value(answer(submitted, { outcome: 'refusal' }));
    expect(of(plan)).toMatchObject({ status: 'blocked', doneOn: null, statement: 'dossier 12' });
    expect(plan.events.visa).toBeUndefined();
    const recorded = { outcome: 'refusal', means: null, on: '2026-03-20', note: 'dossier 12' } as const;
    expect(clock(plan, '2026-03-25', recorded)).toMatchObject({ state: 'answered', outcome: recorded });
    const resumed = value(decide(plan, 'governor-visa', { name: 'unblock' }, at('2026-03-25'))).plan;
    expect(clock(resumed, '2026-03-25', recorded)).toMatchObject({ state: 'asking', outcome: null });
  });

  it('as silence is what people say it is, and only after the last day', () => {
    const silence = { outcome: 'silence', on: '2026-03-23' } as const;
    expect(refusal(answer(open(), silence))).toBe('legal/meaning-needed means');
    expect(refusal(answer(open(), { ...silence, means: 'accepted', note: '' }))).toBe('legal/note-needed note');
    expect(refusal(answer(open(), { ...silence, on: LAST, means: 'accepted' }))).toBe('legal/not-over on');
    expect(of(value(answer(open(), { ...silence, means: 'accepted' })).plan)).toMatchObject({ status: 'done', doneOn: '2026-03-23' });
    expect(of(value(answer(open(), { ...silence, means: 'refused' })).plan)).toMatchObject({ status: 'blocked', doneOn: null });
  });

  it('is refused where no time runs, before the receipt, and for tomorrow', () => {
    expect(refusal(answer(open(TWINNING_V2, null), {}))).toBe('legal/no-clock');
    expect(refusal(answer(open(TWINNING_V1), {}))).toBe('legal/no-clock');
    expect(refusal(answerOf(open(TWINNING_V2, null), 'sent-to-governor', { outcome: 'visa', on: '2026-02-25', note: 'x' }, at('2026-02-25')))).toBe('legal/no-clock');
    expect(refusal(answer(value(answer(open(), {})).plan, {}))).toBe('legal/no-clock');
    expect(refusal(answer(open(), { on: '2026-03-01' }))).toBe('event/before-anchor on');
    expect(refusal(answer(open(), { on: '2026-03-26' }))).toBe('milestone/done-in-the-future on');
    expect(refusal(answerOf(open(), 'nobody', { outcome: 'visa', on: LAST, note: '' }, at(LAST)))).toBe('record/not-found');
  });

  it('never completes a step by silence alone, whatever else is given', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 60 }), fc.constantFrom('', 'said'), fc.constantFrom(undefined, 'accepted' as const, 'refused' as const), (day, note, means) => {
      const on = addDays(RECEIVED, day);
      const result = answer(open(), { outcome: 'silence', on, note, ...(means === undefined ? {} : { means }) }, '2026-05-30');
      expect(result.ok).toBe(day > 20 && note !== '' && means !== undefined);
      if (result.ok) expect(of(result.value.plan).status).toBe(means === 'accepted' ? 'done' : 'blocked');
    }), { numRuns: 100 });
  });
});
