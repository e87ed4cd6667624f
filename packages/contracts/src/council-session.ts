import { z } from 'zod';
import type { ListShape } from './lists.js';
import { id, line, plainDate, record } from './primitives.js';

/** A session of a council. `cityId` null: of the council of every home city, as the law announces it; a council's own session stands for it in its month. */
const sessionFields = {
  cityId: id.nullable(),
  kind: z.enum(['ordinary', 'extraordinary']),
  beginsOn: plainDate,
  endsOn: plainDate,
  certainty: z.enum(['confirmed', 'estimated']),
  source: line(200),
};
export const councilSession = z.object({ ...record, ...sessionFields });
export type CouncilSession = z.infer<typeof councilSession>;
const inOrder = (session: { beginsOn?: string | undefined; endsOn?: string | undefined }) => session.beginsOn === undefined || session.endsOn === undefined || session.beginsOn <= session.endsOn;
export const councilSessionCreate = z.strictObject({ ...sessionFields, cityId: sessionFields.cityId.default(null), kind: sessionFields.kind.default('ordinary'), certainty: sessionFields.certainty.default('confirmed') })
  .refine(inOrder, { error: 'date/out-of-order', path: ['endsOn'] });
export type CouncilSessionCreate = z.infer<typeof councilSessionCreate>;
export const councilSessionPatch = z.strictObject(sessionFields).partial();
export type CouncilSessionPatch = z.infer<typeof councilSessionPatch>;
export const councilSessionList = {
  sort: ['beginsOn'], defaultOrder: 'asc',
  filters: { id: 'id', cityId: 'id', kind: ['ordinary', 'extraordinary'], certainty: ['confirmed', 'estimated'], beginsOn: 'date' }, search: false,
} as const satisfies ListShape;
