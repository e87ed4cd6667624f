import { z } from 'zod';
import { agreementStatus, agreementType, type EventKey, eventKey, stageKey, waitingOn } from './enums.js';
import type { ListShape } from './lists.js';
import { vitality } from './vitality.js';
import { id, instant, localisedNote, localisedTextOut, plainDate, prose, record, version } from './primitives.js';

/** As many dates of reference as a template may have. */
const MOST_EVENTS = 100;
export const eventDates = z.record(eventKey, plainDate).refine((dates) => Object.keys(dates).length <= MOST_EVENTS);

/** The next step of an agreement: its earliest milestone that somebody can act on, else the earliest planned one. */
export const nextStep = z.object({
  milestoneId: id, key: z.string(), title: localisedTextOut, stage: stageKey,
  dueOn: plainDate.nullable(), daysLate: z.int(), provisional: z.boolean(), waitingOn: waitingOn.nullable(),
});
export const agreement = z.object({
  ...record,
  type: agreementType,
  status: agreementStatus,
  /** since when it is suspended or over, and why; null while it runs */
  statusOn: plainDate.nullable(),
  statusReason: z.string().nullable(),
  title: localisedTextOut,
  homeCityId: id,
  partnerCityIds: z.array(id),
  coordinatorId: id.nullable(),
  templateKey: z.string(),
  templateVersion: z.int(),
  /** recorded facts only; what is missing was never entered, which does not mean that it did not happen */
  events: eventDates,
  signedOn: plainDate.nullable(),
  expiresOn: plainDate.nullable(),
  /** when it is to be renewed, amended or ended: from the preparation of the decision to the last day of the term; null without a term, before the signature and once it is over */
  renewal: z.object({ opensOn: plainDate, closesOn: plainDate, open: z.boolean() }).nullable(),
  remindersStartedAt: instant.nullable(),
  progress: z.int().min(0).max(100),
  /** the share of it that is proved at least so well */
  progressByEvidence: z.object({ declared: z.int(), documented: z.int(), confirmedByBoth: z.int(), seenOnSite: z.int() }),
  stage: stageKey,
  /** as its template calls that stage */
  stageTitle: localisedTextOut,
  next: nextStep.nullable(),
  nextDueOn: plainDate.nullable(),
  lateCount: z.int(),
  /** the longest delay among its late steps, in days */
  daysLate: z.int(),
  lastContactOn: plainDate.nullable(),
  /** null once it is over */
  vitality: vitality.nullable(),
  note: localisedTextOut.nullable(),
  source: z.string().nullable(),
  demonstration: z.boolean(),
});
export type Agreement = z.infer<typeof agreement>;
export type EventDates = Record<EventKey, string>;

export const agreementCreate = z.strictObject({
  templateKey: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
  homeCityId: id,
  partnerCityIds: z.array(id).min(1).max(20),
  coordinatorId: id.nullable().optional(),
  events: eventDates.default({}),
});
export type AgreementCreate = z.infer<typeof agreementCreate>;
/** Fields that change nothing in the plan. */
export const agreementPatch = z.strictObject({ coordinatorId: id.nullable(), note: localisedNote.nullable() }).partial();
export type AgreementPatch = z.infer<typeof agreementPatch>;

export const recordEvent = z.strictObject({ version, event: eventKey, on: plainDate, note: prose(1000).optional() });
export type RecordEvent = z.infer<typeof recordEvent>;
export const startReminders = z.strictObject({ version });

const reason = prose(2000, 1);
/** What is done to an agreement as a whole. `keep`: every date stays; `shift`: what was under way moves by the days of the suspension. */
export const agreementLifeCommands = {
  suspend: z.strictObject({ version, reason }),
  resume: z.strictObject({ version, mode: z.enum(['keep', 'shift']) }),
  complete: z.strictObject({ version }),
  terminate: z.strictObject({ version, reason }),
} as const;
export type AgreementLifeName = keyof typeof agreementLifeCommands;
export type AgreementLifeBody<N extends AgreementLifeName> = z.infer<(typeof agreementLifeCommands)[N]>;
/** A command as the rules see it: its name and its body without the version. */
export type AgreementLifeCommand = { [N in AgreementLifeName]: { name: N } & Omit<AgreementLifeBody<N>, 'version'> }[AgreementLifeName];

export const agreementList = {
  sort: ['title', 'nextDueOn', 'status', 'signedOn', 'progress', 'lateCount', 'daysLate', 'lastContactOn', 'vitality'],
  defaultOrder: 'asc',
  filters: {
    id: 'id', status: ['preparing', 'active', 'suspended', 'completed', 'terminated', 'expired'], type: ['twinning', 'friendship', 'memorandum', 'chamber'],
    homeCityId: 'id', partnerCityId: 'id', coordinatorId: 'id', templateKey: 'text', late: 'boolean', vitality: ['active', 'watch', 'struggling', 'dormant'], renewal: ['open', 'ahead'], signedOn: 'date', nextDueOn: 'date',
  },
  search: true,
} as const satisfies ListShape;

/** One line of an agreement's story, in the order in which it was recorded, newest first. */
export const historyEntry = z.object({
  id, at: instant, actorId: id.nullable(), actorName: z.string().nullable(), action: z.string(),
  subjectType: z.string(), subjectId: id.nullable(), subjectTitle: localisedTextOut.nullable(),
  before: z.unknown(), after: z.unknown(), reason: z.string().nullable(),
});
export type HistoryEntry = z.infer<typeof historyEntry>;
export const historyList = { sort: ['at'], defaultOrder: 'desc', filters: {}, search: false } as const satisfies ListShape;
