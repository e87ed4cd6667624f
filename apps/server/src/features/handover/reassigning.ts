import { Injectable } from '@nestjs/common';
import { changeCoordinator, decide, type Circumstances, type Plan, type PlanMilestone } from '@tawama/domain';
import { isFinished } from '@tawama/workflow';
import type { Tx } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import { AuditJournal } from '../audit/audit-journal.js';
import { PlanDesk } from '../plans/plan-desk.js';
import { PlansStore } from '../plans/plans.store.js';
import { ReminderPlanner } from '../reminders/reminder-planner.js';
import { VitalityDesk } from '../vitality/vitality-desk.js';

export interface FromTo { actorId: string; personId: string; successorId: string; scope: readonly string[] | null }
export interface Reassigned {
  changes: { milestoneId: string; field: 'ownerId' | 'counterpartId' }[];
  kept: { milestoneId: string; field: 'ownerId' | 'counterpartId'; code: string }[];
  coordinates: boolean; added: number; cancelled: number;
}
const FIELDS = ['ownerId', 'counterpartId'] as const;

/** Gives what one person has in an agreement to another, step by step through the rule that assigning follows. */
@Injectable()
export class Reassigning {
  constructor(private readonly desk: PlanDesk, private readonly plans: PlansStore, private readonly journal: AuditJournal, private readonly reminders: ReminderPlanner, private readonly vitality: VitalityDesk) {}

  /**
   * @param named everybody whom a step of the agreement names
   * @throws Refusal what assigning the successor refuses, on `successorId`
   */
  async inAgreement(tx: Tx, who: FromTo, agreementId: string, named: readonly string[]): Promise<Reassigned> {
    const { plan: locked, circumstances } = await this.desk.lock(tx, { agreementId }, who.scope, [...new Set([...named, who.successorId])]);
    // What comes into sight this month is laid out by the upkeep, and follows whoever coordinates by then.
    const before: Plan = { ...locked, laidOutUntil: undefined };
    const kept: Reassigned['kept'] = [];
    let plan = coordinated(before, who, circumstances);
    for (const step of before.milestones) {
      for (const field of FIELDS) {
        const now = plan.milestones.find(({ id }) => id === step.id);
        if (!now || isFinished(now.status) || now[field] !== who.personId) continue;
        const outcome = assigned(plan, now, field, who.successorId, circumstances);
        if ('code' in outcome) kept.push({ milestoneId: step.id, field, code: outcome.code });
        else plan = outcome.plan;
      }
    }
    return { kept, ...await this.save(tx, who, before, plan) };
  }

  private async save(tx: Tx, { actorId }: FromTo, before: Plan, after: Plan): Promise<Omit<Reassigned, 'kept'>> {
    const agreementId = after.agreement.id;
    const earlier = new Map(before.milestones.map((step) => [step.id, step]));
    const touched = after.milestones.filter((step) => FIELDS.some((field) => earlier.get(step.id)?.[field] !== step[field]));
    await this.plans.updateMilestones(tx, touched, []);
    const changes: Reassigned['changes'] = [];
    for (const step of touched) {
      const fields = FIELDS.filter((field) => earlier.get(step.id)?.[field] !== step[field]);
      changes.push(...fields.map((field) => ({ milestoneId: step.id, field })));
      await this.journal.record(tx, {
        actorId, action: 'milestone.assign', subjectType: 'milestone', subjectId: step.id, agreementId,
        before: Object.fromEntries(fields.map((field) => [field, earlier.get(step.id)?.[field] ?? null])), after: Object.fromEntries(fields.map((field) => [field, step[field]])),
      });
    }
    const coordinates = before.agreement.coordinatorId !== after.agreement.coordinatorId;
    if (coordinates) {
      await this.plans.updateAgreements(tx, [after.agreement]);
      const [was, is] = [before, after].map(({ agreement }) => ({ coordinatorId: agreement.coordinatorId }));
      await this.journal.record(tx, { actorId, action: 'agreement.update', subjectType: 'agreement', subjectId: agreementId, agreementId, before: was, after: is });
    }
    const { added, cancelled } = await this.reminders.replanAgreement(tx, agreementId);
    await this.vitality.refresh(tx, [agreementId]);
    return { changes, coordinates, added, cancelled };
  }
}

function coordinated(plan: Plan, { personId, successorId }: FromTo, circumstances: Circumstances): Plan {
  if (plan.agreement.coordinatorId !== personId) return plan;
  const changed = changeCoordinator(plan, successorId, circumstances);
  if (!changed.ok) throw new Refusal(changed.code, { fields: [{ path: 'successorId', code: changed.code }] });
  return changed.value.plan;
}

/** Refused because of the successor: nothing is handed over. Because of whoever else is named in the step: that step stays. */
function assigned(plan: Plan, step: PlanMilestone, field: 'ownerId' | 'counterpartId', successorId: string, circumstances: Circumstances): { plan: Plan } | { code: string } {
  if (field === 'counterpartId' && step.ownerId === null) return { code: 'milestone/owner-not-home' };
  const named = field === 'ownerId' ? { ownerId: successorId } : { ownerId: step.ownerId ?? '', counterpartId: successorId };
  const decided = decide(plan, step.id, { name: 'assign', ...named }, circumstances);
  if (decided.ok) return { plan: decided.value.plan };
  if (decided.path === field) throw new Refusal(decided.code, { fields: [{ path: 'successorId', code: decided.code }] });
  return { code: decided.code };
}
