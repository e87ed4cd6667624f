import { z } from 'zod';
import { agreement } from './agreement.js';
import { commandEffect } from './milestone.js';
import { id } from './primitives.js';
import { forecastItem } from './reminder.js';

export const agreementCommandAnswer = z.object({ ...agreement.shape, ...commandEffect });
export type AgreementCommandAnswer = z.infer<typeof agreementCommandAnswer>;
/** `cancelled`: the steps that are given up because the agreement is over. */
export const agreementLifeAnswer = agreementCommandAnswer.extend({ cancelled: z.array(id) });
export type AgreementLifeAnswer = z.infer<typeof agreementLifeAnswer>;
/** `?dryRun=true` on every command. */
export const dryRunQuery = z.strictObject({ dryRun: z.enum(['true', 'false']).optional().transform((value) => value === 'true') });
export type DryRunQuery = z.infer<typeof dryRunQuery>;
/** No query parameter is known here. */
export const noQuery = z.strictObject({});
/** `firstMails`: what leaves within the next 30 days once they are started, for whoever decides about it. */
export const startRemindersAnswer = agreementCommandAnswer.extend({ firstMails: z.array(forecastItem) });
export type StartRemindersAnswer = z.infer<typeof startRemindersAnswer>;
