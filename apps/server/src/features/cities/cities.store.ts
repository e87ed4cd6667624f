import { Injectable } from '@nestjs/common';
import type { City, CityCreate, cityList, ListQuery, LocalisedText, Page } from '@tawama/contracts';
import { agreementSearchText, agreementTitle, citySearchText } from '@tawama/domain';
import type { EntityManager } from 'typeorm';
import { byName, selectPage, type ListSource } from '../../platform/db/list-sql.js';
import { updateVersioned } from '../../platform/db/versioned.js';

const COLUMNS = `c.id, c.version, c.key, c.name, c.legal_name AS "legalName", c.aliases, c.country, c.time_zone AS "timeZone", c.weekend, c.language, c.role,
  c.identification, c.source, c.note, c.latitude, c.longitude, c.demonstration`;

const LIST = {
  from: 'city c', select: COLUMNS, id: 'c.id', search: 'c.search_text',
  // Which cities the club has is public; what is confidential hangs on agreements and people.
  within: null,
  columns: {
    id: { sql: 'c.id', type: 'uuid' }, key: 'c.key', country: 'c.country', role: 'c.role', identification: 'c.identification', language: 'c.language',
    name: byName(`coalesce(c.name->>'ar', c.name->>'fr', c.name->>'en')`),
  },
} satisfies ListSource<typeof cityList>;

/** What of a city is stored under another name than the contract's. */
const RENAMED = { legalName: 'legal_name', timeZone: 'time_zone' } as const;
export type CityChange = Partial<Omit<City, 'id' | 'version'>>;

/** All SQL of the cities. */
@Injectable()
export class CitiesStore {
  list(tx: EntityManager, query: ListQuery, language: 'ar' | 'fr' | 'en'): Promise<Page<City>> {
    const name = byName(`coalesce(c.name->>'${language}', c.name->>'ar', c.name->>'fr', c.name->>'en')`);
    return selectPage<City>(tx, { ...LIST, columns: { ...LIST.columns, name } }, query, null);
  }

  async find(tx: EntityManager, id: string): Promise<City | undefined> {
    return (await tx.query<City[]>(`SELECT ${COLUMNS} FROM city c WHERE c.id = $1`, [id]))[0];
  }

  async insert(tx: EntityManager, city: CityCreate): Promise<string> {
    const [row] = await tx.query<{ id: string }[]>(
      `INSERT INTO city (key, name, legal_name, aliases, country, time_zone, language, role, identification, source, note, latitude, longitude, search_text, weekend)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) RETURNING id`,
      [city.key, city.name, city.legalName, city.aliases, city.country, city.timeZone, city.language, city.role, city.identification, city.source,
        city.note, city.latitude, city.longitude, citySearchText(city), city.weekend],
    );
    if (!row) throw new Error('the new city has no id');
    return row.id;
  }

  /** @throws Refusal `record/stale`, `record/not-found` */
  async update(tx: EntityManager, stored: City, version: number, change: CityChange): Promise<void> {
    const columns = Object.fromEntries(Object.entries(change).map(([field, value]) => [field in RENAMED ? RENAMED[field as keyof typeof RENAMED] : field, value]));
    const search = 'name' in change || 'legalName' in change || 'aliases' in change ? { search_text: citySearchText({ ...stored, ...change }) } : {};
    await updateVersioned(tx, { table: 'city', id: stored.id, version, changes: { ...columns, ...search }, current: () => this.find(tx, stored.id) });
  }

  async delete(tx: EntityManager, id: string): Promise<void> {
    await tx.query('DELETE FROM city WHERE id = $1', [id]);
  }

  /** Whether an agreement has the city as home or partner. */
  async isParty(tx: EntityManager, id: string): Promise<boolean> {
    const [row] = await tx.query<{ party: boolean }[]>(
      `SELECT EXISTS (SELECT 1 FROM agreement WHERE home_city_id = $1) OR EXISTS (SELECT 1 FROM agreement_partner WHERE city_id = $1) AS party`, [id]);
    return row?.party ?? false;
  }

  async peopleOf(tx: EntityManager, id: string): Promise<string[]> {
    return (await tx.query<{ id: string }[]>('SELECT id FROM person WHERE city_id = $1 ORDER BY id', [id])).map((person) => person.id);
  }

  /** Brings title and search text of the agreements of a city up to its present names; of all agreements without a city. */
  async refreshAgreements(tx: EntityManager, cityId: string | null = null): Promise<void> {
    const rows = await tx.query<{ id: string; home: LocalisedText; partners: LocalisedText[]; texts: string[] }[]>(
      `SELECT a.id, h.name AS home, jsonb_agg(c.name ORDER BY p.place) AS partners, h.search_text || array_agg(c.search_text ORDER BY p.place) AS texts
       FROM agreement a JOIN city h ON h.id = a.home_city_id JOIN agreement_partner p ON p.agreement_id = a.id JOIN city c ON c.id = p.city_id
       WHERE $1::uuid IS NULL OR a.home_city_id = $1 OR EXISTS (SELECT 1 FROM agreement_partner q WHERE q.agreement_id = a.id AND q.city_id = $1)
       GROUP BY a.id, h.id`, [cityId]);
    const renamed = rows.map(({ id, home, partners, texts }) => {
      const title = agreementTitle(home, partners);
      return { id, title, search_text: agreementSearchText(title, texts) };
    });
    await tx.query(
      `UPDATE agreement SET title = new.title, search_text = new.search_text FROM jsonb_to_recordset($1::jsonb) AS new (id uuid, title jsonb, search_text text)
       WHERE agreement.id = new.id AND (agreement.title, agreement.search_text) IS DISTINCT FROM (new.title, new.search_text)`, [JSON.stringify(renamed)]);
  }
}
