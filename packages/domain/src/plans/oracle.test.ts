import type { EventDates, MilestoneCommand, MilestoneStatus } from '@tawama/contracts';
import { addDays, computeDueDates, type DueRule, graphOf, isReleased, type PlainDate } from '@tawama/workflow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideLife, openAgreement, recordEvent } from '../agreements/index.js';
import { decide } from '../milestones/index.js';
import type { Result } from '../result.js';
import { ALREADY_SIGNED_V2, TWINNING_V2 } from '../templates/index.js';
import type { Circumstances, Plan, PlanChange, PlanMilestone } from './plan.js';

const TODAY = '2026-03-01';
const on = (today: PlainDate): Circumstances => ({ today, now: `${today}T08:00:00.000Z`, people: [{ id: 'lawyer', function: 'legal', side: 'home', near: true, active: true }] });
const opened = (template = TWINNING_V2, events: EventDates = { opened: '2025-10-27' }): Plan => {
  const result = openAgreement(template, { id: 'a', events, idOf: (key) => key }, on('2025-11-01'));
  if (!result.ok) throw new Error(result.code);
  return result.value.plan;
};

/** The life of a step as one would tell it, without the table. @param ready the club has all that it needs to begin */
function oracle(now: MilestoneStatus, command: MilestoneCommand, ready: boolean): MilestoneStatus | 'refused' {
  const over = now === 'done' || now === 'notApplicable' || now === 'cancelled';
  const waiting = now === 'planned' || now === 'open';
  const again = ready ? 'open' : 'planned';
  switch (command.name) {
    case 'start': return waiting ? 'open' : 'refused';
    case 'submit': return (waiting || now === 'blocked') && command.doneOn <= TODAY ? 'submitted' : 'refused';
    case 'accept': return now === 'submitted' ? 'done' : 'refused';
    case 'return': return now === 'submitted' ? 'open' : 'refused';
    case 'block': return waiting ? 'blocked' : 'refused';
    case 'unblock': return now === 'blocked' ? again : 'refused';
    case 'mark-not-applicable': return over ? 'refused' : 'notApplicable';
    case 'reschedule': return waiting || now === 'blocked' ? now : 'refused';
    case 'assign': return over ? 'refused' : now;
    case 'confirm': return now === 'notApplicable' || now === 'cancelled' || command.on > TODAY ? 'refused' : now;
    case 'deny': return now === 'notApplicable' || now === 'cancelled' ? 'refused' : now;
    // What was done had been begun.
    case 'reopen': return now === 'done' ? 'open' : now === 'notApplicable' ? again : 'refused';
  }
}

/** Begun by somebody, or with everything recorded that it is counted from and nothing left to wait for. */
function isReady(plan: Plan, { key, startedOn }: PlanMilestone): boolean {
  if (startedOn !== null) return true;
  const statuses = new Map(plan.milestones.map((one) => [one.key, one.status]));
  const dates = computeDueDates(plan.template, { events: plan.events, milestones: new Map(plan.milestones.map((one) => [one.key, one])) });
  return dates.get(key)?.settled === true && isReleased(graphOf(plan.template), key, (other) => statuses.get(other));
}

/** Before which day a rule can give no date, counted by hand; null where that is not so simple, or nothing is known. */
function notBefore(plan: Plan, rule: DueRule): PlainDate | null {
  if (rule.rule === 'latest') return rule.of.map((part) => notBefore(plan, part)).reduce<PlainDate | null>((a, b) => (a === null || (b !== null && b > a) ? b : a), null);
  if (rule.rule !== 'offset' || rule.months !== undefined || rule.weeks !== undefined || rule.quarters !== undefined || rule.years !== undefined || rule.working !== undefined) return null;
  const recorded = new Map(Object.entries(plan.events));
  const step = 'milestone' in rule.from ? plan.milestones.find(({ key }) => 'milestone' in rule.from && key === rule.from.milestone) : undefined;
  const from = 'event' in rule.from ? recorded.get(rule.from.event) ?? null : step?.doneOn !== null && step?.status === 'done' ? step.doneOn : step?.dueOn ?? null;
  return from === null ? null : addDays(from, rule.days ?? 0);
}

