import type { LocalisedText } from '@tawama/contracts';
import { EntitySchema, type EntitySchemaOptions } from 'typeorm';

/** A row of `project`. */
export type ProjectRow = {
  id: string; version: number; axis: string; title: LocalisedText; place: string | null; status: string; starts_on: string | null; ends_on: string | null; budget: object | null;
  beneficiaries_planned: number | null; beneficiaries_reached: number | null; indicator: object | null; home_lead_id: string | null; partner_lead_id: string | null;
  note: LocalisedText | null; search_text: string; demonstration: boolean;
};

export const projectEntity = new EntitySchema<ProjectRow>({
  name: 'project',
  columns: {
    id: { type: 'uuid', primary: true, default: () => 'new_id()', primaryKeyConstraintName: 'project_pkey' },
    version: { type: 'integer', default: 1 },
    axis: { type: 'text' },
    title: { type: 'jsonb' },
    place: { type: 'text', nullable: true },
    status: { type: 'text' },
    starts_on: { type: 'date', nullable: true },
    ends_on: { type: 'date', nullable: true },
    budget: { type: 'jsonb', nullable: true },
    beneficiaries_planned: { type: 'integer', nullable: true },
    beneficiaries_reached: { type: 'integer', nullable: true },
    indicator: { type: 'jsonb', nullable: true },
    home_lead_id: { type: 'uuid', nullable: true },
    partner_lead_id: { type: 'uuid', nullable: true },
    note: { type: 'jsonb', nullable: true },
    search_text: { type: 'text', default: '' },
    demonstration: { type: 'boolean', default: false },
  } satisfies Required<EntitySchemaOptions<ProjectRow>['columns']>,
  checks: [
    { name: 'project_axis_check', expression: `axis IN ('economy', 'environment', 'governance', 'culture', 'science')` },
    { name: 'project_status_check', expression: `status IN ('planned', 'running', 'completed', 'stopped')` },
  ],
  foreignKeys: [
    { name: 'project_home_lead_id_fkey', target: 'person', columnNames: ['home_lead_id'], referencedColumnNames: ['id'] },
    { name: 'project_partner_lead_id_fkey', target: 'person', columnNames: ['partner_lead_id'], referencedColumnNames: ['id'] },
  ],
});

/** A row of `project_agreement`: an agreement that a project serves, in order; the first one leads. */
export type ProjectAgreementRow = { project_id: string; agreement_id: string; place: number };

export const projectAgreementEntity = new EntitySchema<ProjectAgreementRow>({
  name: 'project_agreement',
  columns: {
    project_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'project_agreement_pkey' },
    agreement_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'project_agreement_pkey' },
    place: { type: 'integer' },
  } satisfies Required<EntitySchemaOptions<ProjectAgreementRow>['columns']>,
  foreignKeys: [
    { name: 'project_agreement_project_id_fkey', target: 'project', columnNames: ['project_id'], referencedColumnNames: ['id'], onDelete: 'CASCADE' },
    { name: 'project_agreement_agreement_id_fkey', target: 'agreement', columnNames: ['agreement_id'], referencedColumnNames: ['id'], onDelete: 'CASCADE' },
  ],
  indices: [{ name: 'project_agreement_agreement', columns: ['agreement_id'] }],
});

/** A row of `project_measurement`: what the indicator was on a day. */
export type ProjectMeasurementRow = { id: string; project_id: string; on: string; value: number; note: string | null; demonstration: boolean };

export const projectMeasurementEntity = new EntitySchema<ProjectMeasurementRow>({
  name: 'project_measurement',
  columns: {
    id: { type: 'uuid', primary: true, default: () => 'new_id()', primaryKeyConstraintName: 'project_measurement_pkey' },
    project_id: { type: 'uuid' },
    on: { type: 'date' },
    value: { type: 'double precision' },
    note: { type: 'text', nullable: true },
    demonstration: { type: 'boolean', default: false },
  } satisfies Required<EntitySchemaOptions<ProjectMeasurementRow>['columns']>,
  uniques: [{ name: 'project_measurement_project_id_on_key', columns: ['project_id', 'on'] }],
  foreignKeys: [{ name: 'project_measurement_project_id_fkey', target: 'project', columnNames: ['project_id'], referencedColumnNames: ['id'], onDelete: 'CASCADE' }],
});
