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
    const [settled = change] = await this.settleAll(tx, [{ change, people }]);
    return settled;
  }

  /** The same for changes of many agreements, in their order. */
  async settleAll(tx: Tx, changes: readonly { readonly change: PlanChange; readonly people: readonly PlanPerson[] }[]): Promise<PlanChange[]> {
    const count = changes.reduce((all, { change }) => all + change.appeared.length, 0);
    const ids = count === 0 ? [] : await this.store.newIds(tx, count);
    return changes.map(({ change, people }) => (change.appeared.length === 0 ? change : named(change, people, ids.splice(0, change.appeared.length))));
  }
}

function named(change: PlanChange, people: readonly PlanPerson[], ids: readonly string[]): PlanChange {
  const idOf = new Map(change.appeared.map((placeholder, place) => [placeholder, ids[place] ?? placeholder]));
  const renamed = (id: string): string => idOf.get(id) ?? id;
  const milestones = withAssignments(change.plan, new Set(change.appeared), people).map((milestone) => ({ ...milestone, id: renamed(milestone.id) }));
  const plan: Plan = { ...change.plan, milestones };
  return { ...change, plan, appeared: change.appeared.map(renamed) };
}
