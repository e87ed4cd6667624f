import { Inject, Injectable } from '@nestjs/common';
import type { ListQuery, Page, Person, PersonCreate, PersonPatch } from '@tawama/contracts';
import { isKnownZone, type ZoneTable } from '@tawama/domain';
import { Database } from '../../platform/db/database.js';
import { differences } from '../../platform/db/versioned.js';
import { Refusal } from '../../platform/http/refusal.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { ZONES } from '../../platform/zones.js';
import { AuditJournal } from '../audit/audit-journal.js';
import { PeopleStore, type PersonChange } from './people.store.js';
import { PersonEffects } from './person-effects.js';

/** What the journal may say to have changed, but not from what to what: a person must be able to be forgotten. */
const PERSONAL: readonly (keyof PersonChange)[] = ['name', 'email'];

/** The people on both sides of the agreements. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly store: PeopleStore,
    private readonly journal: AuditJournal,
    private readonly effects: PersonEffects,
    @Inject(ZONES) private readonly zones: ZoneTable,
  ) {}

  list(viewer: Viewer, query: ListQuery): Promise<Page<Person>> {
    return this.database.read((tx) => this.store.list(tx, query, viewer.agreementIds));
  }

  /** @throws Refusal `record/not-found`, also for a person outside the viewer's scope */
  get(viewer: Viewer, id: string): Promise<Person> {
    return this.database.read(async (tx) => found(await this.store.find(tx, id, viewer.agreementIds)));
  }

  /** @throws Refusal `city/unknown-zone`, `person/duplicate-email`; `request/invalid` for a city that is not there */
  async create(viewer: Viewer, given: PersonCreate): Promise<Person> {
    this.checkZone(given.timeZone);
    return this.database.transaction(async (tx) => {
      const id = await this.store.insert(tx, given);
      await this.journal.record(tx, { actorId: viewer.accountId, action: 'person.create', subjectType: 'person', subjectId: id, after: withoutPersonal(given) });
      await this.effects.cameOrWent(tx, given);
      return found(await this.store.find(tx, id, viewer.agreementIds));
    });
  }

  /**
   * Changes the given fields and sees to what follows from them.
   * @throws Refusal `record/stale`, `record/not-found`, `city/unknown-zone`, `person/duplicate-email`; `request/invalid` for a city that is not there
   */
  async change(viewer: Viewer, id: string, version: number, patch: PersonPatch): Promise<Person> {
    this.checkZone(patch.timeZone);
    return this.database.transaction(async (tx) => {
      const stored = found(await this.store.find(tx, id, viewer.agreementIds));
      const { before, after } = differences<PersonChange>(stored, patch);
      await this.store.update(tx, stored, version, after);
      if (Object.keys(after).length > 0) {
        await this.journal.record(tx, { actorId: viewer.accountId, action: 'person.update', subjectType: 'person', subjectId: id, before: withoutPersonal(before), after: withoutPersonal(after) });
      }
      await this.effects.changed(tx, stored, after);
      return found(await this.store.find(tx, id, viewer.agreementIds));
    });
  }

  /** @throws Refusal `record/not-found`; `record/in-use` while a step, an agreement, a mail or an account names the person */
  delete(viewer: Viewer, id: string): Promise<Person> {
    return this.database.transaction(async (tx) => {
      const stored = found(await this.store.find(tx, id, viewer.agreementIds));
      await this.store.delete(tx, id);
      await this.journal.record(tx, { actorId: viewer.accountId, action: 'person.delete', subjectType: 'person', subjectId: id, before: withoutPersonal(stored) });
      await this.effects.cameOrWent(tx, stored);
      return stored;
    });
  }

  private checkZone(zone: string | null | undefined): void {
    if (zone && !isKnownZone(this.zones, zone)) throw new Refusal('city/unknown-zone', { fields: [{ path: 'timeZone', code: 'city/unknown-zone' }] });
  }
}

function found(person: Person | undefined): Person {
  if (!person) throw new Refusal('record/not-found');
  return person;
}

/** The fields with their values, of the personal ones only that they are there. */
function withoutPersonal(fields: PersonChange): Record<string, unknown> {
  const rest = Object.fromEntries(Object.entries(fields).filter(([field]) => !PERSONAL.some((personal) => personal === field)));
  const personal = PERSONAL.filter((field) => field in fields);
  return personal.length > 0 ? { ...rest, personal } : rest;
}
