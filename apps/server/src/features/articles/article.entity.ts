import type { LocalisedText } from '@tawama/contracts';
import { EntitySchema, type EntitySchemaOptions } from 'typeorm';

/** A row of `article`: an article of an agreement's signed text. */
export type ArticleRow = { id: string; version: number; agreement_id: string; number: string; text: LocalisedText; search_text: string; demonstration: boolean };

export const articleEntity = new EntitySchema<ArticleRow>({
  name: 'article',
  columns: {
    id: { type: 'uuid', primary: true, default: () => 'new_id()', primaryKeyConstraintName: 'article_pkey' },
    version: { type: 'integer', default: 1 },
    agreement_id: { type: 'uuid' },
    number: { type: 'text' },
    text: { type: 'jsonb' },
    search_text: { type: 'text', default: '' },
    demonstration: { type: 'boolean', default: false },
  } satisfies Required<EntitySchemaOptions<ArticleRow>['columns']>,
  uniques: [{ name: 'article_agreement_id_number_key', columns: ['agreement_id', 'number'] }],
  foreignKeys: [{ name: 'article_agreement_id_fkey', target: 'agreement', columnNames: ['agreement_id'], referencedColumnNames: ['id'], onDelete: 'CASCADE' }],
});

/** A row of `article_milestone`: a step that keeps the article. */
export type ArticleMilestoneRow = { article_id: string; milestone_id: string };

export const articleMilestoneEntity = new EntitySchema<ArticleMilestoneRow>({
  name: 'article_milestone',
  columns: {
    article_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'article_milestone_pkey' },
    milestone_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'article_milestone_pkey' },
  } satisfies Required<EntitySchemaOptions<ArticleMilestoneRow>['columns']>,
  foreignKeys: [
    { name: 'article_milestone_article_id_fkey', target: 'article', columnNames: ['article_id'], referencedColumnNames: ['id'], onDelete: 'CASCADE' },
    { name: 'article_milestone_milestone_id_fkey', target: 'milestone', columnNames: ['milestone_id'], referencedColumnNames: ['id'], onDelete: 'CASCADE' },
  ],
  indices: [{ name: 'article_milestone_milestone', columns: ['milestone_id'] }],
});

/** A row of `article_project`: a project that keeps the article. */
export type ArticleProjectRow = { article_id: string; project_id: string };

export const articleProjectEntity = new EntitySchema<ArticleProjectRow>({
  name: 'article_project',
  columns: {
    article_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'article_project_pkey' },
    project_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'article_project_pkey' },
  } satisfies Required<EntitySchemaOptions<ArticleProjectRow>['columns']>,
  foreignKeys: [
    { name: 'article_project_article_id_fkey', target: 'article', columnNames: ['article_id'], referencedColumnNames: ['id'], onDelete: 'CASCADE' },
    { name: 'article_project_project_id_fkey', target: 'project', columnNames: ['project_id'], referencedColumnNames: ['id'], onDelete: 'CASCADE' },
  ],
  indices: [{ name: 'article_project_project', columns: ['project_id'] }],
});
