import { z } from 'zod';
import { dueRule, key, recurrence, side } from './due-rule.js';
import { reminderRules } from './reminder-rules.js';

/**
 * The workflow definition of a kind of agreement, as data. The engine knows stages, milestones, events and due rules;
 * it knows no city, no person and no mail. Keys are kebab-case for milestones and camelCase for events.
 */

/** A text in the three languages of a template; all are required, a template is published as a whole. */
export const templateText = z.strictObject({
  ar: z.string().min(1).max(2000),
  fr: z.string().min(1).max(2000),
  en: z.string().min(1).max(2000),
});
export type TemplateText = z.infer<typeof templateText>;

/**
 * Who must act. A `function` is matched with a person of that side; an `authority` becomes "waiting on" and is never mailed,
 * its step is followed by the agreement's coordinator. `counterpart: true` names the partner's focal point as co-responsible.
 */
export const responsible = z.strictObject({
  function: key.optional(),
  authority: key.optional(),
  counterpart: z.boolean().default(false),
});
export type Responsible = z.infer<typeof responsible>;

/** From somebody's word to what was seen on the spot; each outweighs those before it. */
export const PROOFS = ['declared', 'documented', 'confirmedByBoth', 'seenOnSite'] as const;

/** True when the agreement has one of these values of the attribute (`is`), or none of them (`isNot`). */
export const condition = z.union([
  z.strictObject({ attribute: key, is: z.array(z.string().min(1).max(60)).min(1).max(50) }),
  z.strictObject({ attribute: key, isNot: z.array(z.string().min(1).max(60)).min(1).max(50) }),
]);
export type Condition = z.infer<typeof condition>;

export const templateMilestone = z.strictObject({
  key,
  /** The place in the table, as people quote it: "2.4". */
  number: z.string().regex(/^\d{1,2}\.\d{1,2}$/),
  stage: key,
  title: templateText,
  responsible,
  due: dueRule,
  /** Steps that must be finished before this one opens by itself; its date does not depend on them. A step that repeats is finished with its first occurrence. */
  after: z.array(key).min(1).max(50).optional(),
  /** The step applies only where all of these hold. */
  when: z.array(condition).min(1).max(10).optional(),
  /** The step comes again: each occurrence is a step of its own, with a date of its own. */
  repeats: recurrence.optional(),
  /** The law sets the deadline: the program never moves it, not even off a day of rest; it only tells that it falls on one. */
  legal: z.boolean().optional(),
  /** What proves the step, in words; null where nothing is asked for. */
  evidence: templateText.nullable(),
  /** The least that must prove the step before it is accepted; left out: somebody's word. */
  proof: z.enum(PROOFS).optional(),
  /** Who is asked to say that it was done; left out: both sides. */
  confirmations: side.optional(),
  /** Its own reminders instead of the template's. */
  reminders: reminderRules.optional(),
  /**
   * Events recorded on `doneOn` when the step is accepted; recording one of them completes the step. An event that the step
   * itself is counted from (the council session of a deliberation) gives it its date and opens it instead.
   */
  produces: z.array(key).default([]),
  /** confirmed by a source, by a secondary source, or to verify by the legal reviewer */
  certainty: z.enum(['confirmed', 'secondary', 'toVerify']).default('confirmed'),
  note: templateText.nullable().default(null),
});
export type TemplateMilestone = z.infer<typeof templateMilestone>;

export const templateEvent = z.strictObject({
  key,
  title: templateText,
  /** When this event is not recorded, the date of that other event counts as its date. */
  defaultsTo: key.optional(),
});
export type TemplateEvent = z.infer<typeof templateEvent>;

/** `gate`: steps of other stages that must be finished before any step of this one opens by itself. */
export const templateStage = z.strictObject({ key, title: templateText, gate: z.array(key).min(1).max(50).optional() });
export type TemplateStage = z.infer<typeof templateStage>;

export const workflowTemplate = z.strictObject({
  key,
  version: z.int().min(1),
  agreementType: z.enum(['twinning', 'friendship', 'memorandum', 'chamber']),
  title: templateText,
  /** The event that every plan of this kind begins with. `orToday`: when its date is not given it is the day on which the plan is opened. */
  opening: z.strictObject({ event: key, orToday: z.boolean() }),
  stages: z.array(templateStage).min(1).max(50),
  events: z.array(templateEvent).min(1).max(100),
  milestones: z.array(templateMilestone).min(1).max(10_000),
  /** Who is reminded of a step and when, unless the step says otherwise; left out: as the surroundings do it. */
  reminders: reminderRules.optional(),
});
export type WorkflowTemplate = z.infer<typeof workflowTemplate>;
