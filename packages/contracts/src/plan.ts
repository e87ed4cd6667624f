import { workflowTemplate } from '@tawama/workflow';
import { z } from 'zod';
import { eventDates } from './agreement.js';
import { agreementStatus, eventKey, evidenceLevel, milestoneStatus, personFunction, recipientRole, waitingOn } from './enums.js';
import { id, instant, localisedTextOut, localTime, plainDate, version } from './primitives.js';

const step = z.object({
  id, version, key: z.string(), number: z.string(), title: localisedTextOut, status: milestoneStatus, dueOn: plainDate.nullable(), provisional: z.boolean(),
  originalDueOn: plainDate.nullable(), pinned: z.boolean(), ownerId: id.nullable(), counterpartId: id.nullable(), waitingOn: waitingOn.nullable(),
  assignedOn: plainDate.nullable(), startedOn: plainDate.nullable(), doneOn: plainDate.nullable(), cycleNo: z.int(),
  /** a reminder of this cycle has gone out */
  rungSent: z.boolean(),
  proof: evidenceLevel,
});

const weekday = z.literal([1, 2, 3, 4, 5, 6, 7]);
const workingCity = z.object({ country: z.string(), weekend: z.array(weekday) });
const certainty = z.enum(['confirmed', 'estimated']);
/** When both sides work and the council meets, as facts: whoever counts makes calendars of them. */
const calendars = z.object({
  home: workingCity, partners: z.array(workingCity),
  holidays: z.array(z.object({ country: z.string(), monthDay: z.string().nullable(), on: plainDate.nullable(), certainty })),
  sessions: z.array(z.object({ cityId: id.nullable(), beginsOn: plainDate, endsOn: plainDate, certainty })),
});

/** A reminder that is planned, or that became a mail: sent at `sentAt`, or not yet. */
const plannedOrSent = z.object({
  id, milestoneId: id, rung: z.string(), cycleNo: z.int(), role: recipientRole, personId: id, hold: z.boolean(), rungOn: plainDate, localDate: plainDate, localTime, zone: z.string(),
  state: z.enum(['planned', 'materialised', 'cancelled']), sentAt: instant.nullable(),
});

/** All that the rules need to say what a change would do to an agreement's plan, as it is kept at this moment. People are ids without names or addresses. */
export const planSheet = z.object({
  agreement: z.object({
    id, version, status: agreementStatus, coordinatorId: id.nullable(), remindersStartedAt: instant.nullable(), statusOn: plainDate.nullable(), statusBefore: agreementStatus.nullable(),
    repeatsFrom: plainDate.nullable(), homeCityId: id, partnerCityIds: z.array(id),
  }),
  template: workflowTemplate,
  events: eventDates,
  /** event → the step whose acceptance recorded it */
  leftBy: z.record(eventKey, id),
  milestones: z.array(step),
  /** null where no date is counted with them */
  calendars: calendars.nullable(),
  /** who may be given a step or be found for one */
  people: z.array(z.object({ id, function: personFunction, side: z.enum(['home', 'partner', 'other']), near: z.boolean(), active: z.boolean() })),
  /** whom reminders may reach, in the order in which one of several is preferred; `zone` null: the club's */
  recipients: z.array(z.object({ personId: id, active: z.boolean(), function: z.string(), cityId: id, zone: z.string().nullable() })),
  reminders: z.array(plannedOrSent),
  now: instant, today: plainDate, clubZone: z.string(),
});
export type PlanSheet = z.infer<typeof planSheet>;
