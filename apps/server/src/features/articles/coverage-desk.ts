import { Injectable } from '@nestjs/common';
import type { Article, ArticleState, Coverage, ListQuery, Milestone } from '@tawama/contracts';
import { articleStateOf, coverageOf } from '@tawama/domain';
import { ClubClock } from '../../platform/clock.js';
import type { Tx } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import { MilestoneDesk } from '../milestones/milestone-desk.js';
import { ArticlesStore } from './articles.store.js';

const AT_ONCE = 200;

/** How much of the signed texts has become real. */
@Injectable()
export class CoverageDesk {
  constructor(private readonly store: ArticlesStore, private readonly milestones: MilestoneDesk, private readonly clock: ClubClock) {}

  /** @throws Refusal `record/not-found`, also outside the scope */
  async of(tx: Tx, agreementId: string, scope: readonly string[] | null): Promise<Coverage> {
    if (!await this.store.isThere(tx, agreementId, scope)) throw new Refusal('record/not-found');
    const articles = await this.store.all(tx, agreementId, scope);
    const states = await this.states(tx, articles, scope);
    return {
      agreementId, ...coverageOf([...states.values()]),
      articles: articles.flatMap(({ id, number, text }) => { const state = states.get(id); return state ? [{ id, number, text, state }] : []; }),
    };
  }

  /** The figures of every text inside the scope. */
  async figures(tx: Tx, scope: readonly string[] | null): Promise<{ articles: number; covered: number }> {
    const states = await this.states(tx, await this.store.all(tx, null, scope), scope);
    const { total, covered } = coverageOf([...states.values()]);
    return { articles: total, covered };
  }

  private async states(tx: Tx, articles: readonly Article[], scope: readonly string[] | null): Promise<Map<string, ArticleState>> {
    if (articles.length === 0) return new Map();
    const steps = await this.steps(tx, [...new Set(articles.flatMap(({ milestoneIds }) => milestoneIds))], scope);
    const projects = await this.store.projectsOf(tx, articles.map(({ id }) => id));
    return new Map(articles.map(({ id, milestoneIds }) => [id, articleStateOf({
      // What was done on the ground is shown by a report or a picture, though no template asks for it.
      steps: milestoneIds.flatMap((step) => { const found = steps.get(step); return found ? [{ status: found.status, evidenceLevel: found.evidenceLevel, expectsDocument: found.evidence !== null || found.projectId !== null }] : []; }),
      projects: projects.filter(({ articleId }) => articleId === id),
    })]));
  }

  private async steps(tx: Tx, ids: readonly string[], scope: readonly string[] | null): Promise<Map<string, Milestone>> {
    const today = await this.clock.today(tx);
    const steps = new Map<string, Milestone>();
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const query: ListQuery = { page: 1, perPage: AT_ONCE, sort: 'dueOn', order: 'asc', q: undefined, equals: { id: ids.slice(from, from + AT_ONCE) }, ranges: {} };
      for (const step of (await this.milestones.list(tx, query, scope, today)).data) steps.set(step.id, step);
    }
    return steps;
  }
}
