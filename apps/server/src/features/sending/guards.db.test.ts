import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openGround, type TestGround } from '../../../test/ground.js';
import { postOfficeOn, type PostOffice } from '../../../test/post-office.js';
import { endsWithin, inOtherTransaction } from '../../../test/second-client.js';
import type { Claim, Offer } from './sending.store.js';

// Each condition of the statements that claim and record, by itself: infra/checks/mutate-guards.mjs takes them out one at a time.
/** What waits for another transaction has not ended by then; what waits for nobody has, on the busiest machine. */
const [BLOCKED_MS, FREE_MS] = [400, 8_000];
let ground: TestGround;
let office: PostOffice;
let agreementId: string;
let milestoneId: string;
let personId: string;

beforeEach(async () => {
  ground = await openGround('2026-01-27T12:00:00Z');
  office = postOfficeOn(ground);
  const [home, abroad] = [await ground.city('home', { role: 'home' }), await ground.city('abroad')];
  const { id, milestoneIds } = await ground.agreement(home, abroad, [{ status: 'open', dueOn: '2026-01-27' }]);
  [agreementId, milestoneId] = [id, milestoneIds[0] ?? ''];
  personId = await ground.person(abroad, { email: 'p@example.org' });
  await ground.test.query('UPDATE agreement SET reminders_started_at = club_now()');
});
afterEach(async () => {
  await office.lifecycle.stop();
  await ground.close();
});

let days = 0;
/** A pending mail with one reminder. */
async function mail(email = 'p@example.org'): Promise<string> {
  days += 1;
  const [row] = await ground.test.query<{ id: string }>(
    `INSERT INTO delivery (id, message_id, kind, person_id, local_date, email, recipient_name, language, state, due_at)
     SELECT n.id, '<' || n.id || '>', 'reminder', $1, '2026-01-01'::date + $2::int, $3, 'x', 'en', 'pending', club_now() FROM (SELECT new_id() AS id) n RETURNING id`, [personId, days, email]);
  await ground.test.query(`INSERT INTO reminder (agreement_id, milestone_id, rung, cycle_no, role, person_id, rung_on, local_date, local_time, zone, due_at, tz_version, state, delivery_id)
    VALUES ($1, $2, $3, 0, 'counterpart', $4, '2026-01-27', '2026-01-27', '09:00', 'Africa/El_Aaiun', club_now(), 'test', 'materialised', $5)`, [agreementId, milestoneId, `d+${days}`, personId, row?.id]);
  return row?.id ?? '';
}
const claim = async (owner = 'me'): Promise<Claim[]> => (await office.sending.claim(10, owner, 90)).claims;
async function claimed(owner = 'me'): Promise<{ id: string; mine: Claim }> {
  const id = await mail();
  const mine = (await claim(owner)).find((one) => one.id === id);
  if (!mine) throw new Error('nothing was claimed');
  return { id, mine };
}
const offerOf = (one: Claim, told: number | null = 1): Offer => ({ claim: one, told, mail: { subject: 's', email: 'p@example.org', name: 'n', language: 'en', kept: Buffer.from('bytes'), hash: Buffer.from('hash') } });
/** How somebody may be late: another has the mail now, or had a claim taken back by a crash and got the same number. */
const LATE: readonly [string, string][] = [['somebody with a higher fence', 'UPDATE dispatch SET fence = fence + 1'], ['somebody else with the same fence', `UPDATE dispatch SET lease_owner = 'another'`]];
const row = async (id: string) => (await ground.test.query(
  `SELECT d.state, d.body IS NOT NULL AS kept, x.lease_owner AS owner, x.fence::int AS fence, x.attempts, greatest(x.free_at, x.lease_ends_at) > clock_timestamp() AS busy FROM delivery d LEFT JOIN dispatch x ON x.delivery_id = d.id WHERE d.id = $1`, [id]))[0];
const phases = async (id: string) => (await ground.test.query<{ phase: string }>('SELECT phase FROM delivery_attempt WHERE delivery_id = $1 ORDER BY at', [id])).map(({ phase }) => phase);

describe('claiming', () => {
  it('takes nothing that waits for its next try', async () => {
    const id = await mail();
    await ground.test.query(`UPDATE dispatch SET free_at = clock_timestamp() + interval '1 minute' WHERE delivery_id = $1`, [id]);
    expect(await claim()).toEqual([]);
  });

  it('takes nothing before it is due', async () => {
    const id = await mail();
    await ground.test.query(`UPDATE dispatch SET due_at = club_now() + interval '1 minute' WHERE delivery_id = $1`, [id]);
    expect(await claim()).toEqual([]);
  });

  it('neither waits for what another worker is taking nor takes it too', async () => {
    const [taken, free] = [await mail(), await mail()];
    const claiming = await inOtherTransaction(ground.test.url, [[`UPDATE dispatch SET fence = fence + 1, lease_owner = 'other', lease_ends_at = clock_timestamp() + interval '1 minute' WHERE delivery_id = $1`, [taken]]], async () => {
      const mine = claim();
      expect(await endsWithin(mine, FREE_MS)).toBe(true);
      return { mine };
    });
    expect((await claiming.mine).map(({ id }) => id)).toEqual([free]);
    expect(await row(taken)).toMatchObject({ owner: 'other', fence: 1 });
  });
});

