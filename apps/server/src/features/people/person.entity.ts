import { EntitySchema, type EntitySchemaOptions } from 'typeorm';

/** A row of `person`. */
export type PersonRow = {
  id: string; version: number; name: string; email: string | null; language: string; time_zone: string | null; city_id: string; function: string;
  mandate_ends_on: string | null; active: boolean; search_text: string; demonstration: boolean;
};

export const personEntity = new EntitySchema<PersonRow>({
  name: 'person',
  columns: {
    id: { type: 'uuid', primary: true, default: () => 'new_id()', primaryKeyConstraintName: 'person_pkey' },
    version: { type: 'integer', default: 1 },
    name: { type: 'text' },
    email: { type: 'text', nullable: true },
    language: { type: 'text' },
    time_zone: { type: 'text', nullable: true },
    city_id: { type: 'uuid' },
    function: { type: 'text' },
    mandate_ends_on: { type: 'date', nullable: true },
    active: { type: 'boolean', default: true },
    search_text: { type: 'text', default: '' },
    demonstration: { type: 'boolean', default: false },
  } satisfies Required<EntitySchemaOptions<PersonRow>['columns']>,
  foreignKeys: [{ name: 'person_city_id_fkey', target: 'city', columnNames: ['city_id'], referencedColumnNames: ['id'] }],
  checks: [{ name: 'person_language_check', expression: `language IN ('ar', 'fr', 'en')` }],
  indices: [
    { name: 'person_email', columns: ['email'], unique: true, where: 'email IS NOT NULL' },
    { name: 'person_city', columns: ['city_id'] },
    { name: 'person_search', columns: ['search_text'], synchronize: false },
  ],
});
