import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { CouncilSession, CouncilSessionCreate, CouncilSessionPatch, ListQuery, Page } from '@tawama/contracts';
import { announcedSessions, dateParts } from '@tawama/domain';
import { ClubClock } from '../../platform/clock.js';
import { Database, type Tx } from '../../platform/db/database.js';
import { differences } from '../../platform/db/versioned.js';
import { Refusal } from '../../platform/http/refusal.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { AuditJournal } from '../audit/audit-journal.js';
import { CouncilSessionsStore } from './council-sessions.store.js';

/** Announced sessions are known so many years ahead. */
const YEARS_AHEAD = 5;
const FIRST_YEAR = 2025;

/** When the councils of our cities meet: as the law announces it, until somebody enters the date that was convened. */
@Injectable()
export class CouncilSessionsService implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly store: CouncilSessionsStore,
    private readonly journal: AuditJournal,
    private readonly clock: ClubClock,
  ) {}

  onApplicationBootstrap(): Promise<void> {
    return this.announce();
  }

  /** Brings along the announced sessions of years that no earlier look has brought; what was deleted since stays deleted. */
  announce(): Promise<void> {
    return this.database.transaction(async (tx) => {
      const last = dateParts(await this.clock.today(tx)).year + YEARS_AHEAD;
      const before = await this.store.seededUntil(tx);
      if (before !== null && before >= last) return;
      await this.store.insert(tx, announcedSessions(before === null ? FIRST_YEAR : before + 1, last).map((beginsOn) => ({ cityId: null, kind: 'ordinary' as const, beginsOn, endsOn: beginsOn, certainty: 'estimated' as const, source: 'ordinarySessions' })));
      await this.store.noteSeeded(tx, last);
    });
  }

  list(query: ListQuery): Promise<Page<CouncilSession>> {
    return this.database.read((tx) => this.store.list(tx, query));
  }

  /** @throws Refusal `record/not-found` */
  get(id: string): Promise<CouncilSession> {
    return this.database.read(async (tx) => found(await this.store.find(tx, id)));
  }

  /** @throws Refusal `request/invalid` for a city that is not ours */
  create(viewer: Viewer, given: CouncilSessionCreate): Promise<CouncilSession> {
    return this.database.transaction(async (tx) => {
      await this.checkCity(tx, given.cityId);
      const [id = ''] = await this.store.insert(tx, [given]);
      await this.journal.record(tx, { actorId: viewer.accountId, action: 'session.create', subjectType: 'session', subjectId: id, after: given });
      return found(await this.store.find(tx, id));
    });
  }

  /** @throws Refusal `record/stale`, `record/not-found`; `request/invalid` when it would end before it begins, or for a city that is not ours */
  change(viewer: Viewer, id: string, version: number, patch: CouncilSessionPatch): Promise<CouncilSession> {
    return this.database.transaction(async (tx) => {
      const stored = found(await this.store.find(tx, id));
      const { before, after } = differences<CouncilSessionPatch>(stored, patch);
      const { beginsOn, endsOn } = { ...stored, ...after };
      if (endsOn < beginsOn) throw new Refusal('request/invalid', { fields: [{ path: 'endsOn', code: 'date/out-of-order' }] });
      await this.checkCity(tx, after.cityId ?? null);
      await this.store.update(tx, id, version, after);
      if (Object.keys(after).length > 0) await this.journal.record(tx, { actorId: viewer.accountId, action: 'session.update', subjectType: 'session', subjectId: id, before, after });
      return found(await this.store.find(tx, id));
    });
  }

  /** @throws Refusal `record/not-found` */
  delete(viewer: Viewer, id: string): Promise<CouncilSession> {
    return this.database.transaction(async (tx) => {
      const stored = found(await this.store.find(tx, id));
      await this.store.delete(tx, id);
      await this.journal.record(tx, { actorId: viewer.accountId, action: 'session.delete', subjectType: 'session', subjectId: id, before: stored });
      return stored;
    });
  }

  private async checkCity(tx: Tx, cityId: string | null): Promise<void> {
    if (cityId !== null && !await this.store.isHomeCity(tx, cityId)) throw new Refusal('request/invalid', { fields: [{ path: 'cityId', code: 'city/not-home' }] });
  }
}

function found(session: CouncilSession | undefined): CouncilSession {
  if (!session) throw new Refusal('record/not-found');
  return session;
}
