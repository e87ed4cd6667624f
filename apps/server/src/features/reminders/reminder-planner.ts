import { Inject, Injectable } from '@nestjs/common';
import { planReminders, type ReminderPlan, type ZoneTable } from '@tawama/domain';
import type { Tx } from '../../platform/db/database.js';
import { Env } from '../../platform/env.js';
import { groupBy } from '../../platform/group-by.js';
import { ZONES } from '../../platform/zones.js';
import { PlanStore, type AgreementParties, type Followers, type PlannedAgreement, type PlannedMilestone } from './plan.store.js';
import { Roles } from './roles.js';

/** How many reminders appeared, and how many vanished. */
export interface Replanned { added: number; cancelled: number }

/** Further away than any transaction lasts and any timer sleeps: nobody needs to be woken for it, and the time need not be asked again. */
const FAR_MS = 5 * 60_000;

/** Keeps the planned reminders in step with the plan, inside the transaction that changes it. */
@Injectable()
export class ReminderPlanner {
  constructor(private readonly store: PlanStore, private readonly env: Env, @Inject(ZONES) private readonly zones: ZoneTable) {}

  /**
   * Plans the reminders of one agreement anew; repeating it changes nothing.
   * @returns how many reminders appeared and how many vanished; one whose date moved counts in both
   */
  async replanAgreement(tx: Tx, agreementId: string): Promise<Replanned> {
    const agreement = await this.store.lockAgreement(tx, agreementId);
    return agreement ? this.replan(tx, agreement, await this.store.milestones(tx, agreementId)) : { added: 0, cancelled: 0 };
  }

  /** As `replanAgreement`, for a caller that holds the agreement's lock and knows how it stands now. */
  async replan(tx: Tx, agreement: PlannedAgreement, milestones: readonly PlannedMilestone[]): Promise<Replanned> {
    const roles = await this.rolesOf(tx, agreement, milestones);
    const existing = groupBy(await this.store.existing(tx, agreement.id), ({ milestoneId }) => milestoneId);
    const ladderOf = await this.store.laddersOf(tx, agreement);
    const now = agreement.now.getTime();
    const started = agreement.remindersStartedAt?.getTime() ?? null;
    const plans = milestones.map((milestone) => ({
      milestone,
      plan: planReminders({
        milestone, people: roles.of(milestone), agreement: { status: agreement.status, remindersStartedAt: started }, ladder: ladderOf(milestone.key),
        existing: existing.get(milestone.id) ?? [], now, zones: this.zones,
      }),
    }));
    for (const { milestone, plan } of plans) if (plan.cycleNo !== milestone.cycleNo) await this.store.setCycle(tx, milestone.id, plan.cycleNo);
    return this.save(tx, plans.map(({ plan }) => plan), now);
  }

  /** Who stands for which role of an agreement, as its people are now. */
  async rolesOf(tx: Tx, parties: AgreementParties, milestones: readonly Followers[]): Promise<Roles> {
    return new Roles(parties, await this.store.candidates(tx, parties, milestones), this.env.clubTimeZone);
  }

  /** Plans anew wherever this person is or may be reminded: after a change of zone, city, function or activity. */
  async replanPerson(tx: Tx, personId: string): Promise<void> {
    for (const agreementId of await this.store.agreementsOf(tx, personId)) await this.replanAgreement(tx, agreementId);
  }

  private async save(tx: Tx, plans: readonly ReminderPlan[], now: number): Promise<Replanned> {
    const add = plans.flatMap((plan) => plan.add);
    const renew = plans.flatMap((plan) => plan.renew);
    const cancel = plans.flatMap((plan) => plan.cancel);
    const inserted = await this.store.insert(tx, add, this.zones.version);
    await this.store.renew(tx, renew, this.zones.version);
    await this.store.cancel(tx, cancel);
    const instants = [...add, ...renew.map(({ draft }) => draft)].map(({ dueAt }) => dueAt);
    const earliest = instants.reduce((a, b) => Math.min(a, b), Infinity);
    if (earliest < now + FAR_MS) await this.store.wakeBefore(tx, earliest);
    return { added: inserted + renew.length, cancelled: cancel.length + renew.filter(({ was }) => was === 'planned').length };
  }
}
