import { fromDayNumber, toDayNumber } from './plain-date.js';

/** A moment, in milliseconds since 1970-01-01T00:00:00Z. Inside the calendar instants are numbers, at the edges ISO text. */
export type EpochMs = number;

export const MS_PER_MINUTE = 60_000;
export const MS_PER_DAY = 86_400_000;

const ISO = /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/** `2026-11-23T09:00:00.000Z`. @throws RangeError outside the years 0000–9999. */
export function instantToIso(instant: EpochMs): string {
  const dayNumber = Math.floor(instant / MS_PER_DAY);
  const ms = Math.floor(instant) - dayNumber * MS_PER_DAY;
  const minutes = Math.floor(ms / MS_PER_MINUTE);
  const time = `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}:${pad(Math.floor(ms / 1000) % 60)}.${pad(ms % 1000, 3)}`;
  return `${fromDayNumber(dayNumber)}T${time}Z`;
}

/** Reads ISO 8601 with `Z` or an offset; digits beyond the millisecond are cut. @throws RangeError for anything else. */
export function isoToInstant(iso: string): EpochMs {
  const match = ISO.exec(iso);
  if (!match) throw new RangeError(`not an instant: ${iso}`);
  const [, year, month, day, hour, minute, second = '0', fraction = '', sign, offsetHour = '0', offsetMinute = '0'] = match;
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * (sign === '-' ? -1 : 1);
  return toDayNumber(`${year}-${month}-${day}`) * MS_PER_DAY
    + (Number(hour) * 60 + Number(minute) - offset) * MS_PER_MINUTE
    + Number(second) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
}
