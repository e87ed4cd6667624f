import { Injectable } from '@nestjs/common';
import type { Holiday, HolidayCreate, holidayList, ListQuery, Page } from '@tawama/contracts';
import { namedSearchText } from '@tawama/domain';
import type { EntityManager } from 'typeorm';
import { selectPage, type ListSource } from '../../platform/db/list-sql.js';
import { updateVersioned } from '../../platform/db/versioned.js';

const COLUMNS = `h.id, h.version, h.country, h.name, h.kind, h.month_day AS "monthDay", h."on", h.certainty, h.source`;

const LIST = {
  from: 'holiday h', select: COLUMNS, id: 'h.id', search: 'h.search_text', within: null,
  columns: {
    id: { sql: 'h.id', type: 'uuid' }, country: 'h.country', kind: 'h.kind', certainty: 'h.certainty', on: { sql: 'h."on"', type: 'date' }, monthDay: 'h.month_day',
  },
} satisfies ListSource<typeof holidayList>;

export type HolidayChange = Partial<Omit<Holiday, 'id' | 'version'>>;
const SEEDED = 'holidays.seeded';

/** All SQL of the holidays. */
@Injectable()
export class HolidaysStore {
  list(tx: EntityManager, query: ListQuery): Promise<Page<Holiday>> {
    return selectPage<Holiday>(tx, LIST, query, null);
  }

  async find(tx: EntityManager, id: string): Promise<Holiday | undefined> {
    return (await tx.query<Holiday[]>(`SELECT ${COLUMNS} FROM holiday h WHERE h.id = $1`, [id]))[0];
  }

  async insert(tx: EntityManager, holiday: HolidayCreate): Promise<string> {
    const [row] = await tx.query<{ id: string }[]>(
      `INSERT INTO holiday (country, name, kind, month_day, "on", certainty, source, search_text) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
      [holiday.country, holiday.name, holiday.kind, holiday.monthDay, holiday.on, holiday.certainty, holiday.source, namedSearchText(holiday.name, [holiday.source])],
    );
    if (!row) throw new Error('the new holiday has no id');
    return row.id;
  }

  /** @throws Refusal `record/stale`, `record/not-found` */
  async update(tx: EntityManager, stored: Holiday, version: number, { monthDay, ...change }: HolidayChange): Promise<void> {
    const next = { ...stored, ...change };
    const search = change.name !== undefined || change.source !== undefined ? { search_text: namedSearchText(next.name, [next.source]) } : {};
    await updateVersioned(tx, { table: 'holiday', id: stored.id, version, changes: { ...change, month_day: monthDay, ...search }, current: () => this.find(tx, stored.id) });
  }

  async delete(tx: EntityManager, id: string): Promise<void> {
    await tx.query('DELETE FROM holiday WHERE id = $1', [id]);
  }

  /** Which days the program has brought along before, locked so that two starts at once agree; what an administrator deleted is among them. */
  async seeded(tx: EntityManager): Promise<string[]> {
    await tx.query(`INSERT INTO setting (key, value) VALUES ($1, '[]') ON CONFLICT DO NOTHING`, [SEEDED]);
    const [row] = await tx.query<{ value: string[] }[]>('SELECT value FROM setting WHERE key = $1 FOR UPDATE', [SEEDED]);
    return row?.value ?? [];
  }

  async noteSeeded(tx: EntityManager, days: readonly string[]): Promise<void> {
    await tx.query('UPDATE setting SET value = $2::jsonb WHERE key = $1', [SEEDED, JSON.stringify(days)]);
  }

  async isThere(tx: EntityManager, { country, monthDay, on }: HolidayCreate): Promise<boolean> {
    return (await tx.query<unknown[]>('SELECT 1 FROM holiday WHERE country = $1 AND (month_day = $2 OR "on" = $3::date)', [country, monthDay, on])).length > 0;
  }
}
