import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMailGround, type MailGround } from '../../../test/mail-ground.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { createLog } from '../../platform/log.js';
import { WorkQueue } from '../../platform/queue/work-queue.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import { JobFailures } from '../incidents/job-failures.js';
import { FailedMails, IncidentsService } from './incidents.service.js';

/** A queue that remembers what it was asked. */
const asked: string[] = [];
const queue = { add: async (name: string) => { asked.push(name); }, getJobCounts: async () => ({}), on: () => undefined, close: async () => {} };

let all: MailGround;
let ground: MailGround['ground'];
let sink: MailGround['sink'];
let office: MailGround['office'];
let abroad: MailGround['abroad'];
let agreementId: MailGround['agreementId'];
let mail: MailGround['mail'];
let row: MailGround['row'];
let service: DeliveriesService;
let incidents: IncidentsService;
let admin: Viewer;

beforeEach(async () => {
  all = await openMailGround();
  ({ ground, sink, office, abroad, agreementId, mail, row } = all);
  service = new DeliveriesService(ground.database, office.deliveries, office.writer, ground.journal);
  incidents = new IncidentsService(ground.database, office.incidents, new FailedMails(office.deliveries, office.writer), ground.journal, new WorkQueue(queue, createLog('silent')));
  admin = await ground.viewer('administrator');
});
afterEach(() => all.close());

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
