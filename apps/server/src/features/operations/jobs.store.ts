import { Injectable } from '@nestjs/common';
import type { JobsAnswer } from '@tawama/contracts';
import type { EntityManager } from 'typeorm';

/** How deep the tables are. */
@Injectable()
export class JobsStore {
  async figures(tx: EntityManager): Promise<Pick<JobsAnswer, 'deliveries' | 'nextDue'> & { oldestWaitingSince: Date | null; lastSweepAt: Date | null }> {
    const [row] = await tx.query<{ pending: number; leased: number; held: number; failed: number; oldestWaitingSince: Date | null; lastSweepAt: Date | null }[]>(
      `SELECT x.*, d.*,
              (SELECT (value #>> '{}')::timestamptz FROM setting WHERE key = 'sweep.last') AS "lastSweepAt"
       FROM (SELECT count(*) FILTER (WHERE NOT leased)::int AS pending, count(*) FILTER (WHERE leased)::int AS leased, min(free_at) FILTER (WHERE free_at <= clock_timestamp()) AS "oldestWaitingSince"
             FROM (SELECT free_at, lease_owner IS NOT NULL AND free_at > clock_timestamp() AS leased FROM dispatch) way) x,
            (SELECT count(*) FILTER (WHERE state = 'held')::int AS held, count(*) FILTER (WHERE state = 'failed')::int AS failed FROM delivery WHERE state IN ('held', 'failed')) d`);
    const nextDue = await tx.query<JobsAnswer['nextDue']>(`SELECT due_at AS at, count(*)::int AS reminders FROM reminder WHERE state = 'planned' GROUP BY due_at ORDER BY due_at LIMIT 10`);
    const { pending = 0, leased = 0, held = 0, failed = 0, oldestWaitingSince = null, lastSweepAt = null } = row ?? {};
    return { deliveries: { pending, leased, held, failed }, nextDue, oldestWaitingSince, lastSweepAt };
  }
}
