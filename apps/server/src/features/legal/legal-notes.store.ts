import { Injectable } from '@nestjs/common';
import type { LegalNote, LegalNoteCreate, legalNoteList, ListQuery, Page } from '@tawama/contracts';
import { namedSearchText } from '@tawama/domain';
import type { Asked, Tx } from '../../platform/db/database.js';
import { selectPage, type ListSource } from '../../platform/db/list-sql.js';
import { updateVersioned } from '../../platform/db/versioned.js';

const FROM = 'legal_note n LEFT JOIN account u ON u.id = n.verified_by';
const COLUMNS = `n.id, n.version, n.country, n.key, n.text, n.days, n.source, n.state, n.verified_by AS "verifiedBy", u.name AS "verifiedByName", n.verified_on AS "verifiedOn"`;

const LIST = {
  from: FROM, countFrom: 'legal_note n', select: COLUMNS, id: 'n.id', search: 'n.search_text', within: null,
  columns: { id: { sql: 'n.id', type: 'uuid' }, country: 'n.country', key: 'n.key', state: 'n.state' },
} satisfies ListSource<typeof legalNoteList>;

export type LegalNoteChange = Partial<LegalNoteCreate>;
const SEEDED = 'legal-notes.seeded';

/** All SQL of the legal notes. */
@Injectable()
export class LegalNotesStore {
  list(tx: Asked, query: ListQuery): Promise<Page<LegalNote>> {
    return selectPage<LegalNote>(tx, LIST, query, null);
  }

  async find(tx: Tx, id: string): Promise<LegalNote | undefined> {
    return (await tx.query<LegalNote[]>(`SELECT ${COLUMNS} FROM ${FROM} WHERE n.id = $1`, [id]))[0];
  }

  /** The notes about these steps, of every country; those that name a number first. */
  about(tx: Tx, keys: readonly string[]): Promise<LegalNote[]> {
    return tx.query<LegalNote[]>(`SELECT ${COLUMNS} FROM ${FROM} WHERE n.key = ANY($1::text[]) ORDER BY n.key, n.days IS NULL, n.id LIMIT 1000`, [keys]);
  }

  async insert(tx: Tx, { country, key, text, days, source }: LegalNoteCreate): Promise<string> {
    const [row] = await tx.query<{ id: string }[]>('INSERT INTO legal_note (country, key, text, days, source, search_text) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id',
      [country, key, text, days, source, namedSearchText(text, [key, source])]);
    if (!row) throw new Error('the new legal note has no id');
    return row.id;
  }

  /** Nobody has verified what is written now. @throws Refusal `record/stale`, `record/not-found` */
  async update(tx: Tx, stored: LegalNote, version: number, change: LegalNoteChange): Promise<void> {
    const next = { ...stored, ...change };
    const changes = Object.keys(change).length === 0 ? {} : { ...change, search_text: namedSearchText(next.text, [next.key, next.source]), state: 'toVerify', verified_by: null, verified_on: null };
    await updateVersioned(tx, { table: 'legal_note', id: stored.id, version, changes, current: () => this.find(tx, stored.id) });
  }

  /** @throws Refusal `record/stale`, `record/not-found` */
  async confirm(tx: Tx, id: string, version: number, accountId: string, today: string): Promise<void> {
    await updateVersioned(tx, { table: 'legal_note', id, version, changes: { state: 'confirmed', verified_by: accountId, verified_on: today }, current: () => this.find(tx, id) });
  }

  async delete(tx: Tx, id: string): Promise<void> {
    await tx.query('DELETE FROM legal_note WHERE id = $1', [id]);
  }

  /** Which notes the program has brought along before, locked so that two starts at once agree; what was deleted is among them. */
  async seeded(tx: Tx): Promise<string[]> {
    await tx.query(`INSERT INTO setting (key, value) VALUES ($1, '[]') ON CONFLICT DO NOTHING`, [SEEDED]);
    const [row] = await tx.query<{ value: string[] }[]>('SELECT value FROM setting WHERE key = $1 FOR UPDATE', [SEEDED]);
    return row?.value ?? [];
  }

  async noteSeeded(tx: Tx, names: readonly string[]): Promise<void> {
    await tx.query('UPDATE setting SET value = $2::jsonb WHERE key = $1', [SEEDED, JSON.stringify(names)]);
  }
}
