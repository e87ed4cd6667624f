import { Injectable } from '@nestjs/common';
import type { Asked, Tx } from '../../platform/db/database.js';

const RUNNING = `status IN ('preparing', 'active', 'suspended')`;
const FALLEN = `${RUNNING} AND vitality_level = 'dormant' AND dormant_since IS NULL`;
const AWAKE = `${RUNNING} AND vitality_level <> 'dormant' AND dormant_since IS NOT NULL`;

/** All SQL about which agreements sleep: `dormant_since` is set for as long as a dormancy has had its step. */
@Injectable()
export class DormancyStore {
  async isDue(tx: Asked, today: string): Promise<boolean> {
    const [row] = await tx.query<{ due: boolean }[]>(
      `SELECT EXISTS (SELECT FROM agreement WHERE ${RUNNING} AND vitality_on IS DISTINCT FROM $1::date) OR EXISTS (SELECT FROM agreement WHERE ${FALLEN}) OR EXISTS (SELECT FROM agreement WHERE ${AWAKE}) AS due`, [today]);
    return row?.due ?? false;
  }

  /** Agreements that have become dormant, some at a time, with the day since which they are silent. */
  fallen(tx: Asked, after: string | null): Promise<{ id: string; since: string }[]> {
    return tx.query(`SELECT id, vitality_reason->>'on' AS since FROM agreement WHERE ${FALLEN} AND ($1::uuid IS NULL OR id > $1::uuid) ORDER BY id LIMIT 100`, [after]);
  }

  awake(tx: Asked, after: string | null): Promise<{ id: string }[]> {
    return tx.query(`SELECT id FROM agreement WHERE ${AWAKE} AND ($1::uuid IS NULL OR id > $1::uuid) ORDER BY id LIMIT 100`, [after]);
  }

  /** False: another run has, or it woke since it was found. */
  async fallAsleep(tx: Tx, id: string, since: string): Promise<boolean> {
    return (await tx.query<unknown[]>(`WITH done AS (UPDATE agreement SET dormant_since = $2::date WHERE id = $1 AND ${FALLEN} RETURNING id) SELECT id FROM done`, [id, since])).length > 0;
  }

  async wakeUp(tx: Tx, id: string): Promise<boolean> {
    return (await tx.query<unknown[]>(`WITH done AS (UPDATE agreement SET dormant_since = NULL WHERE id = $1 AND ${AWAKE} RETURNING id) SELECT id FROM done`, [id])).length > 0;
  }
}
