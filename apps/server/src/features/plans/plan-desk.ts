import { Injectable } from '@nestjs/common';
import { instantToIso, planOf, type Circumstances, type Plan } from '@tawama/domain';
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

/** The rows of a plan. */
export interface KeptPlan { agreement: StoredAgreement; recorded: RecordedEvents; milestones: readonly (VersionedMilestone & { agreementId: string })[]; template: WorkflowTemplate }

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
    const [locked] = await this.onTheTable(tx, [agreement], await this.circumstances(tx, agreement, names));
    if (!locked) throw new Refusal('record/not-found');
    return locked;
  }

  /** Many plans at once, in the order of their ids, for rules that name nobody; what is gone meanwhile is left out. */
  async lockAll(tx: Tx, ids: readonly string[]): Promise<LockedPlan[]> {
    return this.onTheTable(tx, await this.store.lockAll(tx, ids), { ...await this.moment(tx), people: [] });
  }

  /** The plans as they are stored at this moment, not locked. */
  async look(tx: Tx, ids: readonly string[], today: string): Promise<Plan[]> {
    return (await this.plansOf(tx, await this.store.agreements(tx, ids), today)).map(({ plan }) => plan);
  }

  private async onTheTable(tx: Tx, agreements: readonly StoredAgreement[], circumstances: Circumstances): Promise<LockedPlan[]> {
    return (await this.plansOf(tx, agreements, circumstances.today)).map(({ plan, agreement: { homeCityId, partnerCityIds, version }, milestones }) => ({
      plan, cities: { homeCityId, partnerCityIds }, agreementVersion: version, milestoneVersions: new Map(milestones.map((one) => [one.id, one.version])), circumstances,
    }));
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
   */
  async circumstances(tx: Tx, cities: Parties, names: readonly string[] | null): Promise<Circumstances> {
    const moment = await this.moment(tx);
    // A large club has thousands of people, and most commands name none of them.
    return { ...moment, people: names?.length === 0 ? [] : await this.store.people(tx, cities, moment.today, names) };
  }

  private async moment(tx: Tx): Promise<Pick<Circumstances, 'today' | 'now'>> {
    const now = await this.clock.now(tx);
    return { today: this.clock.dateAt(now), now: instantToIso(now.getTime()) };
  }

  /**
   * What is kept of a plan at this moment, not locked, with the template that it follows.
   * @throws Refusal `record/not-found`, also outside the scope
   */
  async kept(tx: Tx, id: string, scope: readonly string[] | null): Promise<KeptPlan> {
    const [agreement] = await this.store.agreements(tx, [id]);
    if (!agreement || (scope !== null && !scope.includes(agreement.id))) throw new Refusal('record/not-found');
    const [recorded, milestones] = [await this.store.events(tx, agreement.id), await this.store.milestonesOf(tx, [agreement.id])];
    return { agreement, recorded, milestones, template: await this.templates.existing(tx, agreement.templateKey, agreement.templateVersion) };
  }

  /** What is kept of these agreements as plans, in their order. */
  private async plansOf(tx: Tx, agreements: readonly StoredAgreement[], today: string): Promise<PlanOfAgreement[]> {
    const ids = agreements.map(({ id }) => id);
    const recorded = await this.store.eventsOf(tx, ids);
    const steps = groupBy(await this.store.milestonesOf(tx, ids), ({ agreementId }) => agreementId);
    const templateOf = await this.templates.followedBy(tx, agreements);
    const counting = agreements.filter((agreement) => graphOf(templateOf(agreement)).needsCalendars);
    const calendars = await this.calendars.ofAll(tx, counting);
    const calendarsOf = new Map(counting.map(({ id }, place) => [id, calendars[place]]));
    return agreements.map((agreement) => {
      const milestones = steps.get(agreement.id) ?? [];
      const { remindersStartedAt: started } = agreement;
      return {
        agreement, milestones,
        plan: planOf({ template: templateOf(agreement), ...recorded.get(agreement.id) ?? NOTHING_RECORDED, milestones, today, calendars: calendarsOf.get(agreement.id), agreement: { ...agreement, remindersStartedAt: started && started.toISOString() } }),
      };
    });
  }
}

interface PlanOfAgreement { agreement: StoredAgreement; milestones: readonly VersionedMilestone[]; plan: Plan }
