import { z } from 'zod';
import { commandEffect, milestone, milestoneCommands as of, type MilestoneCommandName } from './milestone.js';
import { id, version } from './primitives.js';

export const MOST_AT_ONCE = 100;

const ids = z.array(id).min(1).max(MOST_AT_ONCE);
/** the version that the screen showed of each; of one that is not named, `version` of the body holds */
const versions = z.record(id, version).default({});
const given = { version: version.optional() };
const one = <Name extends MilestoneCommandName, Body extends z.ZodType>(command: Name, body: Body) => z.strictObject({ command: z.literal(command), ids, versions, body });

/** One command to many milestones. Each of them is a use case of its own: what is refused for one undoes nothing of the others. */
export const milestoneBulk = z.discriminatedUnion('command', [
  one('start', of.start.extend(given).default({})),
  one('submit', of.submit.extend(given)),
  one('accept', of.accept.extend(given).default({})),
  one('return', of.return.extend(given)),
  one('block', of.block.extend(given)),
  one('unblock', of.unblock.extend(given).default({})),
  one('mark-not-applicable', of['mark-not-applicable'].extend(given)),
  one('reschedule', of.reschedule.extend(given)),
  one('assign', of.assign.extend(given)),
  one('confirm', of.confirm.extend(given)),
  one('deny', of.deny.extend(given)),
  one('reopen', of.reopen.extend(given)),
]).superRefine((asked, context) => {
  asked.ids.forEach((milestoneId, place) => {
    if (asked.ids.indexOf(milestoneId) !== place) context.addIssue({ code: 'custom', path: ['ids', place], message: 'record/duplicate' });
  });
  for (const milestoneId of Object.keys(asked.versions)) if (!asked.ids.includes(milestoneId)) context.addIssue({ code: 'custom', path: ['versions', milestoneId], message: 'record/not-found' });
});
export type MilestoneBulk = z.infer<typeof milestoneBulk>;

const { dryRun: _, ...effect } = commandEffect;
/** What became of one milestone: the changed record with what followed from it, or the refusal that the single command would have answered. */
export const milestoneBulkLine = z.union([
  z.object({ id, status: z.literal(200), record: milestone, ...effect }),
  z.object({
    id, status: z.int().min(400).max(599), code: z.string(), detail: z.string(),
    errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
    /** the record as it is stored, where the version was behind */
    current: milestone.optional(),
  }),
]);
export type MilestoneBulkLine = z.infer<typeof milestoneBulkLine>;
/** One line for each id, in the order asked. */
export const milestoneBulkAnswer = z.object({ dryRun: z.boolean(), data: z.array(milestoneBulkLine) });
export type MilestoneBulkAnswer = z.infer<typeof milestoneBulkAnswer>;
