import { createRequire } from 'node:module';
import { instantToIso, isoToInstant, localToInstant, type PackedZones, unpackZones, type ZoneTable } from '@tawama/domain';

/** The first IANA release in which Morocco stays at UTC+00 after 2026-09-20. */
const OLDEST_ZONE_DATA = '2026c';
const MORNING_IN_SMARA = { zone: 'Africa/El_Aaiun', date: '2026-11-23', time: '09:00', instant: '2026-11-23T09:00:00.000Z' };

/** Injection token of the zone table: `@Inject(ZONES) zones: ZoneTable`. */
export const ZONES = Symbol('zones');

/** The zone data pinned in the lock file. Those of Node (`Intl`) and PostgreSQL are older and an hour wrong for Smara: never ask them. */
export function loadZoneTable(): ZoneTable {
  const require = createRequire(import.meta.url);
  const packed: PackedZones = require('moment-timezone/data/packed/latest.json');
  return unpackZones(packed);
}

/** Stops the start when reminders would leave at the wrong hour. @throws Error of one line that says what to do. */
export function assertFreshZones(table: ZoneTable): void {
  const { zone, date, time, instant } = MORNING_IN_SMARA;
  const remedy = 'install moment-timezone 0.6.6 or newer (pnpm install --frozen-lockfile)';
  if (!/^\d{4}[a-z]+$/.test(table.version) || table.version < OLDEST_ZONE_DATA) {
    throw new Error(`time zone data ${table.version || 'without a version'} is older than ${OLDEST_ZONE_DATA}: ${remedy}`);
  }
  const found = instantToIso(localToInstant(table, zone, date, time));
  if (isoToInstant(found) !== isoToInstant(instant)) {
    throw new Error(`time zone data ${table.version} takes ${date} ${time} in Smara for ${found} instead of ${instant}: ${remedy}`);
  }
}
