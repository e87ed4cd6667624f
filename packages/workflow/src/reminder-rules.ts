import { z } from 'zod';
import { key } from './due-rule.js';

/** Half a year before the due date, a year after it. */
const EARLIEST = -180;
const LATEST = 365;
/** One reminder of a step. Who stands for a role is known outside, and so is what a reminder looks like. */
export const reminderRung = z.strictObject({
  role: key,
  /** days from the due date, negative before it; `mondays`: every Monday after the last dated one of the role */
  at: z.union([z.int().min(EARLIEST).max(LATEST), z.literal('mondays')]),
  /** somebody approves each one before it leaves */
  hold: z.boolean().default(false),
  enabled: z.boolean().default(true),
});
export type ReminderRung = z.infer<typeof reminderRung>;

/** Every reminder of a step; `none`: nobody is reminded of it. */
export const reminderRules = z.union([z.literal('none'), z.array(reminderRung).min(1).max(60)]);
export type ReminderRules = z.infer<typeof reminderRules>;

interface ReminderProblem { readonly code: 'duplicateRung' | 'tooManyRungs' | 'rungTooEarly'; readonly path: string; readonly key: string }
interface SaysOfReminders { readonly reminders?: ReminderRules | undefined; readonly milestones: readonly { readonly reminders?: ReminderRules | undefined; readonly repeats?: object | undefined }[] }

/** Somebody who is written to more often than this of one step reads none of it. */
const MOST_OF_A_ROLE = 12;
/** A step that comes again is there thirteen months ahead: what is foretold for a year would miss an earlier reminder of it. */
const EARLIEST_OF_A_SERIES = -28;

/** What makes no sense in the reminders of a template and of its steps. */
export function* checkReminders({ reminders, milestones }: SaysOfReminders): Generator<ReminderProblem> {
  yield* checkRules(reminders, 'reminders');
  for (const [place, step] of milestones.entries()) {
    const path = `milestones.${place}.reminders`;
    yield* checkRules(step.reminders, path);
    const early = step.repeats === undefined ? undefined : rungsIn(step.reminders ?? reminders).find(({ at, enabled }) => enabled && at !== 'mondays' && at < EARLIEST_OF_A_SERIES);
    if (early) yield { code: 'rungTooEarly', path, key: String(-Number(early.at)) };
  }
}

/** The reminders that are said; nothing where nobody is reminded, or nothing is said. */
export const rungsIn = (rules: ReminderRules | undefined): readonly ReminderRung[] => (rules === undefined || rules === 'none' ? [] : rules);

function* checkRules(rules: ReminderRules | undefined, path: string): Generator<ReminderProblem> {
  const seen = new Set<string>();
  const many = new Map<string, number>();
  for (const [place, { role, at }] of rungsIn(rules).entries()) {
    if (seen.has(`${role} ${at}`)) yield { code: 'duplicateRung', path: `${path}.${place}`, key: role };
    seen.add(`${role} ${at}`);
    const count = (many.get(role) ?? 0) + 1;
    many.set(role, count);
    if (count === MOST_OF_A_ROLE + 1) yield { code: 'tooManyRungs', path, key: role };
  }
}
