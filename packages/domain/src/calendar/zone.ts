import { type EpochMs, MS_PER_DAY, MS_PER_MINUTE } from './instant.js';
import { fromDayNumber, type PlainDate, toDayNumber } from './plain-date.js';

/**
 * The rules of one zone. `offsets[i]` (minutes east of Greenwich: 60 for UTC+01) holds before `untils[i]` (epoch ms, ascending),
 * the last offset from the last `until` on; so there is one offset more than there are `untils`.
 * Offsets of the time before standard time have seconds and are fractions.
 */
export interface ZoneRules {
  readonly untils: readonly number[];
  readonly offsets: readonly number[];
}

/** The pinned zone data as plain data, an argument of every function here. The table of the browser has no links. */
export interface ZoneTable {
  /** version of the IANA data, like `2026f` */
  readonly version: string;
  readonly zones: Readonly<Record<string, ZoneRules>>;
  /** other ids of the same zones: alias → id in `zones` */
  readonly links?: Readonly<Record<string, string>>;
}

/** A wall-clock reading: `time` is `HH:MM`. */
export interface LocalTime {
  readonly date: PlainDate;
  readonly time: string;
}

/** No zone was ever further from UTC; wide enough to hold every offset that a local time could have been read with. */
const WIDEST_OFFSET_MS = 16 * 60 * MS_PER_MINUTE;
const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/;

function findRules(table: ZoneTable, zone: string): ZoneRules | undefined {
  const links = table.links ?? {};
  const id = Object.hasOwn(links, zone) ? links[zone] : zone;
  return id !== undefined && Object.hasOwn(table.zones, id) ? table.zones[id] : undefined;
}

function rulesOf(table: ZoneTable, zone: string): ZoneRules {
  const rules = findRules(table, zone);
  if (!rules) throw new RangeError(`unknown time zone in data ${table.version}: ${zone}`);
  return rules;
}

/** Ids are exact, upper and lower case matter; `Asia/Kolkata` is known, which `Intl` of Node 20 would not tell. */
export const isKnownZone = (table: ZoneTable, zone: string): boolean => findRules(table, zone) !== undefined;

/** Index of the offset in force at the instant, by bisection: how many `untils` are ≤ instant. */
function segmentAt(untils: readonly number[], instant: EpochMs): number {
  let low = 0;
  let high = untils.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((untils[middle] ?? Infinity) <= instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

const offsetMsOf = (rules: ZoneRules, segment: number): number => Math.round((rules.offsets[segment] ?? 0) * MS_PER_MINUTE);

/** Minutes east of Greenwich at the instant. @throws RangeError for an unknown zone. */
export function offsetAt(table: ZoneTable, zone: string, instant: EpochMs): number {
  const rules = rulesOf(table, zone);
  return rules.offsets[segmentAt(rules.untils, instant)] ?? 0;
}

/** Minutes since midnight of `HH:MM`. @throws RangeError for anything else. */
export function minutesOfDay(time: string): number {
  const match = CLOCK.exec(time);
  if (!match) throw new RangeError(`not a time of day: ${time}`);
  return Number(match[1]) * 60 + Number(match[2]);
}

/**
 * The instant at which the clocks of the zone show this date and time.
 * Overlap (clocks set back, the time happens twice): the earlier instant.
 * Gap (clocks set forward, the time never happens): later, by the width of the gap — 02:30 in a gap of one hour is taken as 03:30.
 * Both as Temporal's `compatible` does.
 * @throws RangeError for an unknown zone or a malformed date or time.
 */
export function localToInstant(table: ZoneTable, zone: string, date: PlainDate, time: string): EpochMs {
  const rules = rulesOf(table, zone);
  const local = toDayNumber(date) * MS_PER_DAY + minutesOfDay(time) * MS_PER_MINUTE;
  for (let segment = segmentAt(rules.untils, local - WIDEST_OFFSET_MS); ; segment += 1) {
    const until = rules.untils[segment] ?? Infinity;
    const instant = local - offsetMsOf(rules, segment);
    if (instant < until) return instant;
    // Past the end of this offset, and the next one would put it before its own start: it lies in the gap between them.
    if (local - offsetMsOf(rules, segment + 1) < until) return instant;
  }
}

/** The reverse of `localToInstant`; seconds are cut. @throws RangeError for an unknown zone. */
export function instantToLocal(table: ZoneTable, zone: string, instant: EpochMs): LocalTime {
  const rules = rulesOf(table, zone);
  const local = instant + offsetMsOf(rules, segmentAt(rules.untils, instant));
  const dayNumber = Math.floor(local / MS_PER_DAY);
  const minutes = Math.floor((local - dayNumber * MS_PER_DAY) / MS_PER_MINUTE);
  const two = (value: number): string => String(value).padStart(2, '0');
  return { date: fromDayNumber(dayNumber), time: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` };
}

/** Both ends in epoch ms. */
export interface InstantSpan { readonly from: EpochMs; readonly to: EpochMs }

const EVER: InstantSpan = { from: -Infinity, to: Infinity };

/**
 * The rules of these zones only, aliases under the id they were asked by: what the browser gets.
 * Changes of the clocks outside `span` are left out; beyond its ends the offset in force there goes on
 * (the pinned data reach from the 19th century to 2499).
 * @throws RangeError for an unknown zone.
 */
export function subsetTable(table: ZoneTable, zones: Iterable<string>, span: InstantSpan = EVER): ZoneTable {
  const ids = [...new Set(zones)].sort();
  return { version: table.version, zones: Object.fromEntries(ids.map((id) => [id, rulesWithin(rulesOf(table, id), span)])) };
}

function rulesWithin(rules: ZoneRules, span: InstantSpan): ZoneRules {
  const [first, last] = [segmentAt(rules.untils, span.from), segmentAt(rules.untils, span.to)];
  return { untils: rules.untils.slice(first, last), offsets: rules.offsets.slice(first, last + 1) };
}
