import { Injectable } from '@nestjs/common';
import type { PlanSheet } from '@tawama/contracts';
import { graphOf } from '@tawama/workflow';
import { Database, type Tx } from '../../platform/db/database.js';
import { PlanCalendars } from '../calendars/plan-calendars.js';
import { PlanDesk, type KeptPlan } from '../plans/plan-desk.js';
import { ReminderPlanner } from '../reminders/reminder-planner.js';
import { PlanSheetStore } from './plan-sheet.store.js';

/** What a screen needs to ask the rules of a plan by itself, before it asks the server: facts, nothing decided. */
@Injectable()
export class PlanSheets {
  constructor(
    private readonly database: Database,
    private readonly desk: PlanDesk,
    private readonly calendars: PlanCalendars,
    private readonly reminders: ReminderPlanner,
    private readonly store: PlanSheetStore,
  ) {}

  /** @throws Refusal `record/not-found`, also outside the scope */
  of(id: string, scope: readonly string[] | null): Promise<PlanSheet> {
    return this.database.read(async (tx) => {
      const kept = await this.desk.kept(tx, id, scope);
      const { agreement, recorded: { events, leftBy }, template } = kept;
      const { id: agreementId, version, status, coordinatorId, remindersStartedAt, statusOn, statusBefore, repeatsFrom, homeCityId, partnerCityIds } = agreement;
      return {
        agreement: { id: agreementId, version, status, coordinatorId, remindersStartedAt: remindersStartedAt && remindersStartedAt.toISOString(), statusOn, statusBefore, repeatsFrom, homeCityId, partnerCityIds },
        template, events, leftBy, milestones: await this.steps(tx, kept),
        calendars: graphOf(template).needsCalendars ? await this.calendars.facts(tx, agreement) : null,
        ...await this.around(tx, kept),
      };
    });
  }

  private async steps(tx: Tx, { agreement, milestones }: KeptPlan): Promise<PlanSheet['milestones']> {
    const words = await this.store.words(tx, agreement.id);
    return milestones.map(({ statement: _words, agreementId: _id, proof = 'none', ...step }) => ({ ...step, proof, ...words.get(step.id) ?? { number: '', title: { ar: null, fr: null, en: null } } }));
  }

  /** Who there is, who is reminded of what, and what time it is. */
  private async around(tx: Tx, { agreement, milestones }: KeptPlan): Promise<Pick<PlanSheet, 'people' | 'recipients' | 'reminders' | 'now' | 'today' | 'clubZone'>> {
    const { today, now } = await this.desk.circumstances(tx, agreement, []);
    const people = await this.store.people(tx, agreement, today, milestones.flatMap(({ ownerId, counterpartId }) => [ownerId, counterpartId]).concat(agreement.coordinatorId));
    const sentAt = await this.store.sentAt(tx, agreement.id);
    const { recipients, existing, clubZone } = await this.reminders.look(tx, agreement, [...milestones, ...people.map(({ id }) => ({ ownerId: id, counterpartId: null }))]);
    return {
      today, now, clubZone, people, recipients,
      reminders: existing.filter(({ state }) => state !== 'cancelled').map((reminder) => ({ ...reminder, sentAt: sentAt.get(reminder.id)?.toISOString() ?? null })),
    };
  }
}
