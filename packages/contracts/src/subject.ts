import { z } from 'zod';
import { contactKind, subjectType } from './enums.js';
import type { ListShape } from './lists.js';
import { id, instant, line, plainDate, prose, record } from './primitives.js';

/** What a contact or a note is about. */
export const subject = z.strictObject({ type: subjectType, id });
export type Subject = z.infer<typeof subject>;
/** On the way out, with the agreement to which the subject belongs; a person belongs to none. */
const aboutFields = { subject: z.object({ type: subjectType, id }), agreementId: id.nullable() };

/** The contact log: "called, wrote, met", one line. */
export const contact = z.object({ ...record, ...aboutFields, personId: id.nullable(), kind: contactKind, on: plainDate, line: z.string(), userId: id.nullable(), userName: z.string().nullable(), demonstration: z.boolean() });
export type Contact = z.infer<typeof contact>;
/** `personId`: with whom; of a subject that is a person it is that one. */
export const contactCreate = z.strictObject({ kind: contactKind, subject, on: plainDate, line: line(300, 0).default(''), personId: id.nullable().default(null) });
export type ContactCreate = z.infer<typeof contactCreate>;
const aboutFilters = { subjectType: ['agreement', 'milestone', 'person', 'project'], subjectId: 'id', agreementId: 'id' } as const;
export const contactList = {
  sort: ['on'], defaultOrder: 'desc',
  filters: { id: 'id', ...aboutFilters, personId: 'id', kind: ['called', 'wrote', 'met'], on: 'date' }, search: true,
} as const satisfies ListShape;

/** What somebody wrote down about a subject. */
export const note = z.object({ ...record, ...aboutFields, text: z.string(), at: instant, authorId: id.nullable(), authorName: z.string().nullable(), demonstration: z.boolean() });
export type Note = z.infer<typeof note>;
const text = prose(4000, 1);
export const noteCreate = z.strictObject({ subject, text });
export type NoteCreate = z.infer<typeof noteCreate>;
export const notePatch = z.strictObject({ text });
export type NotePatch = z.infer<typeof notePatch>;
export const noteList = { sort: ['at'], defaultOrder: 'desc', filters: { id: 'id', ...aboutFilters, authorId: 'id', at: 'instant' }, search: true } as const satisfies ListShape;
