import { z } from 'zod';
import { cityRole, identification } from './enums.js';
import type { ListShape } from './lists.js';
import { country, language, line, localisedText, localisedNote, localisedTextOut, record, zoneId } from './primitives.js';

const cityFields = {
  name: localisedText,
  legalName: localisedText.nullable(),
  aliases: z.array(line(120)).max(50),
  country,
  /** null while the city is not identified; the club's zone serves until then */
  timeZone: zoneId.nullable(),
  /** the days on which nobody works there: ISO numbers, 1 Monday … 7 Sunday */
  weekend: z.array(z.int().min(1).max(7)).max(6).refine((days) => new Set(days).size === days.length, { error: 'record/duplicate' }),
  language,
  role: cityRole,
  identification,
  source: line(60),
  note: localisedNote.nullable(),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
};

export const city = z.object({
  ...record,
  key: z.string(),
  ...cityFields,
  name: localisedTextOut,
  legalName: localisedTextOut.nullable(),
  note: localisedTextOut.nullable(),
  demonstration: z.boolean(),
});
export type City = z.infer<typeof city>;

export const cityCreate = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
  ...cityFields,
  legalName: cityFields.legalName.default(null),
  aliases: cityFields.aliases.default([]),
  timeZone: cityFields.timeZone.default(null),
  weekend: cityFields.weekend.default([6, 7]),
  identification: cityFields.identification.default('established'),
  note: cityFields.note.default(null),
  latitude: cityFields.latitude.default(null),
  longitude: cityFields.longitude.default(null),
});
export type CityCreate = z.infer<typeof cityCreate>;
export const cityPatch = z.strictObject(cityFields).partial();
export type CityPatch = z.infer<typeof cityPatch>;

export const cityList = {
  sort: ['name', 'key', 'country', 'role', 'identification'],
  defaultOrder: 'asc',
  filters: { id: 'id', key: 'text', role: ['home', 'partner'], identification: ['established', 'probable', 'pending'], country: 'text', language: ['ar', 'fr', 'en'] },
  search: true,
} as const satisfies ListShape;

