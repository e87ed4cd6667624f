import { RECIPIENT_ROLES, type RecipientRole } from '@tawama/contracts';
import { type ReminderRules, rungsIn } from '@tawama/workflow';
import { addDays, daysBetween, nextWeekday, type PlainDate } from '../calendar/plain-date.js';

/** Every reminder of the program arrives at this hour of the recipient's zone. */
export const MAIL_HOUR = '09:00';

export interface LadderRung {
  /** in whose capacity somebody is reminded */
  readonly role: RecipientRole;
  /** days from the due date, negative before it; `mondays` is every Monday after the last dated rung of the role */
  readonly at: number | 'mondays';
  /** makes a draft to approve instead of a mail */
  readonly hold: boolean;
  readonly enabled: boolean;
}

const rungs = (role: RecipientRole, at: readonly LadderRung['at'][], kind: { hold: boolean; enabled: boolean } = { hold: false, enabled: true }): LadderRung[] =>
  at.map((one) => ({ role, at: one, ...kind }));
const ABOVE_THE_COORDINATOR = { hold: true, enabled: false };

/** The club's ladder, of every step whose template says nothing else (DOMAIN.md, "Default reminder ladder"). */
export const DEFAULT_LADDER: readonly LadderRung[] = [
  ...rungs('owner', [-7, -1, 0, 3, 'mondays']),
  ...rungs('coordinator', [10]),
  ...rungs('counterpart', [-7, 0, 7]),
  ...rungs('president', [21], ABOVE_THE_COORDINATOR),
  ...rungs('mayor', [21], ABOVE_THE_COORDINATOR),
  ...rungs('council', [45], ABOVE_THE_COORDINATOR),
];

export const isRecipientRole = (role: string): role is RecipientRole => RECIPIENT_ROLES.some((known) => known === role);
/** Nobody of these is written to before somebody has approved it. */
const ABOVE: ReadonlySet<string> = new Set(['president', 'mayor', 'council'] satisfies RecipientRole[]);
export const isAboveTheCoordinator = (role: string): boolean => ABOVE.has(role);

/** What a version of a template says of reminders. */
export interface SaysOfReminders { readonly reminders?: ReminderRules | undefined; readonly milestones: readonly { readonly key: string; readonly reminders?: ReminderRules | undefined }[] }
export type LadderOf = (step: string) => readonly LadderRung[];

/** The ladder of each step by its key: its own, else its template's, else the club's; of an occurrence, that of its series; of a step of no template, the template's. */
export function laddersOf({ reminders, milestones }: SaysOfReminders): LadderOf {
  const general = reminders === undefined ? DEFAULT_LADDER : ladderOf(reminders);
  const own = new Map(milestones.flatMap(({ key, reminders: said }) => (said === undefined ? [] : [[key, ladderOf(said)] as const])));
  return (step) => own.get(step) ?? own.get(step.replace(/#\d+$/, '')) ?? general;
}

/** Whatever a version says: whoever is above the coordinator gets nothing that nobody approved. */
const ladderOf = (rules: ReminderRules): LadderRung[] =>
  rungsIn(rules).flatMap(({ role, ...rung }) => (isRecipientRole(role) ? [{ ...rung, role, hold: rung.hold || isAboveTheCoordinator(role) }] : []));

/** `d-7`, `d0`, `d+3`. */
export const rungName = (days: number): string => (days > 0 ? `d+${days}` : days === 0 ? 'd0' : `d${days}`);
export const DUE_TODAY = rungName(0);

const DIGEST = 'digest-';
export const digestName = (number: number): string => `${DIGEST}${number}`;
/** Which Monday after the last relance, from 1; undefined for a dated rung. */
export function digestNumber(rung: string): number | undefined {
  if (!rung.startsWith(DIGEST)) return undefined;
  const digits = rung.slice(DIGEST.length);
  return /^\d+$/.test(digits) ? Number(digits) : undefined;
}

/** The days of a dated rung; undefined for a Monday. */
export function rungDays(rung: string): number | undefined {
  const days = /^d([+-]?\d+)$/.exec(rung)?.[1];
  return days === undefined ? undefined : Number(days);
}

const MONDAY = 1;
/** Mondays bear numbers from here on, in days after the due date, whatever the ladder: under two ladders one Monday has one name, and is told once. */
const FIRST_MONDAY_AFTER = 3;
/** @param number 0 is the Monday before the first */
export const mondayOf = (dueOn: PlainDate, number: number): PlainDate => addDays(nextWeekday(addDays(dueOn, FIRST_MONDAY_AFTER), MONDAY), 7 * (number - 1));
/** The day on which a rung of that name falls; undefined for a name that is none. */
export function rungDate(rung: string, dueOn: PlainDate): PlainDate | undefined {
  const [days, monday] = [rungDays(rung), digestNumber(rung)];
  return days !== undefined ? addDays(dueOn, days) : monday === undefined ? undefined : mondayOf(dueOn, monday);
}
/** The number of the first Monday after the role's last dated rung. */
export function firstMonday(ladder: readonly LadderRung[], role: RecipientRole, dueOn: PlainDate): number {
  const last = ladder.reduce((latest, one) => (one.role === role && one.enabled && one.at !== 'mondays' ? Math.max(latest, one.at) : latest), 0);
  return 1 + daysBetween(mondayOf(dueOn, 1), nextWeekday(addDays(dueOn, last), MONDAY)) / 7;
}
