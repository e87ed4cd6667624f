import { Injectable } from '@nestjs/common';
import type { JobsAnswer } from '@tawama/contracts';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/db/database.js';

/** How deep the tables are. Due and late are measured in club time, the ages of sweep and backup in physical time. */
export type TableFigures = {
  remindersDue: number; remindersLate: number; remindersOldestSeconds: number;
  deliveriesDue: number; deliveriesLate: number; deliveriesOldestSeconds: number;
  pending: number; leased: number; held: number; failed: number;
  openIncidents: number; sweepAgeSeconds: number | null; backupAgeSeconds: number | null;
};

/** An hour late is late: what waits less is being worked on. */
const LATE = `$1::timestamptz - interval '1 hour'`;
const NOW = '$1::timestamptz';
const WAITING_REMINDER = `FROM reminder WHERE state = 'planned' AND due_at <=`;
const WAITING_MAIL = `FROM delivery WHERE state = 'pending' AND due_at <=`;
const oldest = (waiting: string) => `(SELECT coalesce(extract(epoch FROM ${NOW} - min(due_at)), 0)::float8 ${waiting} ${NOW})`;
const age = (instant: string, key: string) => `(SELECT greatest(0, extract(epoch FROM clock_timestamp() - (${instant})::timestamptz))::float8 FROM setting WHERE key = '${key}')`;

/** The figures of the tables, each by an index that holds only what is asked for. */
@Injectable()
export class JobsStore {
  constructor(private readonly database: Database) {}

  async figures(): Promise<TableFigures> {
    // The clock is asked first: only for an instant that it knows does the planner see that little is due, and search the index.
    const [clock] = await this.database.query<{ now: Date }>('SELECT club_now() AS now');
    const [row] = await this.database.query<TableFigures>(
      `SELECT (SELECT count(*) ${WAITING_REMINDER} ${NOW})::int AS "remindersDue", (SELECT count(*) ${WAITING_REMINDER} ${LATE})::int AS "remindersLate", ${oldest(WAITING_REMINDER)} AS "remindersOldestSeconds",
              (SELECT count(*) ${WAITING_MAIL} ${NOW})::int AS "deliveriesDue", (SELECT count(*) ${WAITING_MAIL} ${LATE})::int AS "deliveriesLate", ${oldest(WAITING_MAIL)} AS "deliveriesOldestSeconds",
              (SELECT count(*) FROM delivery WHERE state = 'pending')::int AS pending, (SELECT count(*) FROM delivery WHERE state = 'leased')::int AS leased, n.held, n.failed,
              (SELECT count(*) FROM incident WHERE state = 'open')::int AS "openIncidents", ${age(`value #>> '{}'`, 'sweep.last')} AS "sweepAgeSeconds", ${age(`value ->> 'at'`, 'backup.last')} AS "backupAgeSeconds"
       FROM (SELECT count(*) FILTER (WHERE state = 'held')::int AS held, count(*) FILTER (WHERE state = 'failed')::int AS failed FROM delivery WHERE state IN ('held', 'failed')) n`, [clock?.now ?? null]);
    if (!row) throw new Error('the tables gave no figures');
    return row;
  }

  /** What the page of jobs shows beside the figures. */
  async ahead(tx: EntityManager): Promise<Pick<JobsAnswer, 'nextDue'> & { oldestWaitingSince: Date | null; lastSweepAt: Date | null }> {
    const [row] = await tx.query<{ oldestWaitingSince: Date | null; lastSweepAt: Date | null }[]>(
      `SELECT (SELECT min(next_attempt_at) FROM delivery WHERE state = 'pending' AND next_attempt_at <= clock_timestamp()) AS "oldestWaitingSince",
              (SELECT (value #>> '{}')::timestamptz FROM setting WHERE key = 'sweep.last') AS "lastSweepAt"`);
    const nextDue = await tx.query<JobsAnswer['nextDue']>(`SELECT due_at AS at, count(*)::int AS reminders FROM reminder WHERE state = 'planned' GROUP BY due_at ORDER BY due_at LIMIT 10`);
    return { nextDue, oldestWaitingSince: row?.oldestWaitingSince ?? null, lastSweepAt: row?.lastSweepAt ?? null };
  }
}
