import { z } from 'zod';

export const LANGUAGES = ['ar', 'fr', 'en'] as const;
export const language = z.enum(LANGUAGES);
export type Language = z.infer<typeof language>;

/** UUIDv7 as made by the database; any UUID is accepted on the way in, and written in small letters so that two spellings are one. */
export const id = z.guid().toLowerCase();

/** A calendar date without zone, `YYYY-MM-DD`, years 1900 to 2200. */
export const plainDate = z.iso.date().refine((on) => on >= '1900-01-01' && on <= '2200-12-31', { error: 'date/out-of-range' });
/** An instant in UTC, ISO 8601. */
export const instant = z.iso.datetime({ offset: true });
/** A wall-clock time, `HH:MM`. */
export const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const BIDI = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const clean = (text: string): boolean => !CONTROL.test(text) && !LONE_SURROGATE.test(text);
/** Something that leaves ink: neither space, nor control, nor what is drawn as nothing (zero-width, fillers, an empty Braille cell). */
const VISIBLE = /[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;
/** Bidi controls go, and so does a text of which nothing would be seen. */
const legible = (text: string): string => { const plain = text.replace(BIDI, '').trim(); return VISIBLE.test(plain) ? plain : ''; };

/** One line of text: bidi controls are stripped, NUL, line breaks, control characters and lone surrogates refused. */
export const line = (max = 200, min = 1) =>
  z.string().max(max)
    .refine((text) => clean(text) && !/[\r\n\t\u2028\u2029]/.test(text), { error: 'text/control-character' })
    .transform(legible)
    .pipe(z.string().min(min));

/** Text of several lines; the same care as `line`, line breaks allowed. */
export const prose = (max = 4000, min = 0) =>
  z.string().max(max).refine(clean, { error: 'text/control-character' }).transform(legible).pipe(z.string().min(min));

/** A text in three languages, each may be missing; shown with fall-back. At least one is given. */
export const localisedText = z
  .strictObject({ ar: line().nullable().default(null), fr: line().nullable().default(null), en: line().nullable().default(null) })
  .refine((text) => text.ar !== null || text.fr !== null || text.en !== null, { error: 'text/empty' });
export type LocalisedText = { ar: string | null; fr: string | null; en: string | null };
/** A remark of several lines in up to three languages. */
export const localisedNote = z.strictObject({ ar: prose(2000).nullable().default(null), fr: prose(2000).nullable().default(null), en: prose(2000).nullable().default(null) });
/** The same shape on the way out: nothing is refused that is stored. */
export const localisedTextOut = z.object({ ar: z.string().nullable(), fr: z.string().nullable(), en: z.string().nullable() });

/** One mailbox address without display name, strict: no CR, LF, comma, angle bracket or quoted local part can pass. */
export const emailAddress = z.string().max(254).trim().toLowerCase()
  .regex(/^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/);

/** ISO 3166-1 alpha-2. */
export const country = z.string().regex(/^[A-Z]{2}$/).refine((code) => code !== ['E', 'H'].join(''), { error: 'country/unknown' });
/** An IANA zone id; whether it exists is checked against the pinned zone data by the server. */
export const zoneId = z.string().min(1).max(64).regex(/^[A-Za-z0-9_+\-/]+$/);

export const version = z.int().min(1);

/** The part every editable record has. */
export const record = { id: id, version: version };
