import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { LegalNote, LegalNoteCreate, LegalNotePatch, ListQuery, Page } from '@tawama/contracts';
import { ClubClock } from '../../platform/clock.js';
import { Database } from '../../platform/db/database.js';
import { differences } from '../../platform/db/versioned.js';
import { Refusal } from '../../platform/http/refusal.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { AuditJournal } from '../audit/audit-journal.js';
import { LegalNotesStore, type LegalNoteChange } from './legal-notes.store.js';
import { MOROCCAN_LAW } from './moroccan-law.js';

/** What the law of each country says of a step: written by whoever knows, confirmed by the legal reviewer alone. */
@Injectable()
export class LegalNotesService implements OnApplicationBootstrap {
  constructor(private readonly database: Database, private readonly store: LegalNotesStore, private readonly journal: AuditJournal, private readonly clock: ClubClock) {}

  onApplicationBootstrap(): Promise<void> {
    return this.seed();
  }

  /** Brings along the notes that no earlier start has brought; what was deleted since stays deleted. */
  seed(): Promise<void> {
    return this.database.transaction(async (tx) => {
      const before = await this.store.seeded(tx);
      const missing = MOROCCAN_LAW.filter(({ name }) => !before.includes(name));
      for (const note of missing) await this.store.insert(tx, note);
      if (missing.length > 0) await this.store.noteSeeded(tx, [...before, ...missing.map(({ name }) => name)]);
    });
  }

  list(query: ListQuery): Promise<Page<LegalNote>> {
    return this.store.list(this.database.often, query);
  }

  /** @throws Refusal `record/not-found` */
  get(id: string): Promise<LegalNote> {
    return this.database.read(async (tx) => found(await this.store.find(tx, id)));
  }

  create(viewer: Viewer, given: LegalNoteCreate): Promise<LegalNote> {
    return this.database.transaction(async (tx) => {
      const id = await this.store.insert(tx, given);
      await this.journal.record(tx, { actorId: viewer.accountId, action: 'legalNote.create', subjectType: 'legalNote', subjectId: id, after: given });
      return found(await this.store.find(tx, id));
    });
  }

  /** What is changed is to be verified again. @throws Refusal `record/stale`, `record/not-found` */
  change(viewer: Viewer, id: string, version: number, patch: LegalNotePatch): Promise<LegalNote> {
    return this.database.transaction(async (tx) => {
      const stored = found(await this.store.find(tx, id));
      const { before, after } = differences<LegalNoteChange>(stored, patch);
      await this.store.update(tx, stored, version, after);
      const next = found(await this.store.find(tx, id));
      if (Object.keys(after).length > 0) await this.journal.record(tx, { actorId: viewer.accountId, action: 'legalNote.update', subjectType: 'legalNote', subjectId: id, before: { ...before, state: stored.state }, after: { ...after, state: next.state } });
      return next;
    });
  }

  /** @throws Refusal `legal/reviewer-only` to any other role, `record/stale`, `record/not-found` */
  confirm(viewer: Viewer, id: string, version: number): Promise<LegalNote> {
    if (viewer.role !== 'legal') throw new Refusal('legal/reviewer-only');
    return this.database.transaction(async (tx) => {
      const stored = found(await this.store.find(tx, id));
      await this.store.confirm(tx, id, version, viewer.accountId, await this.clock.today(tx));
      await this.journal.record(tx, { actorId: viewer.accountId, action: 'legalNote.confirm', subjectType: 'legalNote', subjectId: id, before: { state: stored.state }, after: { state: 'confirmed' } });
      return found(await this.store.find(tx, id));
    });
  }

  /** @throws Refusal `record/not-found` */
  delete(viewer: Viewer, id: string): Promise<LegalNote> {
    return this.database.transaction(async (tx) => {
      const stored = found(await this.store.find(tx, id));
      await this.store.delete(tx, id);
      await this.journal.record(tx, { actorId: viewer.accountId, action: 'legalNote.delete', subjectType: 'legalNote', subjectId: id, before: stored });
      return stored;
    });
  }
}

function found(note: LegalNote | undefined): LegalNote {
  if (!note) throw new Refusal('record/not-found');
  return note;
}
