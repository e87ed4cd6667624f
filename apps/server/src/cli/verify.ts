import { AuditService } from '../features/audit/audit.service.js';
import { AuditStore } from '../features/audit/audit.store.js';
import { PlanCalendars } from '../features/calendars/plan-calendars.js';
import { EvidenceCheck } from '../features/evidence/evidence-check.js';
import { EvidenceStore } from '../features/evidence/evidence.store.js';
import { PlanCheck } from '../features/plans/plan-check.js';
import { PlanDesk } from '../features/plans/plan-desk.js';
import { PlansStore } from '../features/plans/plans.store.js';
import { PlanStore } from '../features/reminders/plan.store.js';
import { ReminderPlanner } from '../features/reminders/reminder-planner.js';
import { TemplateLibrary } from '../features/templates/template-library.js';
import { TemplatesStore } from '../features/templates/templates.store.js';
import { VitalityCheck } from '../features/vitality/vitality-check.js';
import { VitalityStore } from '../features/vitality/vitality.store.js';
import { DatabaseClock } from '../platform/clock.js';
import { loadZoneTable } from '../platform/zones.js';
import type { Place } from './place.js';

/** So many are told one by one; of the rest only the number. */
const MOST_TOLD = 20;

/** What must never be true of any row; each query counts the rows that break it. */
const NEVER: readonly { what: string; sql: string }[] = [
  { what: 'reminders planned for a step that is not open', sql: `SELECT count(*) AS n FROM reminder r JOIN milestone m ON m.id = r.milestone_id WHERE r.state = 'planned' AND m.status <> 'open'` },
  { what: 'reminders planned while mail is off', sql: `SELECT count(*) AS n FROM reminder r JOIN agreement a ON a.id = r.agreement_id WHERE r.state = 'planned' AND (a.reminders_started_at IS NULL OR a.status NOT IN ('preparing', 'active'))` },
  { what: 'mails on their way that are not pending, or pending and not on their way', sql: `SELECT count(*) AS n FROM delivery d FULL JOIN dispatch x ON x.delivery_id = d.id WHERE (d.state = 'pending') IS DISTINCT FROM (x.delivery_id IS NOT NULL)` },
  { what: 'mails in the hands of a worker for more than a day', sql: `SELECT count(*) AS n FROM dispatch WHERE lease_owner IS NOT NULL AND lease_ends_at < clock_timestamp() - interval '1 day'` },
  { what: 'steps done without a date', sql: `SELECT count(*) AS n FROM milestone WHERE (status = 'done') AND done_on IS NULL` },
  { what: 'agreements without a partner', sql: 'SELECT count(*) AS n FROM agreement a WHERE NOT EXISTS (SELECT FROM agreement_partner p WHERE p.agreement_id = a.id)' },
];

/** The journal's chain, the rules that rows must keep among each other, every plan with its reminders, and how alive each agreement is, all computed anew. @returns the exit code */
export async function verify(place: Place, say: (line: string) => void): Promise<number> {
  const { database } = place;
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
  if (!await verifyPlans(place, say)) broken += 1;
  if (!await verifyVitality(place, say)) broken += 1;
  if (!await verifyEvidence(place, say)) broken += 1;
  return broken === 0 ? 0 : 1;
}

async function verifyPlans(place: Place, say: (line: string) => void): Promise<boolean> {
  let faults = 0;
  for await (const { agreementId, key, stored, reckoned } of planCheck(place).faults()) {
    faults += 1;
    if (faults <= MOST_TOLD) say(`BROKEN agreement ${agreementId}, ${key}: ${stored}; reckoned anew: ${reckoned}`);
  }
  say(`${faults > 0 ? 'BROKEN' : 'well '} ${faults} steps or reminders that the rules would give otherwise`);
  return faults === 0;
}

async function verifyVitality({ database }: Place, say: (line: string) => void): Promise<boolean> {
  let faults = 0;
  for await (const fault of new VitalityCheck(database, new VitalityStore()).faults()) {
    faults += 1;
    if (faults <= MOST_TOLD) say(`BROKEN ${fault}`);
  }
  say(`${faults > 0 ? 'BROKEN' : 'well '} ${faults} agreements whose vitality does not follow from what is known of them`);
  return faults === 0;
}

async function verifyEvidence({ database, storage }: Place, say: (line: string) => void): Promise<boolean> {
  let faults = 0;
  for await (const fault of new EvidenceCheck(database, new EvidenceStore(), storage).faults()) {
    faults += 1;
    if (faults <= MOST_TOLD) say(`BROKEN ${fault}`);
  }
  say(`${faults > 0 ? 'BROKEN' : 'well '} ${faults} files of evidence that are not as they were brought, or levels of proof that do not follow from them`);
  return faults === 0;
}

function planCheck({ database, env }: Place): PlanCheck {
  const [zones, store] = [loadZoneTable(), new PlansStore()];
  const desk = new PlanDesk(store, new TemplateLibrary(database, new TemplatesStore()), new PlanCalendars(), new DatabaseClock(database, zones, env.clubTimeZone));
  return new PlanCheck(database, desk, store, new ReminderPlanner(new PlanStore(), env, zones));
}
