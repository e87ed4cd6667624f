import { describe, expect, it } from 'vitest';
import { checkTemplate, type Surroundings } from './check-template.js';
import { computeDueDates } from './due-dates.js';
import type { DueRule } from './due-rule.js';
import { GOLDEN_CALENDARS } from './golden/calendars.js';
import { planTemplate, step } from './golden/template.js';
import type { TemplateMilestone } from './template.js';

const from = (event: string, days = 1): DueRule => ({ rule: 'offset', from: { event }, days });
const after = (milestone: string, days = 1): DueRule => ({ rule: 'offset', from: { milestone }, days });
const half = (numerator: number): DueRule => ({ rule: 'fraction', from: { event: 'inForce' }, to: { event: 'ended' }, numerator, denominator: 2 });
const problems = (steps: TemplateMilestone[], around?: Surroundings) => checkTemplate(planTemplate(steps), around).map(({ code, path, key }) => `${code} ${path} ${key}`);

describe('a template with rules that make no sense', () => {
  it.each<[string, TemplateMilestone[], string[], Surroundings?]>([
    ['every rule that makes sense', [step('a', half(1)), step('b', from('begun', -20)), step('c', after('a', -5), { repeats: { everyMonths: 3, times: 4 } })], []],
    ['a step that repeats without end', [step('a', from('begun'), { repeats: { everyMonths: 3 } })], ['endless milestones.0.repeats a']],
    ['an end that is not there', [step('a', from('begun'), { repeats: { everyMonths: 3, until: { event: 'lost' } } })], ['unknownEvent milestones.0.repeats.until lost']],
    ['a circle through the end of a repetition', [step('a', from('begun'), { repeats: { everyMonths: 3, until: { milestone: 'b' } } }), step('b', after('a'))], ['cycle milestones a', 'cycle milestones b']],
    ['a repetition that ends with itself', [step('a', from('begun'), { repeats: { everyMonths: 3, until: { milestone: 'a' } } })], ['cycle milestones.0.repeats.until a']],
    ['a circle through a fraction', [step('a', { ...half(1), rule: 'fraction', from: { event: 'begun' }, to: { milestone: 'b' }, numerator: 1, denominator: 2 }), step('b', after('a')), step('c', after('b'))], ['cycle milestones a', 'cycle milestones b']],
    ['more than the whole', [step('a', half(3))], ['fractionOutside milestones.0.due a']],
    ['less than nothing', [step('a', half(-1))], ['fractionOutside milestones.0.due a']],
    ['a step due before the event that it records', [step('a', from('signed', -5), { produces: ['signed'] })], ['precedesAnchor milestones.0.due a']],
    ['a step before one that it feeds', [step('a', after('b', -5)), step('b', after('a'))], ['cycle milestones a', 'cycle milestones b', 'precedesAnchor milestones.0.due a']],
    ['nobody who acts', [step('a', from('begun'), { responsible: { counterpart: true } })], ['noOwner milestones.0.responsible ']],
    ['a function that nobody has', [step('a', from('begun'))], ['noOwner milestones.0.responsible.function coordinator'], { functions: new Set(['president']) }],
    ['an authority that nobody knows', [step('a', from('begun'), { responsible: { authority: 'king', counterpart: false } })], ['noOwner milestones.0.responsible.authority king'], { authorities: new Set(['governor']) }],
    ['what one condition asks for and another one excludes', [step('a', from('begun'), { when: [{ attribute: 'country', is: ['IN', 'US'] }, { attribute: 'country', isNot: ['US'] }, { attribute: 'country', isNot: ['IN', 'MA'] }] })], ['unreachable milestones.0.when country']],
    ['conditions of which one value is left, or which speak of several partners', [step('a', from('begun'), { when: [{ attribute: 'country', is: ['IN', 'US'] }, { attribute: 'country', is: ['MA'] }, { attribute: 'country', isNot: ['US'] }, { attribute: 'city', isNot: ['MA', 'IN'] }] })], []],
    ['a legal deadline moved off a day of rest', [step('a', { rule: 'offset', from: { event: 'begun' }, working: { days: 0, side: 'home' } }, { legal: true })], ['legalMoved milestones.0.due a']],
    ['the word of both sides where one is asked', [step('a', from('begun'), { proof: 'confirmedByBoth', confirmations: 'partner' })], ['proofOfOneSide milestones.0.proof a']],
    ['the word of both sides, and another proof of one', [step('a', from('begun'), { proof: 'confirmedByBoth' }), step('b', from('begun'), { proof: 'confirmedByBoth', confirmations: 'both' }), step('c', from('begun'), { proof: 'seenOnSite', confirmations: 'home' })], []],
  ])('%s', (_, steps, expected, around) => expect(problems(steps, around)).toEqual(expected));
});

