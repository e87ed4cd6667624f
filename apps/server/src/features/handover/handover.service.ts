import { Injectable } from '@nestjs/common';
import type { HandOver, HandOverAnswer } from '@tawama/contracts';
import type { Tx } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { PeopleStore } from '../people/people.store.js';
import { Plans } from '../plans/plans.service.js';
import { HandoverStore } from './handover.store.js';
import { Reassigning, type Reassigned } from './reassigning.js';
import { SuccessorQuestions } from './successor-questions.js';

/** What somebody follows goes to whoever comes after them. */
@Injectable()
export class HandoverService {
  constructor(
    private readonly plans: Plans,
    private readonly people: PeopleStore,
    private readonly store: HandoverStore,
    private readonly reassigning: Reassigning,
    private readonly questions: SuccessorQuestions,
  ) {}

  /**
   * Hands over every unfinished step, and the agreements that the person coordinates, in one transaction.
   * @throws Refusal `record/not-found`, `record/stale`, `person/same-successor`, `person/inactive`, `request/invalid` for a successor who is not there, and what assigning refuses, on `successorId`
   */
  handOver(viewer: Viewer, personId: string, { version, successorId }: HandOver, dryRun: boolean): Promise<HandOverAnswer> {
    return this.plans.inTransaction(dryRun, async (tx) => {
      const scope = viewer.agreementIds;
      const person = await this.people.find(tx, personId, scope);
      if (!person) throw new Refusal('record/not-found');
      if (person.version !== version) throw new Refusal('record/stale', { current: person });
      await this.checkSuccessor(tx, personId, successorId, scope);
      const outcomes: (Reassigned & { agreementId: string })[] = [];
      for (const agreementId of await this.store.agreementsOf(tx, personId, scope)) {
        const named = await this.store.namedIn(tx, agreementId);
        outcomes.push({ agreementId, ...await this.reassigning.inAgreement(tx, { actorId: viewer.accountId, personId, successorId, scope }, agreementId, named) });
      }
      await this.questions.answered(tx, viewer.accountId, person, successorId, outcomes.reduce((sum, { changes }) => sum + changes.length, 0));
      return { ...person, successorId, dryRun, moved: [], stepsAdded: 0, ...await this.told(tx, outcomes) };
    });
  }

  private async checkSuccessor(tx: Tx, personId: string, successorId: string, scope: readonly string[] | null): Promise<void> {
    const refused = (code: 'record/not-found' | 'person/same-successor' | 'person/inactive') => new Refusal(code === 'record/not-found' ? 'request/invalid' : code, { fields: [{ path: 'successorId', code }] });
    if (successorId === personId) throw refused('person/same-successor');
    const successor = await this.people.find(tx, successorId, scope);
    if (!successor) throw refused('record/not-found');
    if (!successor.active) throw refused('person/inactive');
  }

  private async told(tx: Tx, outcomes: readonly (Reassigned & { agreementId: string })[]): Promise<Pick<HandOverAnswer, 'changes' | 'kept' | 'coordinates' | 'remindersAdded' | 'remindersCancelled'>> {
    const titles = await this.store.titles(tx, outcomes.flatMap(({ changes, kept }) => [...changes, ...kept].map(({ milestoneId }) => milestoneId)));
    const nothing = { ar: null, fr: null, en: null };
    const named = <Line extends { milestoneId: string }>(agreementId: string, line: Line) => ({ ...line, agreementId, ...titles.get(line.milestoneId) ?? { title: nothing, agreementTitle: nothing } });
    return {
      changes: outcomes.flatMap(({ agreementId, changes }) => changes.map((line) => named(agreementId, line))),
      kept: outcomes.flatMap(({ agreementId, kept }) => kept.map((line) => named(agreementId, line))),
      coordinates: outcomes.flatMap(({ agreementId, coordinates }) => (coordinates ? [agreementId] : [])),
      remindersAdded: outcomes.reduce((sum, { added }) => sum + added, 0),
      remindersCancelled: outcomes.reduce((sum, { cancelled }) => sum + cancelled, 0),
    };
  }
}
