import { Injectable } from '@nestjs/common';
import type { Handover, ListQuery, Page, Person } from '@tawama/contracts';
import { successorIsDue } from '@tawama/domain';
import { ClubClock } from '../../platform/clock.js';
import { Database, type Tx } from '../../platform/db/database.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { AuditJournal } from '../audit/audit-journal.js';
import { HandoverStore } from './handover.store.js';

/** Asks, some weeks before a mandate ends, who comes next; each end of a mandate is asked about once. */
@Injectable()
export class SuccessorQuestions {
  constructor(private readonly database: Database, private readonly store: HandoverStore, private readonly journal: AuditJournal, private readonly clock: ClubClock) {}

  list(viewer: Viewer, query: ListQuery): Promise<Page<Handover>> {
    return this.database.read((tx) => this.store.list(tx, query, viewer.agreementIds));
  }

  async isDue(): Promise<boolean> {
    return this.store.isDue(this.database.apart, await this.clock.today());
  }

  /** Run twice, or after days that were missed, the second time finds nothing. */
  async ask(): Promise<void> {
    await this.database.transaction(async (tx) => {
      for (const { personId, mandateEndsOn } of await this.store.ask(tx, await this.clock.today(tx))) {
        await this.journal.record(tx, { actorId: null, action: 'person.ask-successor', subjectType: 'person', subjectId: personId, after: { mandateEndsOn } });
      }
    });
  }

  /** Once the steps are handed over; a mandate without a near end had no question. */
  async answered(tx: Tx, actorId: string, { id, mandateEndsOn }: Person, successorId: string, steps: number): Promise<void> {
    const today = await this.clock.today(tx);
    if (mandateEndsOn !== null && successorIsDue(mandateEndsOn, today)) await this.store.done(tx, id, mandateEndsOn, successorId, today);
    await this.journal.record(tx, { actorId, action: 'person.hand-over', subjectType: 'person', subjectId: id, after: { successorId, steps } });
  }
}
