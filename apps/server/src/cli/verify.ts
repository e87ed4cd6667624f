import { AuditService } from '../features/audit/audit.service.js';
import { AuditStore } from '../features/audit/audit.store.js';
import type { Place } from './place.js';

/** What must never be true of any row; each query counts the rows that break it. */
const NEVER: readonly { what: string; sql: string }[] = [
  { what: 'reminders planned for a step that is not open', sql: `SELECT count(*) AS n FROM reminder r JOIN milestone m ON m.id = r.milestone_id WHERE r.state = 'planned' AND m.status <> 'open'` },
  { what: 'reminders planned while mail is off', sql: `SELECT count(*) AS n FROM reminder r JOIN agreement a ON a.id = r.agreement_id WHERE r.state = 'planned' AND (a.reminders_started_at IS NULL OR a.status NOT IN ('preparing', 'active'))` },
  { what: 'mails on their way that are not pending, or pending and not on their way', sql: `SELECT count(*) AS n FROM delivery d FULL JOIN dispatch x ON x.delivery_id = d.id WHERE (d.state = 'pending') IS DISTINCT FROM (x.delivery_id IS NOT NULL)` },
  { what: 'mails in the hands of a worker for more than a day', sql: `SELECT count(*) AS n FROM dispatch WHERE lease_owner IS NOT NULL AND lease_ends_at < clock_timestamp() - interval '1 day'` },
  { what: 'steps done without a date', sql: `SELECT count(*) AS n FROM milestone WHERE (status = 'done') AND done_on IS NULL` },
  { what: 'agreements without a partner', sql: 'SELECT count(*) AS n FROM agreement a WHERE NOT EXISTS (SELECT FROM agreement_partner p WHERE p.agreement_id = a.id)' },
];

/** The journal's chain, computed anew, and the rules that rows must keep among each other. @returns the exit code */
export async function verify({ database }: Place, say: (line: string) => void): Promise<number> {
  const chain = await new AuditService(database, new AuditStore()).verify();
  say(chain.intact
    ? `well  journal: ${chain.sealed} entries form an unbroken chain, ${chain.unsealed} are not sealed yet`
    : `BROKEN journal: entry ${chain.firstBroken} is not what was written; ${chain.sealed} before it are`);
  let broken = chain.intact ? 0 : 1;
  for (const { what, sql } of NEVER) {
    const [row] = await database.query<{ n: number }>(sql);
    const count = row?.n ?? 0;
    if (count > 0) broken += 1;
    say(`${count > 0 ? 'BROKEN' : 'well '} ${count} ${what}`);
  }
  return broken === 0 ? 0 : 1;
}
