import { Injectable } from '@nestjs/common';
import { comingIntoSight, laidOutUntil, replan, type Plan, type Sight } from '@tawama/domain';
import { graphOf, isFinished, type TemplateGraph } from '@tawama/workflow';
import { ClubClock } from '../../platform/clock.js';
import { Database } from '../../platform/db/database.js';
import { batchesOf } from '../../platform/paging.js';
import { TemplateLibrary } from '../templates/template-library.js';
import { PlanDesk } from './plan-desk.js';
import { PlansStore } from './plans.store.js';

/** Finds the running plans that time or calendars have left behind. Locks none. */
@Injectable()
export class PlanSurvey {
  constructor(
    private readonly database: Database,
    private readonly desk: PlanDesk,
    private readonly store: PlansStore,
    private readonly templates: TemplateLibrary,
    private readonly clock: ClubClock,
  ) {}

  /** The months of steps that came into sight and are not laid out yet. */
  async comingIntoSight(): Promise<Sight[]> {
    return comingIntoSight(await this.store.laidOut(this.database.apart), await this.clock.today());
  }

  /** As far as steps are laid out by now, seen from today. */
  async laidOutSoFar(): Promise<Sight> {
    const on = await this.clock.today();
    return { until: await this.store.laidOut(this.database.apart) ?? laidOutUntil(on), on };
  }

  laidOut(until: string): Promise<void> {
    return this.store.noteLaidOut(this.database.apart, until);
  }

  /**
   * Ids of running agreements whose rules would make something else of their plan, some at a time.
   * @param concerned which templates are looked at
   * @param until how far ahead they are laid out
   */
  async *outOfStep(concerned: (graph: TemplateGraph) => boolean, until: string): AsyncGenerator<string[], void> {
    const templates = await this.followed(concerned);
    if (templates.length === 0) return;
    for await (const ids of batchesOf((after) => this.store.runningAfter(this.database.apart, templates, after))) {
      const plans = await this.database.read(async (tx) => this.desk.look(tx, ids, await this.clock.today(tx)));
      const left = plans.filter((plan) => isOutOfStep({ ...plan, laidOutUntil: until }));
      if (left.length > 0) yield left.map(({ agreement }) => agreement.id);
    }
  }

  private async followed(concerned: (graph: TemplateGraph) => boolean): Promise<{ key: string; version: number }[]> {
    const found: { key: string; version: number }[] = [];
    for (const { key, version } of await this.store.followed(this.database.apart)) {
      if (concerned(graphOf(await this.templates.existing(this.database.apart, key, version)))) found.push({ key, version });
    }
    return found;
  }
}

/** Whether counting the plan anew would change anything in it. */
export function isOutOfStep(plan: Plan): boolean {
  const { plan: anew, moved, opened, cancelled, appeared } = replan(plan, plan);
  if (moved.length + opened.length + cancelled.length + appeared.length > 0) return true;
  return anew.milestones.some(({ provisional, status, dueOn }, place) => {
    const before = plan.milestones[place];
    return before !== undefined && (before.provisional !== provisional || before.status !== status || (isFinished(status) && before.dueOn !== dueOn));
  });
}