describe('a deadline that the law sets', () => {
  const dueOf = (on: string, legal: boolean, facts = new Map()) =>
    computeDueDates(planTemplate([step('visa', from('begun', 20), { legal })]), { events: { begun: on }, milestones: facts }, GOLDEN_CALENDARS.IN).get('visa');
  it('stays on its day and says whose day of rest that is', () => {
    expect(dueOf('2026-01-11', true)).toEqual({ dueOn: '2026-01-31', provisional: false, settled: true, dayOff: 'home' });
    expect(dueOf('2026-01-06', true)).toEqual({ dueOn: '2026-01-26', provisional: false, settled: true, dayOff: 'partner' });
    expect(dueOf('2026-01-12', true)).toEqual({ dueOn: '2026-02-01', provisional: false, settled: true, dayOff: 'both' });
    expect(dueOf('2026-01-13', true)).toEqual({ dueOn: '2026-02-02', provisional: false, settled: true });
    expect(dueOf('2026-01-12', false)).toEqual({ dueOn: '2026-02-01', provisional: false, settled: true });
  });
});

describe('keys and sizes that nobody expects', () => {
  it.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf'])('takes %s for a word like any other', (key) => {
    const template = planTemplate([step(key, { rule: 'offset', from: { event: key } }, { produces: [key] })], [key]);
    expect(checkTemplate(template)).toEqual([]);
    expect(computeDueDates(template, { events: {}, milestones: new Map() }).get(key)?.dueOn).toBeNull();
  });

  it('refuses __proto__ and what is no template', () => {
    for (const text of ['{"__proto__":{"key":"x"}}', '[]', 'null', `{"milestones":[${'0,'.repeat(1_000_000)}0]}`]) expect(checkTemplate(JSON.parse(text))[0]?.code).toBe('shape');
    expect(checkTemplate(undefined)[0]?.code).toBe('shape');
    expect(problems([step('__proto__', from('begun'))])[0]).toMatch(/^shape milestones.0.key/);
  });

  it('refuses rules inside rules without end, and objects in a circle', () => {
    const deep: unknown = JSON.parse(`${'{"rule":"latest","of":['.repeat(100_000)}{"rule":"fixed","on":"2026-01-01"}${']}'.repeat(100_000)}`);
    expect(checkTemplate({ ...planTemplate([step('a', from('begun'))]), milestones: [{ due: deep }] })).toEqual([{ code: 'shape', path: '', key: 'too large, or nested too deeply' }]);
    const round: { of: unknown[] } = { of: [] };
    round.of.push(round);
    expect(checkTemplate(round)[0]?.code).toBe('shape');
  });

  it('looks at ten thousand steps in one go, also when all wait for each other', () => {
    const circle = Array.from({ length: 10_000 }, (_, place) => step(`m${place}`, after(`m${(place + 1) % 10_000}`)));
    const found = checkTemplate(planTemplate(circle));
    expect(found.length).toBe(1000);
    expect(found[0]).toEqual({ code: 'cycle', path: 'milestones', key: 'm0' });
  });
});
