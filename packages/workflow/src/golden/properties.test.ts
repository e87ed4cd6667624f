import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendars } from '../calendars.js';
import { checkTemplate } from '../check-template.js';
import { computeDueDates, type MilestoneFacts, type PlanFacts } from '../due-dates.js';
import type { DueRule, Side } from '../due-rule.js';
import { addDays, addMonths } from '../plain-date.js';
import { workflowTemplate } from '../template.js';
import { GOLDEN_CALENDARS } from './calendars.js';
import { naive } from './naive.js';
import { planTemplate, step } from './template.js';

const RUNS = 2000;
const STEPS = 6;
const day = fc.integer({ min: 0, max: 1200 }).map((days) => addDays('2025-01-01', days));
const EVENTS = ['begun', 'signed', 'ended'];
const anchorFrom = (place: number) => fc.oneof(fc.constantFrom(...EVENTS).map((event) => ({ event })), ...(place === 0 ? [] : [fc.nat(place - 1).map((of) => ({ milestone: `m${of}` }))]));
const working = (least: number) => fc.record({ days: fc.integer({ min: least, max: 25 }), side: fc.constantFrom<Side>('home', 'partner', 'both') });
const offset = (least: number) => fc.record({
  days: fc.integer({ min: least * 40, max: 90 }), weeks: fc.integer({ min: least, max: 6 }), months: fc.integer({ min: least * 14, max: 14 }),
  quarters: fc.integer({ min: least, max: 3 }), years: fc.integer({ min: least, max: 2 }), working: working(least * 25),
}, { requiredKeys: [] });

/** @param least −1 or 0: whether a date may lie before what it is counted from */
const ruleFrom = (place: number, least: number, depth = 1): fc.Arbitrary<DueRule> => fc.oneof(
  day.map((on): DueRule => ({ rule: 'fixed', on })),
  fc.tuple(anchorFrom(place), offset(least)).map(([from, far]): DueRule => ({ rule: 'offset', from, ...far })),
  fc.tuple(anchorFrom(place), offset(least), fc.constantFrom('quarter' as const, 'year' as const)).map(([from, far, period]): DueRule => ({ rule: 'endOf', period, from, ...far })),
  fc.tuple(anchorFrom(place), anchorFrom(place), fc.nat(7), offset(least)).map(([from, to, numerator, far]): DueRule => ({ rule: 'fraction', from, to, numerator, denominator: 7, ...far })),
  ...(least === 0 ? [] : [fc.tuple(anchorFrom(place), fc.boolean(), fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined, freq: 1 }), fc.option(fc.oneof(fc.record({ days: fc.integer({ min: 1, max: 30 }) }), working(1).map((one) => ({ working: one }))), { nil: undefined }))
    .map(([from, orOn, month, lead]): DueRule => ({ rule: 'beforeSession', from, orOn, month, lead }))]),
  ...(depth === 0 ? [] : [fc.tuple(fc.constantFrom('latest' as const, 'earliest' as const), fc.array(ruleFrom(place, least, depth - 1), { minLength: 1, maxLength: 3 })).map(([rule, of]): DueRule => ({ rule, of }))]),
);
const factsOf = (statuses: readonly MilestoneFacts[]): PlanFacts['milestones'] => new Map(statuses.map((one, place) => [`m${place}`, one]));
const oneStep: fc.Arbitrary<MilestoneFacts> = fc.tuple(fc.constantFrom('planned' as const, 'open' as const, 'done' as const, 'notApplicable' as const), fc.boolean(), fc.boolean(), day).map(([status, a, b, on]) => {
  const pinned = a && b;
  return { status, pinned, dueOn: pinned ? on : null, doneOn: status === 'done' ? on : null };
});
const anyWorld: fc.Arbitrary<Calendars> = fc.tuple(fc.uniqueArray(day, { maxLength: 30 }), fc.uniqueArray(day, { maxLength: 12 }), fc.uniqueArray(day, { maxLength: 6 }), fc.constantFrom('US' as const, 'IN' as const)).map(([off, estimated, sessions, country]) => ({
  home: { weekend: [6, 7], holidays: new Set([...off, ...estimated]), estimated: new Set(estimated) },
  partner: GOLDEN_CALENDARS[country].partner,
  sessions: sessions.map((beginsOn, place) => ({ beginsOn, endsOn: beginsOn, confirmed: place % 2 === 0 })),
}));
/** A few dozen worlds, because preparing one costs more than a plan. */
const worldArb = fc.constantFrom(...fc.sample(anyWorld, { numRuns: 40, seed: 2026 }));
const plan = (least: number) => fc.record({
  rules: fc.tuple(...Array.from({ length: STEPS }, (_, place) => ruleFrom(place, least))),
  events: fc.dictionary(fc.constantFrom(...EVENTS), day),
  steps: fc.array(oneStep, { minLength: STEPS, maxLength: STEPS }),
  calendars: worldArb,
});

