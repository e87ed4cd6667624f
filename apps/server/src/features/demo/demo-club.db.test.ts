import { createTestDatabase, type TestDatabase } from '@tawama/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { PARTNER_CITIES } from './club-facts.js';
import { DEMO_PEOPLE } from './demo-people.js';

const variables = { DEMO: 'true', CLOCK_START: '2026-01-26T08:00:00Z' };

describe('the demonstration club', () => {
  let database: TestDatabase;
  let app: TestApp;
  let cookie = '';
  const get = async (path: string) => (await fetch(`${app.url}/api/${path}`, { headers: { cookie, 'accept-language': 'en' } })).json() as Promise<Record<string, never> & { data: Record<string, never>[]; total: number }>;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await startTestApp({ databaseUrl: database.url, variables });
    const answer = await fetch(`${app.url}/api/auth/login`, {
      method: 'POST', headers: { 'content-type': 'application/json', 'x-tawama': '1' }, body: JSON.stringify({ email: 'coordinator@smara.example', password: 'tawama-demo' }),
    });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('has the seventeen agreements, ten active and seven preparing, and three cities to be confirmed', async () => {
    expect(await get('dashboard')).toMatchObject({ today: '2026-01-26', agreements: 17, active: 10, preparing: 7, onTime: 12, late: 5, pendingCities: 3 });
    expect((await get('agreements?status=active')).total).toBe(10);
    expect((await get('agreements?status=preparing')).total).toBe(7);
    expect((await get('cities?identification=pending')).total).toBe(3);
  });

  it('invents legal steps for one file only, tagged as such, and keeps every source', async () => {
    const legal = `key NOT IN ('opened', 'signed', 'inForce', 'committeeInstalled', 'planAdopted')`;
    expect(await database.query(`SELECT 1 FROM agreement_event WHERE ${legal} AND NOT demonstration`)).toEqual([]);
    expect(await database.query(`SELECT e.key, e."on" FROM agreement_event e JOIN agreement a ON a.id = e.agreement_id WHERE ${legal} AND a.title->>'fr' LIKE '%Dakar%' ORDER BY e."on", e.key`))
      .toEqual(await database.query(`SELECT key, "on" FROM agreement_event WHERE ${legal} ORDER BY "on", key`));
    expect(await database.query(`SELECT 1 FROM agreement WHERE source IS NULL OR demonstration`)).toEqual([]);
    expect(await database.query(`SELECT count(*) AS signed FROM agreement_event WHERE key = 'signed' AND "on" = '2025-10-31' AND NOT demonstration`)).toEqual([{ signed: 10 }]);
  });

  it('shows a legal period that runs, whose last day is one of rest, and asks nothing yet', async () => {
    const { data } = await get('legal-clocks');
    expect(data).toMatchObject([{ key: 'governor-visa', receivedOn: '2026-01-19', lastDay: '2026-02-08', days: 20, daysLeft: 13, dayOff: 'both', state: 'running', waitingOn: 'governor', country: 'MA' }]);
    expect((await get('legal-clocks?state=asking')).total).toBe(0);
  });

  it('tags what is invented, row by row', async () => {
    expect(await database.query(`SELECT count(*) AS untagged FROM milestone WHERE NOT demonstration AND (status IN ('done', 'submitted', 'blocked') OR pinned)`)).toEqual([{ untagged: 0 }]);
    expect(await database.query(`SELECT count(*) AS untagged FROM agreement_event WHERE NOT demonstration AND key IN ('committeeInstalled', 'planAdopted')`)).toEqual([{ untagged: 0 }]);
    expect(await database.query(`SELECT (SELECT count(*) FROM person WHERE NOT demonstration) + (SELECT count(*) FROM contact WHERE NOT demonstration) + (SELECT count(*) FROM account WHERE NOT demonstration) AS untagged`)).toEqual([{ untagged: 0 }]);
  });

  it('begins nothing after it was done', async () => {
    expect(await database.query(`SELECT key, started_on, done_on FROM milestone WHERE started_on > done_on`)).toEqual([]);
    expect(await database.query(`SELECT count(*) > 20 AS some FROM milestone WHERE started_on <= done_on`)).toEqual([{ some: true }]);
  });

  it('writes to nobody who exists', () => {
    expect(DEMO_PEOPLE.filter(({ email }) => !email.endsWith('@example.org'))).toEqual([]);
    const identified = PARTNER_CITIES.filter(({ identification }) => identification !== 'pending').map(({ key }) => key);
    expect(DEMO_PEOPLE.filter(({ function: role }) => role === 'focalPoint').map(({ city }) => city).sort()).toEqual(identified.sort());
  });

  it('has reminders planned, none of them in its past', async () => {
    expect(await database.query(`SELECT count(*) FILTER (WHERE due_at <= '2026-01-26T08:00:00Z') AS past, count(*) > 30 AS many FROM reminder WHERE state = 'planned'`)).toEqual([{ past: 0, many: true }]);
    expect(await database.query('SELECT count(*) AS waiting FROM agreement WHERE reminders_started_at IS NULL')).toEqual([{ waiting: 0 }]);
  });

  it('is told once: a second start changes nothing', async () => {
    const count = () => database.query('SELECT (SELECT count(*) FROM audit_entry) AS entries, (SELECT count(*) FROM reminder) AS reminders, (SELECT clock_offset FROM club_clock)::text AS offset');
    const before = await count();
    const again = await startTestApp({ databaseUrl: database.url, variables });
    await again.close();
    expect(await count()).toEqual(before);
  });
});

it.each([70, 115, 140])('goes on where a start was killed after %i entries of the journal, and ends in the same club', async (entries) => {
  const state = (database: TestDatabase) => database.query(`
    SELECT a.title->>'en' AS title, regexp_replace(m.key, '[0-9a-f]{12}', 'id') AS key, m.status, m.due_on, m.done_on, m.statement, (SELECT count(*) FROM contact c WHERE c.agreement_id = a.id) AS contacts,
      (SELECT count(*) FROM article t WHERE t.agreement_id = a.id) AS articles, (SELECT count(*) FROM project_measurement pm JOIN project_agreement g ON g.project_id = pm.project_id WHERE g.agreement_id = a.id) AS measurements,
      (SELECT count(*) FROM project_photo f JOIN project_agreement g ON g.project_id = f.project_id WHERE g.agreement_id = a.id AND f.demonstration) AS photos
    FROM agreement a JOIN milestone m ON m.agreement_id = a.id ORDER BY 1, m.place, 2`);
  const [whole, broken] = [await createTestDatabase(), await createTestDatabase()];
  try {
    await (await startTestApp({ databaseUrl: whole.url, variables })).close();
      // The journal refuses an act in the middle, as a full disk would.
    await broken.query(`CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (SELECT count(*) FROM audit_entry) > ${entries} THEN RAISE EXCEPTION 'full'; END IF; RETURN NEW; END $$`);
    await broken.query('CREATE TRIGGER full_disk BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION full_disk()');
    await expect(startTestApp({ databaseUrl: broken.url, variables })).rejects.toThrow();
    await broken.query('DROP TRIGGER full_disk ON audit_entry');
    await (await startTestApp({ databaseUrl: broken.url, variables })).close();
    expect(await state(broken)).toEqual(await state(whole));
  } finally {
    await whole.drop();
    await broken.drop();
  }
});
