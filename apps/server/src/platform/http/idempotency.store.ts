import { Injectable } from '@nestjs/common';
import { Database } from '../db/database.js';

/** One use of a key: the same route, account and key name the same wish. */
export interface KeyUse { route: string; accountId: string; key: string }
/** `response`: the JSON that was answered; null when there was none, or is none yet. */
export interface StoredAnswer { requestHash: Buffer; status: number | null; response: string | null }

/** Keys and the answers they got, for 24 hours of physical time. */
@Injectable()
export class IdempotencyStore {
  constructor(private readonly database: Database) {}

  /** Takes the key for this request. @returns false when another request has it */
  async take({ route, accountId, key }: KeyUse, requestHash: Buffer): Promise<boolean> {
    const rows = await this.database.query(`
      WITH taken AS (
        INSERT INTO idempotency_key AS mine (route, account_id, key, request_hash) VALUES ($1, $2, $3, $4)
        ON CONFLICT (route, account_id, key) DO UPDATE SET request_hash = excluded.request_hash, status = NULL, response = NULL, created_at = clock_timestamp()
          WHERE mine.created_at < clock_timestamp() - interval '24 hours'
        RETURNING key)
      SELECT key FROM taken`, [route, accountId, key, requestHash]);
    return rows.length > 0;
  }

  async find({ route, accountId, key }: KeyUse): Promise<StoredAnswer | undefined> {
    const [row] = await this.database.query<StoredAnswer>(
      `SELECT request_hash AS "requestHash", status, response FROM idempotency_key WHERE route = $1 AND account_id = $2 AND key = $3`, [route, accountId, key]);
    return row;
  }

  async keep({ route, accountId, key }: KeyUse, status: number, response: string | null): Promise<void> {
    await this.database.query(`UPDATE idempotency_key SET status = $4, response = $5 WHERE route = $1 AND account_id = $2 AND key = $3`,
      [route, accountId, key, status, response]);
  }

  async release({ route, accountId, key }: KeyUse): Promise<void> {
    await this.database.query(`DELETE FROM idempotency_key WHERE route = $1 AND account_id = $2 AND key = $3 AND status IS NULL`, [route, accountId, key]);
  }

  /** Removes the keys of yesterday. */
  async tidy(): Promise<void> {
    await this.database.query(`DELETE FROM idempotency_key WHERE created_at < clock_timestamp() - interval '24 hours'`);
  }
}
