import type { AgreementLifeCommand, EventKey, MilestoneCommand } from '@tawama/contracts';
import { PROJECT_STEPS } from '@tawama/contracts';
import { addDays, isFinished } from '@tawama/workflow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeCoordinator, openAgreement, recordEvent, startReminders } from '../agreements/commands.js';
import { decideLife, expire } from '../agreements/life.js';
import { decide } from '../milestones/commands.js';
import type { Circumstances, Plan, PlanChange, PlanPerson } from '../plans/plan.js';
import { withDates } from '../plans/replan.js';
import type { Result } from '../result.js';
import { ALREADY_SIGNED_V1, TWINNING_V1 } from '../templates/index.js';
import { addProjectSteps, changeProjectSteps, checkProjectDates, isProjectStepKey, projectStepDates, projectStepKey, removeProjectSteps, type ProjectFacts } from './steps.js';

const ONE = '0190a000-0000-7000-8000-00000000000a';
const OTHER = '0190a000-0000-7000-8000-00000000000b';
const FACTS: ProjectFacts = { status: 'running', startsOn: '2026-02-01', endsOn: '2026-06-01', homeLeadId: 'home', partnerLeadId: 'partner' };
const PEOPLE: readonly PlanPerson[] = ['coordinator', 'another'].map((id) => ({ id, function: 'coordinator', side: 'home', near: true, active: true }));
const on = (today: string): Circumstances => ({ today, now: `${today}T08:00:00.000Z`, people: PEOPLE });
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.code} ${result.path ?? ''}`);
  return result.value;
};
const code = (result: Result<unknown>): string => (result.ok ? 'allowed' : result.code);
const open = (template = ALREADY_SIGNED_V1): Plan => value(openAgreement(template, { id: 'a', coordinatorId: 'coordinator', events: template === TWINNING_V1 ? { opened: '2026-01-05' } : { signed: '2025-10-31', expiry: '2028-10-31' }, idOf: (key) => key }, on('2026-01-26'))).plan;
const add = (plan: Plan, projectId = ONE, facts = FACTS): Result<PlanChange> => addProjectSteps(plan, { projectId, facts, dates: projectStepDates(facts), idOf: (step) => projectStepKey(projectId, step) });
const stepsOf = (plan: Plan, projectId = ONE) => PROJECT_STEPS.map((step) => plan.milestones.find(({ key }) => key === projectStepKey(projectId, step)));
const ofTemplate = (plan: Plan) => plan.milestones.filter(({ key }) => !isProjectStepKey(key));

describe('the steps of a project', () => {
  it('have keys of their own that no template and no other project has', () => {
    const keys = [ONE, OTHER].flatMap((id) => PROJECT_STEPS.map((step) => projectStepKey(id, step)));
    expect(new Set(keys).size).toBe(8);
    expect(keys[0]).toBe('project-00000000000a-start');
    expect(keys.every(isProjectStepKey)).toBe(true);
    for (const template of [TWINNING_V1, ALREADY_SIGNED_V1]) expect(template.milestones.filter(({ key }) => isProjectStepKey(key))).toEqual([]);
  });

  it('lie on the first and last day and between them, unless somebody says otherwise', () => {
    expect(projectStepDates(FACTS)).toEqual({ start: '2026-02-01', progress: '2026-04-02', visit: '2026-05-02', completion: '2026-06-01' });
    expect(projectStepDates(FACTS, { visit: '2026-05-20', progress: null })).toEqual({ start: '2026-02-01', progress: null, visit: '2026-05-20', completion: '2026-06-01' });
    expect(projectStepDates({ startsOn: null, endsOn: '2026-06-01' })).toEqual({ start: null, progress: null, visit: null, completion: '2026-06-01' });
    expect(code(checkProjectDates({ startsOn: '2026-06-02', endsOn: '2026-06-01' }))).toBe('project/dates-reversed');
    expect(code(checkProjectDates({ startsOn: '2026-06-01', endsOn: '2026-06-01' }))).toBe('allowed');
  });

  it('open at once where they have a date, and once they get one', () => {
    const plan = value(add(open(), ONE, { ...FACTS, endsOn: null })).plan;
    expect(stepsOf(plan).map((step) => [step?.status, step?.dueOn, step?.ownerId, step?.counterpartId])).toEqual([
      ['open', '2026-02-01', 'home', 'partner'], ['planned', null, 'home', 'partner'], ['planned', null, 'home', 'partner'], ['planned', null, 'home', 'partner'],
    ]);
    const dated = value(decide(plan, projectStepKey(ONE, 'visit'), { name: 'reschedule', dueOn: '2026-05-05', reason: 'agreed' }, on('2026-02-02')));
    expect(stepsOf(dated.plan)[2]).toMatchObject({ status: 'open', dueOn: '2026-05-05', provisional: false });
    expect(dated.moved).toEqual([{ milestoneId: projectStepKey(ONE, 'visit'), from: null, to: '2026-05-05' }]);
  });

  it('stay open when a blockage is lifted, though nobody had begun', () => {
    const plan = value(add(open())).plan;
    const id = projectStepKey(ONE, 'start');
    const blocked = value(decide(plan, id, { name: 'block', reason: 'rain' }, on('2026-02-02'))).plan;
    expect(stepsOf(value(decide(blocked, id, { name: 'unblock' }, on('2026-02-03'))).plan)[0]?.status).toBe('open');
  });

  it('are not laid out in an agreement that is over, and given up with one that ends', () => {
    const ended = value(decideLife(value(add(open())).plan, { name: 'terminate', reason: 'x' }, on('2026-02-01'))).plan;
    expect(stepsOf(ended).map((step) => step?.status)).toEqual(['cancelled', 'cancelled', 'cancelled', 'cancelled']);
    expect(code(add(ended, OTHER))).toBe('agreement/closed');
  });

  it('move with a suspension like the rest of the work', () => {
    const suspended = value(decideLife(value(add(open())).plan, { name: 'suspend', reason: 'x' }, on('2026-02-10'))).plan;
    const resumed = (mode: 'keep' | 'shift') => stepsOf(value(decideLife(suspended, { name: 'resume', mode }, on('2026-02-20'))).plan).map((step) => step?.dueOn);
    expect(resumed('keep')).toEqual(['2026-02-01', '2026-04-02', '2026-05-02', '2026-06-01']);
    expect(resumed('shift')).toEqual(['2026-02-11', '2026-04-12', '2026-05-12', '2026-06-11']);
  });
});

describe('a changed project', () => {
  const plan = value(add(open())).plan;
  const change = (after: Partial<ProjectFacts>, from = plan, before = FACTS) => changeProjectSteps(from, ONE, before, { ...before, ...after });

  it('takes the steps along that lay on its first and last day, and no others', () => {
    const moved = value(change({ startsOn: '2026-02-08', endsOn: '2026-07-01' }));
    expect(stepsOf(moved.plan).map((step) => [step?.dueOn, step?.originalDueOn])).toEqual([['2026-02-08', '2026-02-01'], ['2026-04-02', null], ['2026-05-02', null], ['2026-07-01', '2026-06-01']]);
    const byHand = value(decide(plan, projectStepKey(ONE, 'completion'), { name: 'reschedule', dueOn: '2026-06-20', reason: 'x' }, on('2026-02-02'))).plan;
    expect(stepsOf(value(change({ endsOn: '2026-07-01' }, byHand)).plan)[3]?.dueOn).toBe('2026-06-20');
  });

  it('that is over asks for nothing more, and goes on where it stood', () => {
    const started = value(decide(plan, projectStepKey(ONE, 'start'), { name: 'submit', doneOn: '2026-02-01', note: '' }, on('2026-02-02'))).plan;
    const stopped = value(change({ status: 'stopped' }, started));
    expect(stepsOf(stopped.plan).map((step) => step?.status)).toEqual(['submitted', 'cancelled', 'cancelled', 'cancelled']);
    expect(stopped.cancelled).toHaveLength(3);
    const again = value(change({ status: 'running' }, stopped.plan, { ...FACTS, status: 'stopped' }));
    expect(stepsOf(again.plan).map((step) => step?.status)).toEqual(['submitted', 'open', 'open', 'open']);
  });

  it('hands unfinished steps over to its new leads, and keeps what somebody was given', () => {
    const given = { ...plan, milestones: plan.milestones.map((step) => (step.key === projectStepKey(ONE, 'visit') ? { ...step, ownerId: 'someone', counterpartId: 'else' } : step)) };
    const handed = stepsOf(value(change({ homeLeadId: null, partnerLeadId: 'new' }, given)).plan);
    expect(handed.map((step) => [step?.ownerId, step?.counterpartId])).toEqual([['coordinator', 'new'], ['coordinator', 'new'], ['someone', 'else'], ['coordinator', 'new']]);
  });

  it('changes nothing in an agreement that is over, and need not be refused where nothing would change', () => {
    const ended = value(decideLife(plan, { name: 'terminate', reason: 'x' }, on('2026-02-01'))).plan;
    expect(code(change({ status: 'completed' }, ended))).toBe('allowed');
    expect(code(change({ status: 'running' }, ended, { ...FACTS, status: 'stopped' }))).toBe('agreement/closed');
  });

  it('leaves other projects and the template alone', () => {
    const two = value(add(plan, OTHER)).plan;
    const { plan: stopped } = value(change({ status: 'stopped' }, two));
    expect(stepsOf(stopped, OTHER)).toEqual(stepsOf(two, OTHER));
    expect(ofTemplate(stopped)).toEqual(ofTemplate(two));
    expect(removeProjectSteps(two, OTHER).plan).toEqual(plan);
  });
});

describe('any story of a plan', () => {
  type Act = { at: number; command: MilestoneCommand } | { event: EventKey; ago: number } | { life: AgreementLifeCommand } | { expire: true } | { coordinator: string | null } | { reminders: true } | { project: Partial<ProjectFacts> };
  const day = fc.integer({ min: -40, max: 200 }).map((days) => addDays('2026-01-26', days));
  const command: fc.Arbitrary<MilestoneCommand> = fc.oneof(
    fc.constantFrom<MilestoneCommand>({ name: 'start' }, { name: 'accept' }, { name: 'return', reason: 'x' }, { name: 'block', reason: 'x' }, { name: 'unblock' }, { name: 'mark-not-applicable', reason: 'x' }),
    day.map((dueOn): MilestoneCommand => ({ name: 'reschedule', dueOn, reason: 'x' })), day.map((doneOn): MilestoneCommand => ({ name: 'submit', doneOn, note: '' })),
  );
  const act: fc.Arbitrary<Act> = fc.oneof(
    { weight: 8, arbitrary: fc.record({ at: fc.nat(200), command }) },
    { weight: 3, arbitrary: fc.record({ event: fc.constantFrom<EventKey>('councilSession', 'deliberation', 'visa', 'signed', 'inForce', 'committeeInstalled', 'planAdopted', 'expiry'), ago: fc.integer({ min: -300, max: 60 }) }) },
    { weight: 2, arbitrary: fc.constantFrom<Act>({ life: { name: 'suspend', reason: 'x' } }, { life: { name: 'resume', mode: 'shift' } }, { life: { name: 'resume', mode: 'keep' } }, { life: { name: 'complete' } }, { life: { name: 'terminate', reason: 'x' } }, { expire: true }, { reminders: true }, { coordinator: 'another' }, { coordinator: 'coordinator' }, { coordinator: null }) },
    { weight: 2, arbitrary: fc.oneof(fc.constantFrom<Act>({ project: { status: 'stopped' } }, { project: { status: 'running' } }, { project: { homeLeadId: null } }, { project: { partnerLeadId: 'other' } }), day.map((endsOn): Act => ({ project: { endsOn } }))) },
  );
  /** One act on a plan; `id` is that of the step it means. */
  const perform = (plan: Plan, given: Act, id: string, today: string): Result<PlanChange> =>
    ('command' in given ? decide(plan, id, given.command, on(today)) : 'event' in given ? recordEvent(plan, { event: given.event, on: addDays(today, given.ago) }, on(today)) : 'life' in given ? decideLife(plan, given.life, on(today))
      : 'coordinator' in given ? changeCoordinator(plan, given.coordinator, on(today)) : 'reminders' in given ? startReminders(plan, on(today)) : expire(plan, on(today)));

  it('goes with the steps of projects as it goes without them, and leaves them as planning would', () => {
    fc.assert(fc.property(fc.constantFrom(TWINNING_V1, ALREADY_SIGNED_V1), fc.array(fc.tuple(act, fc.nat(12)), { maxLength: 40 }), (template, acts) => {
      let without = open(template);
      let along = value(add(value(add(without)).plan, OTHER, { ...FACTS, startsOn: null, homeLeadId: null })).plan;
      let [today, facts] = ['2026-01-26', FACTS];
      for (const [given, days] of acts) {
        today = addDays(today, days);
        const id = along.milestones['at' in given ? given.at % along.milestones.length : 0]?.id ?? '';
        const outcome = 'project' in given ? changeProjectSteps(along, ONE, facts, { ...facts, ...given.project }) : perform(along, given, id, today);
        if ('project' in given) {
          if (outcome.ok) facts = { ...facts, ...given.project };
        } else if ('command' in given && isProjectStepKey(id)) {
          if (outcome.ok) expect(ofTemplate(outcome.value.plan)).toEqual(ofTemplate(along));
        } else {
          const plain = perform(without, given, id, today);
          expect(code(outcome)).toBe(code(plain));
          if (plain.ok) without = plain.value.plan;
        }
        if (outcome.ok) along = outcome.value.plan;
        expect(ofTemplate(along)).toEqual([...without.milestones]);
        expect([along.events, along.agreement]).toEqual([without.events, without.agreement]);
        expect(withDates(along)).toEqual(along);
        // A step with a date is never left waiting for something that nobody will record.
        for (const step of along.milestones) if (isProjectStepKey(step.key) && step.dueOn !== null && !isFinished(step.status)) expect(step.status).not.toBe('planned');
      }
    }), { numRuns: 300 });
  });
});
