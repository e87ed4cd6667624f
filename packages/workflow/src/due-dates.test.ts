import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeDueDates, type PlanFacts, type MilestoneFacts } from './due-dates.js';
import { addDays } from './plain-date.js';
import type { DueRule } from './due-rule.js';
import type { TemplateMilestone, WorkflowTemplate } from './template.js';

const words = { ar: 'ن', fr: 't', en: 't' };
const step = (key: string, due: DueRule, produces: string[] = []): TemplateMilestone => ({
  key, number: '1.1', stage: 'only', title: words, responsible: { counterpart: false }, due, evidence: null, produces, certainty: 'confirmed', note: null,
});
const template = (milestones: TemplateMilestone[], events: WorkflowTemplate['events'] = ['begun', 'visa', 'approval', 'signed'].map((key) => ({ key, title: words }))): WorkflowTemplate => ({
  key: 'test', version: 1, agreementType: 'twinning', title: words, opening: { event: 'begun', orToday: true },
  stages: [{ key: 'only', title: words }], events: [...events, { key: 'inForce', title: words, defaultsTo: 'signed' }], milestones,
});
const after = (event: string, days: number): DueRule => ({ rule: 'offset', from: { event }, days });
const planned: MilestoneFacts = { status: 'planned', pinned: false, dueOn: null, doneOn: null };
const dates = (of: WorkflowTemplate, events: PlanFacts['events'], steps: Record<string, Partial<MilestoneFacts>> = {}) =>
  Object.fromEntries(computeDueDates(of, { events, milestones: new Map(Object.entries(steps).map(([key, facts]) => [key, { ...planned, ...facts }])) }));

const settled = (dueOn: string) => ({ dueOn, provisional: false, settled: true });
const expected = (dueOn: string) => ({ dueOn, provisional: true, settled: false });
const unknown = { dueOn: null, provisional: false, settled: false };

describe('due dates', () => {
  const chain = template([step('visa', after('begun', 20), ['visa']), step('sign', after('visa', 30), ['signed']), step('report', after('inForce', 15))]);

  it('count from recorded events; from the due date of the step where the event is only expected', () => {
    expect(dates(chain, { begun: '2026-01-01' })).toEqual({ visa: settled('2026-01-21'), sign: expected('2026-02-20'), report: expected('2026-03-07') });
    expect(dates(chain, {})).toEqual({ visa: unknown, sign: unknown, report: unknown });
    expect(dates(chain, { visa: '2026-01-10' })).toEqual({ visa: unknown, sign: settled('2026-02-09'), report: expected('2026-02-24') });
  });

  it('take the event that stands in, and let it be overruled by the event itself or by a pinned step that records it', () => {
    const withClause = template([step('clause', after('signed', 0), ['inForce']), step('report', after('inForce', 15))]);
    expect(dates(withClause, { signed: '2026-01-01' })).toEqual({ clause: settled('2026-01-01'), report: settled('2026-01-16') });
    expect(dates(withClause, { signed: '2026-01-01', inForce: '2026-02-01' })['report']).toEqual(settled('2026-02-16'));
    expect(dates(withClause, { signed: '2026-01-01' }, { clause: { pinned: true, dueOn: '2026-03-01', status: 'open' } })).toEqual({ clause: settled('2026-03-01'), report: settled('2026-03-16') });
    expect(dates(withClause, { signed: '2026-01-01' }, { clause: { status: 'notApplicable' } })['report']).toEqual(settled('2026-01-16'));
  });

  it('let pinned dates win and feed those that follow', () => {
    expect(dates(chain, { begun: '2026-01-01' }, { visa: { pinned: true, dueOn: '2026-02-01', status: 'open' } })).toEqual({ visa: settled('2026-02-01'), sign: expected('2026-03-03'), report: expected('2026-03-18') });
    expect(dates(chain, {}, { sign: { pinned: true, dueOn: '2026-05-01' } })['sign']).toEqual({ dueOn: '2026-05-01', provisional: false, settled: false });
  });

  it('need every part of a latest, and leave out a step that does not apply where another remains', () => {
    const both = template([
      step('visa', after('begun', 20), ['visa']), step('approval', after('begun', 45), ['approval']),
      step('ceremony', { rule: 'latest', of: [after('visa', 15), after('approval', 15)] }),
    ]);
    expect(dates(both, { begun: '2026-01-01' })['ceremony']).toEqual(expected('2026-03-02'));
    expect(dates(both, { begun: '2026-01-01', visa: '2026-01-05' })['ceremony']).toEqual(expected('2026-03-02'));
    expect(dates(both, { visa: '2026-01-05' })['ceremony']).toEqual(unknown);
    expect(dates(both, { visa: '2026-01-05', approval: '2026-01-02' })['ceremony']).toEqual(settled('2026-01-20'));
    expect(dates(both, { begun: '2026-01-01', visa: '2026-01-05' }, { approval: { status: 'notApplicable' } })['ceremony']).toEqual(settled('2026-01-20'));
    expect(dates(both, { visa: '2026-01-05' }, { approval: { status: 'cancelled' } })['ceremony']).toEqual(settled('2026-01-20'));
    expect(dates(both, { begun: '2026-01-01' }, { visa: { status: 'notApplicable' }, approval: { status: 'notApplicable' } })['ceremony']).toEqual(settled('2026-03-02'));
  });

  it('count the due date of a step that does not apply as settled', () => {
    expect(dates(chain, { begun: '2026-01-01' }, { visa: { status: 'notApplicable' } })['sign']).toEqual(settled('2026-02-20'));
    expect(dates(chain, {}, { visa: { status: 'notApplicable' } })['sign']).toEqual(unknown);
  });

  it('count from the day a step was done, else from its due date', () => {
    const two = template([step('draft', after('begun', 75)), step('review', { rule: 'offset', from: { milestone: 'draft' }, days: 10 })]);
    expect(dates(two, { begun: '2025-10-27' })['review']).toEqual(expected('2026-01-20'));
    expect(dates(two, { begun: '2025-10-27' }, { draft: { status: 'done', doneOn: '2025-12-01' } })['review']).toEqual(settled('2025-12-11'));
  });

  it('clamp months to the end of the month, then add days', () => {
    const months = (count: number, days = 0) => dates(template([step('one', { rule: 'offset', from: { event: 'begun' }, months: count, days })]), { begun: '2026-01-31' })['one']?.dueOn;
    expect([months(1), months(2), months(3), months(1, 1), months(-2), months(25)]).toEqual(['2026-02-28', '2026-03-31', '2026-04-30', '2026-03-01', '2025-11-30', '2028-02-29']);
  });

  it('wait, for a step counted from an event that it records itself, until that is recorded', () => {
    const own = template([step('council', after('begun', 0), ['begun', 'approval']), step('send', after('approval', 15))]);
    expect(dates(own, {})).toEqual({ council: unknown, send: unknown });
    expect(dates(own, { begun: '2026-02-05' })).toEqual({ council: settled('2026-02-05'), send: expected('2026-02-20') });
  });

  it('leave a date open that lies outside the years that can be written', () => {
    expect(dates(template([step('far', after('begun', 36_500))]), { begun: '2190-01-01' })['far']).toEqual(unknown);
  });

  it('take a fixed date as it stands', () => {
    expect(dates(template([step('day', { rule: 'fixed', on: '2026-10-31' })]), {})['day']).toEqual(settled('2026-10-31'));
  });
});

