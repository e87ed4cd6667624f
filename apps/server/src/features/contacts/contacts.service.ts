import { Injectable } from '@nestjs/common';
import type { Contact, ContactCreate, ListQuery, Page } from '@tawama/contracts';
import { ClubClock } from '../../platform/clock.js';
import { Database } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { ContactEffects } from './contact-effects.js';
import { ContactsStore } from './contacts.store.js';
import { SubjectsStore } from './subjects.store.js';

/** The contact log: "called, wrote, met", one line each, about an agreement, a step or a person. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly database: Database,
    private readonly store: ContactsStore,
    private readonly subjects: SubjectsStore,
    private readonly effects: ContactEffects,
    private readonly clock: ClubClock,
  ) {}

  list(viewer: Viewer, query: ListQuery): Promise<Page<Contact>> {
    return this.database.read((tx) => this.store.list(tx, query, viewer.agreementIds));
  }

  /** @throws Refusal `record/not-found`, also outside the viewer's scope */
  get(viewer: Viewer, id: string): Promise<Contact> {
    return this.database.read(async (tx) => found(await this.store.find(tx, id, viewer.agreementIds)));
  }

  /** @throws Refusal `event/in-the-future`; `request/invalid` for a subject or person that is not there or outside the viewer's scope */
  create(viewer: Viewer, given: ContactCreate): Promise<Contact> {
    return this.database.transaction(async (tx) => {
      if (given.on > await this.clock.today(tx)) throw new Refusal('event/in-the-future', { fields: [{ path: 'on', code: 'event/in-the-future' }] });
      const whereabouts = await this.subjects.find(tx, given.subject, viewer.agreementIds);
      const contact = found(await this.store.find(tx, await this.store.insert(tx, given, whereabouts, viewer.accountId), viewer.agreementIds));
      await this.effects.logged(tx, viewer.accountId, contact);
      return contact;
    });
  }

  /** @throws Refusal `record/not-found`, also outside the viewer's scope */
  delete(viewer: Viewer, id: string): Promise<Contact> {
    return this.database.transaction(async (tx) => {
      const stored = found(await this.store.find(tx, id, viewer.agreementIds));
      await this.store.delete(tx, id);
      await this.effects.removed(tx, viewer.accountId, stored);
      return stored;
    });
  }
}

function found(contact: Contact | undefined): Contact {
  if (!contact) throw new Refusal('record/not-found');
  return contact;
}
