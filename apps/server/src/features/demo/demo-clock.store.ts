import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/database.js';

/** Moving the club clock and counting what that set off. */
@Injectable()
export class DemoClockStore {
  constructor(private readonly database: Database) {}

  /** Puts the clock forward to an instant, never back, and wakes the timers of all processes. */
  async putForward(to: Date): Promise<void> {
    await this.database.query(
      `WITH moved AS (UPDATE club_clock SET clock_offset = $1::timestamptz - clock_timestamp() WHERE $1::timestamptz > clock_timestamp() + clock_offset RETURNING one)
       SELECT pg_notify('tawama_wake', '') FROM moved`, [to.toISOString()]);
  }

  /** Reminders that are due, mails that could leave at this moment or are on their way. */
  async unfinished(): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      `SELECT ((SELECT count(*) FROM reminder WHERE state = 'planned' AND due_at <= club_now())
             + (SELECT count(*) FROM dispatch WHERE lease_owner IS NOT NULL OR (due_at <= club_now() AND free_at <= clock_timestamp())))::int AS n`);
    return row?.n ?? 0;
  }

  /** What became of the mails with reminders since an instant of club time. `pending` also counts those that wait for another try. */
  async outcome(since: Date): Promise<{ sent: number; held: number; failed: number; pending: number }> {
    const [row] = await this.database.query<{ sent: number; held: number; failed: number; pending: number }>(
      `SELECT count(*) FILTER (WHERE state = 'sent' AND sent_at >= $1)::int AS sent, count(*) FILTER (WHERE state = 'held' AND created_at >= $1)::int AS held,
              count(*) FILTER (WHERE state = 'failed' AND created_at >= $1)::int AS failed, count(*) FILTER (WHERE state = 'pending' AND due_at <= club_now())::int AS pending
       FROM delivery WHERE local_date IS NOT NULL AND (sent_at >= $1 OR created_at >= $1 OR state = 'pending')`, [since.toISOString()]);
    return row ?? { sent: 0, held: 0, failed: 0, pending: 0 };
  }
}
