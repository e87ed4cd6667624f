import { z } from 'zod';
import { personFunction } from './enums.js';
import type { ListShape } from './lists.js';
import { emailAddress, id, language, line, plainDate, record, zoneId } from './primitives.js';

const personFields = {
  name: line(160),
  email: emailAddress.nullable(),
  language,
  /** null: the zone of the person's city */
  timeZone: zoneId.nullable(),
  cityId: id,
  function: personFunction,
  mandateEndsOn: plainDate.nullable(),
  /** false: keeps the record, receives nothing and is given nothing */
  active: z.boolean(),
};
export const person = z.object({ ...record, ...personFields, name: z.string(), email: z.string().nullable(), demonstration: z.boolean() });
export type Person = z.infer<typeof person>;
export const personCreate = z.strictObject({
  ...personFields,
  email: personFields.email.default(null), timeZone: personFields.timeZone.default(null),
  mandateEndsOn: personFields.mandateEndsOn.default(null), active: personFields.active.default(true),
});
export type PersonCreate = z.infer<typeof personCreate>;
export const personPatch = z.strictObject(personFields).partial();
export type PersonPatch = z.infer<typeof personPatch>;
export const personList = {
  sort: ['name', 'function', 'mandateEndsOn'],
  defaultOrder: 'asc',
  filters: { id: 'id', cityId: 'id', function: ['coordinator', 'focalPoint', 'president', 'mayorOffice', 'secretariat', 'legal', 'protocol', 'finance', 'committee', 'council', 'other'], language: ['ar', 'fr', 'en'], active: 'boolean', mandateEndsOn: 'date' },
  search: true,
} as const satisfies ListShape;
