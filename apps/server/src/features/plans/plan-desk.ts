import { Injectable } from '@nestjs/common';
import { instantToIso, type Circumstances, type Plan } from '@tawama/domain';
import { ClubClock } from '../../platform/clock.js';
import type { Tx } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import { TemplateLibrary } from '../templates/template-library.js';
import { PlansStore } from './plans.store.js';

/** A plan under lock, with the versions that screens may show of it, and the world around it. */
export interface LockedPlan {
  plan: Plan; agreementVersion: number; milestoneVersions: ReadonlyMap<string, number>; circumstances: Circumstances;
  cities: { homeCityId: string; partnerCityIds: readonly string[] };
}

/** Which record a command is for. */
export type Target = { agreementId: string } | { milestoneId: string };

/** Lays the whole plan on the table, locked, as the rules want to see it. */
@Injectable()
export class PlanDesk {
  constructor(private readonly store: PlansStore, private readonly templates: TemplateLibrary, private readonly clock: ClubClock) {}

  /**
   * @param names ids of the people that the command names: a rule is told of nobody else
   * @throws Refusal `record/not-found`, also outside the scope
   */
  async lock(tx: Tx, target: Target, scope: readonly string[] | null, names: readonly string[]): Promise<LockedPlan> {
    const agreementId = 'agreementId' in target ? target.agreementId : await this.store.agreementOf(tx, target.milestoneId, scope);
    const agreement = agreementId === undefined ? undefined : await this.store.lock(tx, agreementId, scope);
    if (!agreement) throw new Refusal('record/not-found');
    const template = await this.templates.existing(tx, agreement.templateKey, agreement.templateVersion);
    const { events, leftBy } = await this.store.events(tx, agreement.id);
    const milestones = await this.store.milestones(tx, agreement.id);
    const started = agreement.remindersStartedAt;
    return {
      plan: {
        template, events, leftBy, milestones,
        agreement: { id: agreement.id, status: agreement.status, coordinatorId: agreement.coordinatorId, remindersStartedAt: started && started.toISOString(), statusOn: agreement.statusOn, statusReason: agreement.statusReason, statusBefore: agreement.statusBefore },
      },
      cities: { homeCityId: agreement.homeCityId, partnerCityIds: agreement.partnerCityIds },
      agreementVersion: agreement.version,
      milestoneVersions: new Map(milestones.map(({ id, version }) => [id, version])),
      circumstances: await this.circumstances(tx, agreement, names),
    };
  }

  /**
   * The club's date and time, and who there is on both sides of an agreement between these cities.
   * @param names ids of the only people that matter; null: all
   */
  async circumstances(tx: Tx, cities: { homeCityId: string; partnerCityIds: readonly string[] }, names: readonly string[] | null): Promise<Circumstances> {
    const today = await this.clock.today(tx);
    const now = await this.clock.now(tx);
    // A large club has thousands of people, and most commands name none of them.
    const people = names?.length === 0 ? [] : await this.store.people(tx, cities, today, names);
    return { today, now: instantToIso(now.getTime()), people };
  }
}
