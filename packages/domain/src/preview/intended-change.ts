import type { AgreementLifeCommand, EventKey, LegalAnswer, MilestoneCommand } from '@tawama/contracts';
import type { PlainDate } from '@tawama/workflow';
import { recordEvent, startReminders } from '../agreements/commands.js';
import { decideLife } from '../agreements/life.js';
import { answerOf } from '../legal/answer.js';
import { decide } from '../milestones/commands.js';
import type { Circumstances, Plan, PlanChange } from '../plans/plan.js';
import type { Result } from '../result.js';

/** What somebody is about to do to a plan. */
export type IntendedChange =
  | { readonly of: 'milestone'; readonly id: string; readonly command: MilestoneCommand }
  | { readonly of: 'legalPeriod'; readonly id: string; readonly answer: LegalAnswer }
  | { readonly of: 'agreement'; readonly command: AgreementLifeCommand | { readonly name: 'record-event'; readonly event: EventKey; readonly on: PlainDate } | { readonly name: 'start-reminders' } };

/** The step that it is about; null where it is about the agreement. */
export const stepOf = (intended: IntendedChange): string | null => (intended.of === 'agreement' ? null : intended.id);

/** The rule that decides on it. Refuses what that rule refuses. */
export function ruleOn(plan: Plan, intended: IntendedChange, circumstances: Circumstances): Result<PlanChange> {
  if (intended.of === 'milestone') return decide(plan, intended.id, intended.command, circumstances);
  if (intended.of === 'legalPeriod') return answerOf(plan, intended.id, intended.answer, circumstances);
  const { command } = intended;
  switch (command.name) {
    case 'record-event': return recordEvent(plan, command, circumstances);
    case 'start-reminders': return startReminders(plan, circumstances);
    default: return decideLife(plan, command, circumstances);
  }
}
