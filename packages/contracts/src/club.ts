import { z } from 'zod';
import { incidentState } from './enums.js';
import type { ListShape } from './lists.js';
import { country, id, instant, line, localisedText, localisedTextOut, plainDate, record } from './primitives.js';

/** A holiday of a country: every year on a day of the month, or on one date (Hijri estimated or confirmed, exceptional). */
const holidayFields = {
  country,
  name: localisedText,
  kind: z.enum(['fixed', 'hijri', 'exceptional']),
  /** `MM-DD` for a fixed day, else null */
  monthDay: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/).refine((day) => !/^(02-3\d|(0[469]|11)-31)$/.test(day), { error: 'date/out-of-range' }).nullable(),
  /** the date of a dated day, else null */
  on: plainDate.nullable(),
  certainty: z.enum(['confirmed', 'estimated']),
  source: line(200),
};
export const holiday = z.object({ ...record, ...holidayFields, name: localisedTextOut });
export type Holiday = z.infer<typeof holiday>;
const oneOfBoth = (h: { kind?: string | undefined; monthDay?: string | null | undefined; on?: string | null | undefined }) => (h.kind === 'fixed' ? !!h.monthDay && !h.on : !!h.on && !h.monthDay);
export const holidayCreate = z.strictObject({ ...holidayFields, monthDay: holidayFields.monthDay.default(null), on: holidayFields.on.default(null), certainty: holidayFields.certainty.default('confirmed') })
  .refine(oneOfBoth, { error: 'holiday/date', path: ['on'] });
export type HolidayCreate = z.infer<typeof holidayCreate>;
export const holidayPatch = z.strictObject(holidayFields).partial();
export type HolidayPatch = z.infer<typeof holidayPatch>;
export const holidayList = {
  sort: ['monthDay', 'on', 'country'], defaultOrder: 'asc',
  filters: { id: 'id', country: 'text', kind: ['fixed', 'hijri', 'exceptional'], certainty: ['confirmed', 'estimated'], on: 'date' }, search: true,
} as const satisfies ListShape;

/** A failed job or a condition that a person must look at, in plain words. */
export const incident = z.object({ ...record, kind: z.string(), job: z.string().nullable(), at: instant, lastAt: instant, times: z.int(), summary: z.string(), state: incidentState, deliveryId: id.nullable() });
export type Incident = z.infer<typeof incident>;
export const incidentList = { sort: ['lastAt', 'at'], defaultOrder: 'desc', filters: { id: 'id', state: ['open', 'retried', 'dismissed'], kind: 'text' }, search: false } as const satisfies ListShape;

export const searchQuery = z.strictObject({ q: z.string().min(1).max(200).refine((text) => !/[\u0000-\u001f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text)) });
export const searchHit = z.object({ type: z.enum(['city', 'agreement', 'project', 'milestone', 'person']), id, title: localisedTextOut, detail: localisedTextOut.nullable() });
export type SearchHit = z.infer<typeof searchHit>;
export const searchAnswer = z.object({ data: z.array(searchHit) });

/** The pinned zone rules of the zones in use, for the browser. */
export const zonesAnswer = z.object({
  version: z.string(), clubZone: z.string(),
  zones: z.record(z.string(), z.object({ untils: z.array(z.number()), offsets: z.array(z.number()) })),
});

/** What the dashboard needs about the installation before anything else is shown; public, holds no secret. */
export const clubAnswer = z.object({
  name: localisedTextOut, demo: z.boolean(), clubZone: z.string(), now: instant, today: plainDate, mail: z.enum(['smtp', 'outboxOnly']),
  demoAccounts: z.array(z.object({ email: z.string(), role: z.string() })), demoPassword: z.string().nullable(), version: z.string(),
});
export type ClubAnswer = z.infer<typeof clubAnswer>;

export const demoClock = z.object({ now: instant });
export const demoClockPlay = z.union([
  z.strictObject({ advance: z.string().regex(/^P(?=.)(?:\d{1,4}D|\d{1,3}W)?(?:T(?=.)(?:\d{1,4}H)?(?:\d{1,5}M)?(?:\d{1,6}S)?)?$/) }),
  z.strictObject({ now: instant }),
]);
export const demoClockPlayed = z.object({ now: instant, sent: z.int(), held: z.int(), failed: z.int(), pending: z.int().optional() });

export const backupStatus = z.object({ lastAt: instant.nullable(), bytes: z.number().nullable(), file: z.string().nullable(), ageHours: z.number().nullable() });
