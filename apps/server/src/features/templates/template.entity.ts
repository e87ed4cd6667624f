import type { TemplateState, WorkflowTemplate } from '@tawama/contracts';
import { EntitySchema, type EntitySchemaOptions } from 'typeorm';

/** A row of `template_version`: a definition that is edited while it is a draft, and never changes once it is published; a trigger sees to it. */
export type TemplateVersionRow = {
  id: string; key: string; version: number; definition: WorkflowTemplate; published_at: Date | null; state: TemplateState; revision: number; retired_at: Date | null;
};

export const templateVersionEntity = new EntitySchema<TemplateVersionRow>({
  name: 'template_version',
  columns: {
    id: { type: 'uuid', primary: true, default: () => 'new_id()', primaryKeyConstraintName: 'template_version_pkey' },
    key: { type: 'text' },
    version: { type: 'integer' },
    definition: { type: 'jsonb' },
    published_at: { type: 'timestamptz', nullable: true, default: () => 'club_now()' },
    state: { type: 'text', default: 'published' },
    revision: { type: 'integer', default: 1 },
    retired_at: { type: 'timestamptz', nullable: true },
  } satisfies Required<EntitySchemaOptions<TemplateVersionRow>['columns']>,
  uniques: [{ name: 'template_version_key_version_key', columns: ['key', 'version'] }],
  checks: [
    { name: 'template_version_state_check', expression: `state IN ('draft', 'published', 'retired')` },
    { name: 'template_version_published_check', expression: `(state = 'draft') = (published_at IS NULL)` },
    { name: 'template_version_retired_check', expression: `(state = 'retired') = (retired_at IS NOT NULL)` },
  ],
});