describe('giving back', () => {
  it.each(LATE)('leaves alone what belongs to %s by now', async (_, late) => {
    const { id, mine } = await claimed();
    await ground.test.query(late);
    const before = await row(id);
    await office.sending.giveBack([mine]);
    expect(await row(id)).toEqual(before);
  });

  it('releases only the own', async () => {
    const { id } = await claimed('other');
    await office.sending.releaseAll('me');
    expect(await row(id)).toMatchObject({ owner: 'other', busy: true });
  });
});

describe('offering', () => {
  it.each([
    ['done', `UPDATE milestone SET status = 'done'`], ['provisional', 'UPDATE milestone SET provisional = true'], ['moved', 'UPDATE milestone SET cycle_no = cycle_no + 1'], ['suspended', `UPDATE agreement SET status = 'suspended'`],
  ])('fixes and notes nothing when its step is %s meanwhile', async (_, change) => {
    const { id, mine } = await claimed();
    await ground.test.query(change);
    expect(await office.sending.offer([offerOf(mine)])).toEqual(['outdated']);
    expect(await row(id)).toMatchObject({ state: 'pending', kept: false });
    expect(await phases(id)).toEqual([]);
    expect(await office.sending.recordOutbox([offerOf(mine)])).toEqual(['outdated']);
    expect(await row(id)).toMatchObject({ state: 'pending', kept: false, owner: 'me' });
  });

  it.each([...LATE, ['nobody, because the lease is over', `UPDATE dispatch SET lease_ends_at = clock_timestamp() - interval '1 second'`]])('is refused when the mail belongs to %s', async (_, late) => {
    const { id, mine } = await claimed();
    await ground.test.query(late);
    expect(await office.sending.offer([offerOf(mine)])).toEqual(['lost']);
    expect(await office.sending.recordOutbox([offerOf(mine)])).toEqual(['lost']);
    expect(await phases(id)).toEqual([]);
    expect(await row(id)).toMatchObject({ state: 'pending', kept: false });
  });

  it.each(LATE)('keeps no mail in the outbox that goes to %s at this very moment', async (_, late) => {
    const { id, mine } = await claimed();
    const { keeping } = await inOtherTransaction(ground.test.url, [[late]], async () => {
      const kept = office.sending.recordOutbox([offerOf(mine)]);
      expect(await endsWithin(kept, BLOCKED_MS)).toBe(false);
      return { keeping: kept };
    });
    await keeping;
    expect(await row(id)).toMatchObject({ state: 'pending', kept: false });
  });
});

describe('recording', () => {
  it.each(LATE)('changes nothing when the mail belongs to %s, whatever the result', async (_, late) => {
    const { id, mine } = await claimed();
    await ground.test.query(late);
    const before = await row(id);
    expect(await office.sending.recordSent([{ claim: mine, code: 250, text: 'late' }])).toEqual([false]);
    expect(await ground.database.transaction((tx) => office.sending.recordEnd(tx, mine, 'failed', 'late'))).toBe(false);
    expect(await ground.database.transaction((tx) => office.sending.recordLater(tx, mine, 60_000, 'late', null))).toBe(false);
    expect(await row(id)).toEqual(before);
  });

  it('twice is noted once', async () => {
    const { id, mine } = await claimed();
    await office.sending.note([mine], 'connected');
    await office.sending.note([mine], 'connected');
    expect(await office.sending.recordSent([{ claim: mine, code: 250, text: 'ok' }])).toEqual([true]);
    expect(await office.sending.recordSent([{ claim: mine, code: 250, text: 'ok' }])).toEqual([false]);
    expect(await phases(id)).toEqual(['connected']);
    expect(await office.sending.recordSent([{ claim: { ...mine, fence: mine.fence - 1 }, code: 250, text: 'late' }])).toEqual([false]);
    expect(await phases(id)).toEqual(['connected', 'accepted']);
  });

  it('too late is noted once, unless the row knows of that very try', async () => {
    const { id, mine } = await claimed();
    const late = () => office.sending.recordSent([{ claim: mine, code: 250, text: 'late' }]);
    await ground.database.transaction((tx) => office.sending.recordEnd(tx, mine, 'failed', 'no answer'));
    expect([await late(), await late()]).toEqual([[false], [false]]);
    expect(await phases(id)).toEqual(['accepted']);
  });

  it('a busy domain leaves alone what is in a worker’s hands', async () => {
    const { id } = await claimed();
    const before = await ground.test.query('SELECT free_at FROM dispatch WHERE delivery_id = $1', [id]);
    const waiting = await mail();
    await ground.database.transaction((tx) => office.sending.pauseDomain(tx, 'example.org', 3_600_000));
    expect(await ground.test.query('SELECT free_at FROM dispatch WHERE delivery_id = $1', [id])).toEqual(before);
    expect(await row(waiting)).toMatchObject({ busy: true });
  });

  it('suppresses an address once, whoever asks', async () => {
    const [one, other] = [await claimed(), await claimed()];
    for (const { mine } of [one, other]) await office.sending.note([mine], 'rejected', 550, 'bad address: gone');
    const suppress = () => ground.database.transaction((tx) => office.sending.suppressIfRepeated(tx, 'p@example.org', 'gone'));
    expect([await suppress(), await suppress()]).toEqual([true, true]);
  });
});

