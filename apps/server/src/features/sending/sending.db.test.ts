import { startSmtpSink, type SmtpSink } from '@tawama/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openGround, type TestGround } from '../../../test/ground.js';
import { postOfficeOn, type PostOffice } from '../../../test/post-office.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import { createLog } from '../../platform/log.js';
import { WorkQueue } from '../../platform/queue/work-queue.js';
import { JobFailures } from '../incidents/job-failures.js';
import { FailedMails, IncidentsService } from './incidents.service.js';

/** A queue that remembers what it was asked. */
const asked: string[] = [];
const queue = { add: async (name: string) => { asked.push(name); }, getJobCounts: async () => ({}), on: () => undefined, close: async () => {} };

let ground: TestGround;
let sink: SmtpSink;
let office: PostOffice;
let service: DeliveriesService;
let incidents: IncidentsService;
let admin: Viewer;
let home: string;
let abroad: string;
let agreementId: string;
let milestoneIds: string[];

beforeEach(async () => {
  ground = await openGround('2026-01-27T12:00:00Z');
  sink = await startSmtpSink();
  office = postOfficeOn(ground, { SMTP_URL: sink.url, MAIL_FROM: 'Club <club@smara.example>' });
  service = new DeliveriesService(ground.database, office.deliveries, office.writer, ground.journal);
  incidents = new IncidentsService(ground.database, office.incidents, new FailedMails(office.deliveries, office.writer), ground.journal, new WorkQueue(queue, createLog('silent')));
  admin = await ground.viewer('administrator');
  home = await ground.city('smara', { role: 'home' });
  abroad = await ground.city('abroad');
  ({ id: agreementId, milestoneIds } = await ground.agreement(home, abroad, [{ status: 'open', dueOn: '2026-01-27' }, { status: 'open', dueOn: '2026-01-28' }]));
  const coordinator = await ground.person(home, { name: 'Amal', email: 'amal@example.org', language: 'ar' });
  await ground.test.query('UPDATE agreement SET reminders_started_at = club_now(), coordinator_id = $2 WHERE id = $1', [agreementId, coordinator]);
});
afterEach(async () => {
  await office.lifecycle.stop();
  await sink.close();
  await ground.close();
});

let people = 0;
let mails = 0;
/** A pending mail to a new person; answers the delivery's id. */
async function mail(email = `p${(people += 1)}@example.org`, steps = 1, language: 'ar' | 'fr' | 'en' = 'en', personId?: string): Promise<string> {
  mails += 1;
  const person = personId ?? await ground.person(abroad, { name: 'Jean, "le" Maire', email, language });
  const [row] = await ground.test.query<{ id: string }>(
    `INSERT INTO delivery (id, message_id, kind, person_id, local_date, email, recipient_name, language, state, due_at)
     SELECT n.id, '<d-' || n.id || '@smara.example>', 'reminder', $1, (SELECT '2026-01-27'::date + count(*)::int FROM delivery WHERE person_id = $1), $2, 'x', $3, 'pending', club_now() FROM (SELECT new_id() AS id) n RETURNING id`, [person, email, language]);
  for (const milestoneId of milestoneIds.slice(0, steps)) {
    await ground.test.query(`INSERT INTO reminder (agreement_id, milestone_id, rung, cycle_no, role, person_id, rung_on, local_date, local_time, zone, due_at, tz_version, state, delivery_id)
      VALUES ($1, $2, $5, 0, 'counterpart', $3, '2026-01-27', '2026-01-27', '09:00', 'Africa/El_Aaiun', club_now(), 'test', 'materialised', $4)`, [agreementId, milestoneId, person, row?.id, `d+${mails}`]);
  }
  return row?.id ?? '';
}
const row = async (id: string) => (await ground.test.query<Record<string, unknown>>(
  `SELECT d.state, coalesce(x.attempts, d.attempts) AS attempts, coalesce(x.fence, d.fence) AS fence, d.transport, d.smtp_code, d.outcome, d.subject, d.email, d.body IS NOT NULL AS kept, x.lease_owner AS owner,
          x.free_at > clock_timestamp() AS later, extract(epoch FROM x.free_at - clock_timestamp())::float8 AS pause FROM delivery d LEFT JOIN dispatch x ON x.delivery_id = d.id WHERE d.id = $1`, [id]))[0];
