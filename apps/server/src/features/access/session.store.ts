import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Language, Role } from '@tawama/contracts';
import { permissionsOf } from '@tawama/domain';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/db/database.js';
import { Gathering } from '../../platform/gathering.js';
import { Sessions } from '../../platform/http/sessions.js';
import type { Viewer } from '../../platform/http/viewer.js';

type Row = { token_hash: Buffer; id: string; person_id: string | null; role: Role; language: Language; agreement_ids: string[] | null; unseen: boolean; asked_at: Date };

/** A working day without a request ends a session; a trusted device keeps it for thirty. */
const IDLE = `CASE WHEN trusted_device THEN interval '30 days' ELSE interval '10 hours' END`;

/** A failure is an answer to all who asked: no visit can spoil it for another, and asking for each anew would keep them waiting in turn. */
type Found = { row: Row | undefined } | { error: unknown };
const VISITS_AT_ONCE = 100;

/** Sessions in PostgreSQL, by physical time. The browser holds 256 random bits, the table only their SHA-256. */
@Injectable()
export class SessionStore extends Sessions {
  /** Requests that come together ask together, each after it has come: nobody is let in by an answer from before. */
  private readonly visits = new Gathering<Buffer, Found>((hashes) => this.find(hashes).catch((error: unknown) => hashes.map(() => ({ error }))), VISITS_AT_ONCE);

  constructor(private readonly database: Database) { super(); }

  /** Asked at every request, so that a change of role, a deactivation or a revocation bites at once. */
  override async viewerOf(token: string): Promise<Viewer | null> {
    if (!/^[\w-]{43}$/.test(token)) return null;
    const hash = hashOf(token);
    const found = await this.visits.add(hash);
    if ('error' in found) throw found.error;
    const { row } = found;
    if (!row) return null;
    // Once a minute, and a statement of its own: planning it costs more than asking.
    if (row.unseen) await this.touch(hash);
    return { accountId: row.id, personId: row.person_id, role: row.role, permissions: new Set(permissionsOf(row.role)), language: row.language, agreementIds: row.agreement_ids, askedAt: row.asked_at };
  }

  private async find(hashes: readonly Buffer[]): Promise<Found[]> {
    const rows = await this.database.often.query<Row[]>(
      `SELECT s.token_hash, a.id, a.person_id, a.role, a.language, a.agreement_ids, s.seen_at < clock_timestamp() - interval '1 minute' AS unseen, club_now() AS asked_at
       FROM session s JOIN account a ON a.id = s.account_id WHERE s.token_hash = ANY($1::bytea[]) AND s.expires_at > clock_timestamp() AND a.active`, [hashes]);
    const found = new Map(rows.map((row) => [row.token_hash.toString('latin1'), row]));
    return hashes.map((hash) => ({ row: found.get(hash.toString('latin1')) }));
  }

  private async touch(hash: Buffer): Promise<void> {
    await this.database.query(
      `WITH touched AS (
         UPDATE session SET seen_at = clock_timestamp(), expires_at = clock_timestamp() + ${IDLE}
         WHERE token_hash = $1 AND expires_at > clock_timestamp() AND seen_at < clock_timestamp() - interval '1 minute' RETURNING account_id)
       UPDATE account SET last_seen_at = club_now() WHERE id IN (SELECT account_id FROM touched)`, [hash]);
  }

  /** @returns the token for the cookie; it is nowhere else */
  async start(tx: EntityManager, accountId: string, trustedDevice: boolean): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await tx.query(`
      INSERT INTO session (token_hash, account_id, trusted_device, expires_at)
      SELECT $1, $2, given.trusted_device, clock_timestamp() + ${IDLE} FROM (SELECT $3::boolean AS trusted_device) AS given`, [hashOf(token), accountId, trustedDevice]);
    await tx.query(`UPDATE account SET last_seen_at = club_now() WHERE id = $1`, [accountId]);
    return token;
  }

  async isTrustedDevice(token: string): Promise<boolean> {
    const [row] = await this.database.query<{ trusted_device: boolean }>(`SELECT trusted_device FROM session WHERE token_hash = $1`, [hashOf(token)]);
    return row?.trusted_device ?? false;
  }

  async end(token: string): Promise<void> {
    await this.database.query(`DELETE FROM session WHERE token_hash = $1`, [hashOf(token)]);
  }

  /** Ends every session of an account, on every device. */
  async endAll(tx: EntityManager, accountId: string): Promise<void> {
    await tx.query(`DELETE FROM session WHERE account_id = $1`, [accountId]);
  }

  async tidy(): Promise<void> {
    await this.database.query(`DELETE FROM session WHERE expires_at < clock_timestamp()`);
  }
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
