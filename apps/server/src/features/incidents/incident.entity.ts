import { EntitySchema, type EntitySchemaOptions } from 'typeorm';

/** A row of `incident`: a failure that a person must look at; one row counts its repetitions. */
export type IncidentRow = {
  id: string; version: number; kind: string; fingerprint: string; job: string | null; delivery_id: string | null; summary: string; at: Date; last_at: Date; times: number; state: string;
};

export const incidentEntity = new EntitySchema<IncidentRow>({
  name: 'incident',
  columns: {
    id: { type: 'uuid', primary: true, default: () => 'new_id()', primaryKeyConstraintName: 'incident_pkey' },
    version: { type: 'integer', default: 1 },
    kind: { type: 'text' },
    fingerprint: { type: 'text' },
    job: { type: 'text', nullable: true },
    delivery_id: { type: 'uuid', nullable: true },
    summary: { type: 'text' },
    at: { type: 'timestamptz', default: () => 'clock_timestamp()' },
    last_at: { type: 'timestamptz', default: () => 'clock_timestamp()' },
    times: { type: 'integer', default: 1 },
    state: { type: 'text', default: 'open' },
  } satisfies Required<EntitySchemaOptions<IncidentRow>['columns']>,
  checks: [{ name: 'incident_state_check', expression: `state IN ('open', 'retried', 'dismissed')` }],
  foreignKeys: [{ name: 'incident_delivery_id_fkey', target: 'delivery', columnNames: ['delivery_id'], referencedColumnNames: ['id'] }],
  indices: [
    { name: 'incident_open', columns: ['fingerprint'], unique: true, where: `state = 'open'` },
    { name: 'incident_list', synchronize: false },
  ],
});
