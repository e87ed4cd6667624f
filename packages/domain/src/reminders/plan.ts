import type { AgreementStatus, MilestoneStatus, RecipientRole } from '@tawama/contracts';
import { type EpochMs, MS_PER_DAY } from '../calendar/instant.js';
import { addDays, daysBetween, type PlainDate } from '../calendar/plain-date.js';
import { localToInstant, type ZoneTable } from '../calendar/zone.js';
import { digestName, digestNumber, firstMonday, type LadderRung, MAIL_HOUR, mondayOf, rungDate, rungName } from './ladder.js';

const MS_PER_WEEK = 7 * MS_PER_DAY;
/** With less time than this between assignment and due date nobody is reminded beforehand. */
const LEAST_DAYS_OF_NOTICE = 2;

export interface RemindedMilestone {
  readonly id: string;
  readonly agreementId: string;
  readonly status: MilestoneStatus;
  readonly provisional: boolean;
  readonly dueOn: PlainDate | null;
  readonly assignedOn: PlainDate | null;
  readonly cycleNo: number;
}
export interface RemindedAgreement { readonly status: AgreementStatus; readonly remindersStartedAt: EpochMs | null }
/** Whoever stands for a role; absent where nobody does. `zone` is an IANA id. */
export type RemindedPeople = Readonly<Partial<Record<RecipientRole, { readonly personId: string; readonly zone: string } | null>>>;

/** A reminder to be. `rungOn` is the ladder's own date; `localDate` is later where the reminder was put off. */
export interface ReminderDraft {
  readonly milestoneId: string;
  readonly agreementId: string;
  readonly rung: string;
  readonly cycleNo: number;
  readonly role: RecipientRole;
  readonly personId: string;
  readonly hold: boolean;
  readonly rungOn: PlainDate;
  readonly localDate: PlainDate;
  /** `HH:MM` */
  readonly localTime: string;
  readonly zone: string;
  readonly dueAt: EpochMs;
}
/** What planning must know of a reminder that is there: its instant follows from the rest. */
export interface StoredReminder extends Omit<ReminderDraft, 'agreementId' | 'dueAt'> { readonly id: string; readonly state: 'planned' | 'materialised' | 'cancelled' }

export interface ReminderPlan {
  /** rows to insert */
  readonly add: readonly ReminderDraft[];
  /** rows to be written anew, planned again: a date that moved, or a cancelled row that is wanted once more */
  readonly renew: readonly { readonly id: string; readonly draft: ReminderDraft; readonly was: 'planned' | 'cancelled' }[];
  readonly cancel: readonly string[];
  /** grows when the date of a rung that was already sent has moved */
  readonly cycleNo: number;
}

export interface PlanInput {
  readonly milestone: RemindedMilestone;
  readonly agreement: RemindedAgreement;
  readonly people: RemindedPeople;
  readonly ladder: readonly LadderRung[];
  /** what is stored for this milestone, in any state */
  readonly existing?: readonly StoredReminder[];
  readonly now: EpochMs;
  readonly zones: ZoneTable;
}

/**
 * What must change so that exactly the wanted reminders of one milestone are planned. A materialised reminder is never touched;
 * a rung that lies before the start of reminders or before now is never created; repeating the plan changes nothing.
 */
export function planReminders(input: PlanInput): ReminderPlan {
  const { milestone, existing = [], now, zones } = input;
  const cycleNo = sentForAnotherDate(input) ? milestone.cycleNo + 1 : milestone.cycleNo;
  const steps = stepsOf(input);
  // Most steps of a plan are far ahead or long done.
  if (steps.length + existing.length === 0) return { add: [], renew: [], cancel: [], cycleNo };
  const taken = new Set(existing.filter((row) => row.state === 'materialised').map(keyOf));
  const cancel: string[] = [];
  const renew: { id: string; draft: ReminderDraft; was: 'planned' | 'cancelled' }[] = [];

  for (const row of existing.filter(({ state }) => state === 'planned')) {
    const group = groupOf(row);
    const draft = row.cycleNo === cycleNo && !taken.has(group) ? draftLike(row, steps, taken, input) : undefined;
    const fresh = draft && renewed(row, draft, now, zones);
    if (!fresh) { cancel.push(row.id); continue; }
    if (fresh !== 'as it is') renew.push({ id: row.id, draft: fresh, was: 'planned' });
    taken.add(group);
  }

  const cancelled = new Map(existing.filter(({ state }) => state === 'cancelled').map((row) => [keyOf(row), row.id]));
  const add: ReminderDraft[] = [];
  for (const step of steps) {
    if (taken.has(keyOf({ rung: step.rung, cycleNo, role: step.role, personId: step.personId }))) continue;
    const draft = firstFrom(step, cycleNo, taken, input);
    if (!draft) continue;
    const id = cancelled.get(keyOf(draft));
    if (id === undefined) add.push(draft);
    else renew.push({ id, draft, was: 'cancelled' });
  }
  return { add, renew, cancel, cycleNo };
}

type ReminderKey = Pick<ReminderDraft, 'rung' | 'cycleNo' | 'role' | 'personId'>;
/** The table's unique key inside one milestone. */
const keyOf = ({ rung, cycleNo, role, personId }: ReminderKey): string => `${rung} ${cycleNo} ${role} ${personId}`;
/** Of the endless Mondays only one is planned at a time; every other rung stands alone. */
const groupOf = ({ rung, cycleNo, role, personId }: ReminderKey): string => keyOf({ rung: stepRung(rung), cycleNo, role, personId });
const stepRung = (rung: string): string => (digestNumber(rung) === undefined ? rung : 'mondays');

