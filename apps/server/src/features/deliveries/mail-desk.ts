import { Injectable } from '@nestjs/common';
import type { Language, RecipientRole } from '@tawama/contracts';
import { subjectOf } from '@tawama/messages/mails';
import type { Tx } from '../../platform/db/database.js';
import { ContentsStore, type StepFacts } from '../mails/contents.store.js';
import { DeliveriesStore } from './deliveries.store.js';
import { IncidentsStore } from '../incidents/incidents.store.js';
import { MailWriter, type StepsHead } from '../mails/mail-writer.js';

export interface StepsMailToFile {
  kind: 'reminder' | 'catchUp' | 'escalation'; personId: string; email: string; name: string; language: Language; side: 'home' | 'partner';
  localDate: string; dueAt: string; late: boolean;
}
export interface ToldReminder { milestoneId: string; rung: string; role: RecipientRole }

/** Where mails with reminders are put down for sending. */
@Injectable()
export class MailDesk {
  constructor(private readonly store: DeliveriesStore, private readonly writer: MailWriter, private readonly contents: ContentsStore, private readonly incidents: IncidentsStore) {}

  /**
   * Makes deliveries, each of one person and date; above the coordinator they wait for release.
   * @returns their ids, in this order
   */
  async fileAll(tx: Tx, mails: readonly { head: StepsMailToFile; reminders: readonly ToldReminder[] }[]): Promise<string[]> {
    if (mails.length === 0) return [];
    const subjects = await this.subjects(tx, mails);
    const ids = await this.store.insertAll(tx, mails.map(({ head }, place) => ({ ...head, state: head.kind === 'escalation' ? 'held' : 'pending', subject: subjects[place] ?? '' })), this.writer.domain);
    return mails.map(({ head: { personId, kind, localDate } }) => {
      const id = ids.get(`${personId} ${kind}`);
      // The caller holds the person and asked for the last mail's date: there cannot be one of this kind and date.
      if (id === undefined) throw new Error(`a second ${kind} mail for ${personId} on ${localDate}`);
      return id;
    });
  }

  /** The subjects that these mails have or will have; '' where no step is left to tell of. */
  async subjects(tx: Tx, mails: readonly { head: StepsHead; reminders: readonly ToldReminder[] }[]): Promise<string[]> {
    const steps: Map<string, StepFacts> = await this.contents.steps(tx, [...new Set(mails.flatMap(({ reminders }) => reminders.map(({ milestoneId }) => milestoneId)))]);
    return mails.map(({ head, reminders }) => {
      const input = this.writer.stepsInput(head, reminders, steps, null);
      return input === 'nothingLeft' ? '' : subjectOf(input);
    });
  }

  /** Reminders wait because their person has no address. */
  async reportNoAddress(tx: Tx, personId: string, name: string): Promise<void> {
    await this.incidents.open(tx, { kind: 'person/no-address', fingerprint: `person/no-address ${personId}`, summary: name });
  }

  /** A person's mail could not be made; it is tried again in an hour. */
  async reportUnmade(tx: Tx, personId: string, name: string, error: unknown): Promise<void> {
    await this.incidents.open(tx, { kind: 'job/failed', fingerprint: `reminders.sweep ${personId}`, summary: `${name}: ${error instanceof Error ? error.message : String(error)}`, job: 'reminders.sweep' });
  }
}
