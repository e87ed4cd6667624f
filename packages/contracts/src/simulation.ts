import { z } from 'zod';
import { eventDates } from './agreement.js';
import { id, instant, language, localisedTextOut, plainDate, version } from './primitives.js';

const assumptions = {
  /** each step is done so many days after its due date */
  daysLate: z.int().min(0).max(365).default(0),
  years: z.int().min(1).max(20).default(5),
  /** the convention's term, counted from its signature where no expiry is recorded; null: without end */
  termYears: z.int().min(1).max(50).nullable().default(null),
};
export const simulateAgreement = z.strictObject(assumptions);
export type SimulateAgreement = z.infer<typeof simulateAgreement>;
/** `templateVersion`: also a draft; undefined: the newest published one. The cities give the calendars and the partner's zone. */
export const simulateTemplate = z.strictObject({
  ...assumptions, templateVersion: version.optional(), homeCityId: id.optional(), partnerCityId: id.optional(), events: eventDates.default({}),
});
export type SimulateTemplate = z.infer<typeof simulateTemplate>;

/** A mail that would leave. `personId` null in a template's simulation, where `recipient` names the function. */
const simulatedMail = z.object({
  dueAt: instant, localDate: plainDate, localTime: z.string(), zone: z.string(), kind: z.enum(['reminder', 'catchUp', 'escalation']), held: z.boolean(),
  personId: id.nullable(), recipient: z.string(), side: z.enum(['home', 'partner']), /** null: it depends on the partner city, and none is chosen */ language: language.nullable(), reminders: z.array(z.object({ key: z.string(), number: z.string(), title: localisedTextOut, rung: z.string() })),
});
export const simulationAnswer = z.object({
  from: plainDate, until: plainDate,
  events: z.array(z.object({ event: z.string(), title: localisedTextOut, on: plainDate, assumed: z.boolean() })),
  /** in the order of their dates */
  steps: z.array(z.object({ key: z.string(), number: z.string(), stage: z.string(), title: localisedTextOut, dueOn: plainDate.nullable(), doneOn: plainDate.nullable(), provisional: z.boolean() })),
  mails: z.array(simulatedMail), mailCount: z.int(),
});
export type SimulationAnswer = z.infer<typeof simulationAnswer>;