const day = fc.integer({ min: 0, max: 150 }).map((days) => addDays('2025-11-01', days));
const command: fc.Arbitrary<MilestoneCommand> = fc.oneof(
  fc.constantFrom<MilestoneCommand>({ name: 'start' }, { name: 'accept', withoutEvidence: 'r' }, { name: 'accept', withoutEvidence: 'r' }, { name: 'return', reason: 'r' }, { name: 'block', reason: 'r' }, { name: 'unblock' },
    { name: 'mark-not-applicable', reason: 'r' }, { name: 'assign', ownerId: 'lawyer' }, { name: 'reopen', reason: 'r' }, { name: 'deny', side: 'home', reason: 'r' }),
  day.map((doneOn): MilestoneCommand => ({ name: 'submit', doneOn, note: '' })), day.map((dueOn): MilestoneCommand => ({ name: 'reschedule', dueOn, reason: 'r' })), day.map((date): MilestoneCommand => ({ name: 'confirm', side: 'partner', on: date })),
);
// Few steps, so that several commands meet the same one.
const steps = { twinning: ['letter-of-intent', 'draft-convention', 'council-deliberation', 'signature', 'registration'], signed: ['focal-points', 'joint-committee', 'action-plan', 'funding-plan', 'progress-report#2'] };
const acts = (keys: readonly string[]) => fc.array(fc.oneof(
  { weight: 12, arbitrary: fc.record({ key: fc.constantFrom(...keys), command }) },
  { weight: 2, arbitrary: fc.record({ event: fc.constantFrom('deliberation' as const, 'receivedByProvince' as const, 'visa' as const, 'signed' as const, 'committeeInstalled' as const), date: day }) },
  { weight: 1, arbitrary: fc.constantFrom({ life: { name: 'suspend', reason: 'r' } as const }, { life: { name: 'resume', mode: 'keep' } as const }, { life: { name: 'terminate', reason: 'r' } as const }) },
), { maxLength: 20 });
const story = fc.oneof(acts(steps.twinning).map((list) => ({ first: opened(), list })), acts(steps.signed).map((list) => ({ first: opened(ALREADY_SIGNED_V2, { signed: '2025-10-31' }), list })));
const OVER = ['completed', 'terminated', 'expired'];

describe('whatever happens to a plan', () => {
  it('a simple interpreter agrees on every transition of every step, and no date comes before its rule allows', () => {
    let agreed = 0;
    fc.assert(fc.property(story, ({ first, list }) => {
      let plan = first;
      for (const act of list) {
        let result: Result<PlanChange>;
        if ('command' in act) {
          const step = plan.milestones.find(({ key }) => key === act.key);
          if (!step) throw new Error(act.key);
          const closed = OVER.includes(plan.agreement.status);
          result = decide(plan, act.key, act.command, on(TODAY));
          const status = result.ok ? result.value.plan.milestones.find(({ key }) => key === act.key)?.status : 'refused';
          const wanted = closed ? 'refused' : oracle(step.status, act.command, isReady(result.ok ? result.value.plan : plan, step));
          // Accepting records a date, which can be refused for what is recorded already.
          const refusedForItsDate = !result.ok && act.command.name === 'accept' && wanted === 'done' && result.code.startsWith('event/');
          if (!refusedForItsDate) expect([step.status, act.command.name, status]).toEqual([step.status, act.command.name, wanted]);
          agreed += 1;
        } else result = 'life' in act ? decideLife(plan, act.life, on(TODAY)) : recordEvent(plan, { event: act.event, on: act.date }, on(TODAY));
        if (!result.ok) continue;
        ({ plan } = result.value);
        for (const { key, status, pinned, dueOn } of plan.milestones) {
          const rule = graphOf(plan.template).milestones.get(key)?.due;
          const earliest = rule && !pinned && (status === 'planned' || status === 'open') ? notBefore(plan, rule) : null;
          if (earliest !== null && dueOn !== null && dueOn < earliest) throw new Error(`${key} is due on ${dueOn}, which is before ${earliest}`);
        }
      }
    }), { numRuns: 2_000 });
    expect(agreed).toBeGreaterThan(5_000);
  }, 120_000);
});