describe('putting back on the way', () => {
  it('is done once where two processes see to it at the same moment', async () => {
    const id = await mail();
    await ground.test.query('DELETE FROM dispatch WHERE delivery_id = $1', [id]);
    const { puttingBack } = await inOtherTransaction(ground.test.url, [['INSERT INTO dispatch (delivery_id, due_at, fence, attempts) SELECT id, due_at, fence, attempts FROM delivery WHERE id = $1', [id]]], async () => {
      const mine = office.sending.putBackOnTheirWay();
      expect(await endsWithin(mine, BLOCKED_MS)).toBe(false);
      return { puttingBack: mine };
    });
    expect(await puttingBack).toBe(0);
  });
});

describe('what a person does', () => {
  it('sees a mail as pending again once its worker’s time is over', async () => {
    const { id } = await claimed();
    const state = () => ground.database.transaction((tx) => office.deliveries.lock(tx, id));
    expect(await state()).toBe('leased');
    await ground.test.query(`UPDATE dispatch SET lease_ends_at = clock_timestamp() - interval '1 second' WHERE delivery_id = $1`, [id]);
    expect(await state()).toBe('pending');
  });

  it('keeps a mail from workers while somebody decides about it', async () => {
    const id = await mail();
    await ground.database.transaction(async (tx) => {
      await office.deliveries.lock(tx, id);
      expect(await claim()).toEqual([]);
    });
    expect(await claim()).toHaveLength(1);
  });

  it('keeps a mail that is not on its way from a second person', async () => {
    const id = await mail();
    await ground.database.transaction((tx) => office.deliveries.setAside(tx, id, 'held'));
    await ground.database.transaction(async (tx) => {
      await office.deliveries.lock(tx, id);
      await expect(ground.test.query('SELECT id FROM delivery WHERE id = $1 FOR UPDATE NOWAIT', [id])).rejects.toThrow(/could not obtain lock/);
    });
  });

  it('makes no second mail of a kind for a person and date, alone or among many', async () => {
    const given = { kind: 'reminder', personId, localDate: '2027-01-01', email: 'p@example.org', name: 'n', language: 'en', state: 'pending', dueAt: '2027-01-01T09:00:00Z', late: false, subject: '' } as const;
    const insert = () => ground.database.transaction((tx) => office.deliveries.insert(tx, given, 'example.org'));
    expect([await insert(), await insert()]).toEqual([expect.any(String), undefined]);
    expect((await ground.database.transaction((tx) => office.deliveries.insertAll(tx, [given, { ...given, kind: 'escalation' }], 'example.org'))).size).toBe(1);
  });
});

describe('the invariant', () => {
  it.each([['a reminder told in no mail', `UPDATE reminder SET delivery_id = NULL`], ['a planned reminder in a mail', `UPDATE reminder SET state = 'planned'`], ['a mail sent at no time', `UPDATE delivery SET state = 'sent'`]])('cannot even be broken by %s', async (_, corrupt) => {
    await mail();
    await expect(ground.test.query(corrupt)).rejects.toThrow(/violates check constraint/);
  });

  it('is 0 for rows in every state they may have', async () => {
    const [sent] = [await claimed()];
    await office.sending.offer([offerOf(sent.mine)]);
    await office.sending.recordSent([{ claim: sent.mine, code: 250, text: 'ok' }]);
    const waiting = await mail();
    await ground.test.query(`UPDATE dispatch SET free_at = clock_timestamp() - interval '1 hour' WHERE delivery_id = $1`, [waiting]);
    await ground.database.transaction(async (tx) => office.deliveries.setAside(tx, await mail(), 'held'));
    await ground.test.query(`INSERT INTO reminder (agreement_id, milestone_id, rung, cycle_no, role, person_id, rung_on, local_date, local_time, zone, due_at, tz_version) VALUES ($1, $2, 'd0', 9, 'owner', $3, '2027-01-01', '2027-01-01', '09:00', 'UTC', '2027-01-01T09:00:00Z', 'test')`, [agreementId, milestoneId, personId]);
    expect(await office.sending.broken()).toBe(0);
    await claim();
    expect(await office.sending.broken()).toBe(0);
  });

  it.each([
    ['a held mail on its way', `UPDATE delivery SET state = 'held'`],
    ['a lease that ended long ago', `UPDATE dispatch SET lease_owner = 'gone', lease_ends_at = clock_timestamp() - interval '6 minutes'`],
  ])('counts %s', async (_, corrupt) => {
    await mail();
    await ground.test.query(corrupt);
    expect(await office.sending.broken()).toBe(1);
  });
});
