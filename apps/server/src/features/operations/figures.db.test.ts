import { createTestDatabase, startSmtpSink, type SmtpSink, type TestDatabase } from '@tawama/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { TestClient } from '../../../test/client.js';
import { plantReminders, withClient } from '../../../test/workers.js';
import { Accounts } from '../access/accounts.service.js';
import { SessionStore } from '../access/session.store.js';
import { Sender } from '../sending/sender.js';
import { SendingStore } from '../sending/sending.store.js';
import { Sweep } from '../sweeps/sweep.js';
import { Database } from '../../platform/db/database.js';
import { JobsStore } from './jobs.store.js';

/** The samples of a scrape: `name{label="value"}` → number. */
async function scrape(app: TestApp): Promise<Map<string, number>> {
  const text = await (await fetch(`${app.url}/metrics`)).text();
  return new Map(text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]));
}

let serial = 0;
/** A mail in some state, `dueAgo` being an SQL interval before now. */
const plantMail = async (database: TestDatabase, state: string, dueAgo = '0', more: { email?: string; leaseEnds?: string } = {}): Promise<string> => {
  serial += 1;
  const [row] = await database.query<{ id: string }>(
    `INSERT INTO delivery (kind, email, recipient_name, language, state, message_id, due_at, account_id)
     VALUES ('test', $1, 'Somebody', 'fr', $2, $3, club_now() - $4::interval, (SELECT id FROM account LIMIT 1)) RETURNING id`,
    [more.email ?? `m${serial}@example.org`, state === 'leased' ? 'pending' : state, `<t-${serial}@example.org>`, dueAgo]);
  if (state === 'leased') await database.query(`UPDATE dispatch SET lease_owner = 'somebody', lease_ends_at = clock_timestamp() + $2::interval WHERE delivery_id = $1`, [row?.id, more.leaseEnds ?? '1 hour']);
  return row?.id ?? '';
};

