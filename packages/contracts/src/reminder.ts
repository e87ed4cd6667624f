import { z } from 'zod';
import { deliveryKind, deliveryState, recipientRole, reminderState, transport } from './enums.js';
import type { ListShape } from './lists.js';
import { id, instant, language, localTime, plainDate } from './primitives.js';

/**
 * A rung of the ladder. `d-7`, `d-1`, `d0`, `d+3`, `d+7`, `d+10`, `d+21`, `d+45` count from the due date;
 * `digest-1`, `digest-2`, … are the Mondays after the last relance.
 */
export const rung = z.string().regex(/^(d[+-]?\d{1,3}|digest-\d{1,4})$/);

export const reminder = z.object({
  id, personId: id, milestoneId: id, agreementId: id, rung, role: recipientRole, cycleNo: z.int(),
  localDate: plainDate, localTime, zone: z.string(), dueAt: instant, state: reminderState, deliveryId: id.nullable(),
});
export type Reminder = z.infer<typeof reminder>;
export const reminderList = {
  sort: ['dueAt', 'state'], defaultOrder: 'asc',
  filters: { id: 'id', personId: 'id', milestoneId: 'id', agreementId: 'id', state: ['planned', 'materialised', 'cancelled'], deliveryId: 'id', dueAt: 'instant', localDate: 'date', rung: 'text' },
  search: false,
} as const satisfies ListShape;

export const delivery = z.object({
  id, kind: deliveryKind, reminderIds: z.array(id), personId: id.nullable(), recipientName: z.string(), email: z.string(), language, subject: z.string(),
  state: deliveryState, transport: transport.nullable(), messageId: z.string(), dueAt: instant, sentAt: instant.nullable(),
  attempts: z.int(), nextAttemptAt: instant.nullable(), outcome: z.string().nullable(), localDate: plainDate.nullable(), late: z.boolean(),
});
export type Delivery = z.infer<typeof delivery>;
export const deliveryList = {
  sort: ['dueAt', 'sentAt', 'state'], defaultOrder: 'desc',
  filters: {
    id: 'id', kind: ['reminder', 'escalation', 'catchUp', 'invitation', 'passwordReset', 'firstAdministrator', 'test'], personId: 'id', agreementId: 'id', milestoneId: 'id',
    state: ['pending', 'leased', 'held', 'sent', 'failed', 'suppressed', 'cancelled'], language: ['ar', 'fr', 'en'], transport: ['smtp', 'outbox'], dueAt: 'instant', sentAt: 'instant',
  },
  search: true,
} as const satisfies ListShape;

export const DELIVERY_COMMANDS = ['resend', 'cancel', 'release', 'hold'] as const;
export type DeliveryCommand = (typeof DELIVERY_COMMANDS)[number];
export const deliveryCommand = z.strictObject({ reason: z.string().max(1000).optional() });
export const previewQuery = z.strictObject({ language: language.optional(), part: z.enum(['html', 'text', 'source']).default('html') });

export const forecastQuery = z.strictObject({ from: instant, to: instant, agreementId: id.optional() });
/** One item is one mail that will be sent, assuming that nothing else is recorded meanwhile. */
export const forecastItem = z.object({
  dueAt: instant, localDate: plainDate, localTime, zone: z.string(), personId: id, email: z.string(), language, subject: z.string(), held: z.boolean(),
  reminders: z.array(z.object({ milestoneId: id, agreementId: id, rung })),
});
export type ForecastItem = z.infer<typeof forecastItem>;
export const forecast = z.object({ data: z.array(forecastItem) });

/** How the machinery stands, for the administrator. Instants of dates are club time, `lastSweepAt` and `oldestWaitingSince` physical time. */
export const jobsAnswer = z.object({
  queue: z.object({ answers: z.boolean(), waiting: z.int(), active: z.int(), failed: z.int() }),
  deliveries: z.object({ pending: z.int(), leased: z.int(), held: z.int(), failed: z.int() }),
  /** since when the mail that waits longest could have been sent */
  oldestWaitingSince: instant.nullable(),
  /** the next instants at which reminders fall due, at most ten, with how many */
  nextDue: z.array(z.object({ at: instant, reminders: z.int() })),
  lastSweepAt: instant.nullable(),
  /** rows that contradict the promise; 0 */
  brokenRows: z.int(),
});
export type JobsAnswer = z.infer<typeof jobsAnswer>;
