import { Injectable } from '@nestjs/common';
import { instantToIso, laidOutUntil, type Circumstances, type Plan } from '@tawama/domain';
import { graphOf, type Calendars, type WorkflowTemplate } from '@tawama/workflow';
import { ClubClock } from '../../platform/clock.js';
import type { Tx } from '../../platform/db/database.js';
import { groupBy } from '../../platform/group-by.js';
import { Refusal } from '../../platform/http/refusal.js';
import { PlanCalendars } from '../calendars/plan-calendars.js';
import { TemplateLibrary } from '../templates/template-library.js';
import { NOTHING_RECORDED, PlansStore, type RecordedEvents, type StoredAgreement, type VersionedMilestone } from './plans.store.js';

type Parties = { homeCityId: string; partnerCityIds: readonly string[] };

/** A plan under lock, with the versions that screens may show of it, and the world around it. */
export interface LockedPlan {
  plan: Plan; agreementVersion: number; milestoneVersions: ReadonlyMap<string, number>; circumstances: Circumstances;
  cities: Parties;
}

/** Which record a command is for. */
export type Target = { agreementId: string } | { milestoneId: string };

/** Lays the whole plan on the table, locked, as the rules want to see it. */
@Injectable()
export class PlanDesk {
  constructor(private readonly store: PlansStore, private readonly templates: TemplateLibrary, private readonly calendars: PlanCalendars, private readonly clock: ClubClock) {}

  /**
   * @param names ids of the people that the command names: a rule is told of nobody else
   * @throws Refusal `record/not-found`, also outside the scope
   */
  async lock(tx: Tx, target: Target, scope: readonly string[] | null, names: readonly string[]): Promise<LockedPlan> {
    const agreementId = 'agreementId' in target ? target.agreementId : await this.store.agreementOf(tx, target.milestoneId, scope);
    const agreement = agreementId === undefined ? undefined : await this.store.lock(tx, agreementId, scope);
    if (!agreement) throw new Refusal('record/not-found');
    const recorded = await this.store.events(tx, agreement.id);
    const milestones = await this.store.milestones(tx, agreement.id);
    const circumstances = await this.circumstances(tx, agreement, names);
    return {
      plan: await this.planOf(tx, agreement, recorded, milestones, circumstances.today),
      cities: { homeCityId: agreement.homeCityId, partnerCityIds: agreement.partnerCityIds },
      agreementVersion: agreement.version,
      milestoneVersions: new Map(milestones.map(({ id, version }) => [id, version])),
      circumstances,
    };
  }

  /** The plans as they are stored at this moment, not locked. */
  async look(tx: Tx, ids: readonly string[], today: string): Promise<Plan[]> {
    const agreements = await this.store.agreements(tx, ids);
    const recorded = await this.store.eventsOf(tx, ids);
    const milestones = groupBy(await this.store.milestonesOf(tx, ids), ({ agreementId }) => agreementId);
    const plans: Plan[] = [];
    for (const agreement of agreements) plans.push(await this.planOf(tx, agreement, recorded.get(agreement.id) ?? NOTHING_RECORDED, milestones.get(agreement.id) ?? [], today));
    return plans;
  }

  /** The version that a new agreement of this template follows; undefined when there is none. */
  newest(tx: Tx, templateKey: string): Promise<WorkflowTemplate | undefined> {
    return this.templates.latest(tx, templateKey);
  }

  /** What due rules of this template are counted with between these cities; undefined where none is counted with any. */
  async calendarsFor(tx: Tx, template: WorkflowTemplate, cities: Parties): Promise<Calendars | undefined> {
    return graphOf(template).needsCalendars ? this.calendars.of(tx, cities) : undefined;
  }

  /**
   * The club's date and time, and who there is on both sides of an agreement between these cities.
   * @param names ids of the only people that matter; null: all
   * @param seenOn the day on which the people are looked at; undefined: today
   */
  async circumstances(tx: Tx, cities: Parties, names: readonly string[] | null, seenOn?: string): Promise<Circumstances> {
    const today = await this.clock.today(tx);
    const now = await this.clock.now(tx);
    // A large club has thousands of people, and most commands name none of them.
    const people = names?.length === 0 ? [] : await this.store.people(tx, cities, seenOn ?? today, names);
    return { today, now: instantToIso(now.getTime()), people };
  }

  private async planOf(tx: Tx, agreement: StoredAgreement, { events, leftBy }: RecordedEvents, milestones: readonly VersionedMilestone[], today: string): Promise<Plan> {
    const { id, status, coordinatorId, remindersStartedAt: started, statusOn, statusReason, statusBefore, repeatsFrom } = agreement;
    const template = await this.templates.existing(tx, agreement.templateKey, agreement.templateVersion);
    return {
      template, events, leftBy, milestones,
      agreement: { id, status, coordinatorId, remindersStartedAt: started && started.toISOString(), statusOn, statusReason, statusBefore, repeatsFrom },
      calendars: await this.calendarsFor(tx, template, agreement), laidOutUntil: laidOutUntil(today),
    };
  }
}
