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
const WAITING = `FROM reminder WHERE state = 'planned' AND due_at <=`;
const since = (instant: string) => `coalesce(extract(epoch FROM ${NOW} - ${instant}), 0)::float8`;
const age = (instant: string, key: string) => `(SELECT greatest(0, extract(epoch FROM clock_timestamp() - (${instant})::timestamptz))::float8 FROM setting WHERE key = '${key}')`;

/** The figures of the tables, each by an index or a table that holds only what is asked for. */
@Injectable()
export class JobsStore {
  constructor(private readonly database: Database) {}

  async figures(): Promise<TableFigures> {
    // The clock is asked first: only for an instant that it knows does the planner see that little is due, and search the index.
    const [clock] = await this.database.query<{ now: Date }>('SELECT club_now() AS now');
    const [row] = await this.database.query<TableFigures>(
      `SELECT (SELECT count(*) ${WAITING} ${NOW})::int AS "remindersDue", (SELECT count(*) ${WAITING} ${LATE})::int AS "remindersLate", (SELECT ${since('min(due_at)')} ${WAITING} ${NOW}) AS "remindersOldestSeconds",
              w.*, n.*,
              (SELECT count(*) FROM incident WHERE state = 'open')::int AS "openIncidents", ${age(`value #>> '{}'`, 'sweep.last')} AS "sweepAgeSeconds", ${age(`value ->> 'at'`, 'backup.last')} AS "backupAgeSeconds"
       FROM (SELECT count(*) FILTER (WHERE NOT leased AND due_at <= ${NOW})::int AS "deliveriesDue", count(*) FILTER (WHERE NOT leased AND due_at <= ${LATE})::int AS "deliveriesLate",
                    ${since(`min(due_at) FILTER (WHERE NOT leased AND due_at <= ${NOW})`)} AS "deliveriesOldestSeconds", count(*) FILTER (WHERE NOT leased)::int AS pending, count(*) FILTER (WHERE leased)::int AS leased
             FROM (SELECT due_at, lease_ends_at > clock_timestamp() AS leased FROM dispatch) way) w,
            (SELECT count(*) FILTER (WHERE state = 'held')::int AS held, count(*) FILTER (WHERE state = 'failed')::int AS failed FROM delivery WHERE needs_somebody) n`, [clock?.now ?? null]);
    if (!row) throw new Error('the tables gave no figures');
    return row;
  }

  /** What the page of jobs shows beside the figures. */
  async ahead(tx: EntityManager): Promise<Pick<JobsAnswer, 'nextDue'> & { oldestWaitingSince: Date | null; lastSweepAt: Date | null }> {
    const [row] = await tx.query<{ oldestWaitingSince: Date | null; lastSweepAt: Date | null }[]>(
      `SELECT (SELECT min(greatest(free_at, due_at - (club_now() - clock_timestamp()))) FROM dispatch WHERE due_at <= club_now() AND free_at <= clock_timestamp()) AS "oldestWaitingSince",
              (SELECT (value #>> '{}')::timestamptz FROM setting WHERE key = 'sweep.last') AS "lastSweepAt"`);
    const nextDue = await tx.query<JobsAnswer['nextDue']>(`SELECT due_at AS at, count(*)::int AS reminders FROM reminder WHERE state = 'planned' GROUP BY due_at ORDER BY due_at LIMIT 10`);
    return { nextDue, oldestWaitingSince: row?.oldestWaitingSince ?? null, lastSweepAt: row?.lastSweepAt ?? null };
  }
}
