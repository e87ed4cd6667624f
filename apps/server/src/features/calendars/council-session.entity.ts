import { EntitySchema, type EntitySchemaOptions } from 'typeorm';

/** A row of `council_session`; `city_id` null: of the council of every home city. */
export type CouncilSessionRow = { id: string; version: number; city_id: string | null; kind: string; begins_on: string; ends_on: string; certainty: string; source: string };

export const councilSessionEntity = new EntitySchema<CouncilSessionRow>({
  name: 'council_session',
  columns: {
    id: { type: 'uuid', primary: true, default: () => 'new_id()', primaryKeyConstraintName: 'council_session_pkey' },
    version: { type: 'integer', default: 1 },
    city_id: { type: 'uuid', nullable: true },
    kind: { type: 'text' },
    begins_on: { type: 'date' },
    ends_on: { type: 'date' },
    certainty: { type: 'text' },
    source: { type: 'text' },
  } satisfies Required<EntitySchemaOptions<CouncilSessionRow>['columns']>,
  checks: [
    { name: 'council_session_kind_check', expression: `kind IN ('ordinary', 'extraordinary')` },
    { name: 'council_session_certainty_check', expression: `certainty IN ('confirmed', 'estimated')` },
    { name: 'council_session_check', expression: 'ends_on >= begins_on' },
  ],
  foreignKeys: [{ name: 'council_session_city_id_fkey', target: 'city', columnNames: ['city_id'], referencedColumnNames: ['id'], onDelete: 'CASCADE' }],
  indices: [{ name: 'council_session_begins', columns: ['begins_on'] }],
});
