import { describe, expect, it } from 'vitest';
import { checkTemplate } from './check-template.js';
import { diffTemplates } from './diff-template.js';
import type { ReminderRules, ReminderRung } from './reminder-rules.js';
import { workflowTemplate, type TemplateMilestone, type WorkflowTemplate } from './template.js';

const words = { ar: 'ن', fr: 't', en: 't' };
const step: TemplateMilestone = { key: 'sign', number: '1.1', stage: 'only', title: words, responsible: { function: 'coordinator', counterpart: false }, due: { rule: 'offset', from: { event: 'begun' }, days: 1 }, evidence: null, produces: [], certainty: 'confirmed', note: null };
const bare: WorkflowTemplate = { key: 'sound', version: 1, agreementType: 'twinning', title: words, opening: { event: 'begun', orToday: true }, stages: [{ key: 'only', title: words }], events: [{ key: 'begun', title: words }], milestones: [step] };
const rung = (at: ReminderRung['at'], role = 'owner', more: Partial<ReminderRung> = {}): ReminderRung => ({ role, at, hold: false, enabled: true, ...more });
const problems = (reminders: ReminderRules | undefined, own: Partial<TemplateMilestone> = {}) => checkTemplate({ ...bare, reminders, milestones: [{ ...step, ...own }] }).map(({ code, path, key }) => `${code} ${path} ${key}`);
const again = { repeats: { everyMonths: 6, times: 3 } };

describe('the reminders of a template', () => {
  it.each<[string, ReminderRules | undefined, Partial<TemplateMilestone>, string[]]>([
    ['none said', undefined, again, []],
    ['nobody', 'none', { reminders: 'none' }, []],
    ['all kinds', [rung(-7), rung(0), rung('mondays'), rung(0, 'council', { hold: true })], { reminders: [rung(0)] }, []],
    ['one twice', [rung(3), rung('mondays'), rung(3, 'owner', { hold: true })], { reminders: [rung('mondays'), rung('mondays')] }, ['duplicateRung reminders.2 owner', 'duplicateRung milestones.0.reminders.1 owner']],
    ['too many of one role', Array.from({ length: 14 }, (_, at) => rung(at)), {}, ['tooManyRungs reminders owner']],
    ['twelve each', [...Array.from({ length: 12 }, (_, at) => rung(at)), ...Array.from({ length: 12 }, (_, at) => rung(at, 'coordinator'))], {}, []],
    ['too early for what comes again', [rung(-28), rung(-60, 'counterpart')], again, ['rungTooEarly milestones.0.reminders 60']],
    ['early, of its own', [rung(-60)], { ...again, reminders: [rung(-28)] }, []],
    ['early and switched off', [rung(-60, 'owner', { enabled: false })], again, []],
    ['early once', [rung(-60)], {}, []],
  ])('%s', (_, reminders, own, expected) => expect(problems(reminders, own)).toEqual(expected));

  it.each([[[]], [[{ role: 'owner', at: 1.5 }]], [[{ role: 'owner', at: 'tuesdays' }]], [[{ role: 'owner', at: 366 }]], [[{ role: '__proto__', at: 1 }]], [[{ role: 'owner', at: 1, hour: 8 }]], ['all'], [null]])('%j are none', (reminders) => {
    expect(workflowTemplate.safeParse({ ...bare, reminders }).success).toBe(false);
    expect(workflowTemplate.safeParse({ ...bare, milestones: [{ ...step, reminders }] }).success).toBe(false);
  });

  it('that send at once and are switched on need not say so', () => {
    expect(workflowTemplate.parse({ ...bare, reminders: [{ role: 'owner', at: -1 }] }).reminders).toEqual([rung(-1)]);
  });

  it('differ by what is said, not by its order', () => {
    const [one, other] = [rung(-1), rung(7, 'coordinator')];
    const kinds = (from: ReminderRules | undefined, to: ReminderRules | undefined) => diffTemplates({ ...bare, reminders: from, milestones: [{ ...step, reminders: from }] }, { ...bare, reminders: to, milestones: [{ ...step, reminders: to }] }).map(({ part, kind }) => `${part} ${kind}`);
    expect(kinds([one, other], [other, one])).toEqual([]);
    for (const [from, to] of [[undefined, 'none'], ['none', [one]], [[one], [one, other]], [[one], [{ ...one, hold: true }]], [[one], undefined]] as const) expect(kinds(from === undefined || from === 'none' ? from : [...from], to === undefined || to === 'none' ? to : [...to])).toEqual(['template reminders', 'milestone reminders']);
  });
});
