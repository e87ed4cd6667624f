import { DEFAULT_TEMPLATES } from '@tawama/domain';
import { ENTITIES } from '../../src/entities.js';
import { PlanStore } from '../../src/features/reminders/plan.store.js';
import { ReminderPlanner } from '../../src/features/reminders/reminder-planner.js';
import type { ReminderRow } from '../../src/features/reminders/reminder.entity.js';
import { createDataSource, Database, type Tx } from '../../src/platform/db/database.js';
import { Env } from '../../src/platform/env.js';
import { createLog } from '../../src/platform/log.js';
import { loadZoneTable } from '../../src/platform/zones.js';
import { withClient } from '../../test/workers.js';
import { serve } from '../harness/contender.js';
import { plantClub } from '../harness/plant.js';
import { median } from '../harness/statistics.js';

/** `ours`: the planner. `floor`: nothing but the rows, by one `jsonb_to_recordset`, all known beforehand. `save`: TypeORM's `save(array)`. */
export interface ReplanSettings { databaseUrl: string; how: 'ours' | 'floor' | 'save' }
export interface ReplanOrder { times: number }

const MILESTONES = 40;
/** With 3 to 5 days left of the owner's five rungs the first has passed: four stay. */
const DAYS_LEFT = 3;
const REMINDERS = MILESTONES * 4;
const COLUMNS = 'agreement_id, milestone_id, rung, cycle_no, role, person_id, hold, rung_on, local_date, local_time, zone, due_at, tz_version';

/** Answers the median milliseconds that putting 160 reminders in their new places takes inside a transaction that moved 40 dates, without its commit. */
serve<ReplanSettings, ReplanOrder, number>(async ({ databaseUrl, how }) => {
  const dataSource = createDataSource({ url: databaseUrl, entities: ENTITIES, log: createLog('warn') });
  await dataSource.initialize();
  const database = new Database(dataSource);
  const planner = new ReminderPlanner(new PlanStore(), Env.read({}), loadZoneTable());
  const agreementId = await plant(databaseUrl);
  await database.transaction((tx) => planner.replanAgreement(tx, agreementId));
  const planned = await rowsOf(dataSource.manager, agreementId);
  if (planned.length !== REMINDERS) throw new Error(`${planned.length} reminders instead of ${REMINDERS}`);

  const write: Record<ReplanSettings['how'], (tx: Tx, days: number) => Promise<unknown>> = {
    ours: (tx) => planner.replanAgreement(tx, agreementId),
    floor: (tx, days) => tx.query(
      `INSERT INTO reminder (${COLUMNS}) SELECT ${COLUMNS} FROM jsonb_populate_recordset(NULL::reminder, $1::jsonb)
       ON CONFLICT (milestone_id, rung, cycle_no, role, person_id) DO UPDATE SET rung_on = excluded.rung_on, local_date = excluded.local_date, due_at = excluded.due_at WHERE reminder.state <> 'materialised'`,
      [JSON.stringify(planned.map((row) => moved(row, days)))]),
    save: (tx, days) => tx.getRepository<ReminderRow>('reminder').save(planned.map((row) => moved(row, days))),
  };
  let days = 0;
  return {
    async run({ times }) {
      const taken: number[] = [];
      for (let n = 0; n < times; n += 1) {
        days = days === 0 ? 1 : 0;
        await database.transaction(async (tx) => {
          await tx.query(`UPDATE milestone SET due_on = original_due_on + $2::int, version = version + 1 WHERE agreement_id = $1`, [agreementId, days]);
          const from = performance.now();
          await write[how](tx, days);
          taken.push(performance.now() - from);
        });
      }
      const now = await rowsOf(dataSource.manager, agreementId);
      const wrong = now.length !== REMINDERS || now.some((row, n) => row.rung_on !== moved(planned[n] ?? row, days).rung_on);
      if (wrong) throw new Error(`${how} did not move every reminder`);
      return median(taken);
    },
    end: () => dataSource.destroy(),
  };
});

const rowsOf = (tx: Tx, agreementId: string): Promise<ReminderRow[]> => tx.query<ReminderRow[]>(`SELECT * FROM reminder WHERE agreement_id = $1 AND state = 'planned' ORDER BY milestone_id, role, person_id, rung, cycle_no`, [agreementId]);

const DAY_MS = 86_400_000;
const later = (date: string, days: number): string => new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** The row as it is when its milestone is due so many days later. Mondays stay where they are while the week is the same. */
function moved(row: ReminderRow, days: number): ReminderRow {
  if (row.rung.startsWith('digest')) return row;
  return { ...row, rung_on: later(row.rung_on, days), local_date: later(row.local_date, days), due_at: new Date(row.due_at.getTime() + days * DAY_MS) };
}

async function plant(databaseUrl: string): Promise<string> {
  return withClient(databaseUrl, async (client) => {
    const { agreementId, milestoneId } = await plantClub(client);
    const title = DEFAULT_TEMPLATES[0]?.milestones[0]?.title;
    await client.query('DELETE FROM milestone WHERE id = $1', [milestoneId]);
    // A Monday: the day after the last rung then lies in the same week, whether a date is moved by a day or not.
    await client.query(`UPDATE club_clock SET clock_offset = '2026-06-01T10:00:00Z'::timestamptz - clock_timestamp()`);
    const { rows: [owner] } = await client.query<{ id: string }>(
      `INSERT INTO person (name, email, language, city_id, function) SELECT 'Owner', 'owner@example.org', 'fr', home_city_id, 'coordinator' FROM agreement WHERE id = $1 RETURNING id`, [agreementId]);
    await client.query('UPDATE agreement SET reminders_started_at = club_now(), coordinator_id = $2 WHERE id = $1', [agreementId, owner?.id]);
    await client.query(
      `INSERT INTO milestone (agreement_id, key, number, place, stage, title, status, due_on, original_due_on, owner_id)
       SELECT $1, 'step-' || n, '1.' || n, n, 'preparation', $2, 'open', day, day, $3 FROM (SELECT n, '2026-06-01'::date + ${DAYS_LEFT} AS day FROM generate_series(1, ${MILESTONES}) AS n) AS days`, [agreementId, title, owner?.id]);
    return agreementId;
  });
}
