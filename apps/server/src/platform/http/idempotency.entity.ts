import { EntitySchema, type EntitySchemaOptions } from 'typeorm';

/** A row of `idempotency_key`; without a status the request is under way. */
export type IdempotencyKeyRow = { route: string; account_id: string; key: string; request_hash: Buffer; status: number | null; response: string | null; created_at: Date };

export const idempotencyKeyEntity = new EntitySchema<IdempotencyKeyRow>({
  name: 'idempotency_key',
  columns: {
    route: { type: 'text', primary: true, primaryKeyConstraintName: 'idempotency_key_pkey' },
    account_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'idempotency_key_pkey' },
    key: { type: 'text', primary: true, primaryKeyConstraintName: 'idempotency_key_pkey' },
    request_hash: { type: 'bytea' },
    status: { type: 'integer', nullable: true },
    response: { type: 'text', nullable: true },
    created_at: { type: 'timestamptz', default: () => 'clock_timestamp()' },
  } satisfies Required<EntitySchemaOptions<IdempotencyKeyRow>['columns']>,
  indices: [{ name: 'idempotency_key_created', columns: ['created_at'] }],
});
