import { Injectable } from '@nestjs/common';
import type { Contact, ContactCreate, ListQuery, Page } from '@tawama/contracts';
import { ClubClock } from '../../platform/clock.js';
import { Database } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { AuditJournal } from '../audit/audit-journal.js';
import { ContactsStore } from './contacts.store.js';

/** The contact log of the agreements: "called, wrote, met", one line each. */
@Injectable()
export class ContactsService {
  constructor(private readonly database: Database, private readonly store: ContactsStore, private readonly journal: AuditJournal, private readonly clock: ClubClock) {}

  list(viewer: Viewer, query: ListQuery): Promise<Page<Contact>> {
    return this.database.read((tx) => this.store.list(tx, query, viewer.agreementIds));
  }

  /** @throws Refusal `record/not-found`, also outside the viewer's scope */
  get(viewer: Viewer, id: string): Promise<Contact> {
    return this.database.read(async (tx) => found(await this.store.find(tx, id, viewer.agreementIds)));
  }

  /** @throws Refusal `event/in-the-future`; `request/invalid` for an agreement or person that is not there or outside the viewer's scope */
  create(viewer: Viewer, given: ContactCreate): Promise<Contact> {
    return this.database.transaction(async (tx) => {
      if (given.on > await this.clock.today(tx)) throw new Refusal('event/in-the-future', { fields: [{ path: 'on', code: 'event/in-the-future' }] });
      if (viewer.agreementIds && !viewer.agreementIds.includes(given.agreementId)) throw new Refusal('request/invalid', { fields: [{ path: 'agreementId', code: 'record/not-found' }] });
      const id = await this.store.insert(tx, given, viewer.accountId);
      // The line may name people: the journal keeps that somebody was spoken to, not what was said.
      const { line: _, ...after } = given;
      await this.journal.record(tx, { actorId: viewer.accountId, action: 'contact.create', subjectType: 'contact', subjectId: id, agreementId: given.agreementId, after });
      return found(await this.store.find(tx, id, viewer.agreementIds));
    });
  }

  /** @throws Refusal `record/not-found`, also outside the viewer's scope */
  delete(viewer: Viewer, id: string): Promise<Contact> {
    return this.database.transaction(async (tx) => {
      const stored = found(await this.store.find(tx, id, viewer.agreementIds));
      await this.store.delete(tx, id);
      const { agreementId, personId, means, on } = stored;
      await this.journal.record(tx, { actorId: viewer.accountId, action: 'contact.delete', subjectType: 'contact', subjectId: id, agreementId, before: { agreementId, personId, means, on } });
      return stored;
    });
  }
}

function found(contact: Contact | undefined): Contact {
  if (!contact) throw new Refusal('record/not-found');
  return contact;
}
