import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTemplates } from './diff-template.js';
import type { DueRule } from './due-rule.js';
import type { TemplateEvent, TemplateMilestone, TemplateStage, TemplateText, WorkflowTemplate } from './template.js';

const words = (text: string): TemplateText => ({ ar: text, fr: text, en: text });
const text = fc.string({ minLength: 1, maxLength: 8 }).map(words);
const keys = (prefix: string, min: number, max: number) => fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: min, maxLength: max }).map((numbers) => numbers.map((n) => `${prefix}${n}`));
const due: fc.Arbitrary<DueRule> = fc.oneof(
  fc.record({ rule: fc.constant('fixed' as const), on: fc.constantFrom('2026-01-01', '2026-06-01') }),
  fc.record({ rule: fc.constant('offset' as const), from: fc.constantFrom({ event: 'e1' }, { milestone: 'm1' }), days: fc.integer({ min: 1, max: 90 }) }),
);
const stage = (key: string): fc.Arbitrary<TemplateStage> => text.map((title) => ({ key, title }));
const event = (key: string): fc.Arbitrary<TemplateEvent> => fc.record({ title: text, other: fc.option(fc.constantFrom('e1', 'e2')) }).map(({ title, other }) => ({ key, title, ...(other === null ? {} : { defaultsTo: other }) }));
const milestone = (key: string): fc.Arbitrary<TemplateMilestone> => fc.record({
  key: fc.constant(key), number: fc.constantFrom('1.1', '2.2'), stage: fc.constantFrom('s1', 's2'), title: text,
  responsible: fc.record({ function: fc.constantFrom('coordinator', 'legal'), counterpart: fc.boolean() }), due, evidence: fc.option(text), produces: fc.subarray(['e1', 'e2']),
  certainty: fc.constantFrom('confirmed', 'toVerify'), note: fc.option(text),
});
const each = <T>(prefix: string, of: (key: string) => fc.Arbitrary<T>) => keys(prefix, 1, 8).chain((list) => fc.tuple(...list.map(of)));
const template: fc.Arbitrary<WorkflowTemplate> = fc.record({
  key: fc.constant('any'), version: fc.integer({ min: 1, max: 9 }), agreementType: fc.constantFrom('twinning', 'chamber'), title: text,
  opening: fc.record({ event: fc.constantFrom('e1', 'e2'), orToday: fc.boolean() }), stages: each('s', stage), events: each('e', event), milestones: each('m', milestone),
});
const found = (older: WorkflowTemplate, newer: WorkflowTemplate) => diffTemplates(older, newer).map(({ part, key, kind }) => `${part} ${key} ${kind}`);

/** The same with one thing changed, and how that is called. */
type Edit = (base: WorkflowTemplate, place: number) => { newer: WorkflowTemplate; named: string[] };
const EDITS: Readonly<Record<string, Edit>> = {
  title: (base) => ({ newer: { ...base, title: words('quite another') }, named: ['template any title'] }),
  type: (base) => ({ newer: { ...base, agreementType: 'memorandum' }, named: ['template any agreementType'] }),
  opening: (base) => ({ newer: { ...base, opening: { ...base.opening, orToday: !base.opening.orToday } }, named: ['template any opening'] }),
  stageAdded: (base) => ({ newer: { ...base, stages: [...base.stages, { key: 'new', title: words('new') }] }, named: ['stage new added'] }),
  gate: (base) => ({ newer: { ...base, stages: base.stages.map((one, index) => (index === 0 ? { ...one, gate: ['m1'] } : one)) }, named: [`stage ${base.stages[0]?.key} gate`] }),
  eventRemoved: (base) => ({ newer: { ...base, events: base.events.slice(1) }, named: [`event ${base.events[0]?.key} removed`] }),
  standIn: (base) => ({ newer: { ...base, events: base.events.map((one, index) => (index === 0 ? { ...one, defaultsTo: 'e9' } : one)) }, named: [`event ${base.events[0]?.key} standIn`] }),
  stepRemoved: (base, place) => ({ newer: { ...base, milestones: base.milestones.filter((_, index) => index !== place) }, named: [`milestone ${base.milestones[place]?.key} removed`] }),
  stepAdded: (base, place) => ({ newer: { ...base, milestones: base.milestones.flatMap((one, index) => (index === place ? [{ ...one, key: 'new' }, one] : [one])) }, named: ['milestone new added'] }),
};
const FIELDS: Readonly<Record<string, Partial<TemplateMilestone>>> = {
  number: { number: '9.9' }, stage: { stage: 's9' }, title: { title: words('quite another') }, responsible: { responsible: { authority: 'governor', counterpart: false } },
  due: { due: { rule: 'fixed', on: '2030-01-01' } }, evidence: { evidence: words('quite another') }, produces: { produces: ['e9'] }, certainty: { certainty: 'secondary' }, note: { note: words('quite another') },
  proof: { proof: 'documented' }, confirmations: { confirmations: 'partner' }, reminders: { reminders: 'none' }, repeats: { repeats: { everyMonths: 3 } }, legal: { legal: true }, after: { after: ['m1'] }, when: { when: [{ attribute: 'partners', is: ['one'] }] },
};

