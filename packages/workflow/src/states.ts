export const MILESTONE_STATUSES = ['planned', 'open', 'submitted', 'done', 'blocked', 'notApplicable', 'cancelled'] as const;
export type MilestoneStatus = (typeof MILESTONE_STATUSES)[number];

/** What people do to a step; `complete` is what recording its event does. */
export const MILESTONE_COMMANDS = ['start', 'submit', 'accept', 'return', 'block', 'unblock', 'mark-not-applicable', 'reschedule', 'assign', 'confirm', 'deny', 'reopen', 'complete'] as const;
export type MilestoneCommandName = (typeof MILESTONE_COMMANDS)[number];

const TRANSITIONS: Readonly<Record<MilestoneStatus, Readonly<Partial<Record<MilestoneCommandName, MilestoneStatus>>>>> = {
  planned: { start: 'open', submit: 'submitted', block: 'blocked', 'mark-not-applicable': 'notApplicable', reschedule: 'planned', assign: 'planned', confirm: 'planned', deny: 'planned', complete: 'done' },
  open: { start: 'open', submit: 'submitted', block: 'blocked', 'mark-not-applicable': 'notApplicable', reschedule: 'open', assign: 'open', confirm: 'open', deny: 'open', complete: 'done' },
  submitted: { accept: 'done', return: 'open', 'mark-not-applicable': 'notApplicable', assign: 'submitted', confirm: 'submitted', deny: 'submitted', complete: 'done' },
  blocked: { submit: 'submitted', unblock: 'open', 'mark-not-applicable': 'notApplicable', reschedule: 'blocked', assign: 'blocked', confirm: 'blocked', deny: 'blocked', complete: 'done' },
  done: { confirm: 'done', deny: 'done', reopen: 'open', complete: 'done' },
  notApplicable: { reopen: 'open' },
  cancelled: {},
};

/** The status after the command, or null when a step of that status does not know the command. `unblock` and `reopen` give `open`: see `openingStatus`. */
export const transition = (status: MilestoneStatus, command: MilestoneCommandName): MilestoneStatus | null => TRANSITIONS[status][command] ?? null;

/** Commands that a step of this status accepts from people. */
export const allowedCommands = (status: MilestoneStatus): MilestoneCommandName[] => MILESTONE_COMMANDS.filter((command) => command !== 'complete' && transition(status, command) !== null);

/** Nothing is expected of it any more, nothing reminds of it. */
export const isFinished = (status: MilestoneStatus): boolean => status === 'done' || status === 'notApplicable' || status === 'cancelled';

/** A step is open once all it is counted from is recorded, or once somebody has begun with it. */
export const openingStatus = (settled: boolean, startedOn: string | null): 'open' | 'planned' => (settled || startedOn !== null ? 'open' : 'planned');
