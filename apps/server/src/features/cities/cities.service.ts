import { Inject, Injectable } from '@nestjs/common';
import type { City, CityCreate, CityPatch, ListQuery, Page } from '@tawama/contracts';
import { isKnownZone, type ZoneTable } from '@tawama/domain';
import { Database } from '../../platform/db/database.js';
import { differences } from '../../platform/db/versioned.js';
import { Refusal } from '../../platform/http/refusal.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { ZONES } from '../../platform/zones.js';
import { AuditJournal } from '../audit/audit-journal.js';
import { ReminderPlanner } from '../reminders/reminder-planner.js';
import { CitiesStore, type CityChange } from './cities.store.js';

/** What a reader finds a city by; the agreements of the city are found by the same. */
const NAMING: readonly (keyof CityChange)[] = ['name', 'legalName', 'aliases'];
/** What decides when and how the people of a city are reminded. */
const REMINDING: readonly (keyof CityChange)[] = ['timeZone', 'language'];

/** The home and partner authorities of the club. */
@Injectable()
export class CitiesService {
  constructor(
    private readonly database: Database,
    private readonly store: CitiesStore,
    private readonly journal: AuditJournal,
    private readonly reminders: ReminderPlanner,
    @Inject(ZONES) private readonly zones: ZoneTable,
  ) {}

  list(viewer: Viewer, query: ListQuery): Promise<Page<City>> {
    return this.database.read((tx) => this.store.list(tx, query, viewer.language));
  }

  /** @throws Refusal `record/not-found` */
  get(id: string): Promise<City> {
    return this.database.read(async (tx) => found(await this.store.find(tx, id)));
  }

  /** @throws Refusal `city/unknown-zone`, `record/duplicate` when the key is taken */
  async create(viewer: Viewer, given: CityCreate): Promise<City> {
    this.checkZone(given.timeZone);
    return this.database.transaction(async (tx) => {
      const id = await this.store.insert(tx, given);
      await this.journal.record(tx, { actorId: viewer.accountId, action: 'city.create', subjectType: 'city', subjectId: id, after: given });
      return found(await this.store.find(tx, id));
    });
  }

  /**
   * Changes the given fields. Agreements are found by the new names at once; the people of the city are reminded at its new hour.
   * @throws Refusal `record/stale`, `record/not-found`, `city/unknown-zone`, `record/in-use` when an agreement has the city in its present role
   */
  async change(viewer: Viewer, id: string, version: number, patch: CityPatch): Promise<City> {
    this.checkZone(patch.timeZone);
    return this.database.transaction(async (tx) => {
      const stored = found(await this.store.find(tx, id));
      const { before, after } = differences<CityChange>(stored, patch);
      if (after.role !== undefined && await this.store.isParty(tx, id)) throw new Refusal('record/in-use', { fields: [{ path: 'role', code: 'record/in-use' }] });
      await this.store.update(tx, stored, version, after);
      if (Object.keys(after).length > 0) await this.journal.record(tx, { actorId: viewer.accountId, action: 'city.update', subjectType: 'city', subjectId: id, before, after });
      if (NAMING.some((field) => field in after)) await this.store.refreshAgreements(tx, id);
      if (REMINDING.some((field) => field in after)) for (const personId of await this.store.peopleOf(tx, id)) await this.reminders.replanPerson(tx, personId);
      return found(await this.store.find(tx, id));
    });
  }

  /** @throws Refusal `record/not-found`; `record/in-use` while a person or an agreement belongs to the city */
  delete(viewer: Viewer, id: string): Promise<City> {
    return this.database.transaction(async (tx) => {
      const stored = found(await this.store.find(tx, id));
      await this.store.delete(tx, id);
      await this.journal.record(tx, { actorId: viewer.accountId, action: 'city.delete', subjectType: 'city', subjectId: id, before: stored });
      return stored;
    });
  }

  private checkZone(zone: string | null | undefined): void {
    if (zone && !isKnownZone(this.zones, zone)) throw new Refusal('city/unknown-zone', { fields: [{ path: 'timeZone', code: 'city/unknown-zone' }] });
  }
}

function found(city: City | undefined): City {
  if (!city) throw new Refusal('record/not-found');
  return city;
}