describe('the differences between two templates', () => {
  it('are none between equal ones, whatever their version and the order of their keys', () => {
    fc.assert(fc.property(template, (base) => {
      const reordered = JSON.parse(JSON.stringify(base, (_, value: unknown) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toReversed()) : value))) as WorkflowTemplate;
      expect(diffTemplates(base, { ...reordered, version: base.version + 1 })).toEqual([]);
    }));
  });

  it.each(Object.entries(EDITS))('name an edit: %s', (_, edit) => {
    fc.assert(fc.property(template, fc.nat(), (base, nat) => {
      const { newer, named } = edit(base, nat % base.milestones.length);
      expect(found(base, newer)).toEqual(named);
    }));
  });

  it.each(Object.entries(FIELDS))('name a changed %s of a step', (field, change) => {
    fc.assert(fc.property(template, fc.nat(), (base, nat) => {
      const place = nat % base.milestones.length;
      expect(found(base, { ...base, milestones: base.milestones.map((one, index) => (index === place ? { ...one, ...change } : one)) })).toEqual([`milestone ${base.milestones[place]?.key} ${field}`]);
    }));
  });

  it('are none where something is left out or said to be nothing', () => {
    const offset: DueRule = { rule: 'offset', from: { event: 'e1' }, months: 4 };
    fc.assert(fc.property(template, (base) => {
      const made = (change: Partial<TemplateMilestone>) => ({ ...base, milestones: base.milestones.map((one) => ({ ...one, ...change })) });
      expect(diffTemplates(made({ due: offset, repeats: { everyMonths: 3 } }), made({ due: { ...offset, months: 1, quarters: 1, weeks: 0, years: 0 }, repeats: { everyMonths: 3, startsAtAnchor: false }, legal: false, proof: 'declared', confirmations: 'both' }))).toEqual([]);
      expect(diffTemplates(made({ due: offset }), made({ due: { ...offset, working: { days: 0, side: 'home' } } }))).toHaveLength(base.milestones.length);
    }));
  });

  it('name a field that nobody has words for yet', () => {
    fc.assert(fc.property(template, (base) => {
      const [first, ...others] = base.milestones;
      if (!first) throw new Error('a step');
      const later: TemplateMilestone = Object.assign({ ...first }, { recurrence: { every: 6 } });
      expect(diffTemplates(base, { ...base, milestones: [later, ...others] })).toMatchObject([{ part: 'milestone', key: first.key, kind: 'other', field: 'recurrence' }]);
    }));
  });

  it('name the one step that was moved, and what it follows now', () => {
    fc.assert(fc.property(template, fc.nat(), fc.nat(), (base, from, to) => {
      const moving = base.milestones[from % base.milestones.length];
      const others = base.milestones.filter((one) => one !== moving);
      if (!moving || others.length === 0) return;
      const place = to % (others.length + 1);
      const milestones = [...others.slice(0, place), moving, ...others.slice(place)];
      const moved = diffTemplates(base, { ...base, milestones });
      if (milestones.every((one, index) => one === base.milestones[index])) expect(moved).toEqual([]);
      else expect(moved).toHaveLength(1);
      expect(moved.every(({ kind }) => kind === 'moved')).toBe(true);
    }));
  });

  it('are symmetric in what they name as added and removed, also with keys given twice', () => {
    fc.assert(fc.property(template, template, (one, other) => {
      const twice = { ...one, milestones: [...one.milestones, ...one.milestones] };
      const count = (older: WorkflowTemplate, newer: WorkflowTemplate, kind: string) => diffTemplates(older, newer).filter((change) => change.kind === kind).length;
      expect(count(twice, other, 'added')).toBe(count(other, twice, 'removed'));
      expect(diffTemplates(twice, twice)).toEqual([]);
    }));
  });
});
