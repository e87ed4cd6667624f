import { Injectable } from '@nestjs/common';
import type { CommandEffect, EventDates } from '@tawama/contracts';
import type { Circumstances, Plan, PlanChange, PlanMilestone, Result } from '@tawama/domain';
import { Database, type Tx } from '../../platform/db/database.js';
import { Refusal, unwrap } from '../../platform/http/refusal.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { AuditJournal } from '../audit/audit-journal.js';
import { ReminderPlanner, type Replanned } from '../reminders/reminder-planner.js';
import { PlanDesk, type LockedPlan, type Target } from './plan-desk.js';
import { PlansStore } from './plans.store.js';

/** Who changes a plan and how far that goes. */
export interface By {
  /** the account; null: the program itself */
  actorId: string | null;
  /** ids of the agreements that may be touched; null: all */
  scope: readonly string[] | null;
  /** answer the same, save nothing */
  dryRun: boolean;
  /** what is recorded is invented, and marked so */
  demonstration?: boolean;
}

/** The viewer as the one who acts. */
export const byViewer = (viewer: Viewer, dryRun: boolean): By => ({ actorId: viewer.accountId, scope: viewer.agreementIds, dryRun });

export interface PlanCommand {
  target: Target;
  /** the version of the target that the screen showed; null: the program acts on what it finds */
  version: number | null;
  /** the action of the journal, such as `milestone.reschedule`, with what the entry says beside the changed fields */
  journal: { action: string; reason?: string | undefined; after?: Record<string, unknown> };
  /** ids of the people that the command names; `decide` is told of them alone */
  names?: readonly string[];
  decide(plan: Plan, circumstances: Circumstances): Result<PlanChange>;
  /** a remark on the events that are recorded */
  eventNote?: string | undefined;
  /** what else changes in the same transaction */
  also?(tx: Tx): Promise<void>;
}

/** The plan of an agreement is one aggregate: every command locks it, lets the rules decide on the whole, and saves the outcome with its journal entry and its reminders, or nothing. */
@Injectable()
export class Plans {
  constructor(
    private readonly database: Database,
    private readonly desk: PlanDesk,
    private readonly store: PlansStore,
    private readonly journal: AuditJournal,
    private readonly reminders: ReminderPlanner,
  ) {}

  /**
   * Runs one command in a transaction of its own.
   * @param read the target as the API shows it: the answer, and `current` of a stale one
   * @throws Refusal `record/not-found`, `record/stale`, and what the rules refuse
   */
  run<Shown extends object>(by: By, command: PlanCommand, read: (tx: Tx) => Promise<Shown>): Promise<Shown & CommandEffect> {
    return this.runAndTell(by, command, read, () => Promise.resolve({}));
  }

  /** As `run`; `tell` adds to the answer what the transaction shows once everything is in its place. */
  runAndTell<Shown extends object, Told extends object>(by: By, command: PlanCommand, read: (tx: Tx) => Promise<Shown>, tell: (tx: Tx, change: PlanChange) => Promise<Told>): Promise<Shown & CommandEffect & Told> {
    return this.inTransaction(by.dryRun, async (tx) => {
      const locked = await this.desk.lock(tx, command.target, by.scope, command.names ?? []);
      if (command.version !== null && versionOf(locked, command.target) !== command.version) throw new Refusal('record/stale', { current: await read(tx) });
      const change = unwrap(command.decide(locked.plan, locked.circumstances));
      await this.save(tx, by, locked, change, command);
      await command.also?.(tx);
      const { added, cancelled } = await this.remind(tx, locked, change.plan);
      return { ...await read(tx), dryRun: by.dryRun, moved: [...change.moved], remindersAdded: added, remindersCancelled: cancelled, ...await tell(tx, change) };
    });
  }

  /** The reminders of the plan as it now is: nobody else can have changed it, so it is not read again. */
  private remind(tx: Tx, { cities, circumstances }: LockedPlan, { agreement, milestones }: Plan): Promise<Replanned> {
    const { id, status, coordinatorId, remindersStartedAt } = agreement;
    return this.reminders.replan(tx, { id, status, coordinatorId, ...cities, remindersStartedAt: remindersStartedAt === null ? null : new Date(remindersStartedAt), now: new Date(circumstances.now) },
      milestones.map((milestone) => ({ ...milestone, agreementId: id })));
  }

  /** Saves what the work does, or, as a dry run, takes its answer and undoes it. */
  async inTransaction<T>(dryRun: boolean, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (!dryRun) return this.database.transaction(work);
    let answer: { value: T } | undefined;
    const undone = new Error('dry run');
    try {
      await this.database.transaction(async (tx) => {
        answer = { value: await work(tx) };
        throw undone;
      });
    } catch (error) {
      if (error !== undone) throw error;
    }
    if (!answer) throw new Error('a dry run gave no answer');
    return answer.value;
  }

