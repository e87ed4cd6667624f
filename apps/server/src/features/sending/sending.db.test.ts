import { startSmtpSink } from '@tawama/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMailGround, type MailGround } from '../../../test/mail-ground.js';
import { postOfficeOn } from '../../../test/post-office.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { createLog } from '../../platform/log.js';
import { WorkQueue } from '../../platform/queue/work-queue.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import { FailedMails, IncidentsService } from './incidents.service.js';

/** A queue that remembers what it was asked. */
const asked: string[] = [];
const queue = { add: async (name: string) => { asked.push(name); }, getJobCounts: async () => ({}), on: () => undefined, close: async () => {} };

let all: MailGround;
let ground: MailGround['ground'];
let sink: MailGround['sink'];
let office: MailGround['office'];
let milestoneIds: MailGround['milestoneIds'];
let mail: MailGround['mail'];
let row: MailGround['row'];
let phases: MailGround['phases'];
let service: DeliveriesService;
let incidents: IncidentsService;
let admin: Viewer;

beforeEach(async () => {
  all = await openMailGround();
  ({ ground, sink, office, milestoneIds, mail, row, phases } = all);
  service = new DeliveriesService(ground.database, office.deliveries, office.writer, ground.journal);
  incidents = new IncidentsService(ground.database, office.incidents, new FailedMails(office.deliveries, office.writer), ground.journal, new WorkQueue(queue, createLog('silent')));
  admin = await ground.viewer('administrator');
});
afterEach(() => all.close());

const soon = (id: string) => ground.test.query('UPDATE dispatch SET free_at = clock_timestamp() WHERE delivery_id = $1', [id]);

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
