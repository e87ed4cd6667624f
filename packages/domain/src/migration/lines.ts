import { isFinished, readOccurrenceKey, type PlainDate, type WorkflowTemplate } from '@tawama/workflow';
import type { Plan, PlanChange, PlanMilestone } from '../plans/plan.js';
import { decisionsFor, placeOf } from './migrate.js';

/** What a migration does to one step, for a person to read and decide otherwise. */
export interface MigrationLine {
  readonly key: string;
  readonly milestoneId: string;
  /** `shift`: the new rule, or a decision, gives it another date; `recompute`: it is counted anew and falls on the same day */
  readonly change: 'keep' | 'shift' | 'recompute' | 'add' | 'remove' | 'leaveOut';
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly statusBefore: PlanMilestone['status'] | null;
  readonly statusAfter: PlanMilestone['status'];
  /** what can be decided of it; empty where nothing is to be decided */
  readonly options: readonly string[];
}

/** Milestone by milestone, in the order of the newer version; steps that neither version knows are left out. */
export function migrationLines(before: Plan, { plan }: PlanChange, template: WorkflowTemplate): MigrationLine[] {
  const earlier = new Map(before.milestones.map((milestone) => [milestone.key, milestone]));
  const places = placesOf(before.template, template);
  const order = ({ key }: { key: string }): [number, number] => { const { milestone, number } = readOccurrenceKey(key) ?? { milestone: key, number: 0 }; return [places.get(milestone) ?? Infinity, number]; };
  const inOrder = (a: { key: string }, b: { key: string }): number => { const [one, other] = [order(a), order(b)]; return one[0] - other[0] || one[1] - other[1]; };
  return plan.milestones.flatMap((milestone): MigrationLine[] => {
    const was = earlier.get(milestone.key);
    const place = placeOf(before, template, milestone.key);
    if (place === 'neither') return [];
    const line = { key: milestone.key, milestoneId: milestone.id, from: was?.dueOn ?? null, to: milestone.dueOn, statusBefore: was?.status ?? null, statusAfter: milestone.status };
    const decided = was !== undefined && isFinished(was.status);
    return [{ ...line, change: changeOf(was, milestone), options: decided ? [] : decisionsFor(place) }];
  }).toSorted(inOrder);
}

/** The places of the newer version; a step that only the older one has stands after the one that it followed there. */
function placesOf(older: WorkflowTemplate, newer: WorkflowTemplate): ReadonlyMap<string, number> {
  const places = new Map(newer.milestones.map(({ key }, place) => [key, place]));
  let place = -1;
  for (const { key } of older.milestones) {
    place = places.get(key) ?? place + 1 / 4096;
    places.set(key, place);
  }
  return places;
}

function changeOf(was: PlanMilestone | undefined, now: PlanMilestone): MigrationLine['change'] {
  if (!was) return now.status === 'notApplicable' ? 'leaveOut' : 'add';
  if (now.status === 'cancelled' && was.status !== 'cancelled') return 'remove';
  if (isFinished(was.status) || now.pinned) return was.dueOn === now.dueOn ? 'keep' : 'shift';
  return was.dueOn === now.dueOn ? 'recompute' : 'shift';
}
