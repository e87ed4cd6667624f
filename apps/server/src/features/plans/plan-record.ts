import { Injectable } from '@nestjs/common';
import type { EventDates, LocalisedText, WorkflowTemplate } from '@tawama/contracts';
import { definitionOf, ownEventTitles, type Plan, type PlanChange, type PlanMilestone, soughtFor } from '@tawama/domain';
import type { Tx } from '../../platform/db/database.js';
import { AuditJournal } from '../audit/audit-journal.js';
import { AppearedSteps } from './appeared-steps.js';
import { milestoneRows } from './milestone-rows.js';
import type { By, PlanCommand } from './plan-command.js';
import type { LockedPlan, Target } from './plan-desk.js';
import { PlansStore } from './plans.store.js';

/** Writes down what a command made of a plan. */
@Injectable()
export class PlanRecord {
  constructor(private readonly store: PlansStore, private readonly appeared: AppearedSteps, private readonly journal: AuditJournal) {}

  /** The changes with their new steps as they will be stored: only they need to know who there is on both sides. @param seenOn the day on which the steps came into sight; undefined: today */
  async settle(tx: Tx, decided: readonly Decided[], seenOn?: string): Promise<Decided[]> {
    const today = decided[0]?.locked.circumstances.today ?? '';
    const people = await this.store.firstOf(tx, decided.map(({ locked: { cities }, change }) => ({ ...cities, sought: soughtFor(change.appeared.flatMap((id) => definitionOf(change.plan, id)?.responsible ?? [])) })), seenOn ?? today);
    const settled = await this.appeared.settleAll(tx, decided.map(({ change }, place) => ({ change, people: people[place] ?? [] })));
    return decided.map((one, place) => ({ ...one, change: settled[place] ?? one.change }));
  }

  /** Everything that the changes made otherwise, and an entry of each in the journal. @returns ids of the steps that are otherwise or new */
  async save(tx: Tx, by: By, decided: readonly Decided[], { journal, eventNote }: Pick<PlanCommand, 'journal' | 'eventNote'>, target: Target | null): Promise<ReadonlySet<string>> {
    const targetId = target !== null && 'milestoneId' in target ? target.milestoneId : null;
    const differences = decided.map(({ locked, change }) => differencesOf(locked.plan, change, targetId));
    await this.store.updateMilestones(tx, differences.flatMap(({ touched }) => touched), by.demonstration === true ? differences.flatMap(({ acted }) => acted) : []);
    await this.store.insertMilestonesOf(tx, decided.flatMap(({ change: { plan } }, place) => milestoneRows(plan, differences[place]?.appeared ?? []).map((row) => ({ ...row, agreementId: plan.agreement.id }))));
    for (const { after, recorded, takenBack } of differences) {
      await this.store.putEvents(tx, after.agreement.id, recorded, { note: eventNote ?? null, demonstration: by.demonstration === true, leftBy: after.leftBy });
      await this.store.dropEvents(tx, after.agreement.id, takenBack);
    }
    await this.store.updateAgreements(tx, differences.flatMap(({ after: { agreement }, agreementChanged }) => (agreementChanged ? [agreement] : [])));
    await this.journal.recordAll(tx, differences.map(({ change, before, after, events }) => {
      const facts = changedFacts(before, after, targetId, events);
      return {
        actorId: by.actorId, action: journal.action, reason: journal.reason ?? null, agreementId: after.agreement.id,
        subjectType: targetId === null ? 'agreement' : 'milestone', subjectId: targetId ?? after.agreement.id,
        before: facts.before, after: { ...facts.after, ...journal.after, ...consequences(change, targetId) },
      };
    }));
    return new Set(differences.flatMap(({ touched, appeared }) => [...touched, ...appeared].map(({ id }) => id)));
  }
}

/** A plan under lock, and what the rules made of it. */
export interface Decided { readonly locked: LockedPlan; readonly change: PlanChange }

/** What is to be written of a change. @param targetId the step that the command is for; null: the agreement */
function differencesOf(before: Plan, change: PlanChange, targetId: string | null) {
  const { plan: after } = change;
  const earlier = new Map(before.milestones.map((milestone) => [milestone.id, milestone]));
  const { recorded, changed: events } = eventsAfter(before, after);
  return {
    change, before, after, recorded, events,
    // The target's version grows even where nothing changed: of two equal commands from equal screens one is stale.
    touched: after.milestones.filter((milestone) => earlier.has(milestone.id) && (milestone.id === targetId || !sameMilestone(earlier.get(milestone.id), milestone))),
    appeared: after.milestones.filter(({ id }) => !earlier.has(id)),
    takenBack: Object.keys(events).filter((key) => events[key] === undefined),
    acted: targetId === null ? change.completed : [targetId, ...change.completed],
    agreementChanged: targetId === null || Object.keys(events).length > 0 || after.agreement.status !== before.agreement.status,
  };
}

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

/** What the template calls dates of its own, where some were recorded. */
export function titlesOf(template: WorkflowTemplate, events: object): { eventTitles?: Record<string, LocalisedText> } {
  const eventTitles = ownEventTitles(template, Object.keys(events));
  return Object.keys(eventTitles).length === 0 ? {} : { eventTitles };
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
    was['events'] = Object.fromEntries(Object.keys(events).map((key) => [key, before.events[key] ?? null]));
    is['events'] = Object.fromEntries(Object.entries(events).map(([key, on]) => [key, on ?? null]));
    Object.assign(is, titlesOf(after.template, events));
  }
  return { before: was, after: is };
}

/** What the command did to other milestones. */
function consequences(change: PlanChange, targetId: string | null): Record<string, unknown> {
  const moved = change.moved.filter(({ milestoneId }) => milestoneId !== targetId);
  const completed = change.completed.filter((id) => id !== targetId);
  const opened = change.opened.filter((id) => id !== targetId);
  const { cancelled, appeared } = change;
  return { ...(moved.length > 0 && { moved }), ...(completed.length > 0 && { completed }), ...(opened.length > 0 && { opened }), ...(cancelled.length > 0 && { cancelled }), ...(appeared.length > 0 && { appeared }) };
}
