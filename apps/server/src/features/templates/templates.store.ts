import { Injectable } from '@nestjs/common';
import type { ListQuery, Page, templateList, TemplateSummary, WorkflowTemplate } from '@tawama/contracts';
import type { Asked, Tx } from '../../platform/db/database.js';
import { selectPage, type ListSource } from '../../platform/db/list-sql.js';

const LIFE = `t.id, t.key, t.version, t.revision, t.state, t.published_at AS "publishedAt", t.retired_at AS "retiredAt"`;

const named = (list: 'stages' | 'events'): string => `(SELECT jsonb_agg(jsonb_build_object('key', one->'key', 'title', one->'title') ORDER BY place) FROM jsonb_array_elements(t.definition->'${list}') WITH ORDINALITY AS of_it (one, place)) AS ${list}`;

const LIST = {
  from: 'template_version t', id: 't.id',
  select: `${LIFE}, t.definition->'title' AS title, t.definition->>'agreementType' AS "agreementType", jsonb_array_length(t.definition->'milestones') AS milestones,
    t.definition->'opening' AS opening, ${named('stages')}, ${named('events')}`,
  // How the club works is no secret of one agreement.
  within: null,
  columns: { id: { sql: 't.id', type: 'uuid' }, key: 't.key', version: 't.version', state: 't.state' },
} satisfies ListSource<typeof templateList>;

/** One stored version: where it stands in life, and its definition as it was written. */
export type StoredVersion = Pick<TemplateSummary, 'id' | 'key' | 'version' | 'revision' | 'state' | 'publishedAt' | 'retiredAt'> & { definition: WorkflowTemplate };

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

  /** What agreements may follow: a version that was published, retired or not. */
  async find(tx: Asked, key: string, version: number): Promise<WorkflowTemplate | undefined> {
    return (await tx.query<{ definition: WorkflowTemplate }[]>(`SELECT definition FROM template_version WHERE key = $1 AND version = $2 AND state <> 'draft'`, [key, version]))[0]?.definition;
  }

  async isPublished(tx: Asked, key: string, version: number): Promise<boolean> {
    return (await tx.query<unknown[]>(`SELECT 1 FROM template_version WHERE key = $1 AND version = $2 AND state = 'published'`, [key, version])).length > 0;
  }

  /** The newest version that new agreements are opened with. */
  async latestVersion(tx: Tx, key: string): Promise<number | null> {
    return (await tx.query<{ version: number | null }[]>(`SELECT max(version) AS version FROM template_version WHERE key = $1 AND state = 'published'`, [key]))[0]?.version ?? null;
  }

  /** One version in whatever state. */
  async stored(tx: Tx, key: string, version: number): Promise<StoredVersion | undefined> {
    return (await tx.query<StoredVersion[]>(`SELECT ${LIFE}, t.definition FROM template_version t WHERE t.key = $1 AND t.version = $2`, [key, version]))[0];
  }

  /** The same, held until the end of the transaction. */
  async held(tx: Tx, key: string, version: number): Promise<StoredVersion | undefined> {
    return (await tx.query<StoredVersion[]>(`SELECT ${LIFE}, t.definition FROM template_version t WHERE t.key = $1 AND t.version = $2 FOR UPDATE`, [key, version]))[0];
  }

  /** The number after the highest; whoever asks for the same template waits until this transaction has used it. */
  async nextVersion(tx: Tx, key: string): Promise<number> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('template_version'), hashtext($1))`, [key]);
    return (await tx.query<{ next: number }[]>('SELECT coalesce(max(version), 0) + 1 AS next FROM template_version WHERE key = $1', [key]))[0]?.next ?? 1;
  }

  async insertDraft(tx: Tx, template: WorkflowTemplate): Promise<string> {
    const [row] = await tx.query<{ id: string }[]>(`INSERT INTO template_version (key, version, definition, state, published_at) VALUES ($1, $2, $3, 'draft', NULL) RETURNING id`, [template.key, template.version, template]);
    if (!row) throw new Error('the new draft has no id');
    return row.id;
  }

  async saveDraft(tx: Tx, id: string, definition: WorkflowTemplate): Promise<void> {
    await tx.query('UPDATE template_version SET definition = $2, revision = revision + 1 WHERE id = $1', [id, definition]);
  }

  async publishDraft(tx: Tx, id: string): Promise<void> {
    await tx.query(`UPDATE template_version SET state = 'published', published_at = club_now(), revision = revision + 1 WHERE id = $1`, [id]);
  }

  async retire(tx: Tx, id: string): Promise<void> {
    await tx.query(`UPDATE template_version SET state = 'retired', retired_at = club_now(), revision = revision + 1 WHERE id = $1`, [id]);
  }

  async deleteDraft(tx: Tx, id: string): Promise<void> {
    await tx.query('DELETE FROM template_version WHERE id = $1', [id]);
  }
}
