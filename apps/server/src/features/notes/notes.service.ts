import { Injectable } from '@nestjs/common';
import type { ListQuery, Note, NoteCreate, NotePatch, Page } from '@tawama/contracts';
import { Database } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { AuditJournal } from '../audit/audit-journal.js';
import { SubjectsStore } from '../contacts/subjects.store.js';
import { NotesStore } from './notes.store.js';

/** What people write down about agreements, steps and people. */
@Injectable()
export class NotesService {
  constructor(private readonly database: Database, private readonly store: NotesStore, private readonly subjects: SubjectsStore, private readonly journal: AuditJournal) {}

  list(viewer: Viewer, query: ListQuery): Promise<Page<Note>> {
    return this.database.read((tx) => this.store.list(tx, query, viewer.agreementIds));
  }

  /** @throws Refusal `record/not-found`, also outside the viewer's scope */
  get(viewer: Viewer, id: string): Promise<Note> {
    return this.database.read(async (tx) => found(await this.store.find(tx, id, viewer.agreementIds)));
  }

  /** @throws Refusal `request/invalid` for a subject that is not there or outside the viewer's scope */
  create(viewer: Viewer, given: NoteCreate): Promise<Note> {
    return this.database.transaction(async (tx) => {
      const id = await this.store.insert(tx, given, await this.subjects.find(tx, given.subject, viewer.agreementIds), viewer.accountId);
      const note = found(await this.store.find(tx, id, viewer.agreementIds));
      await this.journal.record(tx, { actorId: viewer.accountId, action: 'note.create', subjectType: 'note', subjectId: id, agreementId: note.agreementId, after: about(note) });
      return note;
    });
  }

  /** @throws Refusal `record/not-found`, `record/stale`; `note/not-yours` for anybody but its author */
  change(viewer: Viewer, id: string, version: number, { text }: NotePatch): Promise<Note> {
    return this.database.transaction(async (tx) => {
      const stored = found(await this.store.find(tx, id, viewer.agreementIds));
      if (stored.authorId !== viewer.accountId) throw new Refusal('note/not-yours');
      await this.store.update(tx, id, version, text);
      await this.journal.record(tx, { actorId: viewer.accountId, action: 'note.update', subjectType: 'note', subjectId: id, agreementId: stored.agreementId, after: about(stored) });
      return found(await this.store.find(tx, id, viewer.agreementIds));
    });
  }

  /** @throws Refusal `record/not-found`; `note/not-yours` for anybody but its author and administrators */
  delete(viewer: Viewer, id: string): Promise<Note> {
    return this.database.transaction(async (tx) => {
      const stored = found(await this.store.find(tx, id, viewer.agreementIds));
      if (stored.authorId !== viewer.accountId && viewer.role !== 'administrator') throw new Refusal('note/not-yours');
      await this.store.delete(tx, id);
      await this.journal.record(tx, { actorId: viewer.accountId, action: 'note.delete', subjectType: 'note', subjectId: id, agreementId: stored.agreementId, before: about(stored) });
      return stored;
    });
  }
}

function found(note: Note | undefined): Note {
  if (!note) throw new Refusal('record/not-found');
  return note;
}

/** The text may name people: the journal keeps that something was written, not what. */
const about = ({ subject }: Note) => ({ subjectType: subject.type, subjectId: subject.id });
