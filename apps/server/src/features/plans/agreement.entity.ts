import type { LocalisedText, VitalityReason } from '@tawama/contracts';
import { EntitySchema, type EntitySchemaOptions } from 'typeorm';

/** A row of `agreement`. */
export type AgreementRow = {
  id: string; version: number; type: string; status: string; title: LocalisedText; home_city_id: string; coordinator_id: string | null;
  template_key: string; template_version: number; reminders_started_at: Date | null; status_on: string | null; status_reason: string | null; status_before: string | null; repeats_from: string | null; note: LocalisedText | null; source: string | null;
  vitality_level: string | null; vitality_reason: VitalityReason | null; vitality_on: string | null; dormant_since: string | null;
  search_text: string; demonstration: boolean; created_at: Date;
};

export const agreementEntity = new EntitySchema<AgreementRow>({
  name: 'agreement',
  columns: {
    id: { type: 'uuid', primary: true, default: () => 'new_id()', primaryKeyConstraintName: 'agreement_pkey' },
    version: { type: 'integer', default: 1 },
    type: { type: 'text' },
    status: { type: 'text' },
    title: { type: 'jsonb' },
    home_city_id: { type: 'uuid' },
    coordinator_id: { type: 'uuid', nullable: true },
    template_key: { type: 'text' },
    template_version: { type: 'integer' },
    reminders_started_at: { type: 'timestamptz', nullable: true },
    status_on: { type: 'date', nullable: true },
    status_reason: { type: 'text', nullable: true },
    status_before: { type: 'text', nullable: true },
    repeats_from: { type: 'date', nullable: true },
    note: { type: 'jsonb', nullable: true },
    source: { type: 'text', nullable: true },
    vitality_level: { type: 'text', nullable: true },
    vitality_reason: { type: 'jsonb', nullable: true },
    vitality_on: { type: 'date', nullable: true },
    dormant_since: { type: 'date', nullable: true },
    search_text: { type: 'text', default: '' },
    demonstration: { type: 'boolean', default: false },
    created_at: { type: 'timestamptz', default: () => 'club_now()' },
  } satisfies Required<EntitySchemaOptions<AgreementRow>['columns']>,
  checks: [
    { name: 'agreement_type_check', expression: `type IN ('twinning', 'friendship', 'memorandum', 'chamber')` },
    { name: 'agreement_status_check', expression: `status IN ('preparing', 'active', 'suspended', 'completed', 'terminated', 'expired')` },
    { name: 'agreement_status_before_check', expression: `status_before IN ('preparing', 'active')` },
    { name: 'agreement_vitality_level_check', expression: `vitality_level IN ('active', 'watch', 'struggling', 'dormant')` },
  ],
  foreignKeys: [
    { name: 'agreement_home_city_id_fkey', target: 'city', columnNames: ['home_city_id'], referencedColumnNames: ['id'] },
    { name: 'agreement_coordinator_id_fkey', target: 'person', columnNames: ['coordinator_id'], referencedColumnNames: ['id'] },
    { name: 'agreement_template_key_template_version_fkey', target: 'template_version', columnNames: ['template_key', 'template_version'], referencedColumnNames: ['key', 'version'] },
  ],
  indices: [{ name: 'agreement_status', columns: ['status'] }, { name: 'agreement_search', columns: ['search_text'], synchronize: false }],
});

/** A row of `agreement_partner`: a partner city, in the order in which the convention names them. */
export type AgreementPartnerRow = { agreement_id: string; city_id: string; place: number };

export const agreementPartnerEntity = new EntitySchema<AgreementPartnerRow>({
  name: 'agreement_partner',
  columns: {
    agreement_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'agreement_partner_pkey' },
    city_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'agreement_partner_pkey' },
    place: { type: 'integer' },
  } satisfies Required<EntitySchemaOptions<AgreementPartnerRow>['columns']>,
  foreignKeys: [
    { name: 'agreement_partner_agreement_id_fkey', target: 'agreement', columnNames: ['agreement_id'], referencedColumnNames: ['id'], onDelete: 'CASCADE' },
    { name: 'agreement_partner_city_id_fkey', target: 'city', columnNames: ['city_id'], referencedColumnNames: ['id'] },
  ],
  indices: [{ name: 'agreement_partner_city', columns: ['city_id'] }],
});

/** A row of `agreement_event`: one recorded date of reference, and the step whose acceptance recorded it; null: it was recorded by itself. */
export type AgreementEventRow = { agreement_id: string; key: string; on: string; note: string | null; demonstration: boolean; milestone_id: string | null };

export const agreementEventEntity = new EntitySchema<AgreementEventRow>({
  name: 'agreement_event',
  columns: {
    agreement_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'agreement_event_pkey' },
    key: { type: 'text', primary: true, primaryKeyConstraintName: 'agreement_event_pkey' },
    on: { type: 'date' },
    note: { type: 'text', nullable: true },
    demonstration: { type: 'boolean', default: false },
    milestone_id: { type: 'uuid', nullable: true },
  } satisfies Required<EntitySchemaOptions<AgreementEventRow>['columns']>,
  foreignKeys: [
    { name: 'agreement_event_agreement_id_fkey', target: 'agreement', columnNames: ['agreement_id'], referencedColumnNames: ['id'], onDelete: 'CASCADE' },
    { name: 'agreement_event_milestone_id_fkey', target: 'milestone', columnNames: ['milestone_id'], referencedColumnNames: ['id'], onDelete: 'SET NULL' },
  ],
});