const phases = async (id: string) => (await ground.test.query<{ phase: string }>('SELECT phase FROM delivery_attempt WHERE delivery_id = $1 ORDER BY fence, at', [id])).map(({ phase }) => phase);
const soon = (id: string) => ground.test.query('UPDATE dispatch SET free_at = clock_timestamp() WHERE delivery_id = $1', [id]);
const expireLeases = () => ground.test.query(`UPDATE dispatch SET lease_ends_at = clock_timestamp() - interval '1 second' WHERE lease_owner IS NOT NULL`);
const claim = async (owner: string) => {
  const { claims: [one] } = await office.sending.claim(10, owner, 90);
  if (!one) throw new Error('nothing was claimed');
  return one;
};

describe('sending', () => {
  it('hands over, notes each phase, keeps the bytes, records once', async () => {
    const id = await mail();
    await office.sender.drain();
    const [got] = await sink.waitFor(1);
    expect(await row(id)).toMatchObject({ state: 'sent', attempts: 1, fence: 1, transport: 'smtp', smtp_code: 250, kept: true });
    expect(await phases(id)).toEqual(['connected', 'data_sent']);
    expect(got).toMatchObject({ from: 'club@smara.example', messageId: `<d-${id}@smara.example>` });
    expect(await service.preview(admin, id, { part: 'source' })).toBe(got?.raw);
    expect((await service.preview(admin, id, { part: 'text' })).trim()).toBe(got?.parsed.text?.trim());
    expect((await service.preview(admin, id, { part: 'html' })).trim()).toBe(typeof got?.parsed.html === 'string' ? got.parsed.html.trim() : '');
    expect(await service.preview(admin, id, { part: 'html', language: 'ar' })).toContain('dir="rtl"');
  });

  it('uses few connections for many mails', async () => {
    for (let n = 0; n < 40; n += 1) await mail();
    await office.sender.drain();
    expect(sink.received).toHaveLength(40);
    expect(sink.connections).toEqual({ total: 3, most: 3 });
  });

  it('comes back after a 4xx, each time later, with what is true then', async () => {
    const id = await mail();
    sink.script(() => ({ code: 451 }));
    for (const [tries, minutes] of [[1, 1], [2, 5], [3, 15], [4, 60], [5, 60]] as const) {
      await office.sender.drain();
      const now = await row(id);
      expect(now).toMatchObject({ state: 'pending', attempts: tries, smtp_code: 451, kept: false });
      expect(Number(now?.['pause'])).toBeGreaterThan(minutes * 60 * 0.88);
      expect(Number(now?.['pause'])).toBeLessThan(minutes * 60 * 1.12);
      await soon(id);
    }
    await ground.test.query(`UPDATE milestone SET title = '{"ar": null, "fr": null, "en": "Another title"}' WHERE id = $1`, [milestoneIds[0]]);
    sink.script(() => 'accept');
    await office.sender.drain();
    expect(sink.received[0]?.parsed.text).toContain('Another title');
  });

  it('offers the same bytes again once they were offered', async () => {
    const id = await mail();
    sink.script(() => 'acceptThenDrop');
    await office.sender.drain();
    expect(await row(id)).toMatchObject({ state: 'pending', kept: true });
    await ground.test.query(`UPDATE milestone SET status = 'done' WHERE id = $1`, [milestoneIds[0]]);
    await soon(id);
    sink.script(() => 'accept');
    await office.sender.drain();
    expect(await row(id)).toMatchObject({ state: 'sent', fence: 2 });
    expect(sink.received.map(({ raw }) => raw)).toEqual([sink.received[0]?.raw, sink.received[0]?.raw]);
  });

  it('gives up after two days and says so; trying again is one more try', async () => {
    const id = await mail();
    sink.script(() => ({ code: 451 }));
    await office.sender.drain();
    await ground.test.query('ALTER TABLE delivery_attempt DISABLE TRIGGER USER');
    await ground.test.query(`UPDATE delivery_attempt SET at = at - interval '49 hours'`);
    await soon(id);
    await office.sender.drain();
    expect(await row(id)).toMatchObject({ state: 'failed', smtp_code: 451 });
    const { data: [incident] } = await ground.database.read((tx) => office.incidents.list(tx, { page: 1, perPage: 10, sort: 'at', order: 'desc', q: undefined, equals: {}, ranges: {} }));
    expect(incident).toMatchObject({ kind: 'mail/failed', deliveryId: id, state: 'open' });
    sink.script(() => 'accept');
    expect(await incidents.retry(admin, incident?.id ?? '')).toMatchObject({ state: 'retried' });
    await office.sender.drain();
    expect(await row(id)).toMatchObject({ state: 'sent' });
    await expect(incidents.dismiss(admin, incident?.id ?? '')).rejects.toMatchObject({ code: 'incident/closed' });
  });

  it('fails at once on a 5xx, suppresses an address that is unknown twice, and lets a person lift that', async () => {
    const first = await mail('gone@example.org');
    sink.script((to) => (to.startsWith('gone') ? { code: 550, text: '5.1.1 no such mailbox' } : { code: 552, text: '5.2.2 mailbox full' }));
    const full = [await mail('full@example.org'), await mail(undefined)];
    await office.sender.drain();
    expect(await row(first)).toMatchObject({ state: 'failed', smtp_code: 550 });
    const [{ person_id: personId } = { person_id: '' }] = await ground.test.query<{ person_id: string }>('SELECT person_id FROM delivery WHERE id = $1', [first]);
    const second = await mail('gone@example.org', 1, 'en', personId);
    const third = await mail('gone@example.org', 1, 'en', personId);
    await office.sender.drain();
    expect([await row(second), await row(third)].map((one) => one?.['state'])).toEqual(['suppressed', 'suppressed']);
    expect(await ground.test.query('SELECT email FROM suppression')).toEqual([{ email: 'gone@example.org' }]);
    expect(await ground.test.query(`SELECT kind FROM incident WHERE kind = 'mail/contact-lost'`)).toHaveLength(1);
    for (const id of full) expect(await row(id)).toMatchObject({ state: 'failed' });
    sink.script(() => 'accept');
    const again = await service.act(admin, third, 'resend', 'he says it works');
    await office.sender.drain();
    expect(await row(again.id)).toMatchObject({ state: 'sent' });
    expect(await ground.test.query('SELECT email FROM suppression')).toEqual([]);
  });

  it('makes a whole domain wait on 421', async () => {
    const one = await mail('a@busy.example');
    sink.script(() => ({ code: 421 }));
    const others = [await mail('b@busy.example'), await mail('c@busy.example')];
    await ground.test.query(`UPDATE dispatch SET free_at = clock_timestamp() + interval '1 second' WHERE delivery_id = ANY($1)`, [others]);
    await office.sender.drain();
    expect(await row(one)).toMatchObject({ state: 'pending', attempts: 1 });
    for (const id of others) expect(Number((await row(id))?.['pause'])).toBeGreaterThan(40);
  });

  it('waits for a server that is away', async () => {
    const id = await mail();
    await sink.close();
    await office.sender.drain();
    expect(await row(id)).toMatchObject({ state: 'pending', later: true, kept: false });
    expect(await phases(id)).toEqual(['timeout']);
    sink = await startSmtpSink();
  });

  it('does not wait longer than the lease for one that hangs', async () => {
    const patient = postOfficeOn(ground, { SMTP_URL: sink.url, LEASE_SECONDS: '4', SMTP_TIMEOUT_SECONDS: '1' });
    const id = await mail();
    sink.script(() => 'hang');
    await patient.sender.drain();
    expect(await row(id)).toMatchObject({ state: 'pending', later: true, kept: true });
    expect(await phases(id)).toEqual(['connected', 'data_sent', 'timeout']);
    await patient.lifecycle.stop();
  });
});

