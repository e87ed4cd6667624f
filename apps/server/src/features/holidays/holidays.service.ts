import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Holiday, HolidayCreate, HolidayPatch, ListQuery, Page } from '@tawama/contracts';
import { Database } from '../../platform/db/database.js';
import { differences } from '../../platform/db/versioned.js';
import { Refusal } from '../../platform/http/refusal.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { AuditJournal } from '../audit/audit-journal.js';
import { HolidaysStore, type HolidayChange } from './holidays.store.js';
import { MOROCCAN_HOLIDAYS } from './moroccan-holidays.js';

/** The holidays of the countries, fixed, by the moon, or declared once. */
@Injectable()
export class HolidaysService implements OnApplicationBootstrap {
  constructor(private readonly database: Database, private readonly store: HolidaysStore, private readonly journal: AuditJournal) {}

  onApplicationBootstrap(): Promise<void> {
    return this.seed();
  }

  /** Brings along the Moroccan days that no earlier start has brought; what was deleted since stays deleted. */
  seed(): Promise<void> {
    return this.database.transaction(async (tx) => {
      const before = await this.store.seeded(tx);
      const now = [...before];
      for (const holiday of MOROCCAN_HOLIDAYS) {
        const day = `${holiday.country} ${holiday.monthDay ?? holiday.on}`;
        if (before.includes(day)) continue;
        if (!await this.store.isThere(tx, holiday)) await this.store.insert(tx, holiday);
        now.push(day);
      }
      if (now.length > before.length) await this.store.noteSeeded(tx, now);
    });
  }

  list(query: ListQuery): Promise<Page<Holiday>> {
    return this.database.read((tx) => this.store.list(tx, query));
  }

  /** @throws Refusal `record/not-found` */
  get(id: string): Promise<Holiday> {
    return this.database.read(async (tx) => found(await this.store.find(tx, id)));
  }

  create(viewer: Viewer, given: HolidayCreate): Promise<Holiday> {
    return this.database.transaction(async (tx) => {
      const id = await this.store.insert(tx, given);
      await this.journal.record(tx, { actorId: viewer.accountId, action: 'holiday.create', subjectType: 'holiday', subjectId: id, after: given });
      return found(await this.store.find(tx, id));
    });
  }

  /** @throws Refusal `record/stale`, `record/not-found`; `request/invalid` when it would have both or neither of a day of the year and a date */
  change(viewer: Viewer, id: string, version: number, patch: HolidayPatch): Promise<Holiday> {
    return this.database.transaction(async (tx) => {
      const stored = found(await this.store.find(tx, id));
      const { before, after } = differences<HolidayChange>(stored, patch);
      const { kind, monthDay, on } = { ...stored, ...after };
      if (kind === 'fixed' ? !monthDay || on : !on || monthDay) throw new Refusal('request/invalid', { fields: [{ path: 'on', code: 'holiday/date' }] });
      await this.store.update(tx, stored, version, after);
      if (Object.keys(after).length > 0) await this.journal.record(tx, { actorId: viewer.accountId, action: 'holiday.update', subjectType: 'holiday', subjectId: id, before, after });
      return found(await this.store.find(tx, id));
    });
  }

  /** @throws Refusal `record/not-found` */
  delete(viewer: Viewer, id: string): Promise<Holiday> {
    return this.database.transaction(async (tx) => {
      const stored = found(await this.store.find(tx, id));
      await this.store.delete(tx, id);
      await this.journal.record(tx, { actorId: viewer.accountId, action: 'holiday.delete', subjectType: 'holiday', subjectId: id, before: stored });
      return stored;
    });
  }
}

function found(holiday: Holiday | undefined): Holiday {
  if (!holiday) throw new Refusal('record/not-found');
  return holiday;
}
