import { addDays, daysBetween } from '@tawama/workflow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DORMANT_AFTER_DAYS, silentSince, type VitalityFacts, vitalityOf, vitalityRank, WATCH_AFTER_DAYS } from './vitality.js';

const TODAY = '2026-01-26';
const well: VitalityFacts = { today: TODAY, begunOn: '2025-10-31', lastEvidenceOn: '2025-12-15', lastContactOn: '2026-01-19', lastMeetingOn: '2025-12-15', openSteps: 5, lateSteps: 0, homeContact: true, partnerContact: true };
const ago = (days: number) => addDays(TODAY, -days);
const silent = (days: number): Partial<VitalityFacts> => ({ begunOn: ago(days + 100), lastEvidenceOn: ago(days), lastContactOn: null, lastMeetingOn: null });

describe('how alive an agreement is', () => {
  it.each<[string, Partial<VitalityFacts>, string, object]>([
    ['news last week', {}, 'active', { code: 'news', on: '2026-01-19' }],
    ['just signed', { lastEvidenceOn: null, lastContactOn: null, lastMeetingOn: null }, 'active', { code: 'begun', on: '2025-10-31' }],
    ['364 days of silence', silent(364), 'active', { code: 'news', on: ago(364) }],
    ['365 days of silence', silent(365), 'watch', { code: 'silence', on: ago(365) }],
    ['729 days of silence', silent(729), 'watch', { code: 'silence', on: ago(729) }],
    ['730 days of silence', silent(730), 'dormant', { code: 'silence', on: ago(730) }],
    ['one step late', { openSteps: 1, lateSteps: 1 }, 'active', { code: 'news', on: '2026-01-19' }],
    ['half of the steps late', { openSteps: 6, lateSteps: 3 }, 'struggling', { code: 'late', late: 3, open: 6 }],
    ['less than half late', { openSteps: 7, lateSteps: 3 }, 'active', { code: 'news', on: '2026-01-19' }],
    ['nobody at the partner\'s', { partnerContact: false, homeContact: false }, 'watch', { code: 'noPartnerContact' }],
    ['nobody at home', { homeContact: false }, 'watch', { code: 'noHomeContact' }],
    ['a committee that does not meet', { begunOn: ago(900), lastMeetingOn: ago(365) }, 'watch', { code: 'noMeeting', on: ago(365) }],
    ['dormant, late and unreachable', { ...silent(900), openSteps: 3, lateSteps: 3, partnerContact: false }, 'dormant', { code: 'silence', on: ago(900) }],
  ])('%s', (_, more, level, reason) => {
    const vitality = vitalityOf({ ...well, ...more });
    expect([vitality.level, vitality.reasons[0]]).toEqual([level, reason]);
  });

  it('does not take what was done before the signature for news of it', () => {
    expect(silentSince({ ...well, begunOn: '2025-10-31', lastEvidenceOn: '2025-09-01', lastContactOn: null, lastMeetingOn: null })).toBe('2025-10-31');
  });
});

const past = fc.integer({ min: 0, max: 2_000 }).map(ago);
const facts: fc.Arbitrary<VitalityFacts> = fc.record({
  today: fc.constant(TODAY), begunOn: past, lastEvidenceOn: fc.option(past, { nil: null }), lastContactOn: fc.option(past, { nil: null }), lastMeetingOn: fc.option(past, { nil: null }),
  openSteps: fc.nat(12), lateSteps: fc.nat(12), homeContact: fc.boolean(), partnerContact: fc.boolean(),
}).map((given) => ({ ...given, lateSteps: Math.min(given.openSteps, given.lateSteps) }));
const rank = (given: VitalityFacts) => vitalityRank(vitalityOf(given).level);

describe('for any agreement', () => {
  it('more silence never makes it better', () => {
    fc.assert(fc.property(facts, fc.nat(1_500), (given, days) => { expect(rank({ ...given, today: addDays(TODAY, days) })).toBeGreaterThanOrEqual(rank(given)); }));
  });

  it('a contact never makes it worse', () => {
    fc.assert(fc.property(facts, past, (given, on) => {
      const latest = given.lastContactOn !== null && given.lastContactOn > on ? given.lastContactOn : on;
      expect(rank({ ...given, lastContactOn: latest })).toBeLessThanOrEqual(rank(given));
    }));
  });

  it('a year of silence is never called active, two years always dormant, and less never', () => {
    fc.assert(fc.property(facts, (given) => {
      const silence = daysBetween(silentSince(given), TODAY);
      if (silence >= WATCH_AFTER_DAYS) expect(vitalityOf(given).level).not.toBe('active');
      expect(vitalityOf(given).level === 'dormant').toBe(silence >= DORMANT_AFTER_DAYS);
    }));
  });

  it('every reason names a fact that is true, and the level is that of the first', () => {
    fc.assert(fc.property(facts, (given) => {
      for (const reason of vitalityOf(given).reasons) {
        switch (reason.code) {
          case 'silence': expect([given.begunOn, given.lastEvidenceOn, given.lastContactOn, given.lastMeetingOn].filter((on) => on !== null).sort().at(-1)).toBe(reason.on); break;
          case 'late': expect([reason.late, reason.open]).toEqual([given.lateSteps, given.openSteps]); expect(2 * reason.late).toBeGreaterThanOrEqual(reason.open); break;
          case 'noPartnerContact': expect(given.partnerContact).toBe(false); break;
          case 'noHomeContact': expect(given.homeContact).toBe(false); break;
          case 'noMeeting': expect(given.lastMeetingOn).toBe(reason.on); break;
          case 'news': expect([given.lastEvidenceOn, given.lastContactOn, given.lastMeetingOn]).toContain(reason.on); break;
          case 'begun': expect(given.begunOn).toBe(reason.on); break;
        }
      }
    }));
  });
});
