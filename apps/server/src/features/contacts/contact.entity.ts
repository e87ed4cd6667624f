import { EntitySchema, type EntitySchemaOptions } from 'typeorm';

/** A row of `contact`: one line of the contact log. */
export type ContactRow = {
  id: string; version: number; subject_type: string; subject_id: string; agreement_id: string | null; person_id: string | null; account_id: string | null; kind: string; on: string; line: string; demonstration: boolean;
};

export const contactEntity = new EntitySchema<ContactRow>({
  name: 'contact',
  columns: {
    id: { type: 'uuid', primary: true, default: () => 'new_id()', primaryKeyConstraintName: 'contact_pkey' },
    version: { type: 'integer', default: 1 },
    subject_type: { type: 'text' },
    subject_id: { type: 'uuid' },
    agreement_id: { type: 'uuid', nullable: true },
    person_id: { type: 'uuid', nullable: true },
    account_id: { type: 'uuid', nullable: true },
    kind: { type: 'text' },
    on: { type: 'date' },
    line: { type: 'text' },
    demonstration: { type: 'boolean', default: false },
  } satisfies Required<EntitySchemaOptions<ContactRow>['columns']>,
  foreignKeys: [
    { name: 'contact_agreement_id_fkey', target: 'agreement', columnNames: ['agreement_id'], referencedColumnNames: ['id'], onDelete: 'CASCADE' },
    { name: 'contact_person_id_fkey', target: 'person', columnNames: ['person_id'], referencedColumnNames: ['id'] },
    { name: 'contact_account_id_fkey', target: 'account', columnNames: ['account_id'], referencedColumnNames: ['id'] },
  ],
  checks: [{ name: 'contact_kind_check', expression: `kind IN ('called', 'wrote', 'met')` }],
  indices: [{ name: 'contact_agreement', columns: ['agreement_id', 'on'], synchronize: false }, { name: 'contact_subject', columns: ['subject_id', 'on'], synchronize: false }],
});
