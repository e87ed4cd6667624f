import type { EventDates, MilestoneCommand } from '@tawama/contracts';
import { isFinished, type WorkflowTemplate } from '@tawama/workflow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openAgreement, recordEvent } from '../agreements/commands.js';
import { decideLife } from '../agreements/life.js';
import { decide } from '../milestones/commands.js';
import type { Circumstances, Plan, PlanChange, PlanMilestone } from '../plans/plan.js';
import type { Result } from '../result.js';
import { ALREADY_SIGNED_V1, ALREADY_SIGNED_V2, FRIENDSHIP_V1, TWINNING_V1, TWINNING_V2 } from '../templates/index.js';
import { replan } from '../plans/replan.js';
import { migrationLines } from './lines.js';
import { migrate, type MigrationDecisions } from './migrate.js';

const TODAY = '2026-01-26';
const on = (today: string): Circumstances => ({ today, now: `${today}T08:00:00.000Z`, people: [] });
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.code} ${result.path ?? ''}`);
  return result.value;
};
const open = (template: WorkflowTemplate, events: EventDates): Plan => value(openAgreement(template, { id: 'a', events, idOf: (key) => `id ${key}` }, on(TODAY))).plan;
const to = (plan: Plan, template: WorkflowTemplate, decisions: MigrationDecisions = { lines: {} }): Result<PlanChange> => migrate(plan, { template, decisions, attributes: {}, today: TODAY });
const of = (plan: Plan, key: string): PlanMilestone => {
  const found = plan.milestones.find((milestone) => milestone.key === key);
  if (!found) throw new Error(key);
  return found;
};
const changed = (template: WorkflowTemplate, key: string, days: number): WorkflowTemplate => ({
  ...template, version: template.version + 1, milestones: template.milestones.map((one) => (one.key === key ? { ...one, due: { rule: 'offset', from: { event: 'inForce' }, days } } : one)),
});

describe('another version', () => {
  const plan = open(ALREADY_SIGNED_V1, { signed: '2025-10-31' });

  it('adds what is new, lays out what comes again from now on, and touches nothing else', () => {
    const change = value(to(plan, ALREADY_SIGNED_V2));
    expect(change.plan.template).toBe(ALREADY_SIGNED_V2);
    expect(change.moved).toEqual([]);
    expect(change.appeared).toEqual(['plan-project', 'mid-term-evaluation', 'progress-report#2', 'progress-report#3', 'progress-report#4', 'progress-report#5', 'field-check#1', 'committee-meeting#1', 'committee-meeting#2']);
    for (const before of plan.milestones) expect(of(change.plan, before.key)).toEqual(before);
  });

  it('moves what its rules date otherwise; what is done, pinned or decided stays', () => {
    const later = changed(changed(ALREADY_SIGNED_V1, 'focal-points', 100), 'joint-committee', 120);
    const done = value(recordEvent(plan, { event: 'committeeInstalled', on: '2026-01-10' }, on(TODAY))).plan;
    const pinned = value(decide(done, 'id first-action', { name: 'reschedule', dueOn: '2026-06-01', reason: 'summer' }, on(TODAY))).plan;
    const change = value(to(pinned, changed(later, 'first-action', 300)));
    expect(change.moved.map(({ milestoneId }) => milestoneId)).toEqual(['id focal-points']);
    expect(of(change.plan, 'focal-points').dueOn).toBe('2026-02-08');
    expect(of(change.plan, 'joint-committee')).toEqual(of(pinned, 'joint-committee'));
    expect(of(change.plan, 'first-action')).toEqual(of(pinned, 'first-action'));

    const decided = value(to(pinned, changed(later, 'first-action', 300), { lines: { 'focal-points': 'keep', 'first-action': 'recompute', 'action-plan': { shift: 9 } } })).plan;
    expect(of(decided, 'focal-points')).toMatchObject({ dueOn: '2025-11-15', pinned: true });
    expect(of(decided, 'first-action')).toMatchObject({ dueOn: '2026-08-27', pinned: false });
    expect(of(decided, 'action-plan')).toMatchObject({ dueOn: '2026-02-07', pinned: true, originalDueOn: '2026-01-29' });
  });

  it('is told in the order of the newer version: what comes again by its number, what is gone where it stood', () => {
    const shorter: WorkflowTemplate = { ...ALREADY_SIGNED_V2, version: 3, milestones: ALREADY_SIGNED_V2.milestones.filter(({ key }) => key !== 'funding-plan') };
    const laidOut = replan(open(ALREADY_SIGNED_V2, { signed: '2025-10-31' }), { ...open(ALREADY_SIGNED_V2, { signed: '2025-10-31' }), laidOutUntil: '2029-01-01' }).plan;
    const shuffled = { ...laidOut, milestones: laidOut.milestones.toReversed() };
    const keys = migrationLines(shuffled, value(to(shuffled, shorter)), shorter).map(({ key }) => key);
    expect(keys.filter((key) => ['action-plan', 'funding-plan', 'first-action'].includes(key))).toEqual(['action-plan', 'funding-plan', 'first-action']);
    const reports = keys.filter((key) => key.startsWith('progress-report#')).map((key) => Number(key.split('#')[1]));
    expect(reports.length).toBeGreaterThan(9);
    expect(reports).toEqual(reports.toSorted((a, b) => a - b));
  });

  it('takes away what it does not have: what is done stays, the rest is given up or kept as decided', () => {
    const shorter: WorkflowTemplate = { ...ALREADY_SIGNED_V1, version: 2, milestones: ALREADY_SIGNED_V1.milestones.filter(({ key }) => key !== 'first-action' && key !== 'focal-points' && key !== 'closing-report') };
    const done = value(decide(value(decide(plan, 'id focal-points', { name: 'submit', doneOn: TODAY, note: '' }, on(TODAY))).plan, 'id focal-points', { name: 'accept' }, on(TODAY))).plan;
    const change = value(to(done, shorter, { lines: { 'closing-report': 'keep' } }));
    expect(change.cancelled).toEqual(['id first-action']);
    expect(of(change.plan, 'focal-points').status).toBe('done');
    expect(of(change.plan, 'closing-report').status).toBe('planned');
    expect(migrationLines(done, change, shorter).filter(({ change: what }) => what === 'remove').map(({ key }) => key)).toEqual(['first-action']);
  });

  it.each<[string, WorkflowTemplate, MigrationDecisions, string]>([
    ['of another template', FRIENDSHIP_V1, { lines: {} }, 'template/other-key toVersion'],
    ['a step that nobody knows', ALREADY_SIGNED_V2, { lines: { nothing: 'keep' } }, 'migration/unknown-step decisions.lines.nothing'],
    ['removing what stays', ALREADY_SIGNED_V2, { lines: { 'focal-points': 'remove' } }, 'migration/wrong-decision decisions.lines.focal-points'],
    ['a name that every object has', ALREADY_SIGNED_V2, { lines: Object.fromEntries([['constructor', 'keep' as const]]) }, 'migration/unknown-step decisions.lines.constructor'],
    ['a date that nobody can write', ALREADY_SIGNED_V2, { lines: { 'focal-points': { shift: 200_000 } } }, 'date/out-of-range decisions'],
  ])('is refused: %s', (_, template, decisions, refusal) => {
    const answer = to(plan, template, decisions);
    expect(answer.ok ? 'allowed' : `${answer.code} ${answer.path}`).toBe(refusal);
  });

  it('that is older is refused, and so is an agreement that is over', () => {
    expect(to(open(TWINNING_V2, { opened: TODAY }), TWINNING_V1)).toMatchObject({ code: 'template/version-not-newer' });
    const over = value(decideLife(plan, { name: 'terminate', reason: 'x' }, on(TODAY))).plan;
    expect(to(over, ALREADY_SIGNED_V2)).toMatchObject({ code: 'agreement/closed' });
  });
});

const anyPlan: fc.Arbitrary<Plan> = fc.tuple(fc.constantFrom(TWINNING_V1, TWINNING_V2, ALREADY_SIGNED_V1, ALREADY_SIGNED_V2), fc.array(fc.tuple(fc.nat(40), fc.nat(5), fc.nat(30)), { maxLength: 12 })).map(([template, acts]) =>
  acts.reduce((plan, [place, act, days]) => {
    const milestone = plan.milestones[place % plan.milestones.length];
    const day = `2026-01-${String((days % 26) + 1).padStart(2, '0')}`;
    const commands: MilestoneCommand[] = [{ name: 'submit', doneOn: day, note: '' }, { name: 'accept' }, { name: 'reschedule', dueOn: day, reason: 'x' }, { name: 'block', reason: 'x' }, { name: 'mark-not-applicable', reason: 'x' }, { name: 'start' }];
    const command = commands[act];
    const decided = milestone && command ? decide(plan, milestone.id, command, on(TODAY)) : undefined;
    return decided?.ok ? decided.value.plan : plan;
  }, open(template, template.opening.event === 'signed' ? { signed: '2025-10-31' } : { opened: '2025-12-01' })));

it('to the same version changes nothing', () => {
  fc.assert(fc.property(anyPlan, (plan) => {
    const change = value(to(plan, plan.template));
    expect(change.plan).toEqual(plan);
    expect([change.moved, change.opened, change.completed, change.cancelled, change.appeared]).toEqual([[], [], [], [], []]);
  }), { numRuns: 2000 });
});

it('to the newer one leaves what is done, sent and set by hand as it is, loses no step and invents no second one', () => {
  fc.assert(fc.property(anyPlan, (plan) => {
    const template = plan.template.key === 'twinning' ? TWINNING_V2 : ALREADY_SIGNED_V2;
    const change = value(to(plan, template));
    const after = new Map(change.plan.milestones.map((one) => [one.key, one]));
    expect(after.size).toBe(change.plan.milestones.length);
    for (const before of plan.milestones) {
      const now = after.get(before.key);
      expect(now?.id).toBe(before.id);
      if (isFinished(before.status) || before.pinned) expect({ ...now, status: before.status }).toEqual({ ...before, status: before.status });
      expect(now?.cycleNo).toBe(before.cycleNo);
    }
    for (const { key, repeats } of template.milestones) if (!repeats) expect(after.has(key)).toBe(true);
    // Once more is nothing more.
    expect(value(to(change.plan, template)).plan).toEqual(change.plan);
  }), { numRuns: 2000 });
});