describe('over any plan', () => {
  it('a simple interpreter that keeps nothing gives the same dates', () => {
    fc.assert(fc.property(plan(-1), ({ rules, events, steps, calendars }) => {
      const template = planTemplate(rules.map((rule, place) => step(`m${place}`, rule)));
      const facts = { events, milestones: factsOf(steps) };
      const dates = computeDueDates(template, facts, calendars);
      const expected = naive(template, facts, calendars);
      for (const { key } of template.milestones) {
        const { dueOn = null, provisional } = dates.get(key) ?? {};
        expect({ key, dueOn, provisional }).toEqual({ key, ...expected(key) });
      }
    }), { numRuns: RUNS });
  });

  it('no date lies before what it is counted from, where the rule does not count backwards', () => {
    fc.assert(fc.property(plan(0), ({ rules, events, calendars }) => {
      const template = planTemplate(rules.map((rule, place) => step(`m${place}`, rule)));
      const dates = computeDueDates(template, { events, milestones: new Map() }, calendars);
      for (const { key, due } of template.milestones) {
        const on = dates.get(key)?.dueOn;
        if (on == null || !('from' in due)) continue;
        const from = 'event' in due.from ? events[due.from.event] : dates.get(due.from.milestone)?.dueOn;
        expect(from != null && on >= from).toBe(true);
      }
    }), { numRuns: RUNS });
  });
});

describe('a step that repeats', () => {
  const series = fc.record({ rule: ruleFrom(0, -1), everyMonths: fc.integer({ min: 1, max: 13 }), times: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }), startsAtAnchor: fc.boolean(), events: fc.dictionary(fc.constantFrom(...EVENTS), day), calendars: worldArb, near: day, more: fc.nat(1500) });

  it('never comes twice, stays as it was when the horizon grows, ends where it should, and is counted from the anchor', () => {
    fc.assert(fc.property(series, ({ rule, everyMonths, times, startsAtAnchor, events, calendars, near, more }) => {
      const template = planTemplate([step('report', rule, { repeats: { everyMonths, times, startsAtAnchor, until: { event: 'ended' } } })]);
      const facts = { events, milestones: new Map() };
      const laid = (until: string) => [...computeDueDates(template, facts, calendars, { until })].filter(([key]) => key !== 'report');
      const short = laid(near);
      const far = addDays(near, more);
      const long = laid(far);
      expect(long.slice(0, short.length)).toEqual(short);
      expect(new Set(long.map(([key]) => key)).size).toBe(long.length);
      expect(new Set(long.map(([, { dueOn }]) => dueOn)).size).toBe(long.length);
      for (const [key, { dueOn, provisional }] of long) {
        const number = Number(key.split('#')[1]);
        expect(number).toBeLessThanOrEqual(times ?? Infinity);
        expect(dueOn !== null && dueOn <= far && (events['ended'] === undefined || dueOn <= events['ended'])).toBe(true);
        expect({ dueOn, provisional }).toEqual(naive(template, facts, calendars, everyMonths * (startsAtAnchor ? number - 1 : number))('report'));
      }
    }), { numRuns: RUNS });
  });

  it('counts 31 January, 28 February, 31 March, and keeps numbers when the first are left out', () => {
    const template = planTemplate([step('report', { rule: 'offset', from: { event: 'begun' } }, { repeats: { everyMonths: 1, until: { event: 'ended' }, startsAtAnchor: true } })]);
    const laid = (from?: string) => [...computeDueDates(template, { events: { begun: '2026-01-31', ended: '2026-05-30' }, milestones: new Map() }, undefined, { until: '2027-01-01', from })].map(([key, { dueOn }]) => `${key} ${dueOn}`);
    expect(laid()).toEqual(['report 2026-01-31', 'report#1 2026-01-31', 'report#2 2026-02-28', 'report#3 2026-03-31', 'report#4 2026-04-30']);
    expect(laid('2026-03-31')).toEqual(['report 2026-01-31', 'report#3 2026-03-31', 'report#4 2026-04-30']);
    expect(addMonths('2026-01-31', 2)).toBe('2026-03-31');
  });
});

describe('over any edit of a template', () => {
  const value = fc.oneof(fc.constantFrom(null, '', '__proto__', 'constructor', 'm1', 'begun', -1, 0, 1, 1e9, NaN, [], {}), fc.constantFrom<DueRule>({ rule: 'offset', from: { milestone: 'm3' }, days: -3 }, { rule: 'fixed', on: '0001-01-01' }), fc.jsonValue());
  it('neither checking nor computing throws anything but the refusal of a circle', () => {
    fc.assert(fc.property(plan(-1), fc.array(fc.tuple(fc.nat(), value), { minLength: 1, maxLength: 4 }), ({ rules, events, calendars }, edits) => {
      const template: unknown = JSON.parse(JSON.stringify(planTemplate(rules.map((rule, place) => step(`m${place}`, rule, { repeats: { everyMonths: place + 1, until: { milestone: 'm0' } }, legal: true })))));
      for (const [at, replacement] of edits) {
        const places = placesIn(template);
        places[at % places.length]?.(structuredClone(replacement));
      }
      const problems = checkTemplate(template);
      const parsed = workflowTemplate.safeParse(template);
      if (!parsed.success) {
        expect(problems[0]?.code).toBe('shape');
        return;
      }
      try {
        computeDueDates(parsed.data, { events, milestones: new Map() }, calendars, { until: '2030-01-01' });
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
        expect(problems.map(({ code }) => code)).toContain('cycle');
      }
    }), { numRuns: RUNS });
  });
});

/** A setter for every place of a value. */
function placesIn(value: unknown): ((replacement: unknown) => void)[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    (replacement: unknown) => { Object.defineProperty(value, key, { value: replacement, writable: true, enumerable: true, configurable: true }); }, ...placesIn(inner),
  ]);
}
