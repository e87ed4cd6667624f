import { type EpochMs, MS_PER_DAY } from '../calendar/instant.js';
import { addDays, daysBetween, type PlainDate } from '../calendar/plain-date.js';
import { instantToLocal, localToInstant, type ZoneTable } from '../calendar/zone.js';
import { digestName, digestNumber, DUE_TODAY, MAIL_HOUR } from './ladder.js';
import type { ReminderDraft } from './plan.js';

/** What lay longer than this is not sent one by one: it becomes the one catch-up of its person. */
const CATCH_UP_AFTER_MS = MS_PER_DAY;
/** A mail that leaves later than this says so. */
const LATE_AFTER_MS = 3_600_000;

export interface MailRecipient {
  readonly personId: string;
  /** IANA id */
  readonly zone: string;
  readonly side: 'home' | 'partner';
  /** local date of the last mail with reminders; null before the first */
  readonly lastMailOn: PlainDate | null;
  /** local date of the last draft to approve; null before the first */
  readonly lastEscalationOn: PlainDate | null;
}

export type MailDecision<R> =
  | { readonly step: 'wait' }
  /** The reminders keep their rung and get this date and instant. */
  | { readonly step: 'putOff'; readonly localDate: PlainDate; readonly dueAt: EpochMs; readonly reminders: readonly R[] }
  | { readonly step: 'mail'; readonly kind: 'reminder' | 'catchUp' | 'escalation'; readonly localDate: PlainDate; readonly dueAt: EpochMs; readonly late: boolean; readonly reminders: readonly R[] };

export interface MailQuestion<R extends ReminderDraft> {
  /** all planned reminders of one person */
  readonly planned: readonly R[];
  readonly recipient: MailRecipient;
  readonly now: EpochMs;
  readonly zones: ZoneTable;
}

/**
 * Decides about the mail that a person may get now: at most one a day at home and one a week to a partner, where a step due
 * today breaks the week and takes along what was put off. What waits for release is decided apart, one draft a day.
 */
export function decideMail<R extends ReminderDraft>({ planned, recipient, now, zones }: MailQuestion<R>, stream: 'ordinary' | 'escalation'): MailDecision<R> {
  const mine = planned.filter(({ hold }) => hold === (stream === 'escalation'));
  const due = mine.filter(({ dueAt }) => dueAt <= now);
  if (due.length === 0) return { step: 'wait' };
  const oldest = earliestOf(due);
  const overdue = now - oldest > CATCH_UP_AFTER_MS;
  const localDate = overdue ? instantToLocal(zones, recipient.zone, now).date : latest(due.map((one) => one.localDate));

  const earliest = stream === 'escalation' ? dayAfter(recipient.lastEscalationOn) : earliestMail(recipient, due);
  if (earliest !== null && localDate < earliest) {
    return { step: 'putOff', localDate: earliest, dueAt: localToInstant(zones, recipient.zone, earliest, MAIL_HOUR), reminders: due };
  }
  const reminders = mine.filter((one) => one.dueAt <= now || one.localDate > one.rungOn);
  if (stream === 'escalation') return { step: 'mail', kind: 'escalation', localDate, dueAt: overdue ? now : oldest, late: false, reminders };
  if (overdue) return { step: 'mail', kind: 'catchUp', localDate, dueAt: now, late: true, reminders };
  return { step: 'mail', kind: 'reminder', localDate, dueAt: oldest, late: now - oldest > LATE_AFTER_MS, reminders };
}

/** Not by spreading: so many arguments as there may be reminders no call takes. */
const earliestOf = (planned: readonly ReminderDraft[]): EpochMs => planned.reduce((least, { dueAt }) => Math.min(least, dueAt), Infinity);
const latest = (dates: readonly PlainDate[]): PlainDate => dates.reduce((a, b) => (a > b ? a : b));
const dayAfter = (date: PlainDate | null): PlainDate | null => (date === null ? null : addDays(date, 1));

/** The first date on which the person may get another mail; null when nothing stands in the way. */
function earliestMail({ side, lastMailOn }: MailRecipient, due: readonly ReminderDraft[]): PlainDate | null {
  if (lastMailOn === null) return null;
  const breaksTheWeek = due.some(({ rung }) => rung === DUE_TODAY);
  return addDays(lastMailOn, side === 'home' || breaksTheWeek ? 1 : 7);
}