const dayArb = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2020-01-01', days));

/** Plans of up to 40 steps, each counted from events or from earlier steps, in a shuffled order. */
const planArb = fc.integer({ min: 1, max: 40 }).chain((count) => {
  const events = Array.from({ length: 6 }, (_, index) => `e${index}`);
  const anchorArb = (place: number) => place === 0
    ? fc.constantFrom(...events.map((event) => ({ event })))
    : fc.oneof(fc.constantFrom(...events.map((event) => ({ event }))), fc.integer({ min: 0, max: place - 1 }).map((of) => ({ milestone: `m${of}` })));
  const offsetArb = (place: number) => fc.record({ rule: fc.constant('offset' as const), from: anchorArb(place), days: fc.integer({ min: 0, max: 200 }) });
  const ruleArb = (place: number): fc.Arbitrary<DueRule> => fc.oneof(offsetArb(place), fc.array(offsetArb(place), { minLength: 1, maxLength: 4 }).map((of) => ({ rule: 'latest' as const, of })));
  return fc.record({
    rules: fc.tuple(...Array.from({ length: count }, (_, place) => ruleArb(place))),
    recorded: fc.dictionary(fc.constantFrom(...events), dayArb),
    statuses: fc.array(fc.constantFrom('planned', 'open', 'done', 'notApplicable', 'cancelled', 'blocked'), { minLength: count, maxLength: count }),
    days: fc.array(dayArb, { minLength: count, maxLength: count }),
    pins: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }),
    shuffle: fc.array(fc.nat(), { minLength: count, maxLength: count }),
  });
});

describe('over any plan', () => {
  it('no step is dated before its rule allows, whatever the order in which steps are written', () => {
    fc.assert(fc.property(planArb, ({ rules, recorded, statuses, days, pins, shuffle }) => {
      const milestones = rules.map((rule, place) => step(`m${place}`, rule));
      const events = Array.from({ length: 6 }, (_, index) => ({ key: `e${index}`, title: words }));
      const facts: Record<string, MilestoneFacts> = Object.fromEntries(milestones.map(({ key }, place) => {
        const status = statuses[place] ?? 'planned';
        const pinned = pins[place] === 0;
        return [key, { status, pinned, dueOn: pinned ? days[place] ?? null : null, doneOn: status === 'done' ? days[place] ?? null : null }];
      }));
      const inOrder = dates(template(milestones, events), recorded, facts);
      const shuffled = dates(template(milestones.map((one, place) => ({ one, at: shuffle[place] ?? 0 })).sort((a, b) => a.at - b.at).map(({ one }) => one), events), recorded, facts);
      expect(shuffled).toEqual(inOrder);
      for (const { key, due } of milestones) {
        const given = facts[key];
        const result = inOrder[key];
        if (!result || given?.pinned) continue;
        for (const part of due.rule === 'latest' ? due.of : [due]) {
          if (part.rule !== 'offset') continue;
          const anchor = 'event' in part.from ? undefined : facts[part.from.milestone];
          if (anchor && (anchor.status === 'notApplicable' || anchor.status === 'cancelled') && due.rule === 'latest') continue;
          const from = 'event' in part.from ? recorded[part.from.event] : anchor?.status === 'done' ? anchor.doneOn : inOrder[part.from.milestone]?.dueOn;
          if (result.dueOn !== null) expect(from != null && result.dueOn >= addDays(from, part.days ?? 0)).toBe(true);
          else expect(result.settled).toBe(false);
        }
        expect(result.provisional).toBe(result.dueOn !== null && !result.settled);
      }
    }), { numRuns: 600 });
  });

  it('takes time in proportion to the number of steps', () => {
    const long = template(Array.from({ length: 1000 }, (_, place) => step(`m${place}`, place === 0 ? after('begun', 1) : { rule: 'offset', from: { milestone: `m${place - 1}` }, days: 1 })).reverse());
    expect(dates(long, { begun: '2020-01-01' })['m999']).toEqual(expected(addDays('2020-01-01', 1000)));
  });
});
