import { Injectable } from '@nestjs/common';
import type { ListQuery, Milestone, Page } from '@tawama/contracts';
import { graphOf } from '@tawama/workflow';
import { ClubClock } from '../../platform/clock.js';
import type { Tx } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import { TemplateLibrary } from '../templates/template-library.js';
import { MilestonesStore, type StoredMilestone } from './milestones.store.js';

/** Reads milestones as the API shows them: what is stored, joined with what the template says. */
@Injectable()
export class MilestoneDesk {
  constructor(private readonly store: MilestonesStore, private readonly templates: TemplateLibrary, private readonly clock: ClubClock) {}

  /** @param today the club's date, by which steps are late */
  async list(tx: Tx, query: ListQuery, scope: readonly string[] | null, today: string): Promise<Page<Milestone>> {
    const { data, ...totals } = await this.store.list(tx, query, scope, today);
    return { ...totals, data: await this.show(tx, data) };
  }

  /** @throws Refusal `record/not-found`, also outside the scope */
  async get(tx: Tx, id: string, scope: readonly string[] | null): Promise<Milestone> {
    const stored = await this.store.find(tx, id, scope, await this.clock.today(tx));
    const [milestone] = await this.show(tx, stored ? [stored] : []);
    if (!milestone) throw new Refusal('record/not-found');
    return milestone;
  }

  private async show(tx: Tx, rows: readonly StoredMilestone[]): Promise<Milestone[]> {
    const shown: Milestone[] = [];
    for (const { templateKey, templateVersion, ...row } of rows) {
      // Kept in memory: no query per row.
      const definition = graphOf(await this.templates.existing(tx, templateKey, templateVersion)).milestones.get(row.key);
      shown.push({
        ...row, projectId: null, axis: null, confirmations: { home: null, partner: null },
        evidence: definition?.evidence ?? null, certainty: definition?.certainty ?? 'confirmed', note: definition?.note ?? null,
        evidenceLevel: row.status === 'done' || row.status === 'submitted' ? 'declared' : 'none',
      });
    }
    return shown;
  }
}
