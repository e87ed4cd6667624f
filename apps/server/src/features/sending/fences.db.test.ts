import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMailGround, type MailGround } from '../../../test/mail-ground.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';

let all: MailGround;
let ground: MailGround['ground'];
let sink: MailGround['sink'];
let office: MailGround['office'];
let milestoneIds: MailGround['milestoneIds'];
let mail: MailGround['mail'];
let row: MailGround['row'];
let phases: MailGround['phases'];
let expireLeases: MailGround['expireLeases'];
let claim: MailGround['claim'];
let service: DeliveriesService;
let admin: Viewer;

beforeEach(async () => {
  all = await openMailGround();
  ({ ground, sink, office, milestoneIds, mail, row, phases, expireLeases, claim } = all);
  service = new DeliveriesService(ground.database, office.deliveries, office.writer, ground.journal);
  admin = await ground.viewer('administrator');
});
afterEach(() => all.close());

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
