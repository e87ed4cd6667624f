import type { EventDates } from '@tawama/contracts';
import { addMonths, type Condition, isFinished, type TemplateMilestone, type WorkflowTemplate } from '@tawama/workflow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideLife } from '../agreements/life.js';
import { attributesOf } from '../agreements/attributes.js';
import { openAgreement, recordEvent } from '../agreements/commands.js';
import { decide } from '../milestones/commands.js';
import type { Result } from '../result.js';
import { ALREADY_SIGNED_V2, DEFAULT_TEMPLATES, TWINNING_V2 } from '../templates/index.js';
import { laidOutUntil } from './occurrences.js';
import type { Circumstances, Plan, PlanChange, PlanMilestone } from './plan.js';
import { replan } from './replan.js';

const on = (today: string): Circumstances => ({ today, now: `${today}T08:00:00.000Z`, people: [] });
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.code} ${result.path ?? ''}`);
  return result.value;
};
const open = (template: WorkflowTemplate = ALREADY_SIGNED_V2, events: EventDates = { signed: '2025-10-31' }, today = '2026-01-26'): Plan =>
  value(openAgreement(template, { id: 'a', events, idOf: (key) => key }, on(today))).plan;
const later = (plan: Plan, today: string): PlanChange => replan(plan, { ...plan, laidOutUntil: laidOutUntil(today) });
const series = (plan: Plan, key: string) => plan.milestones.filter((one) => one.key.startsWith(`${key}#`));
const told = (plan: Plan, key: string): string[] => series(plan, key).map(({ key: name, status, dueOn }) => `${name} ${status} ${dueOn}`);
const of = (plan: Plan, key: string): PlanMilestone => {
  const found = plan.milestones.find((milestone) => milestone.key === key);
  if (!found) throw new Error(key);
  return found;
};

describe('steps that come again', () => {
  it('are laid out from the day the agreement is followed to the end of the month thirteen months ahead', () => {
    expect(laidOutUntil('2026-01-26')).toBe('2027-02-28');
    expect(told(open(), 'progress-report')).toEqual(['progress-report#2 open 2026-04-10', 'progress-report#3 open 2026-07-10', 'progress-report#4 open 2026-10-10', 'progress-report#5 open 2027-01-10']);
    expect(told(open(), 'field-check')).toEqual(['field-check#1 open 2026-10-31']);
    // The committee is not there yet: it is expected, and its meetings are with it.
    expect(told(open(), 'committee-meeting')).toEqual(['committee-meeting#1 planned 2026-06-30', 'committee-meeting#2 planned 2026-12-30']);
    expect(open().milestones.some(({ key }) => key === 'progress-report')).toBe(false);
  });

  it('come into sight as time goes, once, and look the same whenever in the month somebody looks', () => {
    const change = later(open(), '2026-05-31');
    expect(change.appeared).toEqual(['progress-report#6', 'committee-meeting#3']);
    expect(later(change.plan, '2026-05-01').appeared).toEqual([]);
    expect(later(open(), '2026-05-01').plan).toEqual(change.plan);
  });

  it('end with the agreement, are given up when it ends earlier and come back when it does not', () => {
    const ending = value(recordEvent(open(), { event: 'expiry', on: '2026-08-31' }, on('2026-01-26')));
    expect(told(ending.plan, 'progress-report')).toEqual(['progress-report#2 open 2026-04-10', 'progress-report#3 open 2026-07-10', 'progress-report#4 cancelled 2026-10-10', 'progress-report#5 cancelled 2027-01-10']);
    expect(ending.cancelled).toEqual(['progress-report#4', 'progress-report#5', 'committee-meeting#2']);
    const renewed = value(recordEvent(ending.plan, { event: 'expiry', on: '2030-08-31' }, on('2026-01-26')));
    expect(told(renewed.plan, 'progress-report')).toEqual(told(open(), 'progress-report'));
    expect(renewed.cancelled).toEqual([]);
  });

  it('do not appear while the agreement stands still, nor afterwards for the time that it stood', () => {
    const suspended = value(decideLife(open(), { name: 'suspend', reason: 'elections' }, on('2026-02-01'))).plan;
    expect(later(suspended, '2027-08-15').appeared).toEqual([]);
    const resumed = value(decideLife({ ...suspended, laidOutUntil: laidOutUntil('2027-08-15') }, { name: 'resume', mode: 'keep' }, on('2027-08-15')));
    expect(resumed.appeared.filter((key) => key.startsWith('progress-report'))).toEqual(['progress-report#8', 'progress-report#9', 'progress-report#10', 'progress-report#11']);
  });

  it('are steps of their own: one done, one moved by hand, the others where they were', () => {
    const done = value(decide(open(), 'progress-report#2', { name: 'submit', doneOn: '2026-01-20', note: '' }, on('2026-01-26'))).plan;
    const moved = value(decide(done, 'progress-report#3', { name: 'reschedule', dueOn: '2026-07-20', reason: 'summer' }, on('2026-01-26'))).plan;
    expect(told(moved, 'progress-report')).toEqual(['progress-report#2 submitted 2026-04-10', 'progress-report#3 open 2026-07-20', 'progress-report#4 open 2026-10-10', 'progress-report#5 open 2027-01-10']);
  });

  it('whatever is looked at when: no key twice, none lost, and one long look finds what many short ones found', () => {
    fc.assert(fc.property(fc.constantFrom(TWINNING_V2, ALREADY_SIGNED_V2), fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 12 }), (template, looks) => {
      const first = open(template, template === TWINNING_V2 ? { opened: '2025-06-01', signed: '2025-10-31', committeeInstalled: '2025-12-31' } : { signed: '2025-10-31' });
      const months = looks.toSorted((a, b) => a - b);
      const stepwise = months.reduce((plan, month) => later(plan, addMonths('2026-01-15', month)).plan, first);
      const keys = stepwise.milestones.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      const atOnce = later(first, addMonths('2026-01-15', months.at(-1) ?? 0)).plan;
      const sorted = (plan: Plan) => plan.milestones.toSorted((a, b) => (a.key < b.key ? -1 : 1));
      expect(sorted(stepwise)).toEqual(sorted(atOnce));
    }), { numRuns: 2000 });
  });
});

