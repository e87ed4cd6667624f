import { Injectable } from '@nestjs/common';
import type { ListQuery, Page, Person, PersonCreate, personList } from '@tawama/contracts';
import { searchText } from '@tawama/domain';
import type { EntityManager } from 'typeorm';
import { missing, refusing } from '../../platform/db/constraints.js';
import { byName, selectPage, type ListSource } from '../../platform/db/list-sql.js';
import { updateVersioned } from '../../platform/db/versioned.js';
import { Refusal } from '../../platform/http/refusal.js';

const COLUMNS = `p.id, p.version, p.name, p.email, p.language, p.time_zone AS "timeZone", p.city_id AS "cityId", p.function,
  p.mandate_ends_on AS "mandateEndsOn", p.active, p.demonstration`;

/** Of the people, a scoped viewer sees those of the cities that have a part in the agreements of the scope. */
const within = (ids: string): string =>
  `p.city_id IN (SELECT home_city_id FROM agreement WHERE id = ANY(${ids}) UNION SELECT city_id FROM agreement_partner WHERE agreement_id = ANY(${ids}))`;

const LIST = {
  from: 'person p', select: COLUMNS, id: 'p.id', search: 'p.search_text', within,
  columns: {
    id: { sql: 'p.id', type: 'uuid' }, cityId: { sql: 'p.city_id', type: 'uuid' }, function: 'p.function', language: 'p.language',
    active: { sql: 'p.active', type: 'boolean' }, mandateEndsOn: { sql: 'p.mandate_ends_on', type: 'date' }, name: { sql: 'p.name', sort: byName('p.name') },
  },
} satisfies ListSource<typeof personList>;

/** What of a person is stored under another name than the contract's. */
const RENAMED = { timeZone: 'time_zone', cityId: 'city_id', mandateEndsOn: 'mandate_ends_on' } as const;
export type PersonChange = Partial<Omit<Person, 'id' | 'version'>>;

const refusals = {
  person_email: () => new Refusal('person/duplicate-email', { fields: [{ path: 'email', code: 'person/duplicate-email' }] }),
  person_city_id_fkey: missing('cityId'),
};
const personSearchText = ({ name, email }: { name: string; email: string | null }): string => searchText([name, email ?? '']);

/** All SQL of the people. */
@Injectable()
export class PeopleStore {
  list(tx: EntityManager, query: ListQuery, scope: readonly string[] | null): Promise<Page<Person>> {
    return selectPage<Person>(tx, LIST, query, scope);
  }

  async find(tx: EntityManager, id: string, scope: readonly string[] | null): Promise<Person | undefined> {
    return (await tx.query<Person[]>(`SELECT ${COLUMNS} FROM person p WHERE p.id = $1 AND ($2::uuid[] IS NULL OR ${within('$2::uuid[]')})`, [id, scope]))[0];
  }

  /** @throws Refusal `person/duplicate-email`; `request/invalid` for a city that is not there */
  async insert(tx: EntityManager, person: PersonCreate): Promise<string> {
    const [row] = await refusing(tx.query<{ id: string }[]>(
      `INSERT INTO person (name, email, language, time_zone, city_id, function, mandate_ends_on, active, search_text)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
      [person.name, person.email, person.language, person.timeZone, person.cityId, person.function, person.mandateEndsOn, person.active, personSearchText(person)],
    ), refusals);
    if (!row) throw new Error('the new person has no id');
    return row.id;
  }

  /** @throws Refusal `record/stale`, `record/not-found`, `person/duplicate-email`; `request/invalid` for a city that is not there */
  async update(tx: EntityManager, stored: Person, version: number, change: PersonChange): Promise<void> {
    const columns = Object.fromEntries(Object.entries(change).map(([field, value]) => [field in RENAMED ? RENAMED[field as keyof typeof RENAMED] : field, value]));
    const search = 'name' in change || 'email' in change ? { search_text: personSearchText({ ...stored, ...change }) } : {};
    await refusing(updateVersioned(tx, { table: 'person', id: stored.id, version, changes: { ...columns, ...search }, current: () => this.find(tx, stored.id, null) }), refusals);
  }

  async delete(tx: EntityManager, id: string): Promise<void> {
    await tx.query('DELETE FROM person WHERE id = $1', [id]);
  }
}
