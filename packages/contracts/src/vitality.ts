import { z } from 'zod';
import { vitalityLevel } from './enums.js';
import { plainDate } from './primitives.js';

/** The fact that decided, as a code and what fills its sentence. */
export const vitalityReason = z.discriminatedUnion('code', [
  /** no verified news since that day */
  z.object({ code: z.literal('silence'), on: plainDate }),
  /** so many of the open steps are late */
  z.object({ code: z.literal('late'), late: z.int(), open: z.int() }),
  /** nobody of that side is active, in office and has an address */
  z.object({ code: z.literal('noPartnerContact') }),
  z.object({ code: z.literal('noHomeContact') }),
  /** the joint committee has not met since that day */
  z.object({ code: z.literal('noMeeting'), on: plainDate }),
  /** nothing is wrong: the last verified news, or while there is none the day it began */
  z.object({ code: z.literal('news'), on: plainDate }),
  z.object({ code: z.literal('begun'), on: plainDate }),
]);
export type VitalityReason = z.infer<typeof vitalityReason>;
/** `reason`: one sentence, in words; `because`: the same for programs. */
export const vitality = z.object({ level: vitalityLevel, reason: z.object({ ar: z.string(), fr: z.string(), en: z.string() }), because: vitalityReason });