const changed = (key: string, more: Partial<TemplateMilestone>): WorkflowTemplate => ({ ...ALREADY_SIGNED_V2, milestones: ALREADY_SIGNED_V2.milestones.map((one) => (one.key === key ? { ...one, ...more } : one)) });

describe('steps that wait for others', () => {
  it('keep their date and open when the last one is finished', () => {
    const plan = open(changed('first-action', { after: ['focal-points', 'joint-committee'] }));
    expect(of(plan, 'first-action')).toMatchObject({ status: 'planned', dueOn: '2026-04-29', provisional: false });
    const one = value(decide(plan, 'focal-points', { name: 'mark-not-applicable', reason: 'known' }, on('2026-01-26'))).plan;
    expect(of(one, 'first-action').status).toBe('planned');
    const both = value(recordEvent(one, { event: 'committeeInstalled', on: '2026-01-20' }, on('2026-01-26')));
    expect(both.opened).toContain('first-action');
  });

  it('of a gated stage, all of them', () => {
    const gated = { ...ALREADY_SIGNED_V2, stages: ALREADY_SIGNED_V2.stages.map((stage) => (stage.key === 'implementation' ? { ...stage, gate: ['focal-points'] } : stage)) };
    const plan = open(gated);
    expect(series(plan, 'progress-report').every(({ status }) => status === 'planned')).toBe(true);
    const opened = value(decide(plan, 'focal-points', { name: 'mark-not-applicable', reason: 'known' }, on('2026-01-26'))).plan;
    expect(series(opened, 'progress-report').every(({ status }) => status === 'open')).toBe(true);
  });
});

describe('conditions', () => {
  const ghana = attributesOf({ key: 'smara' }, [{ key: 'tamale', country: 'GH' }]);
  it.each<[string, Condition[], string]>([
    ['a partner of that country', [{ attribute: 'partnerCountry', is: ['IN', 'GH'] }], 'open'],
    ['a partner of another', [{ attribute: 'partnerCountry', is: ['IN'] }], 'notApplicable'],
    ['not of that one', [{ attribute: 'partnerCountry', isNot: ['IN'] }], 'open'],
    ['both must hold', [{ attribute: 'partnerCountry', is: ['GH'] }, { attribute: 'partners', is: ['several'] }], 'notApplicable'],
    ['what nobody knows has no value', [{ attribute: 'mood', is: ['good'] }], 'notApplicable'],
    ['prototype keys are no attributes', [{ attribute: 'constructor', isNot: ['x'] }], 'open'],
  ])('%s', (_, when, status) => {
    const template = changed('first-action', { when });
    const plan = value(openAgreement(template, { id: 'a', events: { signed: '2025-10-31' }, idOf: (key) => key, attributes: ghana }, on('2026-01-26'))).plan;
    expect(of(plan, 'first-action').status).toBe(status);
  });
});

it('every shipped template opens, and nothing in it is left without a date that could have one', () => {
  for (const template of DEFAULT_TEMPLATES) {
    const plan = open(template, template.opening.event === 'signed' ? { signed: '2025-10-31', expiry: '2030-10-31' } : { opened: '2025-10-01', expiry: '2030-10-31' });
    const undated = plan.milestones.filter(({ dueOn, status }) => dueOn === null && !isFinished(status)).map(({ key }) => key);
    // Only what follows from a session that nobody has convened, or from a council's calendar that is not known here.
    for (const key of undated) expect(['council-agenda', 'council-deliberation', 'sent-to-governor', 'governor-visa', 'partner-approval', 'ceremony', 'signature', 'entry-into-force', 'copies-sent', 'registration', 'focal-points', 'joint-committee', 'action-plan', 'funding-plan', 'first-action', 'plan-project', 'mid-term-evaluation'], `${template.key} ${template.version}`).toContain(key);
  }
});
