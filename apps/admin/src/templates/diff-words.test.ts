import { LANGUAGES, type Anchor, type Condition, type DueRule, type TemplateMilestone, type TemplateText, type WorkflowTemplate } from '@tawama/contracts';
import { templateChangeText } from '@tawama/messages';
import { diffTemplates } from '@tawama/workflow';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const words = (text: string): TemplateText => ({ ar: `ا${text}`, fr: `f${text}`, en: `e${text}` });
const template: WorkflowTemplate = {
  key: 'any', version: 1, agreementType: 'twinning', title: words('T'), opening: { event: 'opened', orToday: true }, stages: [{ key: 'launch', title: words('S') }],
  events: [{ key: 'opened', title: words('O') }, { key: 'visa', title: words('V') }],
  milestones: [{ key: 'sign', number: '1.1', stage: 'launch', title: words('M'), responsible: { counterpart: false }, due: { rule: 'fixed', on: '2026-01-26' }, evidence: null, produces: [], certainty: 'confirmed', note: null }],
};
const anchor = fc.constantFrom<Anchor>({ event: 'opened' }, { event: 'visa' }, { event: 'lost' }, { milestone: 'sign' }, { milestone: 'lost' });
const whole = (most: number) => fc.option(fc.integer({ min: -most, max: most }), { nil: undefined });
const side = fc.constantFrom('home', 'partner', 'both');
const offset = fc.record({ days: whole(90), weeks: whole(9), months: whole(30), quarters: whole(9), years: whole(9), working: fc.option(fc.record({ days: fc.integer({ min: -9, max: 9 }), side }), { nil: undefined }) });
const { rule: anyRule } = fc.letrec<{ rule: DueRule }>((tie) => ({
  rule: fc.oneof({ maxDepth: 2 },
    fc.tuple(offset, anchor).map(([far, from]): DueRule => ({ rule: 'offset', from, ...far })),
    fc.tuple(offset, anchor, fc.constantFrom('quarter' as const, 'year' as const)).map(([far, from, period]): DueRule => ({ rule: 'endOf', period, from, ...far })),
    fc.tuple(offset, anchor, anchor, fc.integer({ min: 1, max: 9 })).map(([far, from, to, numerator]): DueRule => ({ rule: 'fraction', from, to, numerator, denominator: 10, ...far })),
    fc.record({ rule: fc.constant('beforeSession' as const), from: anchor, orOn: fc.option(fc.boolean(), { nil: undefined }), month: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
      lead: fc.option(fc.oneof(fc.record({ days: fc.integer({ min: 1, max: 99 }) }), fc.record({ working: fc.record({ days: fc.integer({ min: 1, max: 99 }), side }) })), { nil: undefined }) }),
    fc.tuple(fc.constantFrom('latest' as const, 'earliest' as const), fc.array(tie('rule'), { minLength: 1, maxLength: 3 })).map(([rule, of]): DueRule => ({ rule, of })),
  ),
}));
const repeats = fc.record({ everyMonths: fc.integer({ min: 1, max: 1200 }), until: fc.option(anchor, { nil: undefined }), times: fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined }), startsAtAnchor: fc.option(fc.boolean(), { nil: undefined }) });
const keysOfSteps = fc.uniqueArray(fc.constantFrom('sign', 'lost'), { minLength: 1 });
const condition = fc.tuple(fc.constantFrom('homeCity', 'partnerCity', 'partnerCountry', 'partners'), fc.uniqueArray(fc.constantFrom('IN', 'US', 'KE', 'one', 'several', 'smara'), { minLength: 1, maxLength: 3 }), fc.boolean())
  .map(([attribute, values, is]): Condition => (is ? { attribute, is: values } : { attribute, isNot: values }));
const conduct: fc.Arbitrary<Partial<TemplateMilestone>> = fc.record({ due: anyRule, repeats, legal: fc.boolean(), after: keysOfSteps, when: fc.array(condition, { minLength: 1, maxLength: 3 }) }, { requiredKeys: [] });
const SILENT = /[{}]|undefined|null|NaN|another detail|autre détail|معطى آخر/;

it('every difference between two versions is a sentence with no blank left, and says two different things', () => {
  const [first] = template.milestones;
  const stages = (gate: readonly string[] | undefined) => template.stages.map((stage) => (gate ? { ...stage, gate: [...gate] } : stage));
  const made = (change: Partial<TemplateMilestone>, gate: readonly string[] | undefined): WorkflowTemplate => ({ ...template, stages: stages(gate), milestones: first ? [{ ...first, ...change }] : [] });
  fc.assert(fc.property(conduct, conduct, fc.option(keysOfSteps, { nil: undefined }), fc.option(keysOfSteps, { nil: undefined }), (one, other, gate, later) => {
    const [from, to] = [made(one, gate), made(other, later)];
    for (const change of diffTemplates(from, to)) {
      for (const language of LANGUAGES) expect(templateChangeText(change, { from, to }, language)).not.toMatch(SILENT);
      const [, was, now] = /Was: (.*)\. Now: (.*)\.$/.exec(templateChangeText(change, { from, to }, 'en')) ?? [];
      expect(was).not.toBe(now);
    }
  }), { numRuns: 300 });
});
