import { Injectable } from '@nestjs/common';
import type { Contact, ContactCreate, contactList, ListQuery, Page } from '@tawama/contracts';
import type { EntityManager } from 'typeorm';
import { missing, refusing } from '../../platform/db/constraints.js';
import { selectPage, type ListSource } from '../../platform/db/list-sql.js';
import { subjectWithin, type Whereabouts } from './subjects.store.js';

const FROM = 'contact k LEFT JOIN agreement a ON a.id = k.agreement_id LEFT JOIN person p ON p.id = k.person_id LEFT JOIN account u ON u.id = k.account_id';
const COLUMNS = `k.id, k.version, jsonb_build_object('type', k.subject_type, 'id', k.subject_id) AS subject, k.agreement_id AS "agreementId", k.person_id AS "personId", k.kind, k."on", k.line,
  k.account_id AS "userId", u.name AS "userName", k.demonstration`;

const LIST = {
  from: FROM, select: COLUMNS, id: 'k.id', within: subjectWithin('k'),
  // A contact is found by whom it was with: the agreement's cities and the person.
  search: `(coalesce(a.search_text, '') || E'\\n' || coalesce(p.search_text, '') || E'\\n' || lower(k.line))`,
  columns: {
    id: { sql: 'k.id', type: 'uuid' }, agreementId: { sql: 'k.agreement_id', type: 'uuid' }, personId: { sql: 'k.person_id', type: 'uuid' },
    subjectType: 'k.subject_type', subjectId: { sql: 'k.subject_id', type: 'uuid' }, kind: 'k.kind', on: { sql: 'k."on"', type: 'date' },
  },
} satisfies ListSource<typeof contactList>;

/** All SQL of the contact log. */
@Injectable()
export class ContactsStore {
  list(tx: EntityManager, query: ListQuery, scope: readonly string[] | null): Promise<Page<Contact>> {
    return selectPage<Contact>(tx, LIST, query, scope);
  }

  async find(tx: EntityManager, id: string, scope: readonly string[] | null): Promise<Contact | undefined> {
    return (await tx.query<Contact[]>(`SELECT ${COLUMNS} FROM ${FROM} WHERE k.id = $1 AND ($2::uuid[] IS NULL OR ${subjectWithin('k')('$2::uuid[]')})`, [id, scope]))[0];
  }

  /** @throws Refusal `request/invalid` for a person that is not there */
  async insert(tx: EntityManager, contact: ContactCreate, { agreementId, personId }: Whereabouts, accountId: string): Promise<string> {
    const [row] = await refusing(tx.query<{ id: string }[]>(
      `INSERT INTO contact (subject_type, subject_id, agreement_id, person_id, account_id, kind, "on", line) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
      [contact.subject.type, contact.subject.id, agreementId, personId ?? contact.personId, accountId, contact.kind, contact.on, contact.line],
    ), { contact_person_id_fkey: missing('personId') });
    if (!row) throw new Error('the new contact has no id');
    return row.id;
  }

  async delete(tx: EntityManager, id: string): Promise<void> {
    await tx.query('DELETE FROM contact WHERE id = $1', [id]);
  }
}
