import { Injectable } from '@nestjs/common';
import type { Language } from '@tawama/contracts';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/db/database.js';
import { GIVE_UP_AFTER_MS } from '../../platform/mail/retries.js';
import { SendingFigures } from './sending-figures.js';

/** A claimed row: it belongs to this worker until the lease ends, as long as nobody else has a higher fence. */
export interface Claim { id: string; fence: number; attempts: number }
export interface Offered { subject: string; email: string; name: string; language: Language; bytes: Buffer; hash: Buffer }

const MINE = `id = $1 AND fence = $2 AND state = 'leased'`;
const FREE = 'lease_owner = NULL, lease_until = NULL';

/** Claiming, handing over and recording: every change of a claimed row asks for its fence. */
@Injectable()
export class SendingStore {
  /** @param figures counts what this process does; one of its own where nobody looks at it */
  constructor(private readonly database: Database, readonly figures: SendingFigures = new SendingFigures()) {}

  /** Takes up to `limit` due deliveries for this worker. */
  async claim(limit: number, owner: string, leaseSeconds: number): Promise<Claim[]> {
    const claims = await this.database.query<Claim>(
      `WITH due AS (SELECT id FROM delivery WHERE state = 'pending' AND due_at <= club_now() AND next_attempt_at <= clock_timestamp() ORDER BY due_at, id LIMIT $1 FOR UPDATE SKIP LOCKED),
       mine AS (UPDATE delivery d SET state = 'leased', fence = d.fence + 1, attempts = d.attempts + 1, lease_owner = $2, lease_until = clock_timestamp() + make_interval(secs => $3)
                FROM due WHERE d.id = due.id RETURNING d.id, d.fence, d.attempts)
       SELECT id, fence, attempts FROM mine`, [limit, owner, leaseSeconds]);
    this.figures.claims.inc(claims.length);
    return claims;
  }

  /** Gives back what was not begun, as if it had never been claimed but for the fence. */
  async giveBack({ id, fence }: Claim): Promise<void> {
    await this.database.query(`UPDATE delivery SET state = 'pending', attempts = greatest(0, attempts - 1), ${FREE} WHERE ${MINE}`, [id, fence]);
  }

  async note({ id, fence }: Claim, phase: 'connected' | 'accepted' | 'rejected' | 'timeout', code: number | null, detail: string | null, tx?: EntityManager): Promise<void> {
    await (tx ?? this.database).query('INSERT INTO delivery_attempt (delivery_id, fence, phase, smtp_code, detail) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING', [id, fence, phase, code, detail?.slice(0, 500) ?? null]);
  }

