import { EntitySchema, type EntitySchemaOptions } from 'typeorm';

/** A row of `audit_entry`; triggers refuse every change. */
export type AuditEntryRow = {
  id: string; at: Date; recorded_at: Date; actor_id: string | null; action: string; subject_type: string; subject_id: string | null; agreement_id: string | null;
  before: unknown; after: unknown; reason: string | null;
};

export const auditEntryEntity = new EntitySchema<AuditEntryRow>({
  name: 'audit_entry',
  columns: {
    id: { type: 'uuid', primary: true, default: () => 'new_id()', primaryKeyConstraintName: 'audit_entry_pkey' },
    at: { type: 'timestamptz', default: () => 'club_now()' },
    recorded_at: { type: 'timestamptz', default: () => 'clock_timestamp()' },
    actor_id: { type: 'uuid', nullable: true },
    action: { type: 'text' },
    subject_type: { type: 'text' },
    subject_id: { type: 'uuid', nullable: true },
    agreement_id: { type: 'uuid', nullable: true },
    before: { type: 'jsonb', nullable: true },
    after: { type: 'jsonb', nullable: true },
    reason: { type: 'text', nullable: true },
  } satisfies Required<EntitySchemaOptions<AuditEntryRow>['columns']>,
  // Descending indices cannot be told to TypeORM; the migration makes them.
  indices: [
    { name: 'audit_entry_at', synchronize: false },
    { name: 'audit_entry_agreement', synchronize: false },
    { name: 'audit_entry_subject', columns: ['subject_type', 'subject_id'] },
  ],
});

/** A row of `audit_seal`: one link of the chain. */
export type AuditSealRow = { sequence: number; entry_id: string; hash: Buffer };

export const auditSealEntity = new EntitySchema<AuditSealRow>({
  name: 'audit_seal',
  columns: {
    sequence: { type: 'bigint', primary: true, primaryKeyConstraintName: 'audit_seal_pkey' },
    entry_id: { type: 'uuid' },
    hash: { type: 'bytea' },
  } satisfies Required<EntitySchemaOptions<AuditSealRow>['columns']>,
  uniques: [{ name: 'audit_seal_entry_id_key', columns: ['entry_id'] }],
  foreignKeys: [{ name: 'audit_seal_entry_id_fkey', target: 'audit_entry', columnNames: ['entry_id'], referencedColumnNames: ['id'] }],
});
