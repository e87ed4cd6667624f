import { isKnownZone, type ZoneTable } from '@tawama/domain';
import { describe, expect, it } from 'vitest';
import { assertFreshZones, loadZoneTable } from './zones.js';

const table = loadZoneTable();
const permanentSummer: ZoneTable = { ...table, zones: { ...table.zones, 'Africa/El_Aaiun': { untils: [], offsets: [60] } } };

describe('the pinned zone data', () => {
  it('is 2026f or newer and knows the zones that Intl of Node 20 forgets', () => {
    expect(table.version >= '2026f').toBe(true);
    expect(isKnownZone(table, 'Asia/Kolkata')).toBe(true);
    expect(() => assertFreshZones(table)).not.toThrow();
  });

  it('is refused when its version is older than 2026c or missing', () => {
    for (const version of ['2026b', '2025c', '', 'latest']) {
      expect(() => assertFreshZones({ ...table, version })).toThrow(/^time zone data .+older than 2026c: install moment-timezone/);
    }
  });

  it('is refused when it still has Smara at UTC+01, whatever version it claims', () => {
    expect(() => assertFreshZones(permanentSummer)).toThrow('takes 2026-11-23 09:00 in Smara for 2026-11-23T08:00:00.000Z instead of 2026-11-23T09:00:00.000Z');
  });

  it('answers in one line, as the start prints it', () => {
    for (const stale of [permanentSummer, { ...table, version: '2025b' }]) {
      let message = '';
      try { assertFreshZones(stale); } catch (error) { message = error instanceof Error ? error.message : ''; }
      expect(message.split('\n')).toHaveLength(1);
      expect(message).not.toContain('El_Aaiun');
    }
  });
});
