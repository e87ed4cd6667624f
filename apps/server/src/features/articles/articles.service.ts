import { Injectable } from '@nestjs/common';
import type { Article, ArticleCreate, ArticlePatch, Coverage, ListQuery, Page } from '@tawama/contracts';
import { Database, type Tx } from '../../platform/db/database.js';
import { differences } from '../../platform/db/versioned.js';
import { Refusal } from '../../platform/http/refusal.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { AuditJournal } from '../audit/audit-journal.js';
import type { By } from '../plans/plan-command.js';
import { ArticlesStore, type ArticleChange } from './articles.store.js';
import { CoverageDesk } from './coverage-desk.js';

/** The articles of the signed texts: what was promised, and which steps and projects keep it. */
@Injectable()
export class ArticlesService {
  constructor(private readonly database: Database, private readonly store: ArticlesStore, private readonly desk: CoverageDesk, private readonly journal: AuditJournal) {}

  list(viewer: Viewer, query: ListQuery): Promise<Page<Article>> {
    return this.database.read((tx) => this.store.list(tx, query, viewer.agreementIds));
  }

  /** @throws Refusal `record/not-found`, also outside the viewer's scope */
  get(viewer: Viewer, id: string): Promise<Article> {
    return this.database.read((tx) => this.read(tx, id, viewer.agreementIds));
  }

  /** @throws Refusal `record/not-found`, also outside the viewer's scope */
  coverage(viewer: Viewer, agreementId: string): Promise<Coverage> {
    return this.database.read((tx) => this.desk.of(tx, agreementId, viewer.agreementIds));
  }

  /** @throws Refusal `record/duplicate` for a number that is taken; `request/invalid` for an agreement that is not there or outside the scope, and for steps and projects of others */
  create(by: By, given: ArticleCreate): Promise<Article> {
    return this.database.transaction(async (tx) => {
      if (!await this.store.isThere(tx, given.agreementId, by.scope)) throw refused('agreementId');
      await this.checkLinks(tx, given.agreementId, given);
      const id = await this.store.insert(tx, given, by.demonstration === true);
      await this.journal.record(tx, { actorId: by.actorId, action: 'article.create', subjectType: 'article', subjectId: id, agreementId: given.agreementId, after: given });
      return this.read(tx, id, by.scope);
    });
  }

  /** @throws Refusal `record/not-found`, `record/stale`, `record/duplicate`, `request/invalid` for steps and projects of others */
  change(viewer: Viewer, id: string, version: number, patch: ArticlePatch): Promise<Article> {
    return this.database.transaction(async (tx) => {
      const stored = await this.read(tx, id, viewer.agreementIds);
      const { before, after } = differences<ArticleChange>(stored, patch);
      await this.checkLinks(tx, stored.agreementId, after);
      await this.store.update(tx, stored, version, after, () => this.store.find(tx, id, viewer.agreementIds));
      if (Object.keys(after).length > 0) await this.journal.record(tx, { actorId: viewer.accountId, action: 'article.update', subjectType: 'article', subjectId: id, agreementId: stored.agreementId, before, after });
      return this.read(tx, id, viewer.agreementIds);
    });
  }

  /** @throws Refusal `record/not-found`, also outside the viewer's scope */
  delete(viewer: Viewer, id: string): Promise<Article> {
    return this.database.transaction(async (tx) => {
      const stored = await this.read(tx, id, viewer.agreementIds);
      await this.store.delete(tx, id);
      await this.journal.record(tx, { actorId: viewer.accountId, action: 'article.delete', subjectType: 'article', subjectId: id, agreementId: stored.agreementId, before: stored });
      return stored;
    });
  }

  private async checkLinks(tx: Tx, agreementId: string, { milestoneIds = [], projectIds = [] }: ArticleChange): Promise<void> {
    const belonging = await this.store.belonging(tx, agreementId, milestoneIds, projectIds);
    for (const [path, ids] of [['milestoneIds', milestoneIds], ['projectIds', projectIds]] as const) {
      const place = ids.findIndex((id) => !belonging.has(id));
      if (place >= 0) throw refused(`${path}.${place}`);
    }
  }

  private async read(tx: Tx, id: string, scope: readonly string[] | null): Promise<Article> {
    const article = await this.store.find(tx, id, scope);
    if (!article) throw new Refusal('record/not-found');
    return article;
  }
}

const refused = (path: string): Refusal => new Refusal('request/invalid', { fields: [{ path, code: 'record/not-found' }] });
