import type { LadderOf } from './ladder.js';
import { planReminders, type PlanInput, type RemindedMilestone, type RemindedPeople, type ReminderPlan, type StoredReminder } from './plan.js';
import type { Followers } from './roles.js';

export interface WholePlanInput extends Pick<PlanInput, 'agreement' | 'now' | 'zones'> {
  readonly milestones: readonly (RemindedMilestone & Followers & { readonly key: string })[];
  /** the ladder of a step, by its key */
  readonly ladderOf: LadderOf;
  /** who is reminded of a step */
  readonly peopleOf: (milestone: Followers) => RemindedPeople;
  /** what is stored for the agreement; of the cancelled ones none need be there to know what appears and what vanishes */
  readonly existing: readonly StoredReminder[];
}

/** What must change so that exactly the wanted reminders of an agreement are planned. */
export interface ReminderChanges extends Pick<ReminderPlan, 'add' | 'renew' | 'cancel'> {
  /** milestone id → its new cycle, where one begins */
  readonly cycles: ReadonlyMap<string, number>;
}

/** The reminders of a whole plan. Who is about to change a plan and who changes it ask this alike, so that what is shown beforehand is what comes. */
export function planAllReminders({ milestones, ladderOf, peopleOf, existing, ...rest }: WholePlanInput): ReminderChanges {
  const rows = new Map<string, StoredReminder[]>();
  for (const row of existing) {
    const mine = rows.get(row.milestoneId);
    if (mine) mine.push(row); else rows.set(row.milestoneId, [row]);
  }
  const changes = { add: [] as ReminderChanges['add'][number][], renew: [] as ReminderChanges['renew'][number][], cancel: [] as string[], cycles: new Map<string, number>() };
  for (const milestone of milestones) {
    const { add, renew, cancel, cycleNo } = planReminders({ ...rest, milestone, ladder: ladderOf(milestone.key), people: peopleOf(milestone), existing: rows.get(milestone.id) ?? [] });
    changes.add.push(...add);
    changes.renew.push(...renew);
    changes.cancel.push(...cancel);
    if (cycleNo !== milestone.cycleNo) changes.cycles.set(milestone.id, cycleNo);
  }
  return changes;
}

/** How many reminders appear and how many vanish; one whose date moves counts in both. */
export const countChanges = ({ add, renew, cancel }: Pick<ReminderChanges, 'add' | 'renew' | 'cancel'>): { added: number; cancelled: number } =>
  ({ added: add.length + renew.length, cancelled: cancel.length + renew.filter(({ was }) => was === 'planned').length });
