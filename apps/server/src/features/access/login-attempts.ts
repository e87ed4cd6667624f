import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';

const FAILED_PER_MINUTE_AND_ADDRESS = 5;
const FAILED_PER_HOUR_AND_ACCOUNT = 10;
/** More than this many waiting for their turn are sent away. */
const WAITING = 20;

/**
 * Limits guessing, by physical time: 5 failed sign-ins a minute from an address, 10 an hour for an account (whether it exists or not),
 * and each failure answers later than the one before. A sign-in that succeeds never counts.
 */
@Injectable()
export class LoginAttempts {
  private readonly turns = new Map<string, { last: Promise<unknown>; waiting: number }>();

  constructor(private readonly database: Database) {}

  /**
   * Runs the check unless too many failed before. Attempts from one address, and for one account, run one after the other, so that many at once cannot all slip under the limit.
   * @param check what the password opens, null when it opens nothing
   * @throws Refusal `auth/too-many-attempts` with the seconds to wait
   */
  async attempt<T>(email: string, ip: string, check: () => Promise<T | null>): Promise<T | null> {
    const { opened, failures } = await this.inTurn(`ip ${ip}`, () => this.inTurn(`email ${email}`, async () => {
      await this.refuseTooMany(email, ip);
      const result = await check();
      return { opened: result, failures: result === null ? await this.countFailure(email, ip) : 0 };
    }));
    // Only the failed answer waits, outside its turn: nobody can make somebody else's sign-in slow.
    if (opened === null) await pause(Math.min(100 * 2 ** failures, 3_000));
    return opened;
  }

  private async refuseTooMany(email: string, ip: string): Promise<void> {
    const [row] = await this.database.query<{ by_ip: number; by_email: number; ip_wait: number | null; email_wait: number | null }>(`
      SELECT
        count(*) FILTER (WHERE ip = $2 AND at > clock_timestamp() - interval '1 minute')::int AS by_ip,
        count(*) FILTER (WHERE email = $1)::int AS by_email,
        ceil(extract(epoch FROM min(at) FILTER (WHERE ip = $2 AND at > clock_timestamp() - interval '1 minute') + interval '1 minute' - clock_timestamp()))::int AS ip_wait,
        ceil(extract(epoch FROM min(at) FILTER (WHERE email = $1) + interval '1 hour' - clock_timestamp()))::int AS email_wait
      FROM login_attempt WHERE failed AND (email = $1 OR ip = $2) AND at > clock_timestamp() - interval '1 hour'`, [email, ip]);
    if (row === undefined) return;
    if (row.by_email >= FAILED_PER_HOUR_AND_ACCOUNT) throw new Refusal('auth/too-many-attempts', { retryAfterSeconds: Math.max(1, row.email_wait ?? 1) });
    if (row.by_ip >= FAILED_PER_MINUTE_AND_ADDRESS) throw new Refusal('auth/too-many-attempts', { retryAfterSeconds: Math.max(1, row.ip_wait ?? 1) });
  }

  /** @returns how many failed for this account within the hour, this one included */
  private async countFailure(email: string, ip: string): Promise<number> {
    await this.database.query(`INSERT INTO login_attempt (email, ip, failed) VALUES ($1, $2, true)`, [email, ip]);
    const [row] = await this.database.query<{ n: number }>(`SELECT count(*)::int AS n FROM login_attempt WHERE email = $1 AND failed AND at > clock_timestamp() - interval '1 hour'`, [email]);
    return row?.n ?? 1;
  }

  private async inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const turn = this.turns.get(key) ?? { last: Promise.resolve(), waiting: 0 };
    if (turn.waiting >= WAITING) throw new Refusal('auth/too-many-attempts', { retryAfterSeconds: 5 });
    this.turns.set(key, turn);
    turn.waiting += 1;
    const mine = turn.last.then(work, work);
    turn.last = mine.catch(() => undefined);
    try {
      return await mine;
    } finally {
      turn.waiting -= 1;
      if (turn.waiting === 0) this.turns.delete(key);
    }
  }

  async tidy(): Promise<void> {
    await this.database.query(`DELETE FROM login_attempt WHERE at < clock_timestamp() - interval '1 day'`);
  }
}
