import type { LegalAnswer } from '@tawama/contracts';
import { checkNotClosed } from '../agreements/commands.js';
import { withStepDone } from '../agreements/events.js';
import { checkProof } from '../milestones/commands.js';
import type { Circumstances, Plan, PlanChange, PlanMilestone } from '../plans/plan.js';
import { replan } from '../plans/replan.js';
import { allow, refuse, type Result } from '../result.js';
import { legalClockOf } from './clock.js';

/**
 * What an outcome makes of a plan: a visa, and a silence that people took for one, complete the step on that day and record its
 * event; a refusal, and a silence taken for one, block it with the note.
 * Refuses: `record/not-found`, `agreement/closed`, `legal/no-clock`, `milestone/done-in-the-future`, `event/before-anchor` (before the receipt),
 * `legal/note-needed`, `legal/meaning-needed`, `legal/not-over` (silence before the time has passed), `milestone/evidence-missing`, and what the recording
 * of events refuses.
 */
export function answerOf(plan: Plan, milestoneId: string, answer: LegalAnswer, { today }: Pick<Circumstances, 'today'>): Result<PlanChange> {
  const milestone = plan.milestones.find(({ id }) => id === milestoneId);
  if (!milestone) return refuse('record/not-found');
  const running = checkNotClosed(plan);
  if (!running.ok) return running;
  const allowed = check(plan, milestone, answer, today);
  if (!allowed.ok) return allowed;
  const changed = answer.outcome === 'visa' || (answer.outcome === 'silence' && answer.means === 'accepted') ? agreed(plan, milestone, answer, today) : allow(refused(plan, milestone, answer.note));
  return changed.ok ? allow(replan(plan, changed.value)) : changed;
}

function check(plan: Plan, milestone: PlanMilestone, { outcome, on, note, means }: LegalAnswer, today: string): Result<null> {
  const clock = legalClockOf(plan, milestone, today, null);
  if (clock === null || clock.state === 'answered') return refuse('legal/no-clock');
  if (on > today) return refuse('milestone/done-in-the-future', 'on');
  if (on < clock.receivedOn) return refuse('event/before-anchor', 'on');
  if (outcome === 'visa') return allow(null);
  if (note === '') return refuse('legal/note-needed', 'note');
  if (outcome !== 'silence') return allow(null);
  if (means === undefined) return refuse('legal/meaning-needed', 'means');
  return on <= clock.lastDay ? refuse('legal/not-over', 'on') : allow(null);
}

/** As accepting does: with a proof, or with words that say why there is none. */
function agreed(plan: Plan, milestone: PlanMilestone, { on, note }: LegalAnswer, today: string): Result<Plan> {
  const proven = checkProof(plan, milestone, note === '' ? {} : { withoutEvidence: note });
  if (!proven.ok) return { ...proven, path: 'note' };
  const startedOn = milestone.startedOn !== null && milestone.startedOn < on ? milestone.startedOn : on;
  return withStepDone(withStep(plan, { ...milestone, startedOn, statement: note === '' ? milestone.statement : note }), milestone.id, on, today);
}

/** What was submitted meanwhile is taken back with it. */
const refused = (plan: Plan, milestone: PlanMilestone, note: string): Plan => withStep(plan, { ...milestone, status: 'blocked', doneOn: null, statement: note });

const withStep = (plan: Plan, step: PlanMilestone): Plan => ({ ...plan, milestones: plan.milestones.map((other) => (other.id === step.id ? step : other)) });