describe('fences', () => {
  it('a late finish changes nothing', async () => {
    const id = await mail();
    const old = await claim('asleep');
    await expireLeases();
    await office.sender.drain();
    const recorded = await row(id);
    expect(recorded).toMatchObject({ state: 'sent', fence: 2 });
    expect(await office.sending.recordSent([{ claim: old, code: 250, text: 'too late' }])).toEqual([false]);
    expect(await ground.database.transaction((tx) => office.sending.recordEnd(tx, old, 'failed', 'too late'))).toBe(false);
    expect(await ground.database.transaction((tx) => office.sending.recordLater(tx, old, 1_000, 'too late', 451))).toBe(false);
    const blank = { subject: '', email: 'x@example.org', name: '', language: 'en' as const, kept: Buffer.from(''), hash: Buffer.from('') };
    expect(await office.sending.offer([{ claim: old, mail: blank, told: null }])).toEqual(['lost']);
    expect(await office.sending.recordOutbox([{ claim: old, mail: blank, told: null }])).toEqual(['lost']);
    expect(await row(id)).toEqual(recorded);
  });

  it('a late finish changes nothing while somebody else has it, or after it was held and released', async () => {
    const id = await mail();
    const old = await claim('asleep');
    await expireLeases();
    const mine = await claim('awake');
    expect([old.fence, mine.fence]).toEqual([1, 2]);
    expect(await office.sending.recordSent([{ claim: old, code: 250, text: 'too late' }])).toEqual([false]);
    expect(await ground.database.transaction((tx) => office.sending.recordEnd(tx, old, 'failed', 'too late'))).toBe(false);
    expect(await ground.database.transaction((tx) => office.sending.recordLater(tx, old, 1_000, 'too late', 451))).toBe(false);
    await office.sending.giveBack([old]);
    expect(await row(id)).toMatchObject({ state: 'pending', fence: 2, owner: 'awake' });
    expect(await service.get(admin, id)).toMatchObject({ state: 'leased', nextAttemptAt: null });
    await expect(service.act(admin, id, 'hold', undefined)).rejects.toMatchObject({ code: 'delivery/not-allowed-in-state' });
    await expireLeases();
    await service.act(admin, id, 'hold', undefined);
    await service.act(admin, id, 'release', undefined);
    expect((await claim('new')).fence).toBe(3);
    expect(await office.sending.recordSent([{ claim: mine, code: 250, text: 'too late' }])).toEqual([false]);
    expect(await row(id)).toMatchObject({ state: 'pending', owner: 'new' });
  });

  it('a claim that a crash of the database took back is not the one that got its number', async () => {
    const id = await mail();
    const lost = await claim('before the crash');
    await ground.test.query(`UPDATE dispatch SET fence = 0, attempts = 0, lease_owner = NULL, lease_ends_at = DEFAULT`);
    const mine = await claim('after it');
    expect(mine.fence).toBe(lost.fence);
    const blank = { subject: '', email: 'x@example.org', name: '', language: 'en' as const, kept: Buffer.from(''), hash: Buffer.from('') };
    expect(await office.sending.offer([{ claim: lost, mail: blank, told: null }])).toEqual(['lost']);
    expect(await office.sending.recordOutbox([{ claim: lost, mail: blank, told: null }])).toEqual(['lost']);
    expect(await office.sending.recordSent([{ claim: lost, code: 250, text: '' }])).toEqual([false]);
    expect(await ground.database.transaction((tx) => office.sending.recordEnd(tx, lost, 'failed', ''))).toBe(false);
    expect(await ground.database.transaction((tx) => office.sending.recordLater(tx, lost, 1_000, '', 451))).toBe(false);
    await office.sending.giveBack([lost]);
    expect(await row(id)).toMatchObject({ state: 'pending', owner: 'after it' });
    expect(await office.sending.offer([{ claim: mine, mail: blank, told: null }])).toEqual(['offered']);
  });

  it('two workers never get the same mail', async () => {
    for (let n = 0; n < 40; n += 1) await mail();
    const claims = await Promise.all(Array.from({ length: 8 }, (_, n) => office.sending.claim(10, `w${n}`, 90)));
    const ids = claims.flatMap((one) => one.claims.map(({ id }) => id));
    expect([ids.length, new Set(ids).size]).toEqual([40, 40]);
  });

  it('what is claimed from somebody who did not come back is counted', async () => {
    await mail();
    expect((await office.sending.claim(10, 'a', 90)).expired).toBe(0);
    expect((await office.sending.claim(10, 'b', 90)).claims).toEqual([]);
    await expireLeases();
    expect((await office.sending.claim(10, 'b', 90)).expired).toBe(1);
  });

  it('what a stopping worker held is free at once, what others hold is not', async () => {
    const ids = [await mail(), await mail()];
    await office.sending.claim(1, 'stops', 90);
    await office.sending.claim(1, 'stays', 90);
    await office.sending.releaseAll('stops');
    expect((await Promise.all(ids.map(row))).map((one) => one?.['owner'])).toEqual([null, 'stays']);
    expect((await office.sending.claim(10, 'next', 90)).claims.map(({ id }) => id)).toEqual([ids[0]]);
  });

  it('a mail is not sent before its time, whatever the clock did', async () => {
    const id = await mail();
    await ground.test.query(`UPDATE club_clock SET clock_offset = clock_offset - interval '1 hour'`);
    await office.sender.drain();
    expect(sink.received).toHaveLength(0);
    await ground.test.query(`UPDATE club_clock SET clock_offset = clock_offset + interval '1 hour'`);
    await office.sender.drain();
    expect(await row(id)).toMatchObject({ state: 'sent' });
  });

  it('a step that is answered after the mail was written is not told of', async () => {
    const [both, only] = [await mail(undefined, 2), await mail(undefined, 1)];
    const { claims } = await office.sending.claim(10, 'slow', 90);
    const letters = await office.courier.write(claims);
    await ground.test.query(`UPDATE milestone SET status = 'done' WHERE id = $1`, [milestoneIds[0]]);
    expect(await office.sending.offer(letters)).toEqual(['outdated', 'outdated']);
    expect(await phases(both)).toEqual([]);
    const again = await office.courier.write(claims);
    expect(again.map(({ claim: { id } }) => id)).toEqual([both]);
    expect(await office.sending.offer(again)).toEqual(['offered']);
    expect(await row(only)).toMatchObject({ state: 'cancelled', outcome: 'nothingLeft' });
  });

  it('a worker whose lease ran out offers nothing', async () => {
    const id = await mail();
    const [letter] = await office.courier.write([await claim('slow')]);
    if (!letter) throw new Error('nothing was written');
    await expireLeases();
    const { SmtpLine } = await import('../../platform/mail/smtp-line.js');
    const carried = await office.courier.carry(letter, new SmtpLine(sink.url, 2_000), 'club@smara.example');
    expect(carried).toEqual({ outcome: { result: 'abandoned' }, offer: 'lost', untouched: false });
    expect(await office.courier.record(letter, carried)).toBe(false);
    expect(sink.received).toHaveLength(0);
    expect(await row(id)).toMatchObject({ state: 'pending', owner: 'slow' });
    await office.sender.drain();
    expect(await row(id)).toMatchObject({ state: 'sent' });
  });

  it('a pending mail that something took off its way is put back on it', async () => {
    const [id, other] = [await mail(), await mail()];
    const old = await claim('asleep');
    await ground.test.query('DELETE FROM dispatch WHERE delivery_id = $1', [id]);
    expect(await office.sending.putBackOnTheirWay()).toBe(1);
    expect(await office.sending.putBackOnTheirWay()).toBe(0);
    expect(old.id === id || old.id === other).toBe(true);
    await expireLeases();
    await office.sender.drain();
    expect([await row(id), await row(other)]).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
    expect(await office.sending.putBackOnTheirWay()).toBe(0);
  });

  it('final states stay, whatever is tried', async () => {
    const id = await mail();
    await office.sender.drain();
    await expect(ground.test.query(`UPDATE delivery SET state = 'pending' WHERE id = $1`, [id])).rejects.toThrow(/final/);
    expect(await office.sending.broken()).toBe(0);
  });
});

