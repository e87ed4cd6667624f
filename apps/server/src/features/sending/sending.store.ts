import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/db/database.js';
import { GIVE_UP_AFTER_MS } from '../../platform/mail/retries.js';
import { NEXT_LIFE_FENCE } from '../deliveries/deliveries.store.js';
import { STEP_IS_LIVE } from '../mails/contents.store.js';
import type { Offered } from '../mails/mail-writer.js';
import { SendingFigures } from './sending-figures.js';

/** A claimed delivery: it belongs to this worker until the lease ends, as long as nobody else has a higher fence. */
export interface Claim { id: string; fence: number; owner: string; attempts: number }
/** What is about to be offered. `mail` null: the bytes that were fixed at an earlier try. `told`: how many reminders of open steps it tells of; null where that does not matter. */
export interface Offer { claim: Claim; mail: Offered | null; told: number | null }
/** `outdated`: a step that it tells of is no longer open, so it must be written anew. `lost`: another worker has it, or the lease is over. */
export type OfferAnswer = 'offered' | 'outdated' | 'lost';
export interface Acceptance { claim: Claim; code: number; text: string }

/** How many of its reminders speak of a step that is still open for the date it was reminded of. Begins at the mail (OFFSET 0), whatever the planner thinks of the steps. */
const LIVE_REMINDERS = `(SELECT count(*) FROM (SELECT milestone_id, agreement_id, cycle_no FROM reminder WHERE delivery_id = g.id OFFSET 0) r JOIN milestone m ON m.id = r.milestone_id JOIN agreement a ON a.id = r.agreement_id
   WHERE ${STEP_IS_LIVE})`;
const MAIL_COLUMNS = 'subject = g.subject, email = g.email, recipient_name = g.name, language = g.language, body = g.body, body_hash = g.hash';
/** The fence tells a late worker from the one who has it now; the owner too, should a crash of the database have taken back a claim and its number been given once more. */
const MINE = 'x.delivery_id = g.id AND x.fence = g.fence AND x.lease_owner = g.owner';
/**
 * This statement's commit does not wait for the disk: a claim that a crash of the database takes back is made again. Fixing the bytes waits, and so
 * does the record of a sent mail: after a crash there must be no copy with other bytes, and no sent mail without them.
 */
const UNHURRIED = `(SELECT set_config('synchronous_commit', 'off', true)) IS NOT NULL`;
const LONGEST_TEXT = 500;

/** Claiming, handing over and recording: every change of a claimed delivery asks for its fence. What comes in lists is one statement for all. */
@Injectable()
export class SendingStore {
  /** @param figures counts what this process does; one of its own where nobody looks at it */
  constructor(private readonly database: Database, readonly figures: SendingFigures = new SendingFigures()) {}

  /**
   * Takes up to `limit` deliveries for this worker, those first that are due the longest; what a worker that does not come back
   * holds is free when its lease ends.
   * @returns `expired`: how many were taken from somebody else
   */
  async claim(limit: number, owner: string, leaseSeconds: number): Promise<{ claims: Claim[]; expired: number }> {
    const rows = await this.database.often.query<(Claim & { expired: boolean })[]>(
      `WITH free AS MATERIALIZED (
         SELECT delivery_id, lease_owner IS NOT NULL AS expired FROM dispatch
         WHERE ${UNHURRIED} AND due_at <= (SELECT club_now()) AND free_at <= (SELECT clock_timestamp()) AND lease_ends_at <= clock_timestamp() ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED),
       mine AS (
         UPDATE dispatch x SET fence = x.fence + 1, attempts = x.attempts + 1, lease_owner = $2, lease_ends_at = clock_timestamp() + make_interval(secs => $3)
         FROM free WHERE x.delivery_id = ANY (ARRAY (SELECT delivery_id FROM free)) AND x.delivery_id = free.delivery_id
         RETURNING x.delivery_id AS id, x.fence, x.attempts, free.expired)
       SELECT id, fence, attempts, expired FROM mine`, [limit, owner, leaseSeconds]);
    const expired = rows.filter((row) => row.expired).length;
    this.figures.claimed(rows.length, expired);
    return { claims: rows.map(({ id, fence, attempts }) => ({ id, fence, owner, attempts })), expired };
  }

  /** Gives back what was not begun, as if it had never been claimed but for the fence. */
  async giveBack(claims: readonly Claim[], tx?: EntityManager): Promise<void> {
    if (claims.length === 0) return;
    await (tx ?? this.database).query(
      `UPDATE dispatch x SET lease_ends_at = DEFAULT, lease_owner = NULL, attempts = greatest(0, x.attempts - 1)
       FROM unnest($1::uuid[], $2::bigint[], $3::text[]) AS g (id, fence, owner) WHERE x.delivery_id = ANY ($1) AND ${MINE}`, keysOf(claims));
  }

