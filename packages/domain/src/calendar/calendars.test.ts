import { describe, expect, it } from 'vitest';
import { announcedSessions } from './announced-sessions.js';
import { calendarsOf, type HolidayFacts, type SessionFacts } from './calendars.js';

const MOROCCO = { country: 'MA', weekend: [6, 7] as const };
const INDIA = { country: 'IN', weekend: [7] as const };
const holiday = (country: string, day: string, certainty: HolidayFacts['certainty'] = 'confirmed'): HolidayFacts => (day.length === 5 ? { country, monthDay: day, on: null, certainty } : { country, monthDay: null, on: day, certainty });
const session = (cityId: string | null, beginsOn: string, certainty: SessionFacts['certainty'] = 'estimated'): SessionFacts => ({ cityId, beginsOn, endsOn: beginsOn, certainty });

it('sessions are announced for the first Monday of February, May and October, also where the month begins with it', () => {
  expect(announcedSessions(2026, 2027)).toEqual(['2026-02-02', '2026-05-04', '2026-10-05', '2027-02-01', '2027-05-03', '2027-10-04']);
});

describe('the calendars of an agreement', () => {
  const { home, partner } = calendarsOf(MOROCCO, [INDIA, { country: 'GH', weekend: [6, 7] }], [holiday('MA', '01-11'), holiday('IN', '01-26'), holiday('GH', '2026-03-06'), holiday('MA', '2026-05-27', 'estimated'), holiday('US', '07-04')], []);

  it('each side has its own days off, every year or once; of several partners those of all', () => {
    expect([home.holidays.has('2026-01-11'), home.holidays.has('2190-01-11'), home.holidays.has('2026-01-26'), home.holidays.has('2026-07-04')]).toEqual([true, true, false, false]);
    expect([partner.holidays.has('2026-01-26'), partner.holidays.has('2026-03-06'), partner.holidays.has('2027-03-06')]).toEqual([true, true, false]);
    expect(partner.weekend.toSorted()).toEqual([6, 7]);
  });

  it('knows which are only estimated, and that a confirmed row outweighs an estimate of the same day', () => {
    expect([...home.estimated ?? []]).toEqual(['2026-05-27']);
    expect([...calendarsOf(MOROCCO, [], [holiday('MA', '2026-05-27', 'estimated'), holiday('MA', '2026-05-27')], []).home.estimated ?? []]).toEqual([]);
  });

  it("a council's own session stands for the one announced in its month, and for no other", () => {
    const rows = [session(null, '2026-02-02'), session(null, '2026-05-04'), session('smara', '2026-02-10', 'confirmed'), session('smara', '2026-03-20', 'confirmed')];
    expect(calendarsOf(MOROCCO, [], [], rows).sessions.map(({ beginsOn, confirmed }) => `${beginsOn} ${confirmed}`)).toEqual(['2026-05-04 false', '2026-02-10 true', '2026-03-20 true']);
  });
});
