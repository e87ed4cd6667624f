import { Injectable } from '@nestjs/common';
import type { Contact, ContactCreate, contactList, ListQuery, Page } from '@tawama/contracts';
import type { EntityManager } from 'typeorm';
import { missing, refusing } from '../../platform/db/constraints.js';
import { selectPage, type ListSource } from '../../platform/db/list-sql.js';

const FROM = 'contact k JOIN agreement a ON a.id = k.agreement_id LEFT JOIN person p ON p.id = k.person_id LEFT JOIN account u ON u.id = k.account_id';
const COLUMNS = `k.id, k.version, k.agreement_id AS "agreementId", k.person_id AS "personId", k.means, k."on", k.line, k.account_id AS "userId", u.name AS "userName", k.demonstration`;

const LIST = {
  from: FROM, select: COLUMNS, id: 'k.id', within: (ids) => `k.agreement_id = ANY(${ids})`,
  // A contact is found by whom it was with: the agreement's cities and the person.
  search: `(a.search_text || E'\\n' || coalesce(p.search_text, '') || E'\\n' || lower(k.line))`,
  columns: {
    id: { sql: 'k.id', type: 'uuid' }, agreementId: { sql: 'k.agreement_id', type: 'uuid' }, personId: { sql: 'k.person_id', type: 'uuid' },
    means: 'k.means', on: { sql: 'k."on"', type: 'date' },
  },
} satisfies ListSource<typeof contactList>;

/** All SQL of the contact log. */
@Injectable()
export class ContactsStore {
  list(tx: EntityManager, query: ListQuery, scope: readonly string[] | null): Promise<Page<Contact>> {
    return selectPage<Contact>(tx, LIST, query, scope);
  }

  async find(tx: EntityManager, id: string, scope: readonly string[] | null): Promise<Contact | undefined> {
    return (await tx.query<Contact[]>(`SELECT ${COLUMNS} FROM ${FROM} WHERE k.id = $1 AND ($2::uuid[] IS NULL OR k.agreement_id = ANY($2::uuid[]))`, [id, scope]))[0];
  }

  /** @throws Refusal `request/invalid` for an agreement or a person that is not there */
  async insert(tx: EntityManager, contact: ContactCreate, accountId: string): Promise<string> {
    const [row] = await refusing(tx.query<{ id: string }[]>(
      `INSERT INTO contact (agreement_id, person_id, account_id, means, "on", line) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
      [contact.agreementId, contact.personId, accountId, contact.means, contact.on, contact.line],
    ), { contact_agreement_id_fkey: missing('agreementId'), contact_person_id_fkey: missing('personId') });
    if (!row) throw new Error('the new contact has no id');
    return row.id;
  }

  async delete(tx: EntityManager, id: string): Promise<void> {
    await tx.query('DELETE FROM contact WHERE id = $1', [id]);
  }
}
