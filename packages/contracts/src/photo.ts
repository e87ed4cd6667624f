import { z } from 'zod';
import type { ListShape } from './lists.js';
import { id, instant, line, plainDate, record } from './primitives.js';

/** Pictures that any browser shows. What else a telephone makes (HEIC) is kept as evidence, not shown. */
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PhotoType = (typeof PHOTO_TYPES)[number];
export const PHOTO_MOST_BYTES = 15 * 1_048_576;

/** A picture of what happens on the ground. It is kept as it was sent, with what the camera wrote into it. */
export const photo = z.object({
  ...record,
  projectId: id,
  /** what is to be seen; also for whoever does not see it */
  caption: z.string(),
  takenOn: plainDate.nullable(),
  /** in the gallery, from 0 */
  place: z.int(),
  mimeType: z.enum(PHOTO_TYPES),
  bytes: z.int(),
  /** of the content, in hexadecimal digits */
  sha256: z.string(),
  /** the account; null: nobody signed in */
  uploadedBy: id.nullable(),
  uploadedByName: z.string().nullable(),
  at: instant,
  demonstration: z.boolean(),
});
export type Photo = z.infer<typeof photo>;

const caption = line(200);
/** What is said of a picture that is sent as the body of the request. */
export const photoUpload = z.strictObject({ caption, takenOn: plainDate.optional() });
export type PhotoUpload = z.infer<typeof photoUpload>;
/** `place`: where it shall stand; the others make room. */
export const photoPatch = z.strictObject({ caption, takenOn: plainDate.nullable(), place: z.int().min(0).max(10_000) }).partial();
export type PhotoPatch = z.infer<typeof photoPatch>;

export const photoList = { sort: ['place', 'takenOn', 'at'], defaultOrder: 'asc', filters: { id: 'id', takenOn: 'date' }, search: false } as const satisfies ListShape;
