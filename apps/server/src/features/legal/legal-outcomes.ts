import { Injectable } from '@nestjs/common';
import type { LegalAnswer, MilestoneCommandAnswer } from '@tawama/contracts';
import { answerOf } from '@tawama/domain';
import { Proofs } from '../evidence/proofs.js';
import { MilestoneDesk } from '../milestones/milestone-desk.js';
import type { By } from '../plans/plan-command.js';
import { Plans } from '../plans/plans.service.js';
import { LegalClocksStore } from './legal-clocks.store.js';

/** How the times that the law sets ended. */
@Injectable()
export class LegalOutcomes {
  constructor(private readonly plans: Plans, private readonly store: LegalClocksStore, private readonly proofs: Proofs, private readonly milestones: MilestoneDesk) {}

  /**
   * Records how the legal time of a step ended, with everything that follows from it in the plan and the reminders.
   * @throws Refusal `record/not-found`, `record/stale`, `request/invalid` for evidence of another step, and what `answerOf` of the domain refuses
   */
  answer(by: By, milestoneId: string, version: number, answer: LegalAnswer): Promise<MilestoneCommandAnswer> {
    const { outcome, means, on, note, evidenceId } = answer;
    return this.plans.run(by, {
      target: { milestoneId }, version, journal: { action: 'milestone.legalOutcome', reason: note || undefined, after: { outcome, on, ...(outcome === 'silence' && { means }), ...(evidenceId !== undefined && { evidenceId }) } },
      decide: (plan, circumstances) => answerOf(plan, milestoneId, answer, circumstances),
      also: async (tx) => {
        await this.proofs.refuseStrange(tx, milestoneId, evidenceId === undefined ? [] : [evidenceId], () => 'evidenceId');
        await this.store.insert(tx, milestoneId, answer, by.actorId, by.demonstration === true);
      },
    }, (tx) => this.milestones.get(tx, milestoneId, by.scope));
  }
}
