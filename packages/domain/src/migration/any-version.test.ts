import { RECIPIENT_ROLES, SIDES } from '@tawama/contracts';
import { diffTemplates, type ReminderRules, type ReminderRung, type TemplateMilestone, type WorkflowTemplate, workflowTemplate } from '@tawama/workflow';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openAgreement } from '../agreements/commands.js';
import { askedSides, sidesOf } from '../evidence/levels.js';
import { decide } from '../milestones/commands.js';
import { definitionOf } from '../plans/occurrences.js';
import type { Circumstances, Plan } from '../plans/plan.js';
import { withDates } from '../plans/replan.js';
import { laddersOf } from '../reminders/ladder.js';
import type { Result } from '../result.js';
import { ALREADY_SIGNED_V2, checkClubTemplate } from '../templates/index.js';
import { migrationLines } from './lines.js';
import { migrate } from './migrate.js';

const now: Circumstances = { today: '2026-01-26', now: '2026-01-26T08:00:00.000Z', people: [] };
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.code} ${result.path ?? ''}`);
  return result.value;
};

const ABOVE: ReadonlySet<string> = new Set(['president', 'mayor', 'council']);
const rung: fc.Arbitrary<ReminderRung> = fc.record({ role: fc.constantFrom(...RECIPIENT_ROLES), at: fc.oneof(fc.integer({ min: -30, max: 60 }), fc.constant('mondays' as const)), hold: fc.boolean(), enabled: fc.boolean() });
const rules: fc.Arbitrary<ReminderRules> = fc.oneof(fc.constant('none' as const), fc.array(rung, { minLength: 1, maxLength: 8 }));
type Edit = (template: WorkflowTemplate) => WorkflowTemplate;
const atStep = (change: (step: TemplateMilestone) => TemplateMilestone) => (place: number): Edit => (template) => ({ ...template, milestones: template.milestones.map((one, index) => (index === place % template.milestones.length ? change(one) : one)) });
/** What an administrator may do to a draft: add, change and take away reminders, confirmations and steps. */
const edit: fc.Arbitrary<Edit> = fc.oneof(
  rules.map((reminders): Edit => (template) => ({ ...template, reminders })),
  fc.constant<Edit>(({ reminders: _club, ...template }) => template),
  rung.map((one): Edit => (template) => ({ ...template, reminders: [...(Array.isArray(template.reminders) ? template.reminders : []), one] })),
  fc.tuple(fc.nat(), rules).map(([place, reminders]) => atStep((step) => ({ ...step, reminders }))(place)),
  fc.nat().map(atStep(({ reminders: _template, ...step }) => step)),
  fc.tuple(fc.nat(), fc.constantFrom('home' as const, 'partner' as const, 'both' as const)).map(([place, confirmations]) => atStep((step) => ({ ...step, confirmations }))(place)),
  fc.tuple(fc.nat(), fc.constantFrom('declared' as const, 'documented' as const, 'confirmedByBoth' as const)).map(([place, proof]) => atStep((step) => ({ ...step, proof }))(place)),
  fc.nat().map((place): Edit => (template) => (template.milestones.length === 1 ? template : { ...template, milestones: template.milestones.filter((_, index) => index !== place % template.milestones.length) })),
  fc.tuple(fc.nat(), fc.integer({ min: 1, max: 99 })).map(([place, n]): Edit => (template) => {
    const model = template.milestones[place % template.milestones.length];
    return model ? { ...template, milestones: [...template.milestones, { ...model, key: `new-${n}`, due: { rule: 'offset', from: { event: 'signed' }, days: n }, produces: [] }] } : template;
  }),
);

const start: Plan = value(openAgreement(ALREADY_SIGNED_V2, { id: 'a', events: { signed: '2025-10-31' }, idOf: (key) => key }, now)).plan;

it('whatever is edited, a version is refused or every agreement can be read, reckoned and moved under it', () => {
  let moved = 0;
  fc.assert(fc.property(fc.array(edit, { minLength: 1, maxLength: 10 }), fc.constantFrom(...SIDES), (edits, side) => {
    const edited = edits.reduce((template, change) => change(template), { ...ALREADY_SIGNED_V2, version: 3 });
    const stored = workflowTemplate.parse(JSON.parse(JSON.stringify(edited)));
    expect(diffTemplates(edited, stored)).toEqual([]);
    if (checkClubTemplate(stored).length > 0) return;
    moved += 1;
    const change = value(migrate(start, { template: stored, decisions: { lines: {} }, attributes: {}, today: now.today }));
    const { plan } = change;
    expect(withDates(plan).milestones.map(({ dueOn, status }) => [dueOn, status])).toEqual(plan.milestones.map(({ dueOn, status }) => [dueOn, status]));
    expect(migrationLines(start, change, stored).length).toBeGreaterThan(0);
    const ladder = laddersOf(stored);
    const unapproved = plan.milestones.filter(({ key }) => ladder(key).some((one) => !one.hold && ABOVE.has(one.role)));
    const misheard = plan.milestones.filter(({ status }) => status !== 'cancelled' && status !== 'notApplicable').slice(0, 4).filter(({ id, key }) => {
      const asked = askedSides(definitionOf(plan, key));
      return sidesOf({ home: null, partner: null }, asked) !== 'none' || decide(plan, id, { name: 'deny', side, reason: 'x' }, now).ok !== asked.includes(side);
    });
    expect([unapproved, misheard]).toEqual([[], []]);
    expect(value(migrate(plan, { template: stored, decisions: { lines: {} }, attributes: {}, today: now.today })).plan).toEqual(plan);
  }), { numRuns: 2000 });
  // Not a property of refusals alone.
  expect(moved).toBeGreaterThan(300);
});