  /**
   * Fixes the bytes and notes that they are about to be offered, in one transaction.
   * @returns false when the row is no longer this worker's: then nothing may be offered
   */
  offer({ id, fence }: Claim, { subject, email, name, language, bytes, hash }: Offered): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const rows = await tx.query<unknown[]>(
        `WITH mine AS (UPDATE delivery SET subject = $3, email = $4, recipient_name = $5, language = $6, body = $7, body_hash = $8
                       WHERE ${MINE} AND lease_until > clock_timestamp() RETURNING id) SELECT id FROM mine`, [id, fence, subject, email, name, language, bytes, hash]);
      if (rows.length === 0) return false;
      await tx.query(`INSERT INTO delivery_attempt (delivery_id, fence, phase) VALUES ($1, $2, 'data_sent')`, [id, fence]);
      return true;
    });
  }

  /** @returns false for a late finish: somebody else has the row, nothing is changed */
  recordSent(claim: Claim, code: number, text: string): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const mine = await this.finish(tx, claim, 'sent', `state = 'sent', transport = 'smtp', sent_at = club_now(), smtp_code = $3, outcome = $4`, [code, text.slice(0, 500)]);
      await this.note(claim, 'accepted', code, text, tx);
      return mine;
    });
  }

  /** Without a mail server: the mail stands in the outbox and is never sent later. */
  recordOutbox(claim: Claim, { subject, email, name, language, bytes, hash }: Offered): Promise<boolean> {
    return this.database.transaction((tx) => this.finish(tx, claim, 'sent',
      `state = 'sent', transport = 'outbox', sent_at = club_now(), subject = $3, email = $4, recipient_name = $5, language = $6, body = $7, body_hash = $8`, [subject, email, name, language, bytes, hash]));
  }

  recordEnd(tx: EntityManager, claim: Claim, state: 'failed' | 'suppressed' | 'cancelled', outcome: string, code: number | null = null): Promise<boolean> {
    return this.finish(tx, claim, state, `state = $3, outcome = $4, smtp_code = $5`, [state, outcome.slice(0, 500), code]);
  }

  recordLater(tx: EntityManager, claim: Claim, pauseMs: number, outcome: string, code: number | null): Promise<boolean> {
    return this.finish(tx, claim, 'later', `state = 'pending', next_attempt_at = clock_timestamp() + make_interval(secs => $3), outcome = $4, smtp_code = $5`, [pauseMs / 1000, outcome.slice(0, 500), code]);
  }

  private async finish(tx: EntityManager, { id, fence }: Claim, result: Parameters<SendingFigures['finished']>[0], assignments: string, values: unknown[]): Promise<boolean> {
    const rows = await tx.query<{ seconds: number | null }[]>(
      `WITH mine AS (UPDATE delivery SET ${assignments}, ${FREE} WHERE ${MINE} RETURNING extract(epoch FROM sent_at - due_at)::float8 AS seconds) SELECT seconds FROM mine`, [id, fence, ...values]);
    this.figures.finished(result, rows[0]);
    return rows.length > 0;
  }

  /** Whether the first try lies further back than tries go on. */
  async isHopeless(tx: EntityManager, id: string): Promise<boolean> {
    const [row] = await tx.query<{ hopeless: boolean | null }[]>('SELECT min(at) < clock_timestamp() - make_interval(secs => $2) AS hopeless FROM delivery_attempt WHERE delivery_id = $1', [id, GIVE_UP_AFTER_MS / 1000]);
    return row?.hopeless ?? false;
  }

  /** Makes every waiting mail to a domain wait at least this long. */
  async pauseDomain(tx: EntityManager, domain: string, pauseMs: number): Promise<void> {
    await tx.query(`UPDATE delivery SET next_attempt_at = greatest(next_attempt_at, clock_timestamp() + make_interval(secs => $2)) WHERE state = 'pending' AND split_part(email, '@', 2) = $1`, [domain, pauseMs / 1000]);
  }

  /** Counts this address's "no such mailbox" of the last seven days, one a delivery; the second one suppresses it. @returns true when it is suppressed now */
  async suppressIfRepeated(tx: EntityManager, email: string, reason: string): Promise<boolean> {
    const [row] = await tx.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM delivery_attempt t JOIN delivery d ON d.id = t.delivery_id
       WHERE d.email = $1 AND t.phase = 'rejected' AND t.at > clock_timestamp() - interval '7 days' AND t.detail LIKE 'bad address:%'`, [email]);
    if ((row?.n ?? 0) < 2) return false;
    await tx.query('INSERT INTO suppression (email, reason) VALUES ($1, $2) ON CONFLICT DO NOTHING', [email, reason.slice(0, 500)]);
    return true;
  }

  /** Frees rows whose worker did not come back. The bytes and the number of tries stay. */
  async freeExpired(): Promise<number> {
    const rows = await this.database.query(
      `WITH freed AS (UPDATE delivery SET state = 'pending', ${FREE} WHERE id IN (SELECT id FROM delivery WHERE state = 'leased' AND lease_until < clock_timestamp() FOR UPDATE SKIP LOCKED) RETURNING id) SELECT id FROM freed`);
    this.figures.leaseExpiries.inc(rows.length);
    return rows.length;
  }

  /** Gives back everything of a worker that stops. */
  async releaseAll(owner: string): Promise<void> {
    await this.database.query(`UPDATE delivery SET state = 'pending', ${FREE} WHERE state = 'leased' AND lease_owner = $1`, [owner]);
  }

  /** Whether something could be claimed now. */
  async hasWork(): Promise<boolean> {
    const [row] = await this.database.query<{ found: boolean }>(`SELECT EXISTS (SELECT 1 FROM delivery WHERE state = 'pending' AND due_at <= club_now() AND next_attempt_at <= clock_timestamp()) AS found`);
    return row?.found ?? false;
  }

  /** Rows that contradict the promise; must be 0. */
  async broken(): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      `SELECT (SELECT count(*) FROM reminder WHERE state = 'materialised' AND delivery_id IS NULL)
            + (SELECT count(*) FROM reminder WHERE state <> 'materialised' AND delivery_id IS NOT NULL)
            + (SELECT count(*) FROM delivery WHERE state = 'leased' AND (lease_owner IS NULL OR lease_until < clock_timestamp() - interval '5 minutes'))
            + (SELECT count(*) FROM delivery WHERE state = 'sent' AND (sent_at IS NULL OR transport IS NULL OR body IS NULL)) AS n`);
    return row?.n ?? 0;
  }
}
