import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type EpochMs, instantToIso, isoToInstant, MS_PER_DAY, MS_PER_MINUTE } from './instant.js';
import { addDays, EARLIEST_DATE, fromDayNumber, LATEST_DATE, toDayNumber } from './plain-date.js';
import { type PackedZones, unpackZones } from './unpack-zones.js';
import { instantToLocal, isKnownZone, localToInstant, offsetAt, subsetTable, type ZoneTable } from './zone.js';

const packed: PackedZones = createRequire(import.meta.url)('moment-timezone/data/packed/latest.json');
const table = unpackZones(packed);

const golden = (name: string): string[][] =>
  readFileSync(new URL(`./golden/${name}.tsv`, import.meta.url), 'utf8').trimEnd().split('\n').slice(2).map((line) => line.split('\t'));
const mornings = golden('mornings');
const transitions = golden('transitions').filter((row) => row.length === 6);
const counts = golden('transitions').filter((row) => row.length === 2);
const CLUB_ZONES = counts.map(([zone = '']) => zone);

const local = (zone: string, instant: EpochMs): string => { const { date, time } = instantToLocal(table, zone, instant); return `${date} ${time}`; };
const utc = (zone: string, date: string, time: string): string => instantToIso(localToInstant(table, zone, date, time));

describe('against Debian’s zone files', () => {
  it('puts 09:00 of every day 2018–2030 at the same instant, in each of the club’s zones', () => {
    const days = new Map<string, number>();
    const wrong: string[] = [];
    for (const [zone = '', from = '', to = '', time = ''] of mornings) {
      for (let date = from; date <= to; date = addDays(date, 1)) {
        if (utc(zone, date, '09:00') !== `${date}T${time}:00.000Z`) wrong.push(`${zone} ${date}`);
        days.set(zone, (days.get(zone) ?? 0) + 1);
      }
    }
    expect(wrong).toEqual([]);
    expect([...days.keys()]).toEqual(CLUB_ZONES);
    expect([...new Set(days.values())]).toEqual([4748]);
  });

  it('shows the same local time an hour before, a minute before, at and an hour after every change of the clocks since 1970', () => {
    const hour = 60 * MS_PER_MINUTE;
    for (const [zone = '', at = '', ...shown] of transitions) {
      const instant = isoToInstant(at);
      const found = [instant - hour, instant - MS_PER_MINUTE, instant, instant + hour].map((moment) => local(zone, moment));
      expect([zone, at, ...found]).toEqual([zone, at, ...shown]);
    }
    expect(transitions.length).toBeGreaterThan(250);
  });

  it('has no change of the clocks that Debian lacks', () => {
    const [first, last] = [isoToInstant('1970-01-01T00:00Z'), isoToInstant('2037-12-31T00:00Z')];
    for (const [zone = '', count] of counts) {
      const { untils, offsets } = subsetTable(table, [zone]).zones[zone] ?? { untils: [], offsets: [] };
      const changes = untils.filter((until, index) => until >= first && until < last && offsets[index] !== offsets[index + 1]);
      expect(`changes 1970-2037: ${changes.length}`, zone).toBe(count);
    }
  });
});

describe('Smara', () => {
  const smara = 'Africa/El_Aaiun';

  it.each([
    ['2025-02-22', '08:00'], ['2025-02-23', '09:00'], ['2025-04-05', '09:00'], ['2025-04-06', '08:00'],
    ['2026-01-27', '08:00'], ['2026-02-14', '08:00'], ['2026-02-15', '09:00'], ['2026-03-21', '09:00'], ['2026-03-22', '08:00'],
    ['2026-09-19', '08:00'], ['2026-09-20', '09:00'], ['2026-11-23', '09:00'], ['2027-02-10', '09:00'], ['2030-06-01', '09:00'],
  ])('has its morning of %s at %s UTC', (date, time) => {
    expect(utc(smara, date, '09:00')).toBe(`${date}T${time}:00.000Z`);
    expect(utc('Africa/Casablanca', date, '09:00')).toBe(`${date}T${time}:00.000Z`);
  });

  it('takes the earlier of two equal times, and moves a time that never was by the width of the gap', () => {
    expect(utc(smara, '2026-09-20', '01:59')).toBe('2026-09-20T00:59:00.000Z');
    expect(utc(smara, '2026-09-20', '02:00')).toBe('2026-09-20T02:00:00.000Z');
    expect(utc(smara, '2026-03-22', '02:30')).toBe('2026-03-22T02:30:00.000Z');
    expect(local(smara, localToInstant(table, smara, '2026-03-22', '02:30'))).toBe('2026-03-22 03:30');
  });
});

