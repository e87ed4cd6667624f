import { Injectable } from '@nestjs/common';
import type { ListQuery, Milestone, Page } from '@tawama/contracts';
import { askedSides, evidenceLevelOf, sidesOf } from '@tawama/domain';
import { stageTitle } from '@tawama/messages';
import { definitionIn, graphOf } from '@tawama/workflow';
import { ClubClock } from '../../platform/clock.js';
import type { Asked, Tx } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import { TemplateLibrary } from '../templates/template-library.js';
import { MilestonesStore, type StoredMilestone } from './milestones.store.js';

/** Reads milestones as the API shows them: what is stored, joined with what the template says. */
@Injectable()
export class MilestoneDesk {
  constructor(private readonly store: MilestonesStore, private readonly templates: TemplateLibrary, private readonly clock: ClubClock) {}

  /** @param today the club's date, by which steps are late */
  async list(tx: Asked, query: ListQuery, scope: readonly string[] | null, today: string): Promise<Page<Milestone>> {
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

  /** Completes the rows in place: a page is a hundred thousand small copies otherwise in a busy minute. */
  private async show(tx: Asked, rows: readonly StoredMilestone[]): Promise<Milestone[]> {
    const templateOf = await this.templates.followedBy(tx, rows);
    return rows.map((row) => {
      const template = templateOf(row);
      const confirmations = { home: row.homeConfirmation, partner: row.partnerConfirmation };
      const definition = definitionIn(graphOf(template), row.key);
      const asked = askedSides(definition);
      return Object.assign(row, {
        stageTitle: stageTitle(template.stages, row.stage), confirmations, askedSides: [...asked], sides: sidesOf(confirmations, asked),
        evidence: definition?.evidence ?? null, certainty: definition?.certainty ?? 'confirmed', note: definition?.note ?? null,
        evidenceRule: definition?.proof ?? (definition?.evidence == null ? 'none' as const : 'declared' as const),
        evidenceLevel: evidenceLevelOf(row.proofLevel, row.status),
        // Of no interest to anybody outside.
        templateKey: undefined, templateVersion: undefined, proofLevel: undefined, homeConfirmation: undefined, partnerConfirmation: undefined,
      });
    });
  }
}
