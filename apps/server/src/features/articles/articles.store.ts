import { Injectable } from '@nestjs/common';
import type { Article, ArticleCreate, articleList, ListQuery, Page, ProjectStatus } from '@tawama/contracts';
import { namedSearchText } from '@tawama/domain';
import type { EntityManager } from 'typeorm';
import { refusing } from '../../platform/db/constraints.js';
import { selectPage, type ListSource } from '../../platform/db/list-sql.js';
import { updateVersioned } from '../../platform/db/versioned.js';
import { Refusal } from '../../platform/http/refusal.js';

/** What is stored of an article itself, and what keeps it. */
export type ArticleChange = Partial<Omit<ArticleCreate, 'agreementId'>>;
/** A project that keeps an article. */
export interface LinkedProject { articleId: string; status: ProjectStatus; measured: boolean }

const COLUMNS = `t.id, t.version, t.agreement_id AS "agreementId", t.number, t.text, t.demonstration,
  ARRAY(SELECT l.milestone_id FROM article_milestone l JOIN milestone m ON m.id = l.milestone_id WHERE l.article_id = t.id ORDER BY m.place, m.id) AS "milestoneIds",
  ARRAY(SELECT l.project_id FROM article_project l WHERE l.article_id = t.id ORDER BY l.project_id) AS "projectIds"`;
/** Article 10 comes after article 9, whatever stands around the figures. */
const IN_ORDER = `coalesce(substring(t.number from '\\d{1,9}')::int, 0)`;

const LIST = {
  from: 'article t', select: COLUMNS, id: 't.id', search: 't.search_text', within: (ids) => `t.agreement_id = ANY(${ids})`,
  columns: { id: { sql: 't.id', type: 'uuid' }, agreementId: { sql: 't.agreement_id', type: 'uuid' }, number: { sql: 't.number', sort: IN_ORDER } },
} satisfies ListSource<typeof articleList>;

const taken = (): Refusal => new Refusal('record/duplicate', { fields: [{ path: 'number', code: 'record/duplicate' }] });
const TAKEN = { article_agreement_id_number_key: taken };

/** All SQL of the articles of the signed texts. */
@Injectable()
export class ArticlesStore {
  list(tx: EntityManager, query: ListQuery, scope: readonly string[] | null): Promise<Page<Article>> {
    return selectPage<Article>(tx, LIST, query, scope);
  }

  async find(tx: EntityManager, id: string, scope: readonly string[] | null): Promise<Article | undefined> {
    return (await tx.query<Article[]>(`SELECT ${COLUMNS} FROM article t WHERE t.id = $1 AND ($2::uuid[] IS NULL OR t.agreement_id = ANY($2::uuid[]))`, [id, scope]))[0];
  }

  /** The articles of one agreement, of all without one, in their order. */
  all(tx: EntityManager, agreementId: string | null, scope: readonly string[] | null): Promise<Article[]> {
    return tx.query<Article[]>(
      `SELECT ${COLUMNS} FROM article t WHERE ($1::uuid IS NULL OR t.agreement_id = $1) AND ($2::uuid[] IS NULL OR t.agreement_id = ANY($2::uuid[])) ORDER BY ${IN_ORDER}, t.number, t.id`, [agreementId, scope]);
  }

  async isThere(tx: EntityManager, agreementId: string, scope: readonly string[] | null): Promise<boolean> {
    const [row] = await tx.query<{ there: boolean }[]>('SELECT EXISTS (SELECT 1 FROM agreement WHERE id = $1 AND ($2::uuid[] IS NULL OR id = ANY($2::uuid[]))) AS there', [agreementId, scope]);
    return row?.there ?? false;
  }

  /** @throws Refusal `record/duplicate` for a number that the agreement has already */
  async insert(tx: EntityManager, { agreementId, number, text, milestoneIds, projectIds }: ArticleCreate, demonstration: boolean): Promise<string> {
    const [row] = await refusing(tx.query<{ id: string }[]>('INSERT INTO article (agreement_id, number, text, search_text, demonstration) VALUES ($1, $2, $3, $4, $5) RETURNING id',
      [agreementId, number, text, namedSearchText(text, [number]), demonstration]), TAKEN);
    if (!row) throw new Error('the new article has no id');
    await this.link(tx, row.id, milestoneIds, projectIds);
    return row.id;
  }

  /** @throws Refusal `record/stale`, `record/not-found`, `record/duplicate` */
  async update(tx: EntityManager, stored: Article, version: number, change: ArticleChange, current: () => Promise<unknown>): Promise<void> {
    const { milestoneIds, projectIds, number, text } = change;
    const linked = milestoneIds !== undefined || projectIds !== undefined;
    const named = number !== undefined || text !== undefined;
    // Links alone leave no column changed, and still are a change that a stale screen must learn of.
    const changes = { text, number: number ?? (linked ? stored.number : undefined), search_text: named ? namedSearchText(text ?? stored.text, [number ?? stored.number]) : undefined };
    await refusing(updateVersioned(tx, { table: 'article', id: stored.id, version, changes, current }), TAKEN);
    if (linked) await this.link(tx, stored.id, milestoneIds ?? stored.milestoneIds, projectIds ?? stored.projectIds);
  }

  async delete(tx: EntityManager, id: string): Promise<void> {
    await tx.query('DELETE FROM article WHERE id = $1', [id]);
  }

  /** Those of the given steps and projects that belong to the agreement. */
  async belonging(tx: EntityManager, agreementId: string, milestoneIds: readonly string[], projectIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT id FROM milestone WHERE agreement_id = $1 AND id = ANY($2::uuid[]) UNION ALL SELECT project_id FROM project_agreement WHERE agreement_id = $1 AND project_id = ANY($3::uuid[])`, [agreementId, milestoneIds, projectIds]);
    return new Set(rows.map(({ id }) => id));
  }

  projectsOf(tx: EntityManager, articleIds: readonly string[]): Promise<LinkedProject[]> {
    return tx.query<LinkedProject[]>(
      `SELECT l.article_id AS "articleId", p.status, EXISTS (SELECT 1 FROM project_measurement m WHERE m.project_id = p.id) AS measured
       FROM article_project l JOIN project p ON p.id = l.project_id WHERE l.article_id = ANY($1::uuid[])`, [articleIds]);
  }

  private async link(tx: EntityManager, id: string, milestoneIds: readonly string[], projectIds: readonly string[]): Promise<void> {
    await tx.query('DELETE FROM article_milestone WHERE article_id = $1', [id]);
    await tx.query('DELETE FROM article_project WHERE article_id = $1', [id]);
    await tx.query('INSERT INTO article_milestone (article_id, milestone_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING', [id, milestoneIds]);
    await tx.query('INSERT INTO article_project (article_id, project_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING', [id, projectIds]);
  }
}
