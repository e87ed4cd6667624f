import { EntitySchema, type EntitySchemaOptions } from 'typeorm';

/** A row of `contact`: one line of an agreement's contact log. */
export type ContactRow = {
  id: string; version: number; agreement_id: string; person_id: string | null; account_id: string | null; means: string; on: string; line: string; demonstration: boolean;
};

export const contactEntity = new EntitySchema<ContactRow>({
  name: 'contact',
  columns: {
    id: { type: 'uuid', primary: true, default: () => 'new_id()', primaryKeyConstraintName: 'contact_pkey' },
    version: { type: 'integer', default: 1 },
    agreement_id: { type: 'uuid' },
    person_id: { type: 'uuid', nullable: true },
    account_id: { type: 'uuid', nullable: true },
    means: { type: 'text' },
    on: { type: 'date' },
    line: { type: 'text' },
    demonstration: { type: 'boolean', default: false },
  } satisfies Required<EntitySchemaOptions<ContactRow>['columns']>,
  foreignKeys: [
    { name: 'contact_agreement_id_fkey', target: 'agreement', columnNames: ['agreement_id'], referencedColumnNames: ['id'], onDelete: 'CASCADE' },
    { name: 'contact_person_id_fkey', target: 'person', columnNames: ['person_id'], referencedColumnNames: ['id'] },
    { name: 'contact_account_id_fkey', target: 'account', columnNames: ['account_id'], referencedColumnNames: ['id'] },
  ],
  checks: [{ name: 'contact_means_check', expression: `means IN ('called', 'wrote', 'met')` }],
  indices: [{ name: 'contact_agreement', columns: ['agreement_id', 'on'], synchronize: false }],
});
