import type { LocalisedText } from '@tawama/contracts';
import { EntitySchema, type EntitySchemaOptions } from 'typeorm';

/** A row of `holiday`. */
export type HolidayRow = {
  id: string; version: number; country: string; name: LocalisedText; kind: string; month_day: string | null; on: string | null; certainty: string;
  source: string; search_text: string;
};

export const holidayEntity = new EntitySchema<HolidayRow>({
  name: 'holiday',
  columns: {
    id: { type: 'uuid', primary: true, default: () => 'new_id()', primaryKeyConstraintName: 'holiday_pkey' },
    version: { type: 'integer', default: 1 },
    country: { type: 'text' },
    name: { type: 'jsonb' },
    kind: { type: 'text' },
    month_day: { type: 'text', nullable: true },
    on: { type: 'date', nullable: true },
    certainty: { type: 'text' },
    source: { type: 'text' },
    search_text: { type: 'text', default: '' },
  } satisfies Required<EntitySchemaOptions<HolidayRow>['columns']>,
  checks: [
    { name: 'holiday_kind_check', expression: `kind IN ('fixed', 'hijri', 'exceptional')` },
    { name: 'holiday_certainty_check', expression: `certainty IN ('confirmed', 'estimated')` },
    { name: 'holiday_check', expression: `(kind = 'fixed') = (month_day IS NOT NULL) AND (kind = 'fixed') = ("on" IS NULL)` },
  ],
});
