import { describe, expect, it } from 'vitest';
import { checkTemplate } from './check-template.js';
import { computeDueDates } from './due-dates.js';
import type { DueRule } from './due-rule.js';
import type { WorkflowTemplate } from './template.js';

const words = { ar: 'ن', fr: 't', en: 't' };
const after = (from: { event: string } | { milestone: string }): DueRule => ({ rule: 'offset', from, days: 1 });
const sound: WorkflowTemplate = {
  key: 'sound', version: 1, agreementType: 'twinning', title: words, opening: { event: 'begun', orToday: true }, stages: [{ key: 'only', title: words }],
  events: [{ key: 'begun', title: words }, { key: 'signed', title: words }, { key: 'inForce', title: words, defaultsTo: 'signed' }],
  milestones: [
    { key: 'sign', number: '1.1', stage: 'only', title: words, responsible: { function: 'coordinator', counterpart: false }, due: after({ event: 'begun' }), evidence: null, produces: ['signed'], certainty: 'confirmed', note: null },
    { key: 'report', number: '1.2', stage: 'only', title: words, responsible: { function: 'coordinator', counterpart: false }, due: after({ event: 'inForce' }), evidence: null, produces: [], certainty: 'confirmed', note: null },
  ],
};
const [sign, report] = sound.milestones;
if (!sign || !report) throw new Error('two steps');
const problems = (change: Partial<WorkflowTemplate>) => checkTemplate({ ...sound, ...change }).map(({ code, path, key }) => `${code} ${path} ${key}`);

describe('a template', () => {
  it('is sound', () => expect(checkTemplate(sound)).toEqual([]));

  it.each<[string, Partial<WorkflowTemplate>, string[]]>([
    ['two steps of one key', { milestones: [sign, { ...report, key: 'sign' }] }, ['duplicateKey milestones.1.key sign']],
    ['two events of one key', { events: [...sound.events, { key: 'begun', title: words }] }, ['duplicateKey events.3.key begun']],
    ['a stage that is not there', { milestones: [sign, { ...report, stage: 'other' }] }, ['unknownStage milestones.1.stage other']],
    ['an event that is not there', { milestones: [sign, { ...report, due: after({ event: 'lost' }) }] }, ['unknownEvent milestones.1.due lost']],
    ['a step that is not there', { milestones: [sign, { ...report, due: { rule: 'latest', of: [after({ milestone: 'lost' })] } }] }, ['unknownMilestone milestones.1.due lost']],
    ['an unknown product', { milestones: [sign, { ...report, produces: ['lost'] }] }, ['unknownEvent milestones.1.produces lost']],
    ['an event recorded by two steps', { milestones: [sign, { ...report, due: after({ event: 'begun' }), produces: ['signed'] }] }, ['producedTwice milestones.1.produces signed']],
    ['an unknown stand-in', { events: [...sound.events, { key: 'ended', title: words, defaultsTo: 'expiry' }] }, ['unknownEvent events.3.defaultsTo expiry']],
    ['an unknown beginning', { opening: { event: 'lost', orToday: true } }, ['unknownEvent opening.event lost']],
    ['a step that waits for itself', { milestones: [sign, { ...report, due: after({ milestone: 'report' }) }] }, ['cycle milestones.1.due report']],
    ['a circle through an event and its stand-in', { milestones: [{ ...sign, due: after({ milestone: 'report' }) }, report] }, ['cycle milestones sign', 'cycle milestones report']],
  ])('is refused for %s', (_, change, expected) => expect(problems(change)).toEqual(expected));

  it('is refused when stand-ins go round', () => {
    expect(problems({ events: [{ key: 'begun', title: words }, { key: 'signed', title: words, defaultsTo: 'inForce' }, { key: 'inForce', title: words, defaultsTo: 'signed' }] }))
      .toEqual(['cycle events.1.defaultsTo signed', 'cycle events.2.defaultsTo inForce']);
  });

  it('is refused for its shape with the path', () => {
    expect(checkTemplate({ ...sound, milestones: [{ ...sign, title: { ar: 'ن', fr: 't' } }] })[0]).toMatchObject({ code: 'shape', path: 'milestones.0.title.en' });
  });

  it('with a circle is never computed', () => {
    const circular = { ...sound, milestones: [{ ...sign, due: after({ milestone: 'report' }) }, report] };
    expect(() => computeDueDates(circular, { events: {}, milestones: new Map() })).toThrow(RangeError);
  });
});
