import { EVIDENCE_KINDS, EVIDENCE_LEVELS, MILESTONE_STATUSES, type Confirmation, type EvidenceLevel } from '@tawama/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedSides, evidenceLevelOf, levelOfKind, proofLevel, reaches, sidesOf, type Proof } from './levels.js';

const done = (on: string): Confirmation => ({ on, denied: false, reason: null, by: null });
const denied: Confirmation = { on: null, denied: true, reason: 'not seen', by: null };
const nothing: Proof = { kinds: [], confirmations: { home: null, partner: null } };
const day = fc.constantFrom('2026-01-20', '2026-01-21');
const word = fc.oneof(fc.constant(null), fc.constant(denied), day.map(done));
const proofs: fc.Arbitrary<Proof> = fc.record({ kinds: fc.array(fc.constantFrom(...EVIDENCE_KINDS), { maxLength: 4 }), confirmations: fc.record({ home: word, partner: word }) });
const rank = (level: EvidenceLevel): number => EVIDENCE_LEVELS.indexOf(level);

describe('the words of both sides', () => {
  it.each([
    [null, null, 'none'], [done('2026-01-20'), null, 'oneSided'], [null, done('2026-01-20'), 'oneSided'], [done('2026-01-20'), done('2026-01-20'), 'agreed'],
    [done('2026-01-20'), done('2026-01-21'), 'differing'], [done('2026-01-20'), denied, 'differing'], [denied, null, 'differing'], [denied, denied, 'differing'],
  ] as const)('%o and %o: %s', (home, partner, expected) => expect(sidesOf({ home, partner })).toBe(expected));

  it('count as far as they are asked for', () => {
    expect([askedSides(undefined), askedSides({}), askedSides({ confirmations: 'both' }), askedSides({ confirmations: 'partner' })]).toEqual([['home', 'partner'], ['home', 'partner'], ['home', 'partner'], ['partner']]);
    fc.assert(fc.property(word, word, fc.constantFrom('home', 'partner'), (home, partner, side) => {
      const mine = { home, partner }[side];
      const alone = sidesOf({ home, partner }, [side]);
      // What the other one says, or said before, makes no difference.
      expect(alone).toBe(mine === null ? 'none' : mine.denied ? 'differing' : 'agreed');
      expect(sidesOf({ home, partner }, ['home', 'partner'])).toBe(sidesOf({ home, partner }));
    }));
  });

  it('weigh the same, whoever spoke first', () => fc.assert(fc.property(word, word, (a, b) => { expect(sidesOf({ home: a, partner: b })).toBe(sidesOf({ home: b, partner: a })); })));
});

describe('the level of proof', () => {
  it.each([
    [nothing, 'none'], [{ ...nothing, confirmations: { home: done('2026-01-20'), partner: null } }, 'declared'], [{ ...nothing, confirmations: { home: denied, partner: null } }, 'none'],
    [{ ...nothing, kinds: ['photo'] }, 'documented'], [{ kinds: ['document'], confirmations: { home: done('2026-01-20'), partner: done('2026-01-20') } }, 'confirmedByBoth'],
    [{ kinds: ['document'], confirmations: { home: done('2026-01-20'), partner: denied } }, 'documented'], [{ ...nothing, kinds: ['document', 'siteVisit'] }, 'seenOnSite'],
  ] as [Proof, EvidenceLevel][])('of %j is %s', (proof, expected) => expect(proofLevel(proof)).toBe(expected));

  it('never falls when a file is added, nor when a side speaks that had not', () => {
    fc.assert(fc.property(proofs, fc.constantFrom(...EVIDENCE_KINDS), word, fc.constantFrom('home', 'partner'), (proof, kind, said, side) => {
      const before = rank(proofLevel(proof));
      expect(rank(proofLevel({ ...proof, kinds: [...proof.kinds, kind] }))).toBeGreaterThanOrEqual(Math.max(before, rank(levelOfKind(kind))));
      if (proof.confirmations[side] === null) expect(rank(proofLevel({ ...proof, confirmations: { ...proof.confirmations, [side]: said } }))).toBeGreaterThanOrEqual(before);
    }));
  });

  it('does not depend on the order of the files', () => {
    fc.assert(fc.property(proofs, (proof) => { expect(proofLevel({ ...proof, kinds: proof.kinds.toReversed() })).toBe(proofLevel(proof)); }));
  });

  it('that is shown is at least declared of what was submitted, and nothing else changes it', () => {
    for (const status of MILESTONE_STATUSES) for (const level of EVIDENCE_LEVELS) {
      const claimed = status === 'done' || status === 'submitted';
      expect(evidenceLevelOf(level, status)).toBe(claimed && level === 'none' ? 'declared' : level);
    }
  });

  it('reaches itself and what lies below', () => {
    expect(EVIDENCE_LEVELS.map((level) => reaches(level, 'documented'))).toEqual([false, false, true, true, true]);
  });
});
