import { Injectable } from '@nestjs/common';
import { allow, namedSearchText, RELAUNCH_STEP, relaunchStep, withoutRelaunch, withStep, type PlanMilestone } from '@tawama/domain';
import { Database } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import { rowsOf } from '../../platform/paging.js';
import type { By, PlanCommand } from '../plans/plan-command.js';
import { Plans } from '../plans/plans.service.js';
import { PlansStore } from '../plans/plans.store.js';
import { DormancyStore } from './dormancy.store.js';

const BY_ITSELF: By = { actorId: null, scope: null, dryRun: false };

/** Gives each dormancy its one step, "relaunch or close", and takes it back when the agreement wakes. */
@Injectable()
export class Dormancy {
  constructor(private readonly database: Database, private readonly plans: Plans, private readonly plansStore: PlansStore, private readonly store: DormancyStore) {}

  /** Each agreement in a transaction of its own: killed in between, the next run does the rest; run twice, the second finds nothing. */
  async settle(): Promise<void> {
    for await (const { id, since } of rowsOf((after) => this.store.fallen(this.database.apart, after))) await this.fallAsleep(id, since);
    for await (const { id } of rowsOf((after) => this.store.awake(this.database.apart, after))) await this.wakeUp(id);
  }

  private async fallAsleep(id: string, since: string): Promise<void> {
    const [stepId = ''] = await this.plansStore.newIds(this.database.apart, 1);
    const made: { step: PlanMilestone | null; place: number } = { step: null, place: 0 };
    await this.run(id, {
      journal: { action: 'agreement.fall-dormant', after: { since } },
      decide: (plan) => {
        made.step = relaunchStep(plan, stepId, since);
        // After every step of the template, whatever else is there by now.
        made.place = plan.template.milestones.length;
        return allow(withStep(plan, made.step));
      },
      also: async (tx) => {
        if (!await this.store.fallAsleep(tx, id, since)) throw new Refusal('record/stale');
        const { title } = RELAUNCH_STEP;
        if (made.step) await this.plansStore.insertMilestones(tx, id, [{ ...made.step, ...RELAUNCH_STEP, title, place: made.place, searchText: namedSearchText(title) }]);
      },
    });
  }

  private async wakeUp(id: string): Promise<void> {
    await this.run(id, {
      journal: { action: 'agreement.wake' }, decide: (plan) => allow(withoutRelaunch(plan)),
      also: async (tx) => { if (!await this.store.wakeUp(tx, id)) throw new Refusal('record/stale'); },
    });
  }

  /** What somebody else settled meanwhile is left as it is. */
  private async run(agreementId: string, command: Omit<PlanCommand, 'target' | 'version'>): Promise<void> {
    try {
      await this.plans.run(BY_ITSELF, { target: { agreementId }, version: null, ...command }, async () => ({}));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
}
