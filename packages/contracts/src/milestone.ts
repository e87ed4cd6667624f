import { z } from 'zod';
import { EVIDENCE_LEVELS, evidenceLevel, milestoneStatus, side, sidesState, stageKey, waitingOn } from './enums.js';
import type { ListShape } from './lists.js';
import { id, localisedTextOut, plainDate, prose, record, version } from './primitives.js';

/** What one side says of a step: done on a day (`on`), or not done (`denied`, with its reason). */
export const confirmation = z.object({ on: plainDate.nullable(), denied: z.boolean(), reason: z.string().nullable(), by: id.nullable() });
export type Confirmation = z.infer<typeof confirmation>;
export const confirmations = z.object({ home: confirmation.nullable(), partner: confirmation.nullable() });
export type Confirmations = z.infer<typeof confirmations>;

export const milestone = z.object({
  ...record,
  agreementId: id,
  projectId: id.nullable(),
  key: z.string(),
  number: z.string(),
  stage: stageKey,
  /** as the template of its agreement calls that stage */
  stageTitle: localisedTextOut,
  axis: z.string().nullable(),
  title: localisedTextOut,
  status: milestoneStatus,
  dueOn: plainDate.nullable(),
  /** true while a date it is counted from is only expected */
  provisional: z.boolean(),
  originalDueOn: plainDate.nullable(),
  pinned: z.boolean(),
  ownerId: id.nullable(),
  counterpartId: id.nullable(),
  waitingOn: waitingOn.nullable(),
  /** days since the due date while the step is open or blocked; 0 otherwise */
  daysLate: z.int(),
  startedOn: plainDate.nullable(),
  doneOn: plainDate.nullable(),
  /** what was said when it was submitted, returned or blocked last */
  statement: z.string().nullable(),
  confirmations,
  /** who is asked to say that it was done, by the template */
  askedSides: z.array(side),
  /** whether what the sides that are asked say agrees; `differing`: other dates, or one says that it was not done */
  sides: sidesState,
  /** the proof that the template asks for */
  evidence: localisedTextOut.nullable(),
  evidenceLevel,
  /** the least that must prove it before it is accepted; `none` where nothing is asked for */
  evidenceRule: evidenceLevel,
  certainty: z.enum(['confirmed', 'secondary', 'toVerify']),
  note: localisedTextOut.nullable(),
  demonstration: z.boolean(),
});
export type Milestone = z.infer<typeof milestone>;

/**
 * The commands of one milestone. Each carries the version of the milestone that the screen shows.
 * `?dryRun=true` answers the same and saves nothing.
 */
const reason = prose(2000, 1);
export const milestoneCommands = {
  start: z.strictObject({ version }),
  submit: z.strictObject({ version, doneOn: plainDate, note: prose(4000).default(''), evidenceIds: z.array(id).max(50).optional() }),
  /** `withoutEvidence`: why it is accepted although the proof that the template asks for is missing */
  accept: z.strictObject({ version, comment: prose(2000).optional(), withoutEvidence: prose(2000, 1).optional() }),
  return: z.strictObject({ version, reason }),
  block: z.strictObject({ version, reason }),
  unblock: z.strictObject({ version }),
  'mark-not-applicable': z.strictObject({ version, reason }),
  reschedule: z.strictObject({ version, dueOn: plainDate, reason }),
  assign: z.strictObject({ version, ownerId: id, counterpartId: id.nullable().optional() }),
  confirm: z.strictObject({ version, side, on: plainDate }),
  /** one side says that it was not done */
  deny: z.strictObject({ version, side, reason }),
  reopen: z.strictObject({ version, reason }),
} as const;
export type MilestoneCommandName = keyof typeof milestoneCommands;
export type MilestoneCommandBody<N extends MilestoneCommandName> = z.infer<(typeof milestoneCommands)[N]>;
/** A command as the rules see it: its name and its body without the version. */
export type MilestoneCommand = { [N in MilestoneCommandName]: { name: N } & Omit<MilestoneCommandBody<N>, 'version'> }[MilestoneCommandName];

/** What a command answers beside the changed record. */
export const commandEffect = {
  dryRun: z.boolean(),
  moved: z.array(z.object({ milestoneId: id, from: plainDate.nullable(), to: plainDate.nullable() })),
  remindersAdded: z.int(),
  remindersCancelled: z.int(),
  /** occurrences of steps that come again, laid out by this change */
  stepsAdded: z.int(),
};
export type CommandEffect = { dryRun: boolean; moved: { milestoneId: string; from: string | null; to: string | null }[]; remindersAdded: number; remindersCancelled: number; stepsAdded: number };
export const milestoneCommandAnswer = z.object({ ...milestone.shape, ...commandEffect });
export type MilestoneCommandAnswer = z.infer<typeof milestoneCommandAnswer>;

export const milestoneList = {
  sort: ['dueOn', 'number', 'status', 'daysLate', 'doneOn'],
  defaultOrder: 'asc',
  filters: {
    id: 'id', agreementId: 'id', projectId: 'id', status: ['planned', 'open', 'submitted', 'done', 'blocked', 'notApplicable', 'cancelled'],
    stage: 'text', ownerId: 'id', counterpartId: 'id', waitingOn: ['governor', 'president', 'council', 'mayors', 'partnerCouncil', 'partnerCity', 'both'],
    late: 'boolean', provisional: 'boolean', dueOn: 'date', doneOn: 'date', key: 'text', evidenceLevel: EVIDENCE_LEVELS,
  },
  search: true,
} as const satisfies ListShape;
