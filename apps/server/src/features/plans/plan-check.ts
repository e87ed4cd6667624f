import { Injectable } from '@nestjs/common';
import { withDates, type Plan, type PlanMilestone } from '@tawama/domain';
import { Database, type Tx } from '../../platform/db/database.js';
import { rowsOf } from '../../platform/paging.js';
import { ReminderPlanner } from '../reminders/reminder-planner.js';
import { PlanDesk } from './plan-desk.js';
import { PlansStore } from './plans.store.js';

/** Something stored that the rules would not make of the rest: `key` names the step, or the agreement's reminders. */
export interface PlanFault { agreementId: string; key: string; stored: string; reckoned: string }

/** Reckons stored plans anew, dates, statuses and reminders, by the same rules that made them, and tells where the outcome is another. Changes nothing. */
@Injectable()
export class PlanCheck {
  constructor(private readonly database: Database, private readonly desk: PlanDesk, private readonly store: PlansStore, private readonly reminders: ReminderPlanner) {}

  /** One agreement after the other, so that a large club is never held as a whole. */
  async *faults(): AsyncGenerator<PlanFault, void> {
    for await (const id of rowsOf((after) => this.store.idsAfter(this.database.apart, after))) yield* await this.faultsOf(id);
  }

  /** In a transaction that is undone: planning is asked what it would change. An agreement that is gone meanwhile has no faults. */
  private async faultsOf(agreementId: string): Promise<PlanFault[]> {
    const found: PlanFault[] = [];
    const undone = new Error('only looked at');
    await this.database.transaction(async (tx) => {
      const { plan } = await this.desk.lock(tx, { agreementId }, null, []);
      found.push(...wrongSteps(plan), ...await this.wrongReminders(tx, agreementId));
      throw undone;
    }).catch((error: unknown) => { if (error !== undone) throw error; });
    return found;
  }

  private async wrongReminders(tx: Tx, agreementId: string): Promise<PlanFault[]> {
    const { added, cancelled } = await this.reminders.replanAgreement(tx, agreementId);
    return added === 0 && cancelled === 0 ? [] : [{ agreementId, key: 'reminders', stored: `${cancelled} that should not be`, reckoned: `${added} that are missing` }];
  }
}

function wrongSteps(plan: Plan): PlanFault[] {
  const reckoned = new Map(withDates(plan).milestones.map((milestone) => [milestone.id, described(milestone)]));
  return plan.milestones.flatMap((milestone) => {
    const [stored, anew] = [described(milestone), reckoned.get(milestone.id) ?? 'nothing'];
    return stored === anew ? [] : [{ agreementId: plan.agreement.id, key: milestone.key, stored, reckoned: anew }];
  });
}

const described = ({ status, dueOn, provisional }: PlanMilestone): string => `${status}, ${dueOn ?? 'no date'}${provisional ? ' (provisional)' : ''}`;
