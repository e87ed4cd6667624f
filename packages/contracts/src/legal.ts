import { z } from 'zod';
import { localisedNote, localisedTextOut, country, id, line, plainDate, prose, record, version } from './primitives.js';
import { waitingOn } from './enums.js';
import type { ListShape } from './lists.js';

/** How a step that the law gives a time ended: the authority agreed, refused, or let the time pass in silence. */
export const LEGAL_OUTCOMES = ['visa', 'refusal', 'silence'] as const;
export const legalOutcome = z.enum(LEGAL_OUTCOMES);
export type LegalOutcome = z.infer<typeof legalOutcome>;
/** What people decided that a silence means. */
export const silenceMeans = z.enum(['accepted', 'refused']);
export type SilenceMeans = z.infer<typeof silenceMeans>;
/** `asking`: the last day has passed and nobody has said yet what became of it. */
export const LEGAL_STATES = ['running', 'asking', 'answered'] as const;
export const legalState = z.enum(LEGAL_STATES);
export type LegalState = z.infer<typeof legalState>;

const noteFields = {
  country,
  /** the step it speaks of, by its key in the templates */
  key: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/).max(60),
  text: localisedNote.refine((text) => [text.ar, text.fr, text.en].some((said) => said !== null && said !== ''), { error: 'text/empty' }),
  /** how many days the law gives; null where it is not about a number */
  days: z.int().min(0).max(3650).nullable(),
  source: line(200),
};
/** What the law of a country says of a step, as the club understands it; `confirmed` once the legal reviewer has said so. */
export const legalNote = z.object({
  ...record, country: z.string(), key: z.string(), text: localisedTextOut, days: z.int().nullable(), source: z.string(),
  state: z.enum(['toVerify', 'confirmed']), verifiedBy: id.nullable(), verifiedByName: z.string().nullable(), verifiedOn: plainDate.nullable(),
});
export type LegalNote = z.infer<typeof legalNote>;
export const legalNoteCreate = z.strictObject({ ...noteFields, days: noteFields.days.default(null) });
export type LegalNoteCreate = z.infer<typeof legalNoteCreate>;
export const legalNotePatch = z.strictObject(noteFields).partial();
export type LegalNotePatch = z.infer<typeof legalNotePatch>;
export const legalNoteConfirm = z.strictObject({ version });
export type LegalNoteConfirm = z.infer<typeof legalNoteConfirm>;
export const legalNoteList = {
  sort: ['key', 'country', 'state'], defaultOrder: 'asc', filters: { id: 'id', country: 'text', key: 'text', state: ['toVerify', 'confirmed'] }, search: true,
} as const satisfies ListShape;

/** The time that the law gives an authority for a step. No date here is ever moved by the program. */
export const legalClock = z.object({
  /** the id of the milestone */
  id, milestoneId: id, milestoneVersion: version, agreementId: id, agreementTitle: localisedTextOut, key: z.string(), title: localisedTextOut,
  /** of the authority */
  country: z.string(),
  /** the day it is counted from: the receipt */
  receivedOn: plainDate,
  days: z.int(),
  lastDay: plainDate,
  /** true while the last day is counted over a day off that is only estimated */
  provisional: z.boolean(),
  /** whose day of rest the last day falls on; null: a working day */
  dayOff: z.enum(['home', 'partner', 'both']).nullable(),
  waitingOn: waitingOn.nullable(),
  /** until the last day, 0 on it and after it */
  daysLeft: z.int(),
  /** since the last day, 0 until it has passed */
  daysOver: z.int(),
  state: legalState,
  outcome: legalOutcome.nullable(),
  means: silenceMeans.nullable(),
  answeredOn: plainDate.nullable(),
  /** what was said with the outcome */
  note: z.string().nullable(),
  evidenceId: id.nullable(),
  /** what the club knows of the law of that country about this step */
  legalNotes: z.array(legalNote),
});
export type LegalClock = z.infer<typeof legalClock>;
export const legalClockList = {
  sort: ['lastDay', 'receivedOn', 'state'], defaultOrder: 'asc',
  filters: { id: 'id', milestoneId: 'id', agreementId: 'id', state: LEGAL_STATES, outcome: LEGAL_OUTCOMES, key: 'text', lastDay: 'date', receivedOn: 'date' }, search: false,
} as const satisfies ListShape;

/** What became of a legal time. `means` goes with a silence; a refusal and a silence need their `note`, a visa without proof too. */
export const legalOutcomeBody = z.strictObject({ version, outcome: legalOutcome, on: plainDate, note: prose(2000).default(''), means: silenceMeans.optional(), evidenceId: id.optional() });
export type LegalOutcomeBody = z.infer<typeof legalOutcomeBody>;
export type LegalAnswer = Omit<LegalOutcomeBody, 'version'>;
