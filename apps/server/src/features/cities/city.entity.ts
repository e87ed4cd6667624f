import type { LocalisedText } from '@tawama/contracts';
import { EntitySchema, type EntitySchemaOptions } from 'typeorm';

/** A row of `city`. */
export type CityRow = {
  id: string; version: number; key: string; name: LocalisedText; legal_name: LocalisedText | null; aliases: string[]; country: string; time_zone: string | null;
  weekend: number[]; language: string; role: string; identification: string; source: string; note: LocalisedText | null; latitude: number | null; longitude: number | null;
  search_text: string; demonstration: boolean;
};

export const cityEntity = new EntitySchema<CityRow>({
  name: 'city',
  columns: {
    id: { type: 'uuid', primary: true, default: () => 'new_id()', primaryKeyConstraintName: 'city_pkey' },
    version: { type: 'integer', default: 1 },
    key: { type: 'text' },
    name: { type: 'jsonb' },
    legal_name: { type: 'jsonb', nullable: true },
    aliases: { type: 'text', array: true, default: () => `'{}'` },
    country: { type: 'text' },
    time_zone: { type: 'text', nullable: true },
    weekend: { type: 'smallint', array: true, default: () => `'{6,7}'` },
    language: { type: 'text' },
    role: { type: 'text' },
    identification: { type: 'text' },
    source: { type: 'text' },
    note: { type: 'jsonb', nullable: true },
    latitude: { type: 'double precision', nullable: true },
    longitude: { type: 'double precision', nullable: true },
    search_text: { type: 'text', default: '' },
    demonstration: { type: 'boolean', default: false },
  } satisfies Required<EntitySchemaOptions<CityRow>['columns']>,
  uniques: [{ name: 'city_key_key', columns: ['key'] }],
  checks: [
    { name: 'city_language_check', expression: `language IN ('ar', 'fr', 'en')` },
    { name: 'city_weekend_check', expression: `weekend <@ '{1,2,3,4,5,6,7}' AND cardinality(weekend) < 7` },
    { name: 'city_role_check', expression: `role IN ('home', 'partner')` },
    { name: 'city_identification_check', expression: `identification IN ('established', 'probable', 'pending')` },
  ],
  indices: [{ name: 'city_search', columns: ['search_text'], synchronize: false }],
});
