import { KNOWN_EVENTS } from '@tawama/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { playedIn, questionOf, simulationOf, type Played } from './address.js';

const read = (address: string): Played => playedIn(new URL(address, 'http://localhost').searchParams);
const NOTHING: Played = { agreement: '', template: '', version: '', home: '', partner: '', years: '3', late: '0', term: '', events: {} };

describe('the address of a simulation', () => {
  it('says what is played, and holds it whatever it is', () => {
    expect(simulationOf({ template: 'twinning', version: '2', years: '3' })).toBe('/simulate?template=twinning&version=2');
    const text = fc.string({ maxLength: 12 });
    const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`);
    const played = fc.record({ agreement: text, template: text, version: text, home: text, partner: text, years: fc.string({ minLength: 1, maxLength: 3 }), late: fc.string({ minLength: 1, maxLength: 3 }), term: text, events: fc.dictionary(fc.constantFrom(...KNOWN_EVENTS), days) });
    fc.assert(fc.property(played, (one) => { expect({ ...read(simulationOf(one)), events: { ...read(simulationOf(one)).events } }).toEqual({ ...one, events: { ...one.events } }); }));
  });

  it('asks an agreement for nothing but its assumptions, a template for its cities and dates too, and nobody while nothing is chosen', () => {
    expect(questionOf(NOTHING)).toBeNull();
    expect(questionOf({ ...NOTHING, agreement: 'a', partner: 'p', term: '4' })).toEqual({ path: 'agreements/a/simulate', body: { years: 3, daysLate: 0, termYears: 4 } });
    expect(questionOf({ ...NOTHING, template: 'twinning', version: '2', partner: 'p', late: '30', events: { signed: '2025-10-31' } }))
      .toEqual({ path: 'templates/twinning/simulate', body: { years: 3, daysLate: 30, termYears: null, templateVersion: 2, partnerCityId: 'p', events: { signed: '2025-10-31' } } });
  });
});
