import { Injectable } from '@nestjs/common';
import { type Plan, type PlanChange, type PlanPerson, withAssignments } from '@tawama/domain';
import type { Tx } from '../../platform/db/database.js';
import { PlansStore } from './plans.store.js';

/** Gives the occurrences that a change lays out the ids under which they are stored, and the people who follow them. */
@Injectable()
export class AppearedSteps {
  constructor(private readonly store: PlansStore) {}

  /** @param people everybody on both sides of the agreement */
  async settle(tx: Tx, change: PlanChange, people: readonly PlanPerson[]): Promise<PlanChange> {
    if (change.appeared.length === 0) return change;
    const ids = await this.store.newIds(tx, change.appeared.length);
    const idOf = new Map(change.appeared.map((placeholder, place) => [placeholder, ids[place] ?? placeholder]));
    const renamed = (id: string): string => idOf.get(id) ?? id;
    const milestones = withAssignments(change.plan, new Set(change.appeared), people).map((milestone) => ({ ...milestone, id: renamed(milestone.id) }));
    const plan: Plan = { ...change.plan, milestones };
    return { ...change, plan, appeared: change.appeared.map(renamed) };
  }
}
