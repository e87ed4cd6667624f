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
function digit(character: string): number {
  const code = character.charCodeAt(0);
  const value = code > 96 ? code - 87 : code > 64 ? code - 29 : code - 48;
  if (!(value >= 0 && value < 60)) throw new RangeError(`zone data: not a digit of base 60: ${character}`);
  return value;
}

/** A base 60 number of minutes, the digit after the point being seconds, in whole seconds. */
function secondsOf(packed: string): number {
  const negative = packed.startsWith('-');
  const [whole = '', fraction = ''] = (negative ? packed.slice(1) : packed).split('.');
  if (fraction.length > 1) throw new RangeError(`zone data: finer than a second: ${packed}`);
  let minutes = 0;
  for (const character of whole) minutes = minutes * 60 + digit(character);
  const seconds = minutes * SECONDS_PER_MINUTE + (fraction === '' ? 0 : digit(fraction));
  return negative ? -seconds : seconds;
}

const words = (text: string): string[] => (text === '' ? [] : text.split(' '));

function unpackRules(id: string, offsets: string, indices: string, untils: string): ZoneRules {
  // The packed offsets are counted westwards, in minutes.
  const eastward = words(offsets).map((packed) => (0 - secondsOf(packed)) / SECONDS_PER_MINUTE);
  let last = 0;
  const ends = words(untils).map((packed) => (last += secondsOf(packed)) * 1000);
  const inForce = [...indices].map((character) => {
    const offset = eastward[digit(character)];
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
