import { z } from 'zod';
import { milestoneStatus } from './enums.js';
import { agreementCommandAnswer } from './answers.js';
import { id, localisedTextOut, plainDate, version } from './primitives.js';

/** What becomes of one step when its agreement moves to another version of its template. */
const decision = z.union([z.enum(['keep', 'recompute', 'add', 'leaveOut', 'remove']), z.strictObject({ shift: z.int().min(-36_500).max(36_500) })]);
/** By step, and of the steps in both versions that no line names. Without any, dates are counted by the new rules. */
const decisions = z.strictObject({ lines: z.record(z.string().max(80), decision).default({}), otherwise: z.enum(['keep', 'recompute']).optional() });
export const migrateAgreement = z.strictObject({ version, toVersion: version, decisions: decisions.default({ lines: {} }) });
export type MigrateAgreement = z.infer<typeof migrateAgreement>;

const movedReminder = z.object({ rung: z.string(), role: z.string(), change: z.enum(['moves', 'appears', 'vanishes']), from: plainDate.nullable(), to: plainDate.nullable() });
/** One step: what happens to it and to its reminders, and what could be decided of it instead. */
export const migrationLine = z.object({
  key: z.string(), milestoneId: id, number: z.string(), title: localisedTextOut,
  change: z.enum(['keep', 'shift', 'recompute', 'add', 'remove', 'leaveOut']), from: plainDate.nullable(), to: plainDate.nullable(),
  statusBefore: milestoneStatus.nullable(), statusAfter: milestoneStatus, options: z.array(z.string()), reminders: z.array(movedReminder),
});
export type MigrationLineShown = z.infer<typeof migrationLine>;
export const migrateAnswer = z.object({ ...agreementCommandAnswer.shape, lines: z.array(migrationLine) });
export type MigrateAnswer = z.infer<typeof migrateAnswer>;
