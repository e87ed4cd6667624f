import { instantToLocal, type PlainDate, type ZoneTable } from '@tawama/domain';
import type { Database } from './db/database.js';

/** What can be asked for the time: the database, or the transaction in which the answer is used. */
type Asked = { query(sql: string): Promise<unknown> };

/** The only source of "now": both clocks come from the database, so that all processes agree. */
export abstract class ClubClock {
  /** Club time: decides due dates, states, times of sending and of the journal. Real time plus an offset, which is 0 outside demonstrations and tests. */
  abstract now(tx?: Asked): Promise<Date>;
  /** The calendar date of the club's own zone at an instant of club time. */
  abstract dateAt(instant: Date): PlainDate;
  /** The calendar date at which the club's own zone stands at club time. */
  abstract today(tx?: Asked): Promise<PlainDate>;
  /** Physical time: decides leases, retries, time-outs, sessions. */
  abstract physical(): Promise<Date>;
}

export class DatabaseClock extends ClubClock {
  constructor(private readonly database: Asked, private readonly zones: ZoneTable, private readonly clubZone: string) { super(); }

  async now(tx: Asked = this.database): Promise<Date> { return this.ask('club_now()', tx); }
  dateAt(instant: Date): PlainDate { return instantToLocal(this.zones, this.clubZone, instant.getTime()).date; }
  async today(tx: Asked = this.database): Promise<PlainDate> { return this.dateAt(await this.now(tx)); }
  async physical(): Promise<Date> { return this.ask('clock_timestamp()', this.database); }

  private async ask(expression: 'club_now()' | 'clock_timestamp()', asked: Asked): Promise<Date> {
    const rows = await asked.query(`SELECT ${expression} AS now`);
    const row: unknown = Array.isArray(rows) ? rows[0] : undefined;
    if (typeof row !== 'object' || row === null || !('now' in row) || !(row.now instanceof Date)) throw new Error('the club clock has no row');
    return row.now;
  }
}

/** Sets the club clock so that it shows this ISO instant now and runs on from there. */
export async function startClockAt(database: Pick<Database, 'query'>, instant: string): Promise<void> {
  await database.query('UPDATE club_clock SET clock_offset = $1::timestamptz - clock_timestamp()', [instant]);
}

/** The first start of a database decides where its clock begins; every later one keeps what is stored, whatever CLOCK_START says. */
export async function startClockOnce(database: Pick<Database, 'query'>, instant: string | undefined): Promise<void> {
  await database.query(
    `WITH first AS (INSERT INTO setting (key, value) VALUES ('clock.start', jsonb_build_object('at', $1::text)) ON CONFLICT (key) DO NOTHING RETURNING key)
     UPDATE club_clock SET clock_offset = $1::timestamptz - clock_timestamp() WHERE $1::text IS NOT NULL AND EXISTS (SELECT FROM first)`,
    [instant ?? null],
  );
}

/** Milliseconds of a clock that never jumps; for measuring how long something took. */
export function stopwatch(): () => number {
  const from = performance.now();
  return () => Math.round(performance.now() - from);
}
