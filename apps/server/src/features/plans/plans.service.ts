import { Injectable } from '@nestjs/common';
import type { CommandEffect } from '@tawama/contracts';
import type { Plan, PlanChange } from '@tawama/domain';
import { Database, type Tx } from '../../platform/db/database.js';
import { Refusal, unwrap } from '../../platform/http/refusal.js';
import { ReminderPlanner, type Replanned } from '../reminders/reminder-planner.js';
import type { By, PlanCommand } from './plan-command.js';
import { PlanDesk, type LockedPlan, type Target } from './plan-desk.js';
import { type Decided, PlanRecord } from './plan-record.js';

/** One rule for many plans; `seenOn`: as of a command. */
export interface Together extends Pick<PlanCommand, 'journal' | 'seenOn'> { decide(plan: Plan): PlanChange }

/** The plan of an agreement is one aggregate: every command locks it, lets the rules decide on the whole, and saves the outcome with its journal entry and its reminders, or nothing. */
@Injectable()
export class Plans {
  constructor(
    private readonly database: Database,
    private readonly desk: PlanDesk,
    private readonly record: PlanRecord,
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

  /** As `run`; `tell` adds to the answer what the transaction shows once everything is in its place; `before` are the milestones' versions as they were found. */
  runAndTell<Shown extends object, Told extends object>(by: By, command: PlanCommand, read: (tx: Tx) => Promise<Shown>, tell: (tx: Tx, change: PlanChange, before: ReadonlyMap<string, number>) => Promise<Told>): Promise<Shown & CommandEffect & Told> {
    return this.inTransaction(by.dryRun, async (tx) => {
      const locked = await this.desk.lock(tx, command.target, by.scope, command.names ?? []);
      if (command.version !== null && versionOf(locked, command.target) !== command.version) throw new Refusal('record/stale', { current: await read(tx) });
      const [decided = null] = await this.record.settle(tx, [{ locked, change: unwrap(command.decide(locked.plan, locked.circumstances)) }], command.seenOn);
      if (decided === null) throw new Error('a decided change is lost');
      const { change } = decided;
      await this.record.save(tx, by, [decided], command, command.target);
      await command.also?.(tx);
      await this.changed(tx, [change.plan.agreement.id], locked.circumstances.today);
      const { added, cancelled } = await this.remind(tx, [decided]);
      return { ...await read(tx), dryRun: by.dryRun, moved: [...change.moved], remindersAdded: added, remindersCancelled: cancelled, stepsAdded: change.appeared.length, ...await tell(tx, change, locked.milestoneVersions) };
    });
  }

  /**
   * Lets one rule, which names nobody and refuses nothing, decide on many plans in one transaction.
   * @returns how many there were: what is gone meanwhile is left out
   */
  async runTogether(by: By, agreementIds: readonly string[], { decide, journal, seenOn }: Together): Promise<number> {
    return this.inTransaction(by.dryRun, async (tx) => {
      const locked = await this.desk.lockAll(tx, agreementIds);
      const decided = await this.record.settle(tx, locked.map((one) => ({ locked: one, change: decide(one.plan) })), seenOn);
      const written = await this.record.save(tx, by, decided, { journal }, null);
      await this.changed(tx, locked.map(({ plan }) => plan.agreement.id), locked[0]?.circumstances.today ?? '');
      // Neither people nor agreements are others: of a step that stays as it was, so do its reminders.
      await this.remind(tx, decided, written);
      return locked.length;
    });
  }

  /** What else follows from a change of these agreements, whose locks are held. */
  protected changed(_tx: Tx, _agreementIds: readonly string[], _today: string): Promise<void> {
    return Promise.resolve();
  }

  /** The reminders of the plans as they now are: nobody else can have changed them, so they are not read again. @param only of these steps; undefined: of all */
  private remind(tx: Tx, decided: readonly Decided[], only?: ReadonlySet<string>): Promise<Replanned> {
    return this.reminders.replanAll(tx, decided.map(({ locked: { cities, circumstances }, change: { plan: { agreement, milestones, template } } }) => {
      const { id, status, coordinatorId, remindersStartedAt } = agreement;
      return {
        agreement: { id, status, coordinatorId, ...cities, templateKey: template.key, templateVersion: template.version, remindersStartedAt: remindersStartedAt === null ? null : new Date(remindersStartedAt), now: new Date(circumstances.now) },
        milestones: milestones.filter((milestone) => only?.has(milestone.id) !== false).map((milestone) => ({ ...milestone, agreementId: id })),
      };
    }), only);
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
}

const versionOf = (locked: LockedPlan, target: Target): number | undefined =>
  'milestoneId' in target ? locked.milestoneVersions.get(target.milestoneId) : locked.agreementVersion;