/** One rung of the ladder with whom it reaches and the date it falls on; of the Mondays, number 1; `first` is the number of the first one that is wanted. `rung` is the name of a dated one, or `mondays`. */
interface Step { readonly first: number; readonly at: LadderRung['at']; readonly rung: string; readonly role: RecipientRole; readonly hold: boolean; readonly on: PlainDate; readonly personId: string; readonly zone: string }

function stepsOf({ milestone, agreement, people, ladder }: PlanInput): Step[] {
  const { dueOn, assignedOn } = milestone;
  const running = agreement.status === 'preparing' || agreement.status === 'active';
  if (milestone.status !== 'open' || milestone.provisional || dueOn === null || !running || agreement.remindersStartedAt === null) return [];
  const tooShort = assignedOn !== null && daysBetween(assignedOn, dueOn) < LEAST_DAYS_OF_NOTICE;
  return ladder.flatMap(({ role, at, hold, enabled }) => {
    const person = people[role];
    if (!enabled || !person) return [];
    if (tooShort && at !== 'mondays' && at <= 0) return [];
    // Who follows a step as its owner is not told about it a second time as the coordinator.
    if (role === 'coordinator' && person.personId === people.owner?.personId) return [];
    const on = at === 'mondays' ? mondayOf(dueOn, 1) : addDays(dueOn, at);
    return [{ at, first: at === 'mondays' ? firstMonday(ladder, role, dueOn) : 1, rung: at === 'mondays' ? at : rungName(at), role, hold, on, personId: person.personId, zone: person.zone }];
  });
}

function draftOf(step: Step, cycleNo: number, monday: number, { milestone, zones }: PlanInput): ReminderDraft {
  const on = step.at === 'mondays' ? addDays(step.on, 7 * (monday - 1)) : step.on;
  return {
    milestoneId: milestone.id, agreementId: milestone.agreementId, cycleNo, role: step.role, personId: step.personId, hold: step.hold, zone: step.zone,
    rung: step.at === 'mondays' ? digestName(monday) : step.rung,
    rungOn: on, localDate: on, localTime: MAIL_HOUR, dueAt: localToInstant(zones, step.zone, on, MAIL_HOUR),
  };
}

/** What the ladder wants where this row is; undefined when it wants nothing there, or an earlier Monday. */
function draftLike(row: StoredReminder, steps: readonly Step[], taken: ReadonlySet<string>, input: PlanInput): ReminderDraft | undefined {
  const rung = stepRung(row.rung);
  const step = steps.find((one) => one.rung === rung && one.role === row.role && one.personId === row.personId);
  if (!step) return undefined;
  const monday = digestNumber(row.rung);
  if (monday === undefined) return draftOf(step, row.cycleNo, 1, input);
  const soonest = firstFrom(step, row.cycleNo, taken, input);
  return monday < step.first || (soonest && (digestNumber(soonest.rung) ?? monday) < monday) ? undefined : draftOf(step, row.cycleNo, monday, input);
}

/** The row as it should be: as it is, moved to another date or zone, or undefined when its new moment has passed. */
function renewed(row: StoredReminder, draft: ReminderDraft, now: EpochMs, zones: ZoneTable): ReminderDraft | 'as it is' | undefined {
  if (row.rungOn !== draft.rungOn) return draft.dueAt >= now ? draft : undefined;
  // What was held by a restored backup stays held: nobody knows whether it was sent before.
  if (row.zone === draft.zone && row.localTime === draft.localTime && (row.hold || !draft.hold)) return 'as it is';
  // The same day by another clock: it is kept even where that hour has just passed, and one that was put off stays so.
  return { ...draft, hold: row.hold || draft.hold, localDate: row.localDate, dueAt: localToInstant(zones, draft.zone, row.localDate, draft.localTime) };
}

/** The step's draft if its moment is still to come; of the Mondays, the first to come that was not sent. */
function firstFrom(step: Step, cycleNo: number, taken: ReadonlySet<string>, input: PlanInput): ReminderDraft | undefined {
  const earliest = Math.max(input.now, input.agreement.remindersStartedAt ?? Infinity);
  const weeksPast = step.at === 'mondays' ? Math.floor((earliest - draftOf(step, cycleNo, 1, input).dueAt) / MS_PER_WEEK) : 0;
  for (let monday = Math.max(step.first, weeksPast + 1); ; monday += 1) {
    const draft = draftOf(step, cycleNo, monday, input);
    if (draft.dueAt >= earliest && !taken.has(keyOf(draft))) return draft;
    if (step.at !== 'mondays') return undefined;
  }
}

/** Whether a rung of this cycle went out for a due date that is no longer the milestone's. Its name alone says on which day it fell: a ladder may have changed since. */
function sentForAnotherDate({ milestone: { dueOn, cycleNo }, existing = [] }: PlanInput): boolean {
  if (dueOn === null) return false;
  return existing.some((row) => row.state === 'materialised' && row.cycleNo === cycleNo && (rungDate(row.rung, dueOn) ?? row.rungOn) !== row.rungOn);
}