  /** Gives back everything of a worker that stops. */
  async releaseAll(owner: string): Promise<void> {
    await this.database.query(`UPDATE dispatch SET lease_ends_at = DEFAULT, lease_owner = NULL WHERE lease_owner = $1`, [owner]);
  }

  /** Writes down how far a try came; `phase` says what happened. */
  async note(claims: readonly Claim[], phase: 'connected' | 'rejected' | 'timeout', code: number | null = null, detail: string | null = null, tx?: EntityManager): Promise<void> {
    await (tx ?? this.database).query(
      `INSERT INTO delivery_attempt (delivery_id, fence, phase, smtp_code, detail) SELECT id, fence, $3, $4, $5 FROM unnest($1::uuid[], $2::bigint[]) AS g (id, fence) ON CONFLICT DO NOTHING`,
      [claims.map(({ id }) => id), claims.map(({ fence }) => fence), phase, code, detail === null ? null : short(detail)]);
  }

  /** Fixes the bytes and notes that they are about to be offered. What was fixed a moment ago and is no longer true is let go of. */
  offer(offers: readonly Offer[]): Promise<OfferAnswer[]> {
    return this.ifStillTrue(offers,
      `undone AS (UPDATE delivery d SET body = NULL, body_hash = NULL FROM mine WHERE d.id = mine.id AND NOT mine.true_still AND d.body IS NOT NULL),
       fixed AS (UPDATE delivery d SET ${MAIL_COLUMNS} FROM g JOIN mine ON mine.id = g.id WHERE d.id = g.id AND mine.true_still AND g.body IS NOT NULL),
       noted AS (INSERT INTO delivery_attempt (delivery_id, fence, phase) SELECT id, fence, 'data_sent' FROM mine WHERE true_still ON CONFLICT DO NOTHING)`);
  }

  /** Lets go of bytes that were fixed and never offered, so that the next try writes what is true then. */
  async withdraw(tx: EntityManager, claims: readonly Claim[]): Promise<void> {
    await tx.query(
      `UPDATE delivery d SET body = NULL, body_hash = NULL FROM unnest($1::uuid[], $2::bigint[], $3::text[]) AS g (id, fence, owner) JOIN dispatch x ON ${MINE} WHERE d.id = g.id`, keysOf(claims));
  }

  /** Without a mail server: the mail stands in the outbox and is never sent later. `offered` means kept. */
  recordOutbox(kept: readonly Offer[]): Promise<OfferAnswer[]> {
    return this.ifStillTrue(kept,
      `gone AS (DELETE FROM dispatch x USING mine g WHERE ${MINE} AND g.true_still RETURNING x.delivery_id, x.fence, x.attempts),
       fixed AS (UPDATE delivery d SET ${MAIL_COLUMNS}, state = 'sent', transport = 'outbox', sent_at = (SELECT club_now()), fence = gone.fence, attempts = gone.attempts
                 FROM g JOIN gone ON gone.delivery_id = g.id WHERE d.id = g.id)`, 'extract(epoch FROM (SELECT club_now()) - due_at)');
  }

  /**
   * Does something with the mails that are still this worker's and of which every step told is still open: both as of one snapshot with what is done.
   * @param sentAfter SQL for the seconds from due to sent, where this is the sending
   */
  private async ifStillTrue(offers: readonly Offer[], what: string, sentAfter = 'NULL'): Promise<OfferAnswer[]> {
    const answers = await this.database.often.query<{ id: string; true_still: boolean | null; seconds: number | null }[]>(
      `WITH g AS MATERIALIZED (
         SELECT id, fence, owner, told, subject, email, name, language, substring($9::bytea FROM at + 1 FOR bytes) AS body, substring($10::bytea FROM at_hash + 1 FOR hash_bytes) AS hash
         FROM unnest($1::uuid[], $2::bigint[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::text[], $11::int[], $12::int[], $13::int[], $14::int[])
           AS g (id, fence, owner, told, subject, email, name, language, at, bytes, at_hash, hash_bytes)),
       mine AS MATERIALIZED (
         SELECT g.id, g.fence, g.owner, x.due_at, g.told IS NULL OR g.told = ${LIVE_REMINDERS} AS true_still
         FROM g JOIN dispatch x ON ${MINE} WHERE x.lease_ends_at > clock_timestamp()),
       ${what}
       SELECT id, true_still, (${sentAfter})::float8 AS seconds FROM mine`, offersAsColumns(offers));
    const answerOf = new Map(answers.map(({ id, true_still }) => [id, true_still ? 'offered' : 'outdated'] as const));
    for (const { true_still, seconds } of answers) if (true_still && seconds !== null) this.figures.finished('sent', { seconds });
    this.figures.lateFinishes.inc(offers.length - answers.length);
    return offers.map(({ claim }) => answerOf.get(claim.id) ?? 'lost');
  }

