import { Injectable } from '@nestjs/common';
import type { ListQuery, LocalisedText, Page, templateList, WorkflowTemplate } from '@tawama/contracts';
import type { Asked, Tx } from '../../platform/db/database.js';
import { selectPage, type ListSource } from '../../platform/db/list-sql.js';

export interface TemplateSummary { id: string; key: string; version: number; title: LocalisedText; agreementType: string; milestones: number; publishedAt: Date }

const LIST = {
  from: 'template_version t', id: 't.id',
  select: `t.id, t.key, t.version, t.definition->'title' AS title, t.definition->>'agreementType' AS "agreementType", jsonb_array_length(t.definition->'milestones') AS milestones, t.published_at AS "publishedAt"`,
  // How the club works is no secret of one agreement.
  within: null,
  columns: { id: { sql: 't.id', type: 'uuid' }, key: 't.key' },
} satisfies ListSource<typeof templateList>;

/** All SQL of the templates. */
@Injectable()
export class TemplatesStore {
  list(tx: Tx, query: ListQuery): Promise<Page<TemplateSummary>> {
    return selectPage<TemplateSummary>(tx, LIST, query, null);
  }

  /** Publishes a version unless it is there. */
  async publish(tx: Tx, template: WorkflowTemplate): Promise<void> {
    await tx.query('INSERT INTO template_version (key, version, definition) VALUES ($1, $2, $3) ON CONFLICT (key, version) DO NOTHING', [template.key, template.version, template]);
  }

  async find(tx: Asked, key: string, version: number): Promise<WorkflowTemplate | undefined> {
    return (await tx.query<{ definition: WorkflowTemplate }[]>('SELECT definition FROM template_version WHERE key = $1 AND version = $2', [key, version]))[0]?.definition;
  }

  async latestVersion(tx: Tx, key: string): Promise<number | null> {
    return (await tx.query<{ version: number | null }[]>('SELECT max(version) AS version FROM template_version WHERE key = $1', [key]))[0]?.version ?? null;
  }
}
