import { Inject, Injectable } from '@nestjs/common';
import { countChanges, planAllReminders, Roles, type AgreementParties, type Candidate, type Followers, type ReminderChanges, type StoredReminder, type ZoneTable } from '@tawama/domain';
import type { Tx } from '../../platform/db/database.js';
import { groupBy } from '../../platform/group-by.js';
import { Env } from '../../platform/env.js';
import { ZONES } from '../../platform/zones.js';
import { PlanStore, type PlannedAgreement, type PlannedMilestone } from './plan.store.js';

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
  replan(tx: Tx, agreement: PlannedAgreement, milestones: readonly PlannedMilestone[]): Promise<Replanned> {
    return this.replanAll(tx, [{ agreement, milestones }]);
  }

  /**
   * The same for many agreements, all locked and known as of one moment.
   * @param only the ids of the milestones that are given, where others of the agreements stay as they were
   * @returns of all together
   */
  async replanAll(tx: Tx, plans: readonly { readonly agreement: PlannedAgreement; readonly milestones: readonly PlannedMilestone[] }[], only?: ReadonlySet<string>): Promise<Replanned> {
    const now = plans[0]?.agreement.now.getTime();
    if (now === undefined) return { added: 0, cancelled: 0 };
    const candidates = await this.store.candidates(tx, plans.map(({ agreement }) => agreement), plans.flatMap(({ milestones }) => milestones));
    const existing = groupBy(await (only ? this.store.existingOf(tx, [...only]) : this.store.existing(tx, plans.map(({ agreement: { id } }) => id))), ({ agreementId }) => agreementId);
    const changes: ReminderChanges[] = [];
    for (const { agreement, milestones } of plans) {
      const roles = new Roles(agreement, candidates, this.env.clubTimeZone);
      const started = agreement.remindersStartedAt?.getTime() ?? null;
      changes.push(planAllReminders({
        milestones, peopleOf: (milestone) => roles.of(milestone), agreement: { status: agreement.status, remindersStartedAt: started }, ladderOf: await this.store.laddersOf(tx, agreement),
        existing: existing.get(agreement.id) ?? [], now, zones: this.zones,
      }));
    }
    for (const { cycles } of changes) for (const [milestoneId, cycleNo] of cycles) await this.store.setCycle(tx, milestoneId, cycleNo);
    return this.save(tx, changes, now);
  }

  /** Who stands for which role of an agreement, as its people are now. */
  async rolesOf(tx: Tx, parties: AgreementParties, milestones: readonly Followers[]): Promise<Roles> {
    return new Roles(parties, await this.store.candidates(tx, [parties], milestones), this.env.clubTimeZone);
  }

  /**
   * What planning would go by at this moment, for whoever reckons elsewhere.
   * @param followers of whose roles something may become: of the steps, and of people who could be given one
   */
  async look(tx: Tx, parties: AgreementParties, followers: readonly Followers[]): Promise<{ recipients: Candidate[]; existing: StoredReminder[]; clubZone: string }> {
    return { recipients: await this.store.candidates(tx, [parties], followers), existing: (await this.store.existing(tx, [parties.id])).map(({ agreementId: _itsOwn, ...row }) => row), clubZone: this.env.clubTimeZone };
  }

  /** Plans anew wherever this person is or may be reminded: after a change of zone, city, function or activity. */
  async replanPerson(tx: Tx, personId: string): Promise<void> {
    for (const agreementId of await this.store.agreementsOf(tx, personId)) await this.replanAgreement(tx, agreementId);
  }

  private async save(tx: Tx, changes: readonly ReminderChanges[], now: number): Promise<Replanned> {
    const [add, renew, cancel] = [changes.flatMap((one) => one.add), changes.flatMap((one) => one.renew), changes.flatMap((one) => one.cancel)];
    const inserted = await this.store.insert(tx, add, this.zones.version);
    await this.store.renew(tx, renew, this.zones.version);
    await this.store.cancel(tx, cancel);
    const instants = [...add, ...renew.map(({ draft }) => draft)].map(({ dueAt }) => dueAt);
    const earliest = instants.reduce((a, b) => Math.min(a, b), Infinity);
    if (earliest < now + FAR_MS) await this.store.wakeBefore(tx, earliest);
    const { added, cancelled } = countChanges({ add, renew, cancel });
    // Of what was to be added, what was there already does not count.
    return { added: added - add.length + inserted, cancelled };
  }
}
