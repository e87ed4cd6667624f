import { EntitySchema, type EntitySchemaOptions } from 'typeorm';

/** A row of `note`: what somebody wrote down about a subject. */
export type NoteRow = {
  id: string; version: number; subject_type: string; subject_id: string; agreement_id: string | null; person_id: string | null; account_id: string | null; at: Date; text: string; demonstration: boolean;
};

export const noteEntity = new EntitySchema<NoteRow>({
  name: 'note',
  columns: {
    id: { type: 'uuid', primary: true, default: () => 'new_id()', primaryKeyConstraintName: 'note_pkey' },
    version: { type: 'integer', default: 1 },
    subject_type: { type: 'text' },
    subject_id: { type: 'uuid' },
    agreement_id: { type: 'uuid', nullable: true },
    person_id: { type: 'uuid', nullable: true },
    account_id: { type: 'uuid', nullable: true },
    at: { type: 'timestamptz', default: () => 'club_now()' },
    text: { type: 'text' },
    demonstration: { type: 'boolean', default: false },
  } satisfies Required<EntitySchemaOptions<NoteRow>['columns']>,
  foreignKeys: [
    { name: 'note_agreement_id_fkey', target: 'agreement', columnNames: ['agreement_id'], referencedColumnNames: ['id'], onDelete: 'CASCADE' },
    { name: 'note_person_id_fkey', target: 'person', columnNames: ['person_id'], referencedColumnNames: ['id'], onDelete: 'CASCADE' },
    { name: 'note_account_id_fkey', target: 'account', columnNames: ['account_id'], referencedColumnNames: ['id'] },
  ],
  indices: [{ name: 'note_subject', columns: ['subject_id', 'at'], synchronize: false }, { name: 'note_agreement', columns: ['agreement_id', 'at'], synchronize: false }],
});
