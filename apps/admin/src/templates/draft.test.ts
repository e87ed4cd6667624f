import { templatePatch } from '@tawama/contracts';
import { TWINNING_V1 } from '@tawama/domain';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dueText } from '@tawama/messages';
import { anchorsOf, dueRule } from '@tawama/workflow';
import { moved, newStep, RULES, ruleOfKind, sketchOf, toSend, valuesOf, without } from './draft.js';

it('what is opened and sent again is what it was', () => {
  const { key: _key, version: _version, ...definition } = TWINNING_V1;
  expect(toSend(valuesOf(TWINNING_V1))).toEqual({ ...definition, reminders: null });
  expect(toSend(valuesOf({ ...TWINNING_V1, reminders: 'none' }))).toEqual({ ...definition, reminders: 'none' });
  expect(templatePatch.parse(toSend(valuesOf(TWINNING_V1)))).toEqual({ ...definition, reminders: null });
});

it('a text left empty is refused at its place', () => {
  const values = valuesOf(TWINNING_V1);
  const refused = templatePatch.safeParse(toSend({ ...values, milestones: [...values.milestones, newStep(values)] }));
  expect(refused.error?.issues.map(({ path }) => path.join('.'))).toEqual(['ar', 'fr', 'en'].map((language) => `milestones.${TWINNING_V1.milestones.length}.title.${language}`));
});

it('a new step has a key and a number of its own', () => {
  const values = valuesOf(TWINNING_V1);
  const one = newStep(values);
  expect(one.number).toBe('7.4');
  expect(newStep({ ...values, milestones: [...values.milestones, one] }).key).not.toBe(one.key);
  expect(newStep({ ...values, milestones: [] })).toMatchObject({ number: '1.1', stage: 'preparation' });
});

it('a rule of another kind is whole at once, and is still counted from where it was', () => {
  const values = valuesOf(TWINNING_V1);
  const anchored = RULES.filter((kind) => kind !== 'fixed' && kind !== 'latest' && kind !== 'earliest');
  for (const before of anchored) {
    const old = ruleOfKind(before, { rule: 'offset', from: { milestone: 'legal-review' }, days: 3 }, values);
    for (const kind of RULES) {
      const rule = ruleOfKind(kind, old, values);
      expect(rule.rule).toBe(kind);
      expect(dueRule.safeParse(rule).success, `${before} to ${kind}`).toBe(kind !== 'fixed');
      if (kind !== 'fixed') expect(anchorsOf(rule)).toContainEqual({ milestone: 'legal-review' });
    }
  }
});

it('a draft without titles can be told in sentences', () => {
  const values = valuesOf(TWINNING_V1);
  const bare = { ...values, milestones: [newStep(values)], events: values.events.map((event) => ({ ...event, title: null })) };
  expect(dueText({ rule: 'offset', from: { event: 'opened' }, days: 2 }, sketchOf(bare), 'en')).toBe('2 days after “opened”');
  expect(dueText({ rule: 'offset', from: { milestone: newStep(values).key }, days: 2 }, sketchOf(bare), 'en')).toContain(newStep(values).key);
});

it('moving loses nobody, and there and back changes nothing', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 9 }), fc.nat(), fc.nat(), (list, one, other) => {
    const [from, to] = [one % list.length, other % list.length];
    const there = moved(list, from, to);
    expect(there[to]).toBe(list[from]);
    expect(moved(there, to, from)).toEqual(list);
    expect(without(there, to)).toEqual(without(list, from));
  }));
});