describe('zones', () => {
  it('are known by their exact id, links included', () => {
    for (const zone of [...CLUB_ZONES, 'Asia/Calcutta', 'UTC']) expect(isKnownZone(table, zone), zone).toBe(true);
    for (const zone of ['', 'africa/el_aaiun', 'Africa/Smara', 'constructor', '__proto__', 'toString', '+01:00']) expect(isKnownZone(table, zone), zone).toBe(false);
    expect(() => localToInstant(table, 'Africa/Smara', '2026-01-01', '09:00')).toThrow('unknown time zone in data 2026f: Africa/Smara');
  });

  it('have their offsets counted eastwards, in minutes', () => {
    const instant = isoToInstant('2026-01-26T08:00:00Z');
    expect(['Africa/El_Aaiun', 'Asia/Kolkata', 'America/New_York', 'Africa/Ndjamena', 'Africa/Dakar'].map((zone) => offsetAt(table, zone, instant)))
      .toEqual([60, 330, -300, 60, 0]);
    expect(utc('Asia/Kolkata', '2026-01-27', '09:00')).toBe('2026-01-27T03:30:00.000Z');
  });

  it('refuse malformed dates and times', () => {
    for (const time of ['9:00', '24:00', '09:60', '09:00:00', '']) expect(() => localToInstant(table, 'UTC', '2026-01-01', time), time).toThrow(RangeError);
    expect(() => localToInstant(table, 'UTC', '2026-02-29', '09:00')).toThrow(RangeError);
  });

  it('go to the browser as plain JSON, aliases under their own id, with the same answers', () => {
    const sent: ZoneTable = JSON.parse(JSON.stringify(subsetTable(table, ['Africa/Niamey', 'Asia/Kolkata', 'Africa/El_Aaiun', 'Asia/Kolkata'])));
    expect(Object.keys(sent.zones)).toEqual(['Africa/El_Aaiun', 'Africa/Niamey', 'Asia/Kolkata']);
    expect(sent.version).toBe(table.version);
    for (const zone of Object.keys(sent.zones)) {
      expect(localToInstant(sent, zone, '2040-05-05', '09:00')).toBe(localToInstant(table, zone, '2040-05-05', '09:00'));
    }
    expect(() => subsetTable(table, ['Nowhere'])).toThrow(RangeError);
  });

  it('are small within the years that matter, where nothing differs', () => {
    const span = { from: isoToInstant('2000-01-01T00:00Z'), to: isoToInstant('2101-01-01T00:00Z') };
    const recent = subsetTable(table, CLUB_ZONES, span);
    expect(JSON.stringify(recent).length).toBeLessThan(7_000);
    fc.assert(fc.property(fc.constantFrom(...CLUB_ZONES), fc.integer({ min: span.from, max: span.to }), (zone, instant) => {
      expect(offsetAt(recent, zone, instant)).toBe(offsetAt(table, zone, instant));
    }), { numRuns: 2000 });
    expect(subsetTable(table, CLUB_ZONES, { from: span.to, to: span.to }).zones['America/New_York']).toEqual({ untils: [], offsets: [-300] });
  });
});

describe('any zone, any moment', () => {
  const zone = fc.constantFrom(...Object.keys(table.zones), ...Object.keys(table.links ?? {}));
  const minute = fc.integer({ min: isoToInstant('1900-01-01T00:00Z') / MS_PER_MINUTE, max: isoToInstant('2200-01-01T00:00Z') / MS_PER_MINUTE });
  const nearChange = zone.chain((id) => {
    const { untils } = subsetTable(table, [id]).zones[id] ?? { untils: [] };
    const around = fc.tuple(fc.constantFrom(0, ...untils), fc.integer({ min: -180, max: 180 }));
    return around.map(([until, minutes]) => ({ id, instant: (Math.floor(until / MS_PER_MINUTE) + minutes) * MS_PER_MINUTE }));
  });
  const anywhere = fc.oneof(fc.tuple(zone, minute).map(([id, minutes]) => ({ id, instant: minutes * MS_PER_MINUTE })), nearChange);
  const wholeMinutes = (id: string, instant: EpochMs): boolean => Number.isInteger(offsetAt(table, id, instant));

  it('local time leads back to the instant, or to the earlier one that shows the same time', () => {
    fc.assert(fc.property(anywhere, ({ id, instant }) => {
      fc.pre(wholeMinutes(id, instant) && wholeMinutes(id, instant - MS_PER_DAY));
      const shown = instantToLocal(table, id, instant);
      const back = localToInstant(table, id, shown.date, shown.time);
      expect(back).toBeLessThanOrEqual(instant);
      expect(instantToLocal(table, id, back)).toEqual(shown);
      if (offsetAt(table, id, instant) === offsetAt(table, id, back)) expect(back).toBe(instant);
    }), { numRuns: 4000 });
  });

  it('an instant shows the local time that made it, except in a gap, where it shows a later one', () => {
    fc.assert(fc.property(anywhere, ({ id, instant }) => {
      // The instant read as if it were local: any date and time, real or not in that zone.
      const [date, time] = [instantToIso(instant).slice(0, 10), instantToIso(instant).slice(11, 16)];
      const made = localToInstant(table, id, date, time);
      fc.pre(wholeMinutes(id, made) && wholeMinutes(id, made - MS_PER_DAY));
      const shown = local(id, made);
      if (shown === `${date} ${time}`) return;
      const width = offsetAt(table, id, made) - offsetAt(table, id, made - MS_PER_DAY);
      expect(width, 'only clocks set forward leave a gap').toBeGreaterThan(0);
      expect(isoToInstant(`${shown.replace(' ', 'T')}Z`)).toBe(instant + width * MS_PER_MINUTE);
    }), { numRuns: 4000 });
  });

  it('the search by halves finds what counting from the start finds', () => {
    fc.assert(fc.property(anywhere, ({ id, instant }) => {
      const { untils, offsets } = subsetTable(table, [id]).zones[id] ?? { untils: [], offsets: [] };
      expect(offsetAt(table, id, instant)).toBe(offsets[untils.filter((until) => until <= instant).length]);
    }), { numRuns: 2000 });
  });
});

