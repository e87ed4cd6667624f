import type { MilestoneCommand } from '@tawama/contracts';
import { openingStatus, transition } from '@tawama/workflow';
import { checkNotClosed } from '../agreements/commands.js';
import { withStepDone } from '../agreements/events.js';
import { askedSides, reaches } from '../evidence/levels.js';
import { pinnedTo } from '../plans/pinned.js';
import type { Circumstances, Plan, PlanChange, PlanMilestone } from '../plans/plan.js';
import { definitionOf } from '../plans/occurrences.js';
import { replan } from '../plans/replan.js';
import { allow, refuse, type Result } from '../result.js';
import { checkCounterpart, checkOwner } from './assignment.js';
import { reopened } from './reopening.js';

type Body<N extends MilestoneCommand['name']> = Extract<MilestoneCommand, { name: N }>;

/** Ids of the people whom a command names: whoever lets `decide` rule on it must be able to tell it of them, and of nobody else. */
export const peopleNamedBy = (command: MilestoneCommand): string[] =>
  command.name === 'assign' ? [command.ownerId, command.counterpartId].filter((id) => id !== undefined && id !== null) : [];

/**
 * What one command makes of a plan: its milestone in the new status, every date that follows from it, what opens.
 * Refuses: `record/not-found`, `agreement/closed`, `milestone/not-allowed-in-status`, `milestone/done-in-the-future`, `milestone/evidence-missing`,
 * `milestone/side-not-asked`, and what `assign` and the recording of events refuse.
 */
export function decide(plan: Plan, milestoneId: string, command: MilestoneCommand, circumstances: Circumstances): Result<PlanChange> {
  const milestone = plan.milestones.find((candidate) => candidate.id === milestoneId);
  if (!milestone) return refuse('record/not-found');
  const running = checkNotClosed(plan);
  if (!running.ok) return running;
  const status = transition(milestone.status, command.name);
  if (status === null) return refuse('milestone/not-allowed-in-status');
  const changed = apply(plan, { ...milestone, status }, command, circumstances);
  return changed.ok ? allow(replan(plan, changed.value)) : changed;
}

/** @param next the milestone, already in the status that the command leads to */
function apply(plan: Plan, next: PlanMilestone, command: MilestoneCommand, circumstances: Circumstances): Result<Plan> {
  const { today } = circumstances;
  const put = (milestone: PlanMilestone): Result<Plan> => allow({ ...plan, milestones: plan.milestones.map((other) => (other.id === milestone.id ? milestone : other)) });
  switch (command.name) {
    case 'start': return put({ ...next, startedOn: next.startedOn ?? today });
    case 'submit': return command.doneOn > today ? refuse('milestone/done-in-the-future', 'doneOn') : put(submitted(next, command));
    case 'accept': {
      const proven = checkProof(plan, next, command);
      return proven.ok ? withStepDone(plan, next.id, next.doneOn ?? today, today) : proven;
    }
    case 'return': return put({ ...next, doneOn: null, statement: command.reason });
    case 'block': return put({ ...next, statement: command.reason });
    // Planned again, unless somebody had begun; replanning opens it if its dates of reference are recorded.
    case 'unblock': return put({ ...next, status: openingStatus(false, next.startedOn) });
    case 'mark-not-applicable': return put({ ...next, doneOn: null, statement: command.reason });
    case 'reschedule': return put(pinnedTo(next, command.dueOn));
    // What a side says is kept beside the plan: it moves no date.
    case 'confirm': case 'deny':
      if (!askedSides(definitionOf(plan, next.key)).includes(command.side)) return refuse('milestone/side-not-asked', 'side');
      return command.name === 'confirm' && command.on > today ? refuse('milestone/done-in-the-future', 'on') : put(next);
    case 'reopen': return allow(reopened(plan, next, command.reason));
    case 'assign': {
      const checked = checkAssign(command, circumstances);
      return checked.ok ? put({ ...next, ownerId: command.ownerId, counterpartId: command.counterpartId === undefined ? next.counterpartId : command.counterpartId, assignedOn: today }) : checked;
    }
  }
}

/** Who submits has begun, at the latest on the day it was done: a step that comes back for completion stays open. */
const submitted = (next: PlanMilestone, { doneOn, note }: Body<'submit'>): PlanMilestone =>
  ({ ...next, doneOn, statement: note === '' ? null : note, startedOn: next.startedOn !== null && next.startedOn < doneOn ? next.startedOn : doneOn });

/** A step whose template asks for more than somebody's word is accepted with that much proof, or with a reason why there is none. */
export function checkProof(plan: Plan, { key, proof }: PlanMilestone, { withoutEvidence }: { withoutEvidence?: string | undefined }): Result<null> {
  const definition = definitionOf(plan, key);
  if (definition?.proof === undefined || proof === undefined || withoutEvidence !== undefined || proof !== 'none' && reaches(proof, definition.proof) || definition.proof === 'declared') return allow(null);
  return { ok: false, code: 'milestone/evidence-missing', path: 'withoutEvidence', ...(definition.evidence && { named: definition.evidence }) };
}

function checkAssign(command: Body<'assign'>, { people }: Circumstances): Result<null> {
  const owner = checkOwner(people, command.ownerId);
  if (!owner.ok || command.counterpartId === undefined || command.counterpartId === null) return owner;
  return checkCounterpart(people, command.counterpartId);
}
