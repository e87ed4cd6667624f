import type pg from 'pg';

/** An agreement whose reminders are started, with one open step that everybody is reminded of. */
export interface PlantedClub { agreementId: string; milestoneId: string; cityId: string }

/** @param series tells several clubs of one database apart */
export async function plantClub(client: pg.Client, series = 'one'): Promise<PlantedClub> {
  const id = async (sql: string, values: unknown[]): Promise<string> => (await client.query<{ id: string }>(`${sql} RETURNING id`, values)).rows[0]?.id ?? '';
  const name = JSON.stringify({ ar: 'مدينة', fr: 'Ville', en: 'City' });
  await client.query(`INSERT INTO template_version (key, version, definition) VALUES ('bench', 1, '{"milestones": []}') ON CONFLICT DO NOTHING`);
  const city = (key: string, role: string) => id(`INSERT INTO city (key, name, country, time_zone, language, role, identification, source) VALUES ($1, $2, 'MA', 'Africa/El_Aaiun', 'fr', $3, 'established', 'bench')`, [key, name, role]);
  const [home, partner] = [await city(`home-${series}`, 'home'), await city(`partner-${series}`, 'partner')];
  const agreementId = await id(`INSERT INTO agreement (type, status, title, home_city_id, template_key, template_version, reminders_started_at) VALUES ('twinning', 'active', $1, $2, 'bench', 1, club_now())`, [name, home]);
  await client.query('INSERT INTO agreement_partner (agreement_id, city_id, place) VALUES ($1, $2, 0)', [agreementId, partner]);
  const milestoneId = await id(`INSERT INTO milestone (agreement_id, key, number, place, stage, title, status, due_on) VALUES ($1, 'one', '1.1', 0, 'preparation', $2, 'open', current_date)`, [agreementId, name]);
  return { agreementId, milestoneId, cityId: partner };
}

/** As many planned reminders, each of somebody new, evenly over a span of time. One statement, one commit. */
export async function plantPlanned(client: pg.Client, { agreementId, milestoneId, cityId }: PlantedClub, { count, from, spanMs }: { count: number; from: Date; spanMs: number }): Promise<void> {
  await client.query(
    `WITH people AS (
       INSERT INTO person (id, name, email, language, city_id, function)
       SELECT id, 'Person', id || '@example.org', 'fr', $1, 'focalPoint' FROM (SELECT new_id() AS id FROM generate_series(1, $2::int)) AS n RETURNING id)
     INSERT INTO reminder (agreement_id, milestone_id, rung, cycle_no, role, person_id, rung_on, local_date, local_time, zone, due_at, tz_version)
     SELECT $3, $4, 'd0', 0, 'counterpart', id, at::date, at::date, '09:00', 'Africa/El_Aaiun', at, '2026f'
     FROM (SELECT id, $5::timestamptz + (row_number() OVER () - 1) * $6::float8 / $2 * interval '1 millisecond' AS at FROM people) AS timed`, [cityId, count, agreementId, milestoneId, from, spanMs]);
}

const PEOPLE = 20_000;

/** Very many planned reminders of 20,000 people, over two years that begin in a month. */
export async function plantMany(client: pg.Client, { agreementId, milestoneId, cityId }: PlantedClub, count: number): Promise<void> {
  await client.query(
    `INSERT INTO person (name, email, language, city_id, function) SELECT 'Person', 'many-' || n || '@example.org', 'fr', $1, 'focalPoint' FROM generate_series(1, ${PEOPLE}) AS n`, [cityId]);
  await client.query(
    `INSERT INTO reminder (agreement_id, milestone_id, rung, cycle_no, role, person_id, rung_on, local_date, local_time, zone, due_at, tz_version)
     SELECT $1, $2, 'd0', n / ${PEOPLE}, 'counterpart', id, at::date, at::date, '09:00', 'Africa/El_Aaiun', at, '2026f'
     FROM (SELECT n, p.id, clock_timestamp() + interval '30 days' + n * (interval '730 days' / $3::int) AS at
           FROM generate_series(0, $3::int - 1) AS n JOIN (SELECT id, row_number() OVER () - 1 AS place FROM person WHERE email LIKE 'many-%') AS p ON p.place = n % ${PEOPLE}) AS timed`, [agreementId, milestoneId, count]);
}