describe('the zone of the machine', () => {
  afterEach(() => { vi.unstubAllEnvs(); });

  const fingerprint = (): string => {
    const seen: string[] = [];
    for (let day = toDayNumber('2024-12-31'); day < toDayNumber('2027-01-02'); day += 1) {
      for (const zone of ['Africa/El_Aaiun', 'Asia/Kolkata', 'America/New_York']) {
        const made = utc(zone, fromDayNumber(day), '02:30');
        seen.push(made, local(zone, isoToInstant(made)));
      }
    }
    return seen.join();
  };

  it('changes nothing', () => {
    const answers = ['UTC', 'Asia/Kolkata', 'America/New_York'].map((zone) => {
      vi.stubEnv('TZ', zone);
      return { machine: new Date(0).getTimezoneOffset(), answer: fingerprint() };
    });
    expect(answers.map(({ machine }) => machine)).toEqual([0, -330, 300]);
    expect(new Set(answers.map(({ answer }) => answer)).size).toBe(1);
  });
});

describe('instants as text', () => {
  it('agree with the engine’s own reading and writing', () => {
    const [min, max] = [toDayNumber(EARLIEST_DATE) * MS_PER_DAY, toDayNumber(LATEST_DATE) * MS_PER_DAY];
    fc.assert(fc.property(fc.integer({ min, max }), (instant) => {
      expect(instantToIso(instant)).toBe(new Date(instant).toISOString());
      expect(isoToInstant(instantToIso(instant))).toBe(instant);
    }), { numRuns: 2000 });
  });

  it('read offsets and fractions, and refuse what is no instant', () => {
    expect(isoToInstant('2026-01-27T09:00:00+01:00')).toBe(isoToInstant('2026-01-27T08:00:00Z'));
    expect(isoToInstant('2026-01-27T03:30:00.123456-05:30')).toBe(Date.parse('2026-01-27T09:00:00.123Z'));
    for (const text of ['', '2026-01-27', '2026-01-27T09:00:00', '2026-02-30T09:00:00Z', '2026-01-27T24:00:00Z', '2026-01-27 09:00:00Z']) {
      expect(() => isoToInstant(text), text).toThrow(RangeError);
    }
  });
});

describe('unpacking', () => {
  it('reads the example of moment-timezone’s documentation', () => {
    const west = unpackZones({ version: '2014a', zones: ['America/Los_Angeles|PST PDT|80 70|0101|1Lzm0 1zb0 Op0'], links: ['America/Los_Angeles|US/Pacific'] });
    const { untils, offsets } = west.zones['America/Los_Angeles'] ?? { untils: [], offsets: [] };
    expect(untils.map(instantToIso)).toEqual(['2014-03-09T10:00:00.000Z', '2014-11-02T09:00:00.000Z', '2015-03-08T10:00:00.000Z']);
    expect(offsets).toEqual([-480, -420, -480, -420]);
  });

  it('reads seconds, negative numbers and capital digits', () => {
    const small = unpackZones({ version: '2026f', zones: ['A/B|LMT PST|7.S 80|01|-1.u|5'], links: ['A/B|C/D'] });
    expect(small.zones['A/B']).toEqual({ untils: [-90_000], offsets: [-(7 + 54 / 60), -480] });
    expect(offsetAt(small, 'C/D', 0)).toBe(-480);
  });

  it('names what is damaged', () => {
    expect(() => unpackZones({ version: 'x', zones: ['A/B|X|0|00||'], links: [] })).toThrow('A/B has 2 offsets for 0 transitions');
    expect(() => unpackZones({ version: 'x', zones: ['A/B|X|0|1||'], links: [] })).toThrow('A/B names an offset');
    expect(() => unpackZones({ version: 'x', zones: ['A/B|X Y|0 1|010|5 0|'], links: [] })).toThrow('out of order');
    expect(() => unpackZones({ version: 'x', zones: ['A/B|X|!|0||'], links: [] })).toThrow('not a digit');
    expect(() => unpackZones({ version: 'x', zones: [], links: ['A/B|C/D'] })).toThrow('C/D is linked to the unknown A/B');
  });
});
