import type { WorkflowTemplate } from '@tawama/contracts';
import { EntitySchema, type EntitySchemaOptions } from 'typeorm';

/** A row of `template_version`: a published definition, which never changes. */
export type TemplateVersionRow = { id: string; key: string; version: number; definition: WorkflowTemplate; published_at: Date };

export const templateVersionEntity = new EntitySchema<TemplateVersionRow>({
  name: 'template_version',
  columns: {
    id: { type: 'uuid', primary: true, default: () => 'new_id()', primaryKeyConstraintName: 'template_version_pkey' },
    key: { type: 'text' },
    version: { type: 'integer' },
    definition: { type: 'jsonb' },
    published_at: { type: 'timestamptz', default: () => 'club_now()' },
  } satisfies Required<EntitySchemaOptions<TemplateVersionRow>['columns']>,
  uniques: [{ name: 'template_version_key_version_key', columns: ['key', 'version'] }],
});