describe('what a person does', () => {
  it('holds, releases, cancels, sends again; anything else is refused', async () => {
    const id = await mail();
    expect(await service.act(admin, id, 'hold', undefined)).toMatchObject({ state: 'held' });
    await office.sender.drain();
    expect(sink.received).toHaveLength(0);
    expect(await service.act(admin, id, 'release', undefined)).toMatchObject({ state: 'pending' });
    await office.sender.drain();
    await expect(service.act(admin, id, 'cancel', undefined)).rejects.toMatchObject({ code: 'delivery/not-allowed-in-state' });
    const again = await service.act(admin, id, 'resend', 'lost');
    expect(again).toMatchObject({ state: 'pending', reminderIds: (await service.get(admin, id)).reminderIds, localDate: null });
    expect(again.messageId).not.toBe((await service.get(admin, id)).messageId);
    await office.sender.drain();
    expect(sink.received).toHaveLength(2);
    const third = await mail();
    expect(await service.act(admin, third, 'cancel', 'not now')).toMatchObject({ state: 'cancelled' });
    expect(await ground.test.query(`SELECT action, reason FROM audit_entry WHERE action LIKE 'delivery.%' ORDER BY id`)).toEqual([
      { action: 'delivery.hold', reason: null }, { action: 'delivery.release', reason: null }, { action: 'delivery.resend', reason: 'lost' }, { action: 'delivery.cancel', reason: 'not now' }]);
  });

  it('sees only the mails of their agreements, and nobody else’s account mail', async () => {
    const id = await mail();
    const scoped = await ground.viewer('coordinator', { agreementIds: [agreementId] });
    const stranger = await ground.viewer('coordinator', { agreementIds: [] });
    expect(await service.get(scoped, id)).toMatchObject({ id });
    await expect(service.get(stranger, id)).rejects.toMatchObject({ code: 'record/not-found' });
    const everybody = { page: 1, perPage: 25, sort: 'dueAt', order: 'desc' as const, q: undefined, equals: {}, ranges: {} };
    expect((await service.list(stranger, everybody)).total).toBe(0);
    const [link] = await ground.test.query<{ id: string }>(`INSERT INTO one_time_link (account_id, purpose, expires_at) VALUES ($1, 'passwordReset', club_now() + interval '1 hour') RETURNING id`, [admin.accountId]);
    const { Mailer } = await import('../deliveries/mailer.js');
    await ground.database.transaction((tx) => new Mailer(office.deliveries, office.writer).enqueueAccountMail(tx, { kind: 'passwordReset', accountId: admin.accountId, linkId: link?.id ?? '', email: 'me@example.org', name: 'Me', language: 'fr' }));
    const { data: [reset] } = await service.list(admin, { ...everybody, equals: { kind: ['passwordReset'] } });
    expect(await service.preview(admin, reset?.id ?? '', { part: 'text' })).toContain(link?.id);
    await expect(service.preview(await ground.viewer('coordinator'), reset?.id ?? '', { part: 'text' })).rejects.toMatchObject({ code: 'access/denied' });
    await office.sender.drain();
    expect(sink.received.map(({ to }) => to[0])).toContain('me@example.org');
  });

  it('finds a mail by any part of name and address, however it is spelled', async () => {
    const id = await mail('witness-after-1@example.org', 1, 'en', await ground.person(abroad, { name: 'Zoé', email: 'witness-after-1@example.org' }));
    await ground.test.query(`UPDATE delivery SET recipient_name = 'أمينة الڭابوس Hélène', subject = 'تذكير: القافلة' WHERE id = $1`, [id]);
    await mail('somebody@else.example');
    for (const q of ['witness-after-1@example.org', 'witness-after', 'after-1@', 'helene', 'HÉLÈNE', 'امينه', 'أمينة', 'الكابوس', 'القافله']) {
      const { data } = await service.list(admin, { page: 1, perPage: 25, sort: 'dueAt', order: 'desc', q, equals: {}, ranges: {} });
      expect(data.map((one) => one.id), q).toEqual([id]);
    }
  });

  it('sees a failed job once, and has it run again', async () => {
    const failures = new JobFailures(ground.database, office.incidents);
    await failures.report('backup.nightly', new Error('the disk is full'));
    await failures.report('backup.nightly', new Error('the disk is full'));
    const { data } = await incidents.list({ page: 1, perPage: 25, sort: 'at', order: 'desc', q: undefined, equals: { state: ['open'] }, ranges: {} });
    expect(data).toMatchObject([{ kind: 'job/failed', job: 'backup.nightly', times: 2, summary: 'backup.nightly: the disk is full' }]);
    await incidents.retry(admin, data[0]?.id ?? '');
    expect(asked).toEqual(['backup.nightly']);
  });

  it('sends a test mail to themselves', async () => {
    const { id } = await service.test(admin);
    await office.sender.drain();
    expect(await row(id)).toMatchObject({ state: 'sent' });
  });
});