  /**
   * The row itself says what its last try came to; a note of its own is only made of a try that came too late to be recorded there.
   * @returns for each whether it was this worker's; false is a late finish: nothing is changed
   */
  async recordSent(accepted: readonly Acceptance[]): Promise<boolean[]> {
    const mine = await this.database.often.query<{ id: string; seconds: number }[]>(
      `WITH g AS MATERIALIZED (SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::text[], $4::int[], $5::text[]) AS g (id, fence, owner, code, text)),
       gone AS (DELETE FROM dispatch x USING g WHERE x.delivery_id = ANY ($1) AND ${MINE} RETURNING g.id, x.fence, x.attempts, g.code, g.text),
       sent AS (UPDATE delivery d SET state = 'sent', transport = 'smtp', sent_at = (SELECT club_now()), smtp_code = gone.code, outcome = gone.text, fence = gone.fence, attempts = gone.attempts
                FROM gone WHERE d.id = gone.id RETURNING d.id, extract(epoch FROM d.sent_at - d.due_at)::float8 AS seconds)
       SELECT id, seconds FROM sent`,
      [...keysOf(accepted.map(({ claim }) => claim)), accepted.map(({ code }) => code), accepted.map(({ text }) => short(text))]);
    const found = new Set(mine.map(({ id }) => id));
    for (const sent of mine) this.figures.finished('sent', sent);
    const late = accepted.filter(({ claim }) => !found.has(claim.id));
    this.figures.lateFinishes.inc(late.length);
    if (late.length > 0) await this.noteLate(late);
    return accepted.map(({ claim }) => found.has(claim.id));
  }

  /** Asked again after a lost answer, the row may know of this very try already. */
  private async noteLate(late: readonly Acceptance[]): Promise<void> {
    await this.database.query(
      `INSERT INTO delivery_attempt (delivery_id, fence, phase, smtp_code, detail)
       SELECT g.id, g.fence, 'accepted', g.code, g.text FROM unnest($1::uuid[], $2::bigint[], $3::int[], $4::text[]) AS g (id, fence, code, text)
       WHERE NOT EXISTS (SELECT 1 FROM delivery d WHERE d.id = g.id AND d.state = 'sent' AND d.fence = g.fence) ON CONFLICT DO NOTHING`,
      [late.map(({ claim }) => claim.id), late.map(({ claim }) => claim.fence), late.map(({ code }) => code), late.map(({ text }) => short(text))]);
  }