describe('the figures of the tables', () => {
  let database: TestDatabase;
  let app: TestApp;
  beforeAll(async () => {
    database = await createTestDatabase();
    // An api makes no mail of what is planted.
    app = await startTestApp({ databaseUrl: database.url, variables: { ROLE: 'api' } });
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('of an empty club are nothing, and what never happened is not there', async () => {
    const figures = await scrape(app);
    for (const name of ['reminders_due', 'reminders_late', 'reminders_oldest_due_age_seconds', 'deliveries_due', 'deliveries_late', 'deliveries_oldest_due_age_seconds', 'incidents_open', 'deliveries{state="held"}']) expect(figures.get(`tawama_${name}`), name).toBe(0);
    for (const name of ['sweep_age_seconds', 'backup_age_seconds', 'broken_rows']) expect(figures.has(`tawama_${name}`), name).toBe(false);
    expect([figures.get('tawama_database_up'), figures.get('tawama_queue_up')]).toEqual([1, 1]);
  });

  it('asks the tables once for all who look within five seconds', async () => {
    const ask = vi.spyOn(app.get(JobsStore), 'figures');
    await Promise.all([scrape(app), scrape(app), scrape(app)]);
    expect(ask.mock.calls.length).toBeLessThanOrEqual(1);
    ask.mockRestore();
  });

  it('say what is due, what is late, what waits and what failed', async () => {
    await withClient(database.url, (client) => plantReminders(client, 5, 'planted'));
    // Five are due; two of them for hours, and a sixth is not due yet.
    await database.query(`UPDATE reminder SET due_at = due_at - interval '3 hours' WHERE id IN (SELECT id FROM reminder ORDER BY id LIMIT 2)`);
    await database.query(`UPDATE reminder SET due_at = due_at + interval '1 day' WHERE id = (SELECT id FROM reminder ORDER BY id DESC LIMIT 1)`);
    for (const [state, ago] of [['pending', '0'], ['pending', '2 hours'], ['pending', '-1 day'], ['leased', '0'], ['held', '5 days'], ['held', '0'], ['failed', '0'], ['cancelled', '0']] as const) await plantMail(database, state, ago);
    await database.query(`INSERT INTO incident (kind, fingerprint, summary, state) VALUES ('job/failed', 'a', 'a', 'open'), ('job/failed', 'b', 'b', 'dismissed')`);
    await database.query(`INSERT INTO setting (key, value) VALUES ('sweep.last', to_jsonb(clock_timestamp() - interval '5 minutes')), ('backup.last', jsonb_build_object('at', clock_timestamp() - interval '50 hours'))`);

    const figures = await vi.waitFor(async () => {
      const found = await scrape(app);
      expect(found.get('tawama_reminders_due')).toBe(4);
      return found;
    }, { timeout: 10_000, interval: 500 });
    const near = (name: string, seconds: number) => { expect(figures.get(`tawama_${name}`), name).toBeGreaterThanOrEqual(seconds); expect(figures.get(`tawama_${name}`), name).toBeLessThan(seconds + 60); };
    expect(figures.get('tawama_reminders_late')).toBe(2);
    near('reminders_oldest_due_age_seconds', 3 * 3_600);
    expect(figures.get('tawama_deliveries_due')).toBe(2);
    expect(figures.get('tawama_deliveries_late')).toBe(1);
    near('deliveries_oldest_due_age_seconds', 2 * 3_600);
    expect(Object.fromEntries(['pending', 'leased', 'held', 'failed'].map((state) => [state, figures.get(`tawama_deliveries{state="${state}"}`)]))).toEqual({ pending: 3, leased: 1, held: 2, failed: 1 });
    expect(figures.get('tawama_incidents_open')).toBe(1);
    near('sweep_age_seconds', 300);
    near('backup_age_seconds', 50 * 3_600);
  });

  it('are told to administrators as the card needs them', async () => {
    // A mail that is held is not on its way.
    await database.query(`INSERT INTO dispatch (delivery_id, due_at, fence, attempts) SELECT id, due_at, 0, 0 FROM delivery WHERE state = 'held' LIMIT 1`);
    const token = await app.get(Database).transaction(async (tx) => app.get(SessionStore).start(tx, await app.get(Accounts).createWithPassword(tx, { email: 'a@club.example', name: 'A', role: 'administrator', language: 'ar', personId: null, password: 'x', demonstration: false }), false));
    const client = new TestClient(app.url);
    client.cookie = `__Host-tawama=${token}`;
    const { status, body } = await client.get('/api/health');
    expect(status).toBe(200);
    expect(body).toMatchObject({ database: 'ok', clock: 'ok', queue: 'ok', mail: 'outboxOnly', zoneDataVersion: expect.stringMatching(/^\d{4}[a-z]$/), late: 3, waitingMails: 4, openIncidents: 1, brokenRows: 1 });
    expect(body['oldestLateSeconds']).toBeGreaterThanOrEqual(3 * 3_600);
    expect(body['backupAgeSeconds']).toBeGreaterThanOrEqual(50 * 3_600);
  });

  it('use an index for each count, so that millions of finished rows cost nothing', async () => {
    await database.query(`INSERT INTO delivery (kind, email, recipient_name, language, state, message_id, due_at, sent_at, transport, body)
      SELECT 'test', 'x@example.org', 'x', 'fr', 'sent', '<s' || n || '>', club_now() - make_interval(mins => n), club_now(), 'smtp', 'x' FROM generate_series(1, 20000) n`);
    await database.query(`INSERT INTO reminder (agreement_id, milestone_id, rung, cycle_no, role, person_id, rung_on, local_date, local_time, zone, due_at, tz_version)
      SELECT r.agreement_id, r.milestone_id, 'd' || n, 1, r.role, r.person_id, r.rung_on, r.local_date, r.local_time, r.zone, club_now() + make_interval(mins => n), r.tz_version FROM generate_series(1, 20000) n, (SELECT * FROM reminder LIMIT 1) r`);
    await database.query('ANALYZE reminder, delivery');
    const ask = vi.spyOn(Database.prototype, 'query');
    await app.get(JobsStore).figures();
    const [sql, parameters] = ask.mock.calls.find(([asked]) => asked.includes('remindersDue')) ?? [''];
    ask.mockRestore();
    const plan = await withClient(database.url, async (client) => (await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${sql}`, parameters)).rows.map((row) => row['QUERY PLAN']).join('\n'));
    expect(plan).not.toMatch(/Seq Scan on (reminder|delivery)/);
    for (const index of ['reminder_due', 'delivery_needs_somebody']) expect(plan).toContain(index);
    // The instant is a condition of the index, not a filter over all that is planned.
    expect(plan).toMatch(/reminder_due[^\n]*\n\s*Index Cond: \(due_at <=/);
  });

  it('that cannot be read have no sample, and the scrape says that the database is away', async () => {
    await database.query('ALTER TABLE setting RENAME TO setting_away');
    try {
      const figures = await vi.waitFor(async () => {
        const found = await scrape(app);
        expect(found.get('tawama_database_up')).toBe(0);
        return found;
      }, { timeout: 10_000, interval: 500 });
      for (const name of figures.keys()) expect(name).not.toMatch(/^tawama_(reminders_|deliveries_(due|late|oldest)|deliveries\{|incidents_|sweep_age|backup_age)/);
      expect(figures.get('tawama_queue_up')).toBe(1);
    } finally {
      await database.query('ALTER TABLE setting_away RENAME TO setting');
    }
  });
});

describe('what a process has done', () => {
  let database: TestDatabase;
  let sink: SmtpSink;
  let app: TestApp;
  beforeEach(async () => {
    database = await createTestDatabase();
    sink = await startSmtpSink();
    app = await startTestApp({ databaseUrl: database.url, variables: { ROLE: 'api', SMTP_URL: sink.url, MAIL_FROM: 'Club <club@smara.example>' } });
    await app.get(Database).transaction((tx) => app.get(Accounts).createWithPassword(tx, { email: 'a@club.example', name: 'A', role: 'administrator', language: 'en', personId: null, password: 'x', demonstration: false }));
  });
  afterEach(async () => {
    await app.close();
    await sink.close();
    await database.drop();
  });
  const counted = async () => {
    const figures = await scrape(app);
    return (name: string): number => figures.get(`tawama_${name}`) ?? Number.NaN;
  };

  it('begins with counters at nothing, so that the first event shows', async () => {
    const count = await counted();
    for (const result of ['sent', 'failed', 'suppressed', 'cancelled']) expect(count(`deliveries_total{result="${result}",transport="smtp"}`)).toBe(0);
    for (const name of ['claims', 'retries', 'lease_expiries', 'late_finishes']) expect(count(`delivery_${name}_total`)).toBe(0);
  });

  it('counts what was sent, put off and given up, and times it', async () => {
    for (const email of ['yes@example.org', 'later@example.org', 'no@example.org']) await plantMail(database, 'pending', '90 seconds', { email });
    sink.script((to) => (to.startsWith('later') ? { code: 451 } : to.startsWith('no') ? { code: 554, text: '5.7.1 refused' } : 'accept'));
    await app.get(Sender).drain();
    const count = await counted();
    expect([count('deliveries_total{result="sent",transport="smtp"}'), count('deliveries_total{result="failed",transport="smtp"}'), count('delivery_retries_total'), count('delivery_claims_total')]).toEqual([1, 1, 1, 3]);
    expect([count('mail_send_duration_seconds_count{result="accepted"}'), count('mail_send_duration_seconds_count{result="refused"}')]).toEqual([1, 2]);
    // Only what was sent has a time from due to sent: a minute and a half, and no more than a few seconds beyond.
    expect([count('delivery_due_to_sent_seconds_count'), count('delivery_due_to_sent_seconds_bucket{le="60"}'), count('delivery_due_to_sent_seconds_bucket{le="300"}')]).toEqual([1, 0, 1]);
    expect(count('delivery_due_to_sent_seconds_sum')).toBeGreaterThan(89);
  });

  it('counts the mails of workers that did not come back, and times the sweeps', async () => {
    await plantMail(database, 'leased', '0', { leaseEnds: '-1 second' });
    await plantMail(database, 'leased', '0', { leaseEnds: '1 hour' });
    await app.get(SendingStore).claim(10, 'another', 90);
    await app.get(Sweep).run();
    const count = await counted();
    expect([count('delivery_lease_expiries_total'), count('delivery_claims_total')]).toEqual([1, 1]);
    expect(count('sweep_duration_seconds_count')).toBe(1);
    expect(count('sweep_duration_seconds_sum')).toBeGreaterThan(0);
  });

  it('counts results that came too late, as nothing else', async () => {
    const id = await plantMail(database, 'pending');
    const { claims } = await app.get(SendingStore).claim(1, 'slow', 90);
    await database.query('UPDATE dispatch SET fence = fence + 1 WHERE delivery_id = $1', [id]);
    expect(await app.get(SendingStore).recordSent(claims.map((claim) => ({ claim, code: 250, text: 'ok' })))).toEqual([false]);
    const count = await counted();
    expect([count('delivery_late_finishes_total'), count('deliveries_total{result="sent",transport="smtp"}'), count('delivery_due_to_sent_seconds_count')]).toEqual([1, 0, 0]);
  });

  it('times requests by their pattern and the class of their status', async () => {
    await fetch(`${app.url}/api/cities/${crypto.randomUUID()}`);
    const count = await counted();
    expect(count('http_request_duration_seconds_count{method="GET",route="/api/cities/:id",status_class="4xx"}')).toBe(1);
    expect(count('database_pool_connections{state="idle"}')).toBeGreaterThan(0);
    expect(count('database_pool_waiting')).toBe(0);
  });
});