describe('without a mail server', () => {
  it('keeps the mail in the outbox and never sends it later', async () => {
    const quiet = postOfficeOn(ground);
    const id = await mail();
    await quiet.sender.drain();
    expect(await row(id)).toMatchObject({ state: 'sent', transport: 'outbox', kept: true });
    await office.sender.drain();
    expect(sink.received).toHaveLength(0);
  });
});

describe('headers', () => {
  const lint = (raw: string) => {
    expect(raw).not.toMatch(/[^\r]\n/);
    expect(raw.split('\r\n').every((line) => Buffer.byteLength(line) <= 998)).toBe(true);
    expect(raw.slice(0, raw.indexOf('\r\n\r\n'))).toMatch(/^[\x00-\x7f]*$/);
  };

  it.each(['ar', 'fr', 'en'] as const)('are right in %s for one step and for several', async (language) => {
    const one = await mail(undefined, 1, language);
    const several = await mail(undefined, 2, language);
    await office.sender.drain();
    const of = (id: string) => sink.received.find(({ messageId }) => messageId === `<d-${id}@smara.example>`);
    for (const got of [of(one), of(several)]) {
      lint(got?.raw ?? '');
      const headers = got?.parsed.headers;
      expect(headers?.get('auto-submitted')).toBe('auto-generated');
      expect(headers?.get('x-auto-response-suppress')).toBe('All');
      expect(got?.parsed.from?.value).toEqual([{ name: 'Club', address: 'club@smara.example' }]);
      expect(got?.parsed.replyTo?.value).toEqual([{ name: 'Amal', address: 'amal@example.org' }]);
      expect(got?.parsed.to).toMatchObject({ value: [{ name: 'Jean, "le" Maire' }] });
      expect(got?.to).toHaveLength(1);
      expect(got?.parsed.subject).toBeTruthy();
      expect(got?.parsed.text?.length).toBeGreaterThan(80);
      expect(got?.parsed.html).toContain(`lang="${language}"`);
      expect(got?.parsed.html).toContain(language === 'ar' ? 'dir="rtl"' : 'dir="ltr"');
      expect(got?.parsed.html).not.toMatch(/<img|https?:\/\/(?!localhost|www\.w3\.org)/);
      expect(got?.raw).toMatch(/^List-Unsubscribe: <mailto:amal@example\.org\?subject=unsubscribe%20[0-9a-f-]+>/im);
    }
    expect(of(one)?.parsed.references).toBe(`<ms-${milestoneIds[0]}@smara.example>`);
    expect(of(one)?.parsed.headers.get('list')).toMatchObject({ id: { name: `agreement-${agreementId}.smara.example` } });
    expect(of(several)?.parsed.references).toMatch(/^<p-.*@smara\.example>$/);
    expect(of(several)?.parsed.headers.get('list')).toMatchObject({ id: { name: 'club.smara.example' } });
  });

  it.each(['ar', 'fr', 'en'] as const)('are right in %s for every other kind', async (language) => {
    const kinds = ['catchUp', 'escalation', 'invitation', 'passwordReset', 'firstAdministrator', 'test'];
    const ids: string[] = [];
    for (const kind of kinds) {
      const id = await mail(undefined, 2, language);
      const [link] = await ground.test.query<{ id: string }>(`INSERT INTO one_time_link (account_id, purpose, expires_at) VALUES ($1, 'invitation', club_now() + interval '7 days') RETURNING id`, [admin.accountId]);
      await ground.test.query('UPDATE delivery SET kind = $2, link_id = $3 WHERE id = $1', [id, kind, ['catchUp', 'escalation', 'test'].includes(kind) ? null : link?.id]);
      ids.push(id);
    }
    await office.sender.drain();
    expect(sink.received).toHaveLength(kinds.length);
    for (const [n, id] of ids.entries()) {
      const got = sink.received.find(({ messageId }) => messageId === `<d-${id}@smara.example>`);
      lint(got?.raw ?? '');
      expect(got?.parsed.headers.get('auto-submitted')).toBe('auto-generated');
      expect(got?.parsed.html).toContain(`lang="${language}"`);
      expect(Boolean(got?.parsed.headers.get('list'))).toBe(n < 2);
    }
  });

  it('never turn a hostile name or address into another recipient', async () => {
    await mail('victim@example.org\r\nRCPT TO:<other@example.org>').then((id) => office.sender.drain().then(async () => expect(await row(id)).toMatchObject({ state: 'failed' })));
    expect(sink.received).toHaveLength(0);
  });
});
