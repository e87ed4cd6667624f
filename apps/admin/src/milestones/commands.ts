import type { MilestoneCommandName, MilestoneStatus } from '@tawama/contracts';
import { allowedCommands } from '@tawama/workflow';

/** What is done next most often comes first. */
const LIKELY: Readonly<Record<MilestoneStatus, readonly MilestoneCommandName[]>> = {
  planned: ['submit', 'start', 'reschedule', 'assign'],
  open: ['submit', 'reschedule', 'start', 'block', 'assign', 'confirm'],
  submitted: ['accept', 'return', 'confirm', 'deny'],
  blocked: ['unblock', 'submit', 'reschedule'],
  done: ['confirm', 'deny', 'reopen'],
  notApplicable: ['reopen'],
  cancelled: [],
};

/** What a person may do to a step of this status, in the order of likelihood. */
export function likelyCommands(status: MilestoneStatus, may: (command: MilestoneCommandName) => boolean): MilestoneCommandName[] {
  const known = LIKELY[status];
  const place = (command: MilestoneCommandName): number => (known.includes(command) ? known.indexOf(command) : known.length);
  return allowedCommands(status).filter((command): command is MilestoneCommandName => command !== 'complete').filter(may).toSorted((a, b) => place(a) - place(b));
}