  private async save(tx: Tx, by: By, { plan: before }: LockedPlan, change: PlanChange, { target, journal, eventNote }: PlanCommand): Promise<void> {
    const { plan: after } = change;
    const targetId = 'milestoneId' in target ? target.milestoneId : null;
    const earlier = new Map(before.milestones.map((milestone) => [milestone.id, milestone]));
    // The target's version grows even where nothing changed: of two equal commands from equal screens one is stale.
    const touched = after.milestones.filter((milestone) => milestone.id === targetId || !sameMilestone(earlier.get(milestone.id), milestone));
    const { recorded, changed: events } = eventsAfter(before, after);
    const takenBack = Object.keys(events).filter((key) => events[key] === undefined);
    const acted = targetId === null ? change.completed : [targetId, ...change.completed];
    await this.store.updateMilestones(tx, touched, by.demonstration === true ? acted : []);
    await this.store.putEvents(tx, after.agreement.id, recorded, { note: eventNote ?? null, demonstration: by.demonstration === true, leftBy: after.leftBy });
    await this.store.dropEvents(tx, after.agreement.id, takenBack);
    const agreementChanged = targetId === null || Object.keys(events).length > 0 || after.agreement.status !== before.agreement.status;
    if (agreementChanged) await this.store.updateAgreement(tx, after.agreement.id, after.agreement);
    const facts = changedFacts(before, after, targetId, events);
    await this.journal.record(tx, {
      actorId: by.actorId, action: journal.action, reason: journal.reason ?? null, agreementId: after.agreement.id,
      subjectType: targetId === null ? 'agreement' : 'milestone', subjectId: targetId ?? after.agreement.id,
      before: facts.before, after: { ...facts.after, ...journal.after, ...consequences(change, targetId) },
    });
  }
}

const versionOf = (locked: LockedPlan, target: Target): number | undefined =>
  'milestoneId' in target ? locked.milestoneVersions.get(target.milestoneId) : locked.agreementVersion;

const FIELDS = ['status', 'dueOn', 'provisional', 'originalDueOn', 'pinned', 'ownerId', 'counterpartId', 'waitingOn', 'assignedOn', 'startedOn', 'doneOn', 'statement', 'cycleNo'] as const satisfies readonly (keyof PlanMilestone)[];

const sameMilestone = (before: PlanMilestone | undefined, after: PlanMilestone): boolean => before !== undefined && FIELDS.every((field) => before[field] === after[field]);

/** `recorded`: dates that are written, also those whose date stays and whose source is another; `changed`: all that differ, undefined where one is taken back. */
function eventsAfter(before: Plan, after: Plan): { recorded: EventDates; changed: Record<string, string | undefined> } {
  const [was, is] = [new Map(Object.entries(before.events)), new Map(Object.entries(after.events))];
  const [from, to] = [new Map(Object.entries(before.leftBy ?? {})), new Map(Object.entries(after.leftBy ?? {}))];
  const differing = [...is].filter(([key, on]) => was.get(key) !== on);
  const gone = [...was.keys()].filter((key) => !is.has(key));
  return {
    recorded: Object.fromEntries([...is].filter(([key, on]) => was.get(key) !== on || from.get(key) !== to.get(key))),
    changed: { ...Object.fromEntries(differing), ...Object.fromEntries(gone.map((key) => [key, undefined])) },
  };
}

/** The changed fields of the target, and the recorded dates, before and after. */
function changedFacts(before: Plan, after: Plan, targetId: string | null, events: Record<string, string | undefined>) {
  const was: Record<string, unknown> = {};
  const is: Record<string, unknown> = {};
  const [from, to]: [object, object] = targetId === null
    ? [before.agreement, after.agreement]
    : [before.milestones.find(({ id }) => id === targetId) ?? {}, after.milestones.find(({ id }) => id === targetId) ?? {}];
  const old = new Map(Object.entries(from));
  for (const [field, value] of Object.entries(to)) {
    // Words may name people; the journal holds ids. The reason of the act stands in its own column.
    if (field === 'statement' || field === 'statusReason' || field === 'rungSent' || field === 'version' || old.get(field) === value) continue;
    was[field] = old.get(field) ?? null;
    is[field] = value;
  }
  if (Object.keys(events).length > 0) {
    was['events'] = Object.fromEntries(Object.keys(events).map((key) => [key, before.events[key as keyof typeof before.events] ?? null]));
    is['events'] = Object.fromEntries(Object.entries(events).map(([key, on]) => [key, on ?? null]));
  }
  return { before: was, after: is };
}

/** What the command did to other milestones. */
function consequences(change: PlanChange, targetId: string | null): Record<string, unknown> {
  const moved = change.moved.filter(({ milestoneId }) => milestoneId !== targetId);
  const completed = change.completed.filter((id) => id !== targetId);
  const opened = change.opened.filter((id) => id !== targetId);
  const { cancelled } = change;
  return { ...(moved.length > 0 && { moved }), ...(completed.length > 0 && { completed }), ...(opened.length > 0 && { opened }), ...(cancelled.length > 0 && { cancelled }) };
}
