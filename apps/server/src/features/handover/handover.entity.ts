import { EntitySchema, type EntitySchemaOptions } from 'typeorm';

/** A row of `handover`: a mandate that ends, and who came after. */
export type HandoverRow = { id: string; person_id: string; mandate_ends_on: string; asked_on: string; successor_id: string | null; done_on: string | null };

export const handoverEntity = new EntitySchema<HandoverRow>({
  name: 'handover',
  columns: {
    id: { type: 'uuid', primary: true, default: () => 'new_id()', primaryKeyConstraintName: 'handover_pkey' },
    person_id: { type: 'uuid' },
    mandate_ends_on: { type: 'date' },
    asked_on: { type: 'date' },
    successor_id: { type: 'uuid', nullable: true },
    done_on: { type: 'date', nullable: true },
  } satisfies Required<EntitySchemaOptions<HandoverRow>['columns']>,
  uniques: [{ name: 'handover_person_id_mandate_ends_on_key', columns: ['person_id', 'mandate_ends_on'] }],
  foreignKeys: [
    { name: 'handover_person_id_fkey', target: 'person', columnNames: ['person_id'], referencedColumnNames: ['id'], onDelete: 'CASCADE' },
    { name: 'handover_successor_id_fkey', target: 'person', columnNames: ['successor_id'], referencedColumnNames: ['id'] },
  ],
});
