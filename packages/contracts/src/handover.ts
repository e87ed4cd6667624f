import { z } from 'zod';
import { personFunction } from './enums.js';
import type { ListShape } from './lists.js';
import { commandEffect } from './milestone.js';
import { person } from './person.js';
import { id, localisedTextOut, plainDate, version } from './primitives.js';

/** Somebody's mandate ends: a successor is to be named. Done once the steps are handed over. */
export const handover = z.object({
  id, personId: id, personName: z.string(), cityId: id, function: personFunction, mandateEndsOn: plainDate, askedOn: plainDate,
  successorId: id.nullable(), doneOn: plainDate.nullable(),
  /** unfinished steps that the person follows or shares */
  steps: z.int(),
});
export type Handover = z.infer<typeof handover>;
export const handoverList = {
  sort: ['mandateEndsOn'], defaultOrder: 'asc', filters: { id: 'id', personId: 'id', cityId: 'id', open: 'boolean', mandateEndsOn: 'date' }, search: false,
} as const satisfies ListShape;

export const handOver = z.strictObject({ version, successorId: id, dryRun: z.boolean().optional() });
export type HandOver = z.infer<typeof handOver>;

const step = { milestoneId: id, agreementId: id, title: localisedTextOut, agreementTitle: localisedTextOut, field: z.enum(['ownerId', 'counterpartId']) };
/** `changes`: the steps that go to the successor; `kept`: those that the rules leave where they are, and why; `coordinates`: the agreements that the successor coordinates from now on. */
export const handOverAnswer = z.object({
  ...person.shape, ...commandEffect, successorId: id,
  changes: z.array(z.object(step)), kept: z.array(z.object({ ...step, code: z.string() })), coordinates: z.array(id),
});
export type HandOverAnswer = z.infer<typeof handOverAnswer>;
