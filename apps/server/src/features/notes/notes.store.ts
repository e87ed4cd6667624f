import { Injectable } from '@nestjs/common';
import type { ListQuery, Note, NoteCreate, noteList, Page } from '@tawama/contracts';
import type { EntityManager } from 'typeorm';
import { selectPage, type ListSource } from '../../platform/db/list-sql.js';
import { updateVersioned } from '../../platform/db/versioned.js';
import { subjectWithin, type Whereabouts } from '../contacts/subjects.store.js';

const FROM = 'note n LEFT JOIN account u ON u.id = n.account_id';
const COLUMNS = `n.id, n.version, jsonb_build_object('type', n.subject_type, 'id', n.subject_id) AS subject, n.agreement_id AS "agreementId", n.text, n.at, n.account_id AS "authorId", u.name AS "authorName", n.demonstration`;

const LIST = {
  from: FROM, select: COLUMNS, id: 'n.id', within: subjectWithin('n'), search: 'lower(n.text)',
  columns: {
    id: { sql: 'n.id', type: 'uuid' }, subjectType: 'n.subject_type', subjectId: { sql: 'n.subject_id', type: 'uuid' }, agreementId: { sql: 'n.agreement_id', type: 'uuid' },
    authorId: { sql: 'n.account_id', type: 'uuid' }, at: { sql: 'n.at', type: 'timestamptz' },
  },
} satisfies ListSource<typeof noteList>;

/** All SQL of the notes. */
@Injectable()
export class NotesStore {
  list(tx: EntityManager, query: ListQuery, scope: readonly string[] | null): Promise<Page<Note>> {
    return selectPage<Note>(tx, LIST, query, scope);
  }

  async find(tx: EntityManager, id: string, scope: readonly string[] | null): Promise<Note | undefined> {
    return (await tx.query<Note[]>(`SELECT ${COLUMNS} FROM ${FROM} WHERE n.id = $1 AND ($2::uuid[] IS NULL OR ${subjectWithin('n')('$2::uuid[]')})`, [id, scope]))[0];
  }

  async insert(tx: EntityManager, { subject, text }: NoteCreate, { agreementId, personId }: Whereabouts, accountId: string): Promise<string> {
    const [row] = await tx.query<{ id: string }[]>(
      'INSERT INTO note (subject_type, subject_id, agreement_id, person_id, account_id, text) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id', [subject.type, subject.id, agreementId, personId, accountId, text]);
    if (!row) throw new Error('the new note has no id');
    return row.id;
  }

  /** @throws Refusal `record/stale`, `record/not-found` */
  async update(tx: EntityManager, id: string, version: number, text: string): Promise<void> {
    await updateVersioned(tx, { table: 'note', id, version, changes: { text }, current: () => this.find(tx, id, null) });
  }

  async delete(tx: EntityManager, id: string): Promise<void> {
    await tx.query('DELETE FROM note WHERE id = $1', [id]);
  }
}
