import type { EventDates, MilestoneCommand } from '@tawama/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeCoordinator, openAgreement, recordEvent, startReminders } from '../agreements/commands.js';
import { type Circumstances, type Plan, type PlanMilestone, type PlanPerson } from '../plans/plan.js';
import { replan, withDates } from '../plans/replan.js';
import type { Result } from '../result.js';
import { ALREADY_SIGNED_V1, TWINNING_V1, TWINNING_V2 } from '../templates/index.js';
import { decideLife } from '../agreements/life.js';
import { decide } from './commands.js';

const person = (id: string, of: PlanPerson['function'], side: PlanPerson['side'], more: Partial<PlanPerson> = {}): PlanPerson => ({ id, function: of, side, near: true, active: true, ...more });
const people: PlanPerson[] = [
  person('coordinator', 'coordinator', 'home'), person('lawyer', 'legal', 'home'), person('president', 'president', 'home'), person('former-protocol', 'protocol', 'home', { active: false }),
  person('finance-far', 'finance', 'home', { near: false }), person('finance-near', 'finance', 'home'),
  person('focal', 'focalPoint', 'partner'), person('mayor', 'mayorOffice', 'partner'), person('stranger', 'coordinator', 'other'),
];
const now: Circumstances = { today: '2026-01-26', now: '2026-01-26T08:00:00.000Z', people };

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.code} ${result.path ?? ''}`);
  return result.value;
};
const open = (template = TWINNING_V1, events: EventDates = { opened: '2025-10-27' }): Plan => value(openAgreement(template, { id: 'a', events, idOf: (key) => key }, now)).plan;
const of = (plan: Plan, key: string): PlanMilestone => {
  const found = plan.milestones.find((milestone) => milestone.key === key);
  if (!found) throw new Error(key);
  return found;
};
const run = (plan: Plan, key: string, command: MilestoneCommand) => value(decide(plan, key, command, now));
const after = (plan: Plan, key: string, ...commands: MilestoneCommand[]): Plan => commands.reduce((current, command) => run(current, key, command).plan, plan);
const refusal = (result: Result<unknown>) => (result.ok ? 'allowed' : result.code);

describe('opening an agreement', () => {
  it('gives each step its owner, who is waited for, and the partner at our side', () => {
    const plan = open();
    const who = (key: string) => { const { ownerId, counterpartId, waitingOn } = of(plan, key); return [ownerId, counterpartId, waitingOn]; };
    expect(who('letter-of-intent')).toEqual(['coordinator', 'focal', null]);
    expect(who('first-meeting')).toEqual(['coordinator', 'focal', 'both']);
    expect(who('draft-convention')).toEqual(['lawyer', 'focal', null]);
    expect(who('prior-consultation')).toEqual(['coordinator', null, 'president']);
    expect(who('governor-visa')).toEqual(['coordinator', null, 'governor']);
    expect(who('ceremony')).toEqual(['coordinator', 'focal', null]);
    expect(who('funding-plan')).toEqual(['finance-near', null, null]);
  });

  it('opens what can be dated from facts, and begins today when no date is given', () => {
    expect(open(TWINNING_V1, {}).events).toEqual({ opened: '2026-01-26' });
    const plan = open();
    expect(plan.milestones.filter(({ status }) => status === 'open').map(({ key }) => key)).toEqual(['letter-of-intent', 'partner-profile', 'first-meeting', 'draft-convention']);
    expect(plan.agreement.status).toBe('preparing');
  });

  it('takes past dates: the steps that they stand for are done on them', () => {
    const plan = open(TWINNING_V1, { opened: '2025-09-01', deliberation: '2025-10-27', signed: '2025-10-31' });
    expect(of(plan, 'council-deliberation')).toMatchObject({ status: 'done', doneOn: '2025-10-27', dueOn: '2025-10-27' });
    expect(of(plan, 'signature')).toMatchObject({ status: 'done', doneOn: '2025-10-31' });
    expect(of(plan, 'sent-to-governor')).toMatchObject({ status: 'open', dueOn: '2025-11-11' });
    expect(plan.events).toEqual({ opened: '2025-09-01', councilSession: '2025-10-27', deliberation: '2025-10-27', signed: '2025-10-31' });
    expect(plan.agreement.status).toBe('active');
  });

  it('of one already signed asks for the day of signature', () => {
    expect(openAgreement(ALREADY_SIGNED_V1, { id: 'a', events: {}, idOf: (key) => key }, now)).toMatchObject({ ok: false, code: 'agreement/missing-opening-event', path: 'events.signed' });
    expect(openAgreement(ALREADY_SIGNED_V1, { id: 'a', events: { signed: '2026-01-27' }, idOf: (key) => key }, now)).toMatchObject({ code: 'event/in-the-future', path: 'events.signed' });
    expect(openAgreement(ALREADY_SIGNED_V1, { id: 'a', events: { signed: '2025-10-31', expiry: '2025-10-30' }, idOf: (key) => key }, now)).toMatchObject({ code: 'event/before-anchor', path: 'events.expiry' });
    expect(open(ALREADY_SIGNED_V1, { signed: '2025-10-31', deliberation: '2025-10-27' }).agreement.status).toBe('active');
  });
});

describe('a date of reference', () => {
  it('recorded completes its step, opens and moves those that follow', () => {
    const planned = value(recordEvent(open(), { event: 'councilSession', on: '2026-02-05' }, now)).plan;
    expect(of(planned, 'council-deliberation')).toMatchObject({ status: 'open', dueOn: '2026-02-05' });
    const change = value(recordEvent(planned, { event: 'deliberation', on: '2026-01-20' }, now));
    expect(change.completed).toEqual(['council-deliberation']);
    expect(change.opened).toEqual(['sent-to-governor', 'partner-approval']);
    expect(change.moved).toContainEqual({ milestoneId: 'sent-to-governor', from: '2026-02-20', to: '2026-02-04' });
    expect(of(change.plan, 'governor-visa')).toMatchObject({ status: 'planned', provisional: true, dueOn: '2026-02-24' });
    expect(change.plan.events).toMatchObject({ councilSession: '2026-02-05', deliberation: '2026-01-20' });
  });

  it('can be corrected', () => {
    const plan = value(recordEvent(open(), { event: 'deliberation', on: '2026-01-20' }, now)).plan;
    const corrected = value(recordEvent(plan, { event: 'deliberation', on: '2026-01-10' }, now));
    expect(of(corrected.plan, 'council-deliberation').doneOn).toBe('2026-01-10');
    expect(of(corrected.plan, 'sent-to-governor').dueOn).toBe('2026-01-25');
    expect(corrected.completed).toEqual([]);
    expect(corrected.plan.events).toMatchObject({ councilSession: '2026-01-10', deliberation: '2026-01-10' });
  });

  it('lies in the past, but for a session that is convened and the end of the term', () => {
    const on = '2026-01-27';
    const answers = TWINNING_V1.events.map(({ key }) => [key, refusal(recordEvent(open(), { event: key as keyof EventDates, on }, now))]);
    expect(answers.filter(([, answer]) => answer === 'allowed').map(([key]) => key)).toEqual(['councilSession', 'expiry']);
    expect(new Set(answers.map(([, answer]) => answer))).toEqual(new Set(['allowed', 'event/in-the-future']));
    expect(recordEvent(open(), { event: 'visa', on }, now)).toMatchObject({ path: 'on' });
  });

  it('of an end does not lie before the signature', () => {
    const signed = open(ALREADY_SIGNED_V1, { signed: '2025-10-31' });
    expect(refusal(recordEvent(signed, { event: 'expiry', on: '2025-10-30' }, now))).toBe('event/before-anchor');
    const withTerm = value(recordEvent(signed, { event: 'expiry', on: '2025-12-31' }, now)).plan;
    expect(refusal(recordEvent(withTerm, { event: 'signed', on: '2026-01-01' }, now))).toBe('event/before-anchor');
  });

  it('is refused by an agreement that is over', () => {
    const over = { ...open(), agreement: { ...open().agreement, status: 'terminated' as const } };
    expect(refusal(recordEvent(over, { event: 'visa', on: '2026-01-01' }, now))).toBe('agreement/closed');
    expect(refusal(decide(over, 'letter-of-intent', { name: 'start' }, now))).toBe('agreement/closed');
    expect(refusal(startReminders(over, now))).toBe('agreement/closed');
  });
});

describe('a step', () => {
  const done: MilestoneCommand = { name: 'submit', doneOn: '2026-01-20', note: 'sent by post' };

  it('is submitted and accepted; that records the date it stands for', () => {
    const submitted = after(open(), 'signature', done);
    expect(of(submitted, 'signature')).toMatchObject({ status: 'submitted', doneOn: '2026-01-20', statement: 'sent by post' });
    expect(submitted.events.signed).toBeUndefined();
    const accepted = run(submitted, 'signature', { name: 'accept' });
    expect(accepted.plan.events.signed).toBe('2026-01-20');
    expect(accepted.plan.agreement.status).toBe('active');
    expect(accepted.completed).toEqual(['signature']);
    expect(of(accepted.plan, 'registration')).toMatchObject({ status: 'open', dueOn: '2026-01-27' });
  });

  it('keeps the session that was convened when the deliberation is accepted', () => {
    const plan = value(recordEvent(open(), { event: 'councilSession', on: '2026-01-19' }, now)).plan;
    const accepted = after(plan, 'council-deliberation', done, { name: 'accept' });
    expect(accepted.events).toMatchObject({ councilSession: '2026-01-19', deliberation: '2026-01-20' });
    expect(after(open(), 'council-deliberation', done, { name: 'accept' }).events).toMatchObject({ councilSession: '2026-01-20', deliberation: '2026-01-20' });
  });

  it('has begun, at the latest on the day it was done', () => {
    expect(of(after(open(), 'letter-of-intent', done), 'letter-of-intent')).toMatchObject({ startedOn: '2026-01-20', doneOn: '2026-01-20' });
    expect(of(after(open(), 'letter-of-intent', { name: 'start' }, done), 'letter-of-intent').startedOn).toBe('2026-01-20');
  });

  it('comes back to be completed, open', () => {
    expect(of(after(open(), 'signature', done, { name: 'return', reason: 'a page is missing' }), 'signature')).toMatchObject({ status: 'open', doneOn: null, statement: 'a page is missing', dueOn: null });
  });

  it('is not done tomorrow', () => {
    expect(decide(open(), 'letter-of-intent', { ...done, doneOn: '2026-01-27' }, now)).toMatchObject({ ok: false, code: 'milestone/done-in-the-future', path: 'doneOn' });
  });

  it('goes back, unblocked, to where its dates put it', () => {
    const around = (key: string, ...before: MilestoneCommand[]) => of(after(open(), key, ...before, { name: 'block', reason: 'no reply' }, { name: 'unblock' }), key).status;
    expect([around('letter-of-intent'), around('legal-review'), around('legal-review', { name: 'start' })]).toEqual(['open', 'planned', 'open']);
  });

  it('that does not apply lets those that follow open', () => {
    const change = run(open(), 'draft-convention', { name: 'mark-not-applicable', reason: 'the text came from the partner' });
    expect(change.opened).toEqual(['legal-review', 'prior-consultation']);
    expect(of(change.plan, 'legal-review')).toMatchObject({ dueOn: '2026-01-20', provisional: false });
  });

  it('rescheduled keeps its first date, moves those that follow, and counts a new cycle only when somebody was reminded', () => {
    const change = run(open(), 'draft-convention', { name: 'reschedule', dueOn: '2026-02-10', reason: 'translation' });
    expect(of(change.plan, 'draft-convention')).toMatchObject({ dueOn: '2026-02-10', originalDueOn: '2026-01-10', pinned: true, cycleNo: 0, status: 'open' });
    expect(change.moved).toEqual([
      { milestoneId: 'draft-convention', from: '2026-01-10', to: '2026-02-10' },
      { milestoneId: 'legal-review', from: '2026-01-20', to: '2026-02-20' },
      { milestoneId: 'prior-consultation', from: '2026-01-25', to: '2026-02-25' },
    ]);
    const reminded: Plan = { ...change.plan, milestones: change.plan.milestones.map((milestone) => ({ ...milestone, rungSent: true })) };
    const again = run(reminded, 'draft-convention', { name: 'reschedule', dueOn: '2026-03-01', reason: 'translation' });
    expect(of(again.plan, 'draft-convention')).toMatchObject({ originalDueOn: '2026-01-10', cycleNo: 1, rungSent: false });
    expect(of(again.plan, 'legal-review').cycleNo).toBe(0);
    expect(of(run(reminded, 'draft-convention', { name: 'reschedule', dueOn: '2026-02-10', reason: 'same' }).plan, 'draft-convention').cycleNo).toBe(0);
  });

  it('can be given a date while nothing is known that it could be counted from', () => {
    const change = run(open(), 'council-deliberation', { name: 'reschedule', dueOn: '2026-02-05', reason: 'the session of February' });
    expect(of(change.plan, 'council-deliberation')).toMatchObject({ status: 'planned', dueOn: '2026-02-05', provisional: false });
    expect(of(change.plan, 'sent-to-governor')).toMatchObject({ status: 'planned', dueOn: '2026-02-20', provisional: true });
  });

  it.each([
    ['lawyer', undefined, 'allowed'], ['lawyer', 'focal', 'allowed'], ['lawyer', null, 'allowed'],
    ['focal', undefined, 'milestone/owner-not-home'], ['stranger', undefined, 'milestone/owner-not-home'], ['nobody', undefined, 'milestone/owner-not-home'],
    ['president', undefined, 'milestone/owner-is-authority'], ['former-protocol', undefined, 'person/inactive'],
    ['lawyer', 'coordinator', 'milestone/counterpart-not-partner'], ['lawyer', 'mayor', 'milestone/owner-is-authority'],
  ])('given to %s with %s: %s', (ownerId, counterpartId, expected) => {
    expect(refusal(decide(open(), 'letter-of-intent', { name: 'assign', ownerId, counterpartId }, now))).toBe(expected);
  });

  it('keeps its counterpart unless told otherwise, and notes the day', () => {
    expect(of(run(open(), 'letter-of-intent', { name: 'assign', ownerId: 'lawyer' }).plan, 'letter-of-intent')).toMatchObject({ ownerId: 'lawyer', counterpartId: 'focal', assignedOn: '2026-01-26' });
    expect(of(run(open(), 'letter-of-intent', { name: 'assign', ownerId: 'lawyer', counterpartId: null }).plan, 'letter-of-intent').counterpartId).toBeNull();
  });

  it('is accepted with a proof where one is asked for, or with a reason why there is none', () => {
    const submitted = after(open(TWINNING_V2), 'signature', done);
    const proven = (proof: PlanMilestone['proof']): Plan => ({ ...submitted, milestones: submitted.milestones.map((one) => (one.key === 'signature' ? { ...one, proof } : one)) });
    const accept = (proof: PlanMilestone['proof'], more: { withoutEvidence?: string } = {}) => decide(proven(proof), 'signature', { name: 'accept', ...more }, now);
    expect(accept('none')).toEqual({ ok: false, code: 'milestone/evidence-missing', path: 'withoutEvidence', named: TWINNING_V1.milestones.find(({ key }) => key === 'signature')?.evidence });
    expect(refusal(accept('declared'))).toBe('milestone/evidence-missing');
    expect([accept('documented'), accept('confirmedByBoth'), accept('seenOnSite'), accept('none', { withoutEvidence: 'lost in the post' })].map(refusal)).toEqual(['allowed', 'allowed', 'allowed', 'allowed']);
    expect(value(recordEvent(proven('none'), { event: 'signed', on: '2026-01-20' }, now)).plan.agreement.status).toBe('active');
  });

  it("is accepted on somebody's word where the template asks for no more", () => {
    const plan = open();
    const bare = { ...plan, milestones: plan.milestones.map((one) => ({ ...one, proof: 'none' as const })) };
    expect(refusal(decide(after(bare, 'signature', done), 'signature', { name: 'accept' }, now))).toBe('allowed');
  });

  it('is confirmed for a day that has come, and denied, without any change of the plan', () => {
    const plan = open();
    expect(decide(plan, 'signature', { name: 'confirm', side: 'partner', on: '2026-01-27' }, now)).toMatchObject({ code: 'milestone/done-in-the-future', path: 'on' });
    const alone: Plan = { ...plan, template: { ...plan.template, milestones: plan.template.milestones.map((one) => (one.key === 'signature' ? { ...one, confirmations: 'home' as const } : one)) } };
    for (const command of [{ name: 'confirm', side: 'partner', on: '2025-11-01' }, { name: 'deny', side: 'partner', reason: 'not seen' }] as const) expect(decide(alone, 'signature', command, now)).toMatchObject({ code: 'milestone/side-not-asked', path: 'side' });
    expect(decide(alone, 'signature', { name: 'confirm', side: 'home', on: '2025-11-01' }, now).ok).toBe(true);
    for (const command of [{ name: 'confirm', side: 'home', on: '2025-11-01' }, { name: 'deny', side: 'partner', reason: 'not seen' }] as const) {
      expect(run(plan, 'signature', command)).toEqual(replan(plan, plan));
    }
  });

  it('that is reopened takes back the date that its acceptance recorded, and what was counted from it', () => {
    const accepted = after(open(), 'signature', done, { name: 'accept' });
    const change = run(accepted, 'signature', { name: 'reopen', reason: 'the originals differ' });
    expect(of(change.plan, 'signature')).toMatchObject({ status: 'open', doneOn: null, startedOn: '2026-01-20', statement: 'the originals differ' });
    expect(change.plan.events.signed).toBeUndefined();
    expect(change.plan.agreement.status).toBe('preparing');
    expect(of(change.plan, 'registration')).toMatchObject({ status: 'planned', dueOn: null });
    expect(change.moved).toContainEqual({ milestoneId: 'registration', from: '2026-01-27', to: null });
    expect(change.opened).toEqual([]);
    const again = after(change.plan, 'signature', { ...done, doneOn: '2026-01-22' }, { name: 'accept' });
    expect([again.events.signed, of(again, 'registration').dueOn]).toEqual(['2026-01-22', '2026-01-29']);
  });

  it('that is reopened leaves a date that somebody recorded or corrected by itself, and what was begun or done meanwhile', () => {
    const accepted = after(open(), 'signature', done, { name: 'accept' });
    for (const on of ['2026-01-19', '2026-01-20']) {
      const corrected = value(recordEvent(accepted, { event: 'signed', on }, now)).plan;
      const kept = run(corrected, 'signature', { name: 'reopen', reason: 'r' }).plan;
      expect([kept.events.signed, kept.agreement.status, of(kept, 'registration').status]).toEqual([on, 'active', 'open']);
    }
    const begun = after(accepted, 'registration', { name: 'start' });
    const worked = after(begun, 'entry-into-force', { ...done, doneOn: '2026-01-21' }, { name: 'accept' });
    const reopened = run(worked, 'signature', { name: 'reopen', reason: 'r' }).plan;
    expect([of(reopened, 'registration').status, of(reopened, 'entry-into-force').status, reopened.events.inForce]).toEqual(['open', 'done', '2026-01-21']);
  });

  it('keeps the session that was convened when the deliberation is reopened', () => {
    const convened = value(recordEvent(open(), { event: 'councilSession', on: '2026-01-19' }, now)).plan;
    const reopened = after(convened, 'council-deliberation', done, { name: 'accept' }, { name: 'reopen', reason: 'r' });
    expect(reopened.events).toEqual({ opened: '2025-10-27', councilSession: '2026-01-19' });
  });

  it('of a suspended agreement that loses its signature goes back to being prepared', () => {
    const suspended = value(decideLife(after(open(), 'signature', done, { name: 'accept' }), { name: 'suspend', reason: 'r' }, now)).plan;
    expect(run(suspended, 'signature', { name: 'reopen', reason: 'r' }).plan.agreement).toMatchObject({ status: 'suspended', statusBefore: 'preparing' });
  });

  it('that did not apply is planned again', () => {
    const dropped = after(open(), 'legal-review', { name: 'mark-not-applicable', reason: 'r' });
    expect(of(run(dropped, 'legal-review', { name: 'reopen', reason: 'it does' }).plan, 'legal-review')).toMatchObject({ status: 'planned', doneOn: null });
  });

  it('that is not there is not found', () => expect(refusal(decide(open(), 'lost', { name: 'start' }, now))).toBe('record/not-found'));
});

it('reminders are started once', () => {
  const started = value(startReminders(open(), now)).plan;
  expect(started.agreement.remindersStartedAt).toBe(now.now);
  expect(refusal(startReminders(started, now))).toBe('agreement/reminders-already-started');
});

it('another coordinator follows what the earlier one followed, and nothing that is finished', () => {
  const plan = value(recordEvent(open(), { event: 'partnerApproval', on: '2026-01-20' }, now)).plan;
  const handed = value(changeCoordinator(plan, 'lawyer', now)).plan;
  expect([handed.agreement.coordinatorId, of(handed, 'governor-visa').ownerId, of(handed, 'partner-approval').ownerId, of(handed, 'funding-plan').ownerId]).toEqual(['lawyer', 'lawyer', 'coordinator', 'finance-near']);
  expect(refusal(changeCoordinator(plan, 'president', now))).toBe('milestone/owner-is-authority');
  expect(of(value(changeCoordinator(value(changeCoordinator(plan, null, now)).plan, 'coordinator', now)).plan, 'governor-visa').ownerId).toBe('coordinator');
});

const keys = TWINNING_V1.milestones.map(({ key }) => key);
const dayArb = fc.integer({ min: 0, max: 60 }).map((days) => `2026-0${1 + Math.floor(days / 28)}-${String(1 + (days % 28)).padStart(2, '0')}`);
const commandArb: fc.Arbitrary<MilestoneCommand> = fc.oneof(
  fc.constantFrom<MilestoneCommand>({ name: 'start' }, { name: 'accept' }, { name: 'return', reason: 'r' }, { name: 'block', reason: 'r' }, { name: 'unblock' }, { name: 'mark-not-applicable', reason: 'r' }, { name: 'assign', ownerId: 'lawyer' }, { name: 'reopen', reason: 'r' }, { name: 'deny', side: 'home', reason: 'r' }),
  dayArb.map((doneOn): MilestoneCommand => ({ name: 'submit', doneOn, note: '' })),
  dayArb.map((dueOn): MilestoneCommand => ({ name: 'reschedule', dueOn, reason: 'r' })),
);
const actArb = fc.oneof(
  fc.record({ key: fc.constantFrom(...keys), command: commandArb }),
  fc.record({ event: fc.constantFrom('councilSession', 'deliberation', 'receivedByProvince', 'visa', 'partnerApproval', 'signed', 'inForce', 'expiry'), on: dayArb }),
);

/** What is wrong with a change; plain comparisons, because they are made a million times. */
function wrongs(before: Plan, after: Plan, isMove: (milestone: PlanMilestone) => boolean, isReopened: (milestone: PlanMilestone) => boolean): string[] {
  const found: string[] = [];
  after.milestones.forEach((milestone, place) => {
    const was = before.milestones[place];
    if (!was) return;
    const say = (what: string) => found.push(`${milestone.key} ${what}`);
    if ((was.status === 'done' || was.status === 'notApplicable') && milestone.status !== was.status && !isReopened(milestone)) say('came back');
    if ((milestone.doneOn !== null) !== (milestone.status === 'done' || milestone.status === 'submitted')) say('and the day it was done');
    if (milestone.status === 'done' && TWINNING_V1.milestones[place]?.produces.some((event) => !(event in after.events))) say('left no date');
    if (milestone.pinned && was.pinned && milestone.dueOn !== was.dueOn && !isMove(milestone)) say('moved though a person had set it');
  });
  if ((after.agreement.status === 'active') !== (after.events.signed !== undefined)) found.push('the signature');
  return found;
}

describe('whatever people do', () => {
  it('the plan stays one: computing it again changes nothing, finished stays finished, and what is done has its dates recorded', () => {
    fc.assert(fc.property(fc.array(actArb, { maxLength: 30 }), (acts) => {
      let plan = open();
      for (const act of acts) {
        const given = JSON.stringify(plan);
        const attempt = () => ('event' in act ? recordEvent(plan, { event: act.event as keyof EventDates, on: act.on }, now) : decide(plan, act.key, act.command, now));
        const tried = attempt();
        const done = attempt();
        if (JSON.stringify(plan) !== given || JSON.stringify(tried) !== JSON.stringify(done)) throw new Error('trying changed something');
        if (!done.ok) continue;
        const { plan: next } = done.value;
        if (JSON.stringify(withDates(next)) !== JSON.stringify(next)) throw new Error('computing again changes something');
        const again = replan(next, next);
        if (again.moved.length + again.completed.length + again.opened.length > 0) throw new Error('replanning moves something');
        expect(wrongs(plan, next, ({ key }) => 'command' in act && act.command.name === 'reschedule' && act.key === key, ({ key }) => 'command' in act && act.command.name === 'reopen' && act.key === key)).toEqual([]);
        plan = next;
      }
    }), { numRuns: 500 });
  }, 60_000);
});
