import { EntitySchema, type EntitySchemaOptions } from 'typeorm';

/** A row of `evidence`: a file that shows that a step was done. The content lies in the storage, under its hash. */
export type EvidenceRow = {
  id: string; agreement_id: string; milestone_id: string; kind: string; title: string; file_name: string; mime_type: string; bytes: number; sha256: string;
  account_id: string | null; at: Date; removed_at: Date | null; demonstration: boolean;
};

export const evidenceEntity = new EntitySchema<EvidenceRow>({
  name: 'evidence',
  columns: {
    id: { type: 'uuid', primary: true, default: () => 'new_id()', primaryKeyConstraintName: 'evidence_pkey' },
    agreement_id: { type: 'uuid' },
    milestone_id: { type: 'uuid' },
    kind: { type: 'text' },
    title: { type: 'text' },
    file_name: { type: 'text' },
    mime_type: { type: 'text' },
    bytes: { type: 'integer' },
    sha256: { type: 'text' },
    account_id: { type: 'uuid', nullable: true },
    at: { type: 'timestamptz', default: () => 'club_now()' },
    removed_at: { type: 'timestamptz', nullable: true },
    demonstration: { type: 'boolean', default: false },
  } satisfies Required<EntitySchemaOptions<EvidenceRow>['columns']>,
  checks: [
    { name: 'evidence_kind_check', expression: `kind IN ('document', 'photo', 'minutes', 'siteVisit')` },
    { name: 'evidence_sha256_check', expression: `sha256 ~ '^[0-9a-f]{64}$'` },
  ],
  foreignKeys: [
    { name: 'evidence_agreement_id_fkey', target: 'agreement', columnNames: ['agreement_id'], referencedColumnNames: ['id'], onDelete: 'CASCADE' },
    { name: 'evidence_milestone_id_fkey', target: 'milestone', columnNames: ['milestone_id'], referencedColumnNames: ['id'], onDelete: 'CASCADE' },
    { name: 'evidence_account_id_fkey', target: 'account', columnNames: ['account_id'], referencedColumnNames: ['id'] },
  ],
  indices: [
    { name: 'evidence_milestone', columns: ['milestone_id'], where: 'removed_at IS NULL' },
    { name: 'evidence_agreement', columns: ['agreement_id', 'at'], where: 'removed_at IS NULL' },
    { name: 'evidence_sha256', columns: ['sha256'] },
  ],
});
