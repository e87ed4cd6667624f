import type { ZoneRules, ZoneTable } from './zone.js';

/** What moment-timezone publishes in `data/packed/latest.json`; its `countries` are left aside. */
export interface PackedZones {
  readonly version: string;
  /** `id|abbreviations|offsets|indices|untils|population` */
  readonly zones: readonly string[];
  /** `id|alias` */
  readonly links: readonly string[];
}

const SECONDS_PER_MINUTE = 60;

/** Digits of base 60: 0–9, a–z are 10–35, A–X are 36–59. */
function digit(text: string, position: number): number {
  const code = text.charCodeAt(position);
  const value = code > 96 ? code - 87 : code > 64 ? code - 29 : code - 48;
  if (!(value >= 0 && value < 60)) throw new RangeError(`zone data: not a digit of base 60 in ${text}`);
  return value;
}

/** A base 60 number of minutes, the digit after the point being seconds, in whole seconds. */
function secondsOf(packed: string): number {
  const negative = packed.startsWith('-');
  const point = packed.indexOf('.');
  if (point >= 0 && point !== packed.length - 2) throw new RangeError(`zone data: finer than a second: ${packed}`);
  const end = point < 0 ? packed.length : point;
  let minutes = 0;
  for (let position = negative ? 1 : 0; position < end; position += 1) minutes = minutes * 60 + digit(packed, position);
  const seconds = minutes * SECONDS_PER_MINUTE + (point < 0 ? 0 : digit(packed, point + 1));
  return negative ? -seconds : seconds;
}

const words = (text: string): string[] => (text === '' ? [] : text.split(' '));

function unpackRules(id: string, offsets: string, indices: string, untils: string): ZoneRules {
  // The packed offsets are counted westwards, in minutes.
  const eastward = words(offsets).map((packed) => (0 - secondsOf(packed)) / SECONDS_PER_MINUTE);
  let last = 0;
  const ends = words(untils).map((packed) => (last += secondsOf(packed)) * 1000);
  const inForce = Array.from(indices, (_, position) => {
    const offset = eastward[digit(indices, position)];
    if (offset === undefined) throw new RangeError(`zone data: ${id} names an offset that it does not have`);
    return offset;
  });
  if (inForce.length !== ends.length + 1) throw new RangeError(`zone data: ${id} has ${inForce.length} offsets for ${ends.length} transitions`);
  if (ends.some((until, index) => index > 0 && until <= (ends[index - 1] ?? -Infinity))) throw new RangeError(`zone data: the transitions of ${id} are out of order`);
  return { untils: ends, offsets: inForce };
}

/**
 * Reads moment-timezone's packed data: transitions are differences in minutes, all numbers in base 60.
 * Format: momentjs.com/timezone/docs, "Data formats", "Packed format".
 * @throws RangeError when the data is damaged, naming the zone.
 */
export function unpackZones(packed: PackedZones): ZoneTable {
  const zones: Record<string, ZoneRules> = {};
  for (const line of packed.zones) {
    const [id = '', , offsets = '', indices = '', untils = ''] = line.split('|');
    zones[id] = unpackRules(id, offsets, indices, untils);
  }
  const links: Record<string, string> = {};
  for (const line of packed.links) {
    const [id = '', alias = ''] = line.split('|');
    if (!Object.hasOwn(zones, id)) throw new RangeError(`zone data: ${alias} is linked to the unknown ${id}`);
    links[alias] = id;
  }
  return { version: packed.version, zones, links };
}
