import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export type LinkPurpose = 'invitation' | 'passwordReset' | 'firstAdministrator';
/** By club time. */
const LIFE: Record<LinkPurpose, string> = { invitation: '7 days', firstAdministrator: '7 days', passwordReset: '1 hour' };
/** More mails than this within the hour would only help somebody who wants to annoy. */
const RESETS_AT_ONCE = 3;

/** One-time links: a row each, opened once, within its time. */
@Injectable()
export class LinkStore {
  /** @param madeBy the account that asks for it in somebody else's name; null for the owner and the program */
  async create(tx: EntityManager, accountId: string, purpose: LinkPurpose, madeBy: string | null): Promise<string> {
    const [row] = await tx.query<{ id: string }[]>(`INSERT INTO one_time_link (account_id, purpose, expires_at, made_by) VALUES ($1, $2, club_now() + $3::interval, $4) RETURNING id`, [accountId, purpose, LIFE[purpose], madeBy]);
    if (!row) throw new Error('the new link has no id');
    return row.id;
  }

  async hasTooManyResets(tx: EntityManager, accountId: string): Promise<boolean> {
    const [row] = await tx.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM one_time_link WHERE account_id = $1 AND purpose = 'passwordReset' AND used_at IS NULL AND expires_at > club_now()`, [accountId]);
    return (row?.n ?? 0) >= RESETS_AT_ONCE;
  }

  /** Uses the link up. @returns its account, or undefined when it is unknown, used or too old */
  async use(tx: EntityManager, id: string): Promise<{ accountId: string; purpose: LinkPurpose } | undefined> {
    const rows = await tx.query<{ accountId: string; purpose: LinkPurpose }[]>(`
      WITH used AS (UPDATE one_time_link SET used_at = club_now() WHERE id = $1 AND used_at IS NULL AND expires_at > club_now() RETURNING account_id, purpose)
      SELECT account_id AS "accountId", purpose FROM used`, [id]);
    return rows[0];
  }

  /** Makes the account's other links useless. */
  async useUpAll(tx: EntityManager, accountId: string): Promise<void> {
    await tx.query(`UPDATE one_time_link SET used_at = club_now() WHERE account_id = $1 AND used_at IS NULL`, [accountId]);
  }
}
