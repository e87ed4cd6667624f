import { Injectable } from '@nestjs/common';
import type { Incident, incidentList, ListQuery, Page } from '@tawama/contracts';
import type { EntityManager } from 'typeorm';
import { selectPage, type ListSource } from '../../platform/db/list-sql.js';

/** What went wrong and needs a person. `fingerprint` says what is the same failure. */
export interface NewIncident { kind: string; fingerprint: string; summary: string; deliveryId?: string | null; job?: string | null }

const COLUMNS = `i.id, i.version, i.kind, i.job, i.at, i.last_at AS "lastAt", i.times, i.summary, i.state, i.delivery_id AS "deliveryId"`;
const LIST = {
  from: 'incident i', select: COLUMNS, id: 'i.id', within: null,
  columns: { id: { sql: 'i.id', type: 'uuid' }, state: 'i.state', kind: 'i.kind', lastAt: { sql: 'i.last_at', type: 'timestamptz' }, at: { sql: 'i.at', type: 'timestamptz' } },
} satisfies ListSource<typeof incidentList>;

/** All SQL of the incidents. */
@Injectable()
export class IncidentsStore {
  /** Opens an incident, or counts one more time in the open one. */
  async open(tx: EntityManager, { kind, fingerprint, summary, deliveryId = null, job = null }: NewIncident): Promise<void> {
    await tx.query(
      `INSERT INTO incident (kind, fingerprint, summary, delivery_id, job) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (fingerprint) WHERE state = 'open' DO UPDATE SET times = incident.times + 1, last_at = clock_timestamp(), summary = excluded.summary, delivery_id = excluded.delivery_id`,
      [kind, fingerprint, summary.slice(0, 1000), deliveryId, job]);
  }

  list(tx: EntityManager, query: ListQuery): Promise<Page<Incident>> { return selectPage<Incident>(tx, LIST, query, null); }

  async find(tx: EntityManager, id: string): Promise<Incident | undefined> {
    return (await tx.query<Incident[]>(`SELECT ${COLUMNS} FROM incident i WHERE i.id = $1`, [id]))[0];
  }

  async lock(tx: EntityManager, id: string): Promise<Incident | undefined> {
    return (await tx.query<Incident[]>(`SELECT ${COLUMNS} FROM incident i WHERE i.id = $1 FOR UPDATE`, [id]))[0];
  }

  async close(tx: EntityManager, id: string, state: 'retried' | 'dismissed'): Promise<void> {
    await tx.query('UPDATE incident SET state = $2, version = version + 1 WHERE id = $1', [id, state]);
  }
}