/** The Monday that follows a digest that went out on `sentOn`; Mondays that passed meanwhile are left out. Undefined for a dated rung. */
export function followingDigest(reminder: ReminderDraft, sentOn: PlainDate, zones: ZoneTable): ReminderDraft | undefined {
  const number = digestNumber(reminder.rung);
  if (number === undefined) return undefined;
  const weeks = Math.max(1, Math.floor(daysBetween(reminder.rungOn, sentOn) / 7) + 1);
  const on = addDays(reminder.rungOn, 7 * weeks);
  const { milestoneId, agreementId, cycleNo, role, personId, hold, zone } = reminder;
  return {
    milestoneId, agreementId, cycleNo, role, personId, hold, zone, rung: digestName(number + weeks), rungOn: on, localDate: on, localTime: MAIL_HOUR,
    dueAt: localToInstant(zones, zone, on, MAIL_HOUR),
  };
}

export interface ForecastMail {
  readonly personId: string;
  readonly kind: 'reminder' | 'catchUp' | 'escalation';
  readonly held: boolean;
  readonly localDate: PlainDate;
  readonly localTime: string;
  readonly zone: string;
  readonly dueAt: EpochMs;
  readonly reminders: readonly ReminderDraft[];
}
export interface ForecastInput {
  readonly planned: readonly ReminderDraft[];
  readonly recipients: readonly MailRecipient[];
  readonly now: EpochMs;
  /** exclusive */
  readonly from: EpochMs;
  /** inclusive */
  readonly to: EpochMs;
  readonly zones: ZoneTable;
}

/** The mails that will leave if nothing else is recorded meanwhile, by time and person. Reminders of unknown recipients are left out. */
export const forecastMails = (input: ForecastInput): ForecastMail[] => inForecastOrder([...playMails(input)].filter((mail) => mail !== null));

export const inForecastOrder = (mails: readonly ForecastMail[]): ForecastMail[] =>
  mails.toSorted((a, b) => a.dueAt - b.dueAt || (a.personId < b.personId ? -1 : a.personId > b.personId ? 1 : Number(a.held) - Number(b.held)));

/** The same mails in no order, one step at a time, so that whoever has others to serve can do so in between. Null: a step that is not told. */
export function* playMails({ planned, recipients, now, from, to, zones }: ForecastInput): Generator<ForecastMail | null, void> {
  const ofPerson = new Map<string, ReminderDraft[]>();
  for (const one of planned) {
    const mine = ofPerson.get(one.personId);
    if (mine) mine.push(one);
    else ofPerson.set(one.personId, [one]);
  }
  for (const recipient of recipients) for (const stream of ['ordinary', 'escalation'] as const) {
    const mine = (ofPerson.get(recipient.personId) ?? []).filter(({ hold }) => hold === (stream === 'escalation'));
    for (const mail of mailsOf({ recipient, stream, planned: mine, now, to, zones })) yield mail && mail.dueAt > from && mail.dueAt <= to ? mail : null;
  }
}

interface PersonForecast { recipient: MailRecipient; stream: 'ordinary' | 'escalation'; planned: readonly ReminderDraft[]; now: EpochMs; to: EpochMs; zones: ZoneTable }

/** Plays the person's calendar from one due instant to the next, as the sweep will. Null: something was put off. */
function* mailsOf({ recipient: first, stream, planned: given, now, to, zones }: PersonForecast): Generator<ForecastMail | null, void> {
  let planned = given;
  let recipient = first;
  while (planned.length > 0) {
    const at = Math.max(now, earliestOf(planned));
    if (at > to) break;
    const decision = decideMail({ planned, recipient, now: at, zones }, stream);
    if (decision.step === 'wait') break;
    const touched = new Set(decision.reminders);
    const rest = planned.filter((one) => !touched.has(one));
    const { localDate, dueAt, reminders } = decision;
    if (decision.step === 'putOff') {
      planned = [...rest, ...reminders.map((one) => ({ ...one, localDate, dueAt }))];
      yield null;
      continue;
    }
    const held = stream === 'escalation';
    yield { personId: recipient.personId, kind: decision.kind, held, localDate, localTime: instantToLocal(zones, recipient.zone, dueAt).time, zone: recipient.zone, dueAt, reminders };
    planned = [...rest, ...reminders.flatMap((one) => followingDigest(one, localDate, zones) ?? [])];
    recipient = { ...recipient, ...(held ? { lastEscalationOn: localDate } : { lastMailOn: localDate }) };
  }
}
