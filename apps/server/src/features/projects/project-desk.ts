import { Injectable } from '@nestjs/common';
import { PROJECT_STEPS, type LocalisedText, type ProjectStep } from '@tawama/contracts';
import { checkLeads, namedSearchText, projectStepKey, projectStepTitle, type PlanMilestone } from '@tawama/domain';
import { ClubClock } from '../../platform/clock.js';
import type { Tx } from '../../platform/db/database.js';
import { Refusal, unwrap } from '../../platform/http/refusal.js';
import { PlansStore } from '../plans/plans.store.js';
import { ProjectsStore } from './projects.store.js';

/** Who answers for a project, as far as somebody names them. */
export interface Leads { homeLeadId?: string | null | undefined; partnerLeadId?: string | null | undefined }

/** Looks up what the rules of projects need to know, and lays their steps down. */
@Injectable()
export class ProjectDesk {
  constructor(private readonly store: ProjectsStore, private readonly plans: PlansStore, private readonly clock: ClubClock) {}

  /**
   * Checks the agreements and the people of a project.
   * @throws Refusal `request/invalid` for agreements that are repeated, not there or outside the scope, and what `checkLeads` refuses
   */
  async check(tx: Tx, scope: readonly string[] | null, agreementIds: readonly string[], leads: Leads): Promise<void> {
    const agreements = new Map((await this.store.agreements(tx, agreementIds)).map((agreement) => [agreement.id, agreement]));
    agreementIds.forEach((id, place) => {
      if (!agreements.has(id) || (scope !== null && !scope.includes(id))) throw refused(`agreementIds.${place}`, 'record/not-found');
      if (agreementIds.indexOf(id) !== place) throw refused(`agreementIds.${place}`, 'record/duplicate');
    });
    const named = [leads.homeLeadId, leads.partnerLeadId].filter((id) => id !== null && id !== undefined);
    const [first] = agreementIds;
    const lead = first === undefined ? undefined : agreements.get(first);
    if (named.length === 0 || !lead) return;
    const cities = { homeCityId: lead.homeCityId, partnerCityIds: [...agreements.values()].flatMap(({ partnerCityIds }) => partnerCityIds) };
    unwrap(checkLeads(await this.plans.people(tx, cities, await this.clock.today(tx), named), leads));
  }

  /** Ids for a new project and for each of its steps. */
  async newIds(tx: Tx): Promise<{ id: string; idOf: (step: ProjectStep) => string }> {
    const [id = '', ...steps] = await this.plans.newIds(tx, PROJECT_STEPS.length + 1);
    return { id, idOf: (step) => steps[PROJECT_STEPS.indexOf(step)] ?? '' };
  }

  /** Writes the steps that the rules laid out, behind those that the plan has already. */
  async lay(tx: Tx, project: { id: string; agreementId: string; title: LocalisedText; demonstration: boolean }, steps: readonly PlanMilestone[], behind: number): Promise<void> {
    const stepOf = new Map(PROJECT_STEPS.map((step) => [projectStepKey(project.id, step), step]));
    await this.plans.insertMilestones(tx, project.agreementId, steps.flatMap((milestone, place) => {
      const step = stepOf.get(milestone.key);
      if (!step) return [];
      const title = projectStepTitle(step, project.title);
      return [{ ...milestone, number: '', place: behind + place, stage: 'implementation', title, searchText: namedSearchText(title) }];
    }));
    await this.store.claimSteps(tx, project.id, steps.map(({ id }) => id), project.demonstration);
  }
}

const refused = (path: string, code: 'record/not-found' | 'record/duplicate'): Refusal => new Refusal('request/invalid', { fields: [{ path, code }] });
