import { startSmtpSink, type SmtpSink } from '@tawama/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openGround, type TestGround } from '../../../test/ground.js';
import { postOfficeOn, type PostOffice } from '../../../test/post-office.js';
import { SmtpLine } from '../../platform/mail/smtp-line.js';
import type { Letter } from './courier.js';

// While one letter is on a line, the bytes of the next one are fixed already. What no server has seen must then be let go of again.
let ground: TestGround;
let sink: SmtpSink;
let office: PostOffice;
let milestoneId: string;
let id: string;

beforeEach(async () => {
  ground = await openGround('2026-01-27T12:00:00Z');
  sink = await startSmtpSink();
  office = postOfficeOn(ground, { SMTP_URL: sink.url, MAIL_FROM: 'Club <club@smara.example>' });
  const [home, abroad] = [await ground.city('smara', { role: 'home' }), await ground.city('abroad')];
  const { id: agreementId, milestoneIds } = await ground.agreement(home, abroad, [{ status: 'open', dueOn: '2026-01-27' }]);
  milestoneId = milestoneIds[0] ?? '';
  await ground.test.query('UPDATE agreement SET reminders_started_at = club_now()');
  const personId = await ground.person(abroad, { email: 'p@example.org' });
  const [row] = await ground.test.query<{ id: string }>(
    `INSERT INTO delivery (message_id, kind, person_id, local_date, email, recipient_name, language, state, due_at) VALUES ('<m@x>', 'reminder', $1, '2026-01-27', 'p@example.org', 'x', 'en', 'pending', club_now()) RETURNING id`, [personId]);
  id = row?.id ?? '';
  await ground.test.query(`INSERT INTO reminder (agreement_id, milestone_id, rung, cycle_no, role, person_id, rung_on, local_date, local_time, zone, due_at, tz_version, state, delivery_id)
    VALUES ($1, $2, 'd0', 0, 'counterpart', $3, '2026-01-27', '2026-01-27', '09:00', 'Africa/El_Aaiun', club_now(), 'test', 'materialised', $4)`, [agreementId, milestoneId, personId, id]);
});
afterEach(async () => {
  await office.lifecycle.stop();
  await sink.close();
  await ground.close();
});

async function prepared(early = true): Promise<Letter> {
  const { claims } = await office.sending.claim(1, 'me', 90);
  const [letter] = await office.courier.prepare(claims, early);
  if (!letter) throw new Error('nothing was written');
  return letter;
}
async function offeredEarly(): Promise<Letter> {
  const letter = await prepared();
  expect(letter.offeredAt).toBeDefined();
  expect(await row()).toMatchObject({ kept: true });
  return letter;
}
const row = async () => (await ground.test.query(`SELECT d.state, d.body IS NOT NULL AND d.body_hash IS NOT NULL AS kept, x.lease_owner AS owner, x.attempts, d.fence::int AS fence FROM delivery d LEFT JOIN dispatch x ON x.delivery_id = d.id WHERE d.id = $1`, [id]))[0];
const carry = (letter: Letter) => office.courier.carry(letter, new SmtpLine(sink.url, 2_000), 'club@smara.example');
const finishStep = () => ground.test.query(`UPDATE milestone SET status = 'done' WHERE id = $1`, [milestoneId]);
/** A letter as it is when the line took long with the one before. */
const grownOld = (letter: Letter): Letter => ({ ...letter, offeredAt: (letter.offeredAt ?? 0) - 60_000 });

describe('a letter offered before its turn', () => {
  it('goes as it was fixed, and is offered once', async () => {
    const letter = await offeredEarly();
    const carried = await carry(letter);
    expect(carried).toMatchObject({ outcome: { result: 'accepted' }, untouched: false });
    expect(await office.courier.record(letter, carried)).toBe(false);
    expect(await row()).toMatchObject({ state: 'sent', kept: true, fence: 1 });
    expect(sink.received).toHaveLength(1);
    expect(await ground.test.query(`SELECT phase FROM delivery_attempt WHERE phase = 'data_sent'`)).toHaveLength(1);
  });

  it('is asked about once more when the line was long busy', async () => {
    const letter = await offeredEarly();
    await finishStep();
    const carried = await carry(grownOld(letter));
    expect(carried).toMatchObject({ outcome: { result: 'abandoned' }, offer: 'outdated' });
    expect(await office.courier.record(letter, carried)).toBe(true);
    expect(sink.received).toHaveLength(0);
    expect(await row()).toMatchObject({ state: 'pending', kept: false });
    expect(await office.courier.write([letter.claim])).toEqual([]);
    expect(await row()).toMatchObject({ state: 'cancelled' });
  });

  it('goes when it is asked about once more and still true', async () => {
    const letter = grownOld(await offeredEarly());
    const carried = await carry(letter);
    expect(carried).toMatchObject({ outcome: { result: 'accepted' }, offer: 'offered', untouched: false });
    await office.courier.record(letter, carried);
    expect(await row()).toMatchObject({ state: 'sent', kept: true });
  });

  it('is written anew after a server refused it unseen', async () => {
    sink.script(() => ({ code: 451 }));
    const letter = await offeredEarly();
    const carried = await carry(letter);
    expect(carried.untouched).toBe(true);
    await office.courier.record(letter, carried);
    expect(await row()).toMatchObject({ state: 'pending', kept: false, owner: null });
  });

  it('keeps its bytes when the server may have taken it', async () => {
    sink.script(() => 'acceptThenDrop');
    const letter = await offeredEarly();
    await office.courier.record(letter, await carry(letter));
    expect(await row()).toMatchObject({ state: 'pending', kept: true });
    // The next try has them in its hands, and lets go of nothing.
    await ground.test.query('UPDATE dispatch SET free_at = clock_timestamp()');
    const again = await prepared();
    expect(again.mail).toBeNull();
    expect(again.offeredAt).toBeDefined();
    await office.courier.giveBack([again]);
    expect(await row()).toMatchObject({ state: 'pending', kept: true, attempts: 1, owner: null });
  });

  it('is written anew where its step was done since it was written', async () => {
    await finishStep();
    const { claims } = await office.sending.claim(1, 'me', 90);
    expect(await office.courier.prepare(claims, true)).toEqual([]);
    expect(await row()).toMatchObject({ state: 'cancelled', kept: false });
  });

  it('is not fixed while no server takes letters', async () => {
    expect((await prepared(false)).offeredAt).toBeUndefined();
    expect(await row()).toMatchObject({ kept: false });
  });

  it('is as if it had never been claimed when its worker stops', async () => {
    const letter = await offeredEarly();
    await office.courier.giveBack([letter]);
    expect(await row()).toMatchObject({ state: 'pending', kept: false, attempts: 0, owner: null });
  });

  it.each([['another has it', 'UPDATE dispatch SET fence = fence + 1'], ['another got its number', `UPDATE dispatch SET lease_owner = 'other'`]])('is left alone when %s', async (_, late) => {
    const letter = await offeredEarly();
    await ground.test.query(late);
    await office.courier.giveBack([letter]);
    expect(await row()).toMatchObject({ kept: true, attempts: 1 });
  });
});