  /** @returns false for a late finish */
  async recordEnd(tx: EntityManager, claim: Claim, state: 'failed' | 'suppressed' | 'cancelled', outcome: string, code: number | null = null): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `WITH gone AS (DELETE FROM dispatch x USING (VALUES ($1::uuid, $2::bigint, $3::text)) AS g (id, fence, owner) WHERE ${MINE} RETURNING x.fence, x.attempts),
       ended AS (UPDATE delivery d SET state = $4, outcome = $5, smtp_code = $6, fence = gone.fence, attempts = gone.attempts FROM gone WHERE d.id = $1 RETURNING d.id)
       SELECT id FROM ended`, [...keyOf(claim), state, short(outcome), code]);
    this.figures.finished(state, rows.length > 0 ? { seconds: null } : undefined);
    return rows.length > 0;
  }

  /** Puts it off after a try that failed. @returns false for a late finish */
  async recordLater(tx: EntityManager, claim: Claim, pauseMs: number, outcome: string, code: number | null): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `WITH put_off AS (
         UPDATE dispatch x SET free_at = clock_timestamp() + make_interval(secs => $4), lease_owner = NULL, lease_ends_at = DEFAULT FROM (VALUES ($1::uuid, $2::bigint, $3::text)) AS g (id, fence, owner) WHERE ${MINE} RETURNING x.delivery_id),
       told AS (UPDATE delivery d SET outcome = $5, smtp_code = $6 FROM put_off WHERE d.id = put_off.delivery_id RETURNING d.id)
       SELECT id FROM told`, [...keyOf(claim), pauseMs / 1000, short(outcome), code]);
    this.figures.finished('later', rows.length > 0 ? { seconds: null } : undefined);
    return rows.length > 0;
  }

  /** Whether the first try lies further back than tries go on. */
  async isHopeless(tx: EntityManager, id: string): Promise<boolean> {
    const [row] = await tx.query<{ hopeless: boolean | null }[]>('SELECT min(at) < clock_timestamp() - make_interval(secs => $2) AS hopeless FROM delivery_attempt WHERE delivery_id = $1', [id, GIVE_UP_AFTER_MS / 1000]);
    return row?.hopeless ?? false;
  }

  /** Makes every waiting mail to a domain wait at least this long; what is in a worker's hands goes on. */
  async pauseDomain(tx: EntityManager, domain: string, pauseMs: number): Promise<void> {
    await tx.query(
      `UPDATE dispatch x SET free_at = greatest(x.free_at, clock_timestamp() + make_interval(secs => $2))
       FROM delivery d WHERE d.id = x.delivery_id AND split_part(d.email, '@', 2) = $1 AND x.lease_ends_at <= clock_timestamp()`, [domain, pauseMs / 1000]);
  }

  /** Counts this address's "no such mailbox" of the last seven days, one a delivery; the second one suppresses it. @returns true when it is suppressed now */
  async suppressIfRepeated(tx: EntityManager, email: string, reason: string): Promise<boolean> {
    const [row] = await tx.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM delivery_attempt t JOIN delivery d ON d.id = t.delivery_id
       WHERE d.email = $1 AND t.phase = 'rejected' AND t.at > clock_timestamp() - interval '7 days' AND t.detail LIKE 'bad address:%'`, [email]);
    if ((row?.n ?? 0) < 2) return false;
    await tx.query('INSERT INTO suppression (email, reason) VALUES ($1, $2) ON CONFLICT DO NOTHING', [email, short(reason)]);
    return true;
  }

  /**
   * Puts on their way pending mails that are not, whatever took them off it. Reads the whole table: for the start, and now and then.
   * @returns how many there were; anything but 0 is a fault somewhere
   */
  async putBackOnTheirWay(): Promise<number> {
    const rows = await this.database.query<unknown>(
      `INSERT INTO dispatch (delivery_id, due_at, fence, attempts) SELECT id, due_at, ${NEXT_LIFE_FENCE}, attempts FROM delivery d
       WHERE state = 'pending' AND NOT EXISTS (SELECT 1 FROM dispatch x WHERE x.delivery_id = d.id) ON CONFLICT DO NOTHING RETURNING delivery_id`);
    return rows.length;
  }

  /** Mails on their way that contradict the promise; must be 0. What a row can promise by itself, constraints keep. */
  async broken(): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      `SELECT count(*) AS n FROM dispatch x JOIN delivery d ON d.id = x.delivery_id
       WHERE d.state <> 'pending' OR (x.lease_owner IS NOT NULL AND x.lease_ends_at < clock_timestamp() - interval '5 minutes')`);
    return row?.n ?? 0;
  }
}

const keyOf = ({ id, fence, owner }: Claim): [string, number, string] => [id, fence, owner];
const keysOf = (claims: readonly Claim[]): [string[], number[], string[]] => [claims.map(({ id }) => id), claims.map(({ fence }) => fence), claims.map(({ owner }) => owner)];

/** What a server says may hold anything; what is kept of it is text that PostgreSQL takes. */
const short = (text: string): string => text.replaceAll('\0', '').slice(0, LONGEST_TEXT);

/** Everything as arrays, so that the statement is the same for any number; but bytes one after the other with their places, as an array would spell them out in hexadecimal. */
function offersAsColumns(offers: readonly Offer[]): unknown[] {
  const texts = (['subject', 'email', 'name', 'language'] as const).map((field) => offers.map(({ mail }) => mail?.[field] ?? null));
  const [kept, hashes] = [inARow(offers.map(({ mail }) => mail?.kept)), inARow(offers.map(({ mail }) => mail?.hash))];
  return [...keysOf(offers.map(({ claim }) => claim)), offers.map(({ told }) => told), ...texts, kept.bytes, hashes.bytes, kept.from, kept.lengths, hashes.from, hashes.lengths];
}

/** `from` and `lengths` null where there is nothing. */
function inARow(parts: readonly (Buffer | undefined)[]): { bytes: Buffer; from: (number | null)[]; lengths: (number | null)[] } {
  let at = 0;
  const from = parts.map((part) => {
    const here = at;
    at += part?.length ?? 0;
    return part ? here : null;
  });
  return { bytes: Buffer.concat(parts.filter((part) => part !== undefined)), from, lengths: parts.map((part) => part?.length ?? null) };
}
