import type { Confirmation, LocalisedText } from '@tawama/contracts';
import { EntitySchema, type EntitySchemaOptions } from 'typeorm';

/** A row of `milestone`: one dated step of an agreement. */
export type MilestoneRow = {
  id: string; version: number; agreement_id: string; key: string; number: string; place: number; stage: string; title: LocalisedText; status: string;
  due_on: string | null; provisional: boolean; original_due_on: string | null; pinned: boolean; owner_id: string | null; counterpart_id: string | null;
  assigned_on: string | null; waiting_on: string | null; started_on: string | null; done_on: string | null; statement: string | null; cycle_no: number;
  search_text: string; demonstration: boolean; project_id: string | null; proof_level: string; home_confirmation: Confirmation | null; partner_confirmation: Confirmation | null;
};

export const milestoneEntity = new EntitySchema<MilestoneRow>({
  name: 'milestone',
  columns: {
    id: { type: 'uuid', primary: true, default: () => 'new_id()', primaryKeyConstraintName: 'milestone_pkey' },
    version: { type: 'integer', default: 1 },
    agreement_id: { type: 'uuid' },
    key: { type: 'text' },
    number: { type: 'text' },
    place: { type: 'integer' },
    stage: { type: 'text' },
    title: { type: 'jsonb' },
    status: { type: 'text' },
    due_on: { type: 'date', nullable: true },
    provisional: { type: 'boolean', default: false },
    original_due_on: { type: 'date', nullable: true },
    pinned: { type: 'boolean', default: false },
    owner_id: { type: 'uuid', nullable: true },
    counterpart_id: { type: 'uuid', nullable: true },
    assigned_on: { type: 'date', nullable: true },
    waiting_on: { type: 'text', nullable: true },
    started_on: { type: 'date', nullable: true },
    done_on: { type: 'date', nullable: true },
    statement: { type: 'text', nullable: true },
    cycle_no: { type: 'integer', default: 0 },
    search_text: { type: 'text', default: '' },
    demonstration: { type: 'boolean', default: false },
    proof_level: { type: 'text', default: 'none' },
    home_confirmation: { type: 'jsonb', nullable: true },
    partner_confirmation: { type: 'jsonb', nullable: true },
    project_id: { type: 'uuid', nullable: true },
  } satisfies Required<EntitySchemaOptions<MilestoneRow>['columns']>,
  uniques: [{ name: 'milestone_agreement_id_key_key', columns: ['agreement_id', 'key'] }],
  checks: [{ name: 'milestone_status_check', expression: `status IN ('planned', 'open', 'submitted', 'done', 'blocked', 'notApplicable', 'cancelled')` }, { name: 'milestone_proof_level_check', expression: `proof_level IN ('none', 'declared', 'documented', 'confirmedByBoth', 'seenOnSite')` }],
  foreignKeys: [
    { name: 'milestone_agreement_id_fkey', target: 'agreement', columnNames: ['agreement_id'], referencedColumnNames: ['id'], onDelete: 'CASCADE' },
    { name: 'milestone_owner_id_fkey', target: 'person', columnNames: ['owner_id'], referencedColumnNames: ['id'] },
    { name: 'milestone_counterpart_id_fkey', target: 'person', columnNames: ['counterpart_id'], referencedColumnNames: ['id'] },
    { name: 'milestone_project_id_fkey', target: 'project', columnNames: ['project_id'], referencedColumnNames: ['id'], onDelete: 'CASCADE' },
  ],
  indices: [
    { name: 'milestone_due', columns: ['due_on', 'id'] },
    { name: 'milestone_unfinished', columns: ['due_on', 'id', 'status'], where: `status IN ('open', 'blocked')` },
    { name: 'milestone_status', columns: ['status', 'due_on', 'id'] },
    { name: 'milestone_agreement_unfinished', columns: ['agreement_id', 'due_on'], where: `status IN ('open', 'blocked')` },
    { name: 'milestone_owner', columns: ['owner_id', 'due_on'], where: `status IN ('open', 'blocked', 'submitted')` },
    { name: 'milestone_counterpart', columns: ['counterpart_id'] },
    { name: 'milestone_project', columns: ['project_id'], where: 'project_id IS NOT NULL' },
    { name: 'milestone_search', columns: ['search_text'], synchronize: false },
  ],
});
