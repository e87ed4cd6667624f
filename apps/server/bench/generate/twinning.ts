import type { EventDates } from '@tawama/contracts';
import { addDays, DEFAULT_LADDER, localToInstant, MAIL_HOUR, openAgreement, planReminders, replan, rungName, type Plan, type PlanMilestone, type PlanPerson, type ReminderDraft, type ZoneTable } from '@tawama/domain';
import type { WorkflowTemplate } from '@tawama/workflow';
import type { Chance, Ids } from './random.js';

export interface PlacedPerson extends PlanPerson { zone: string }
/** The day that the generated club lives in, at an hour when that day's mails have gone. */
export interface Moment { today: string; nowMs: number; now: string }
export interface MadeReminder extends ReminderDraft { state: 'planned' | 'materialised' }
export interface Twinning { plan: Plan; reminders: MadeReminder[] }

const OLDEST_DAYS = 1_300;
const NEWEST_DAYS = 120;
/** Of the steps whose date has passed, in hundredths; the rest is done. */
const LATE = 6;
const SUBMITTED = 3;
const BLOCKED = 2;
const NOT_APPLICABLE = 1;

/** One agreement as the program itself would have it by now: dates by its rules, reminders by its ladder, and what has gone out. */
export function makeTwinning(given: { template: WorkflowTemplate; id: string; ids: Ids; people: readonly PlacedPerson[]; moment: Moment; zones: ZoneTable; chance: Chance; reminders: number }): Twinning {
  const { template, id, ids, people, moment, zones, chance } = given;
  const idOf = new Map(template.milestones.map(({ key }) => [key, ids.next()]));
  const opened = openAgreement(template, { id, coordinatorId: undefined, events: eventsOf(addDays(moment.today, -NEWEST_DAYS - chance.below(OLDEST_DAYS - NEWEST_DAYS))), idOf: (key) => idOf.get(key) ?? '' }, { today: moment.today, now: moment.now, people });
  if (!opened.ok) throw new Error(`a generated agreement was refused: ${opened.code}`);
  const worked: Plan = { ...opened.value.plan, agreement: { ...opened.value.plan.agreement, remindersStartedAt: moment.now }, milestones: opened.value.plan.milestones.map((milestone) => workedOn(milestone, moment.today, chance)) };
  // What is done may have settled the dates of others.
  const { plan } = replan(worked, worked);
  const zoneOf = new Map(people.map((person) => [person.id, person.zone]));
  const reminded = (personId: string | null) => (personId === null ? null : { personId, zone: zoneOf.get(personId) ?? 'Europe/Paris' });
  const planned = plan.milestones.flatMap((milestone) => planReminders({
    milestone: { ...milestone, agreementId: id }, agreement: { status: plan.agreement.status, remindersStartedAt: moment.nowMs }, ladder: DEFAULT_LADDER,
    people: { owner: reminded(milestone.ownerId ?? plan.agreement.coordinatorId), coordinator: reminded(plan.agreement.coordinatorId), counterpart: reminded(milestone.counterpartId) }, now: moment.nowMs, zones,
  }).add);
  const sent = plan.milestones.flatMap((milestone) => sentBefore(milestone, id, reminded, zones)).slice(0, Math.max(0, given.reminders - planned.length));
  return { plan, reminders: [...planned.map((draft): MadeReminder => ({ ...draft, state: 'planned' })), ...sent] };
}

/** The dates of reference of an agreement signed on that day; all lie before it but the end of its term. */
function eventsOf(signed: string): EventDates {
  const before = (days: number): string => addDays(signed, -days);
  return {
    opened: before(200), councilSession: before(120), deliberation: before(120), receivedByProvince: before(100), visa: before(70), partnerApproval: before(60), signed, inForce: signed,
    committeeInstalled: addDays(signed, 60), planAdopted: addDays(signed, 90), expiry: addDays(signed, 1_826),
  };
}

function workedOn(milestone: PlanMilestone, today: string, chance: Chance): PlanMilestone {
  const { dueOn, status } = milestone;
  if (dueOn === null || dueOn > today || status === 'done') return milestone;
  const drawn = chance.below(100);
  if (drawn < LATE) return milestone;
  if (drawn < LATE + SUBMITTED) return { ...milestone, status: 'submitted', startedOn: dueOn, doneOn: dueOn };
  if (drawn < LATE + SUBMITTED + BLOCKED) return { ...milestone, status: 'blocked' };
  if (drawn < LATE + SUBMITTED + BLOCKED + NOT_APPLICABLE) return { ...milestone, status: 'notApplicable' };
  return { ...milestone, status: 'done', startedOn: dueOn, doneOn: dueOn };
}

/** What had gone out by the day on which a step was done. */
function sentBefore({ id, status, dueOn, ownerId, counterpartId, cycleNo }: PlanMilestone, agreementId: string, reminded: (personId: string | null) => { personId: string; zone: string } | null, zones: ZoneTable): MadeReminder[] {
  if (status !== 'done' || dueOn === null) return [];
  const sent = (role: 'owner' | 'counterpart', personId: string | null, days: readonly number[]): MadeReminder[] => {
    const to = reminded(personId);
    return to === null ? [] : days.map((at) => {
      const on = addDays(dueOn, at);
      return { milestoneId: id, agreementId, rung: rungName(at), cycleNo, role, ...to, hold: false, rungOn: on, localDate: on, localTime: MAIL_HOUR, dueAt: localToInstant(zones, to.zone, on, MAIL_HOUR), state: 'materialised' };
    });
  };
  return [...sent('owner', ownerId, [-7, -1, 0]), ...sent('counterpart', counterpartId, [-7, 0])];
}
