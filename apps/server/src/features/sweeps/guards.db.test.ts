import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openGround, type TestGround } from '../../../test/ground.js';
import { postOfficeOn, type PostOffice } from '../../../test/post-office.js';
import { endsWithin, inOtherTransaction } from '../../../test/second-client.js';
import { PlanStore } from '../reminders/plan.store.js';

// Each condition of the statements that plan and materialise, by itself: infra/checks/mutate-guards.mjs takes them out one at a time.
/** What waits for another transaction has not ended by then; what waits for nobody has, on the busiest machine. */
const [BLOCKED_MS, FREE_MS] = [400, 8_000];
const NOW = '2026-01-27T12:00:00Z';
const plan = new PlanStore();
let ground: TestGround;
let office: PostOffice;
let agreementId: string;
let milestoneId: string;
let people: string[];

beforeEach(async () => {
  ground = await openGround(NOW);
  office = postOfficeOn(ground);
  const [home, abroad] = [await ground.city('home', { role: 'home' }), await ground.city('abroad')];
  const { id, milestoneIds } = await ground.agreement(home, abroad, [{ status: 'open', dueOn: '2026-01-27' }]);
  [agreementId, milestoneId] = [id, milestoneIds[0] ?? ''];
  await ground.test.query('UPDATE agreement SET reminders_started_at = club_now()');
  people = [await ground.person(abroad, { email: 'a@example.org' }), await ground.person(abroad, { email: 'b@example.org' })];
});
afterEach(() => ground.close());

let rungs = 0;
/** A reminder of the first person, due an hour ago unless told otherwise. */
async function reminder(more: { state?: string; dueAt?: string; personId?: string | undefined; tzVersion?: string } = {}): Promise<string> {
  rungs += 1;
  const [row] = await ground.test.query<{ id: string }>(
    `WITH mail AS (INSERT INTO delivery (message_id, kind, email, recipient_name, language, state, due_at) SELECT new_id()::text, 'reminder', 'a@example.org', 'x', 'en', 'held', club_now() WHERE $7 = 'materialised' RETURNING id)
     INSERT INTO reminder (agreement_id, milestone_id, rung, cycle_no, role, person_id, rung_on, local_date, local_time, zone, due_at, tz_version, state, delivery_id)
     VALUES ($1, $2, $3, 0, 'counterpart', $4, '2026-01-27', '2026-01-27', '09:00', 'UTC', $5, $6, $7, (SELECT id FROM mail)) RETURNING id`,
    [agreementId, milestoneId, `d+${rungs}`, more.personId ?? people[0], more.dueAt ?? '2026-01-27T11:00:00Z', more.tzVersion ?? 'test', more.state ?? 'planned']);
  return row?.id ?? '';
}
const rowOf = async (id: string) => (await ground.test.query('SELECT state, due_at, local_date, tz_version, delivery_id FROM reminder WHERE id = $1', [id]))[0];
const locked = () => ground.database.transaction(async (tx) => (await office.materialise.lockPeople(tx, 10)).map(({ personId }) => personId));
const instant = Date.parse(NOW);
const awaited = () => people.map((personId) => ({ personId, at: instant }));

describe('taking people', () => {
  it('with something planned and due, and nobody else', async () => {
    await reminder({ state: 'cancelled' });
    await reminder({ personId: people[1], dueAt: '2026-01-27T12:30:00Z' });
    expect(await locked()).toEqual([]);
    await reminder();
    expect(await locked()).toEqual([people[0]]);
  });

  it('leaves those to another sweep whom it has, without waiting for it', async () => {
    await reminder();
    await reminder({ personId: people[1] });
    await ground.database.transaction(async (tx) => {
      expect(await office.materialise.lockPeople(tx, 1)).toHaveLength(1);
      const others = locked();
      expect(await endsWithin(others, FREE_MS)).toBe(true);
      expect(await others).toHaveLength(1);
    });
  });

  it('waits for whoever changes their agreement', async () => {
    await reminder();
    let held: Promise<void> | undefined;
    await ground.database.transaction(async (planner) => {
      await plan.lockAgreement(planner, agreementId);
      held = ground.database.transaction((tx) => office.materialise.holdAgreements(tx, awaited()));
      expect(await endsWithin(held, BLOCKED_MS)).toBe(false);
    });
    await held;
  });

  it('keeps whoever would change their agreement waiting', async () => {
    await reminder();
    await ground.database.transaction(async (tx) => {
      await office.materialise.holdAgreements(tx, awaited());
      await expect(ground.test.query('SELECT id FROM agreement WHERE id = $1 FOR NO KEY UPDATE NOWAIT', [agreementId])).rejects.toThrow(/could not obtain lock/);
    });
  });
});

describe('what may be told', () => {
  const told = () => ground.database.transaction((tx) => office.materialise.planned(tx, awaited()));

  it('is planned and due, or was put off', async () => {
    await reminder({ state: 'cancelled' });
    await reminder({ dueAt: '2026-01-27T12:30:00Z' });
    const due = await reminder();
    expect((await told()).map(({ id }) => id)).toEqual([due]);
  });

  it.each([
    ['is done', `UPDATE milestone SET status = 'done'`], ['is provisional', 'UPDATE milestone SET provisional = true'], ['was moved', 'UPDATE milestone SET cycle_no = 1'],
    ['belongs to a suspended agreement', `UPDATE agreement SET status = 'suspended'`], ['belongs to an agreement whose reminders have not started', 'UPDATE agreement SET reminders_started_at = NULL'],
  ])('is not alive when its step %s', async (_, change) => {
    await reminder();
    expect(await told()).toMatchObject([{ live: true }]);
    await ground.test.query(change);
    expect(await told()).toMatchObject([{ live: false }]);
  });
});

describe('a reminder that is no longer planned', () => {
  const draft = (rung: string) => ({ milestoneId, agreementId, rung, cycleNo: 0, role: 'counterpart' as const, personId: people[0] ?? '', hold: false, rungOn: '2026-05-01', localDate: '2026-05-01', localTime: '09:00', zone: 'UTC', dueAt: instant });

  it.each(['materialised', 'cancelled'])('stays as it is, %s, whatever the sweep decided before', async (state) => {
    const id = await reminder({ state });
    const before = await rowOf(id);
    const [delivery] = await ground.test.query<{ id: string }>(`INSERT INTO delivery (message_id, kind, email, recipient_name, language, state, due_at) VALUES ('<x>', 'reminder', 'a@example.org', 'x', 'en', 'held', club_now()) RETURNING id`);
    await ground.database.transaction(async (tx) => {
      await office.materialise.putOff(tx, [{ reminderIds: [id], localDate: '2026-06-01', dueAt: instant }]);
      await office.materialise.attach(tx, [{ reminderIds: [id], deliveryId: delivery?.id ?? '' }]);
      await office.materialise.setAside(tx, { personId: people[0] ?? '', at: instant });
      await office.materialise.setInstants(tx, [{ id, dueAt: instant }], 'newer');
    });
    expect(await rowOf(id)).toEqual(before);
  });

  it('is not cancelled or planned anew once it is in a mail', async () => {
    const id = await reminder({ state: 'materialised' });
    const before = await rowOf(id);
    await ground.database.transaction(async (tx) => {
      await office.materialise.cancel(tx, [id]);
      await plan.cancel(tx, [id]);
      await plan.renew(tx, [{ id, draft: draft(`d+${rungs}`), was: 'planned' }], 'test');
    });
    expect(await rowOf(id)).toEqual(before);
  });

  it('is not planned a second time', async () => {
    await reminder({ state: 'materialised' });
    expect(await ground.database.transaction((tx) => plan.insert(tx, [draft(`d+${rungs}`)], 'test'))).toBe(0);
  });

  it('is set aside only where it was due', async () => {
    const later = await reminder({ dueAt: '2026-03-01T09:00:00Z' });
    const before = await rowOf(later);
    await ground.database.transaction((tx) => office.materialise.setAside(tx, { personId: people[0] ?? '', at: instant }));
    expect(await rowOf(later)).toEqual(before);
  });
});

describe('planning', () => {
  it('keeps the sweep and other planners off its agreement', async () => {
    await ground.database.transaction(async (tx) => {
      await plan.lockAgreement(tx, agreementId);
      await expect(ground.test.query('SELECT id FROM agreement WHERE id = $1 FOR SHARE NOWAIT', [agreementId])).rejects.toThrow(/could not obtain lock/);
    });
  });

  it('of a person touches agreements that remind, and in which this person still is', async () => {
    const stranger = await ground.person(await ground.city('elsewhere'));
    const touched = (personId: string) => ground.database.transaction((tx) => plan.agreementsOf(tx, personId));
    const old = await reminder({ personId: stranger, state: 'cancelled' });
    expect(await touched(stranger)).toEqual([]);
    await ground.test.query(`UPDATE reminder SET state = 'planned' WHERE id = $1`, [old]);
    expect(await touched(stranger)).toEqual([agreementId]);
    await ground.test.query('UPDATE agreement SET reminders_started_at = NULL');
    expect(await touched(stranger)).toEqual([]);
  });
});

describe('a look at the tables', () => {
  const way = (dueIn: string, freeIn: string) => ground.test.query(
    `WITH made AS (INSERT INTO delivery (message_id, kind, email, recipient_name, language, state, due_at) VALUES (new_id()::text, 'test', 'a@example.org', 'x', 'en', 'held', club_now()) RETURNING id)
     INSERT INTO dispatch (delivery_id, due_at, free_at, fence, attempts) SELECT id, club_now() + $1::interval, clock_timestamp() + $2::interval, 0, 0 FROM made`, [dueIn, freeIn]);

  it('finds work only in what is due and free', async () => {
    await way('1 minute', '-1 minute');
    await way('-1 minute', '1 minute');
    const { work, inMs } = await office.materialise.look();
    expect(work).toBe(false);
    expect(inMs).toBeGreaterThan(50_000);
    await way('-1 minute', '-1 minute');
    expect((await office.materialise.look()).work).toBe(true);
  });

  it('sees what another worker has in hand when its lease ends, and what may be tried only after it is due when it is due', async () => {
    await way('-1 minute', '-1 minute');
    await ground.test.query(`UPDATE dispatch SET lease_owner = 'other', lease_ends_at = clock_timestamp() + interval '1 minute'`);
    const held = await office.materialise.look();
    expect(held.work).toBe(false);
    expect(held.inMs).toBeGreaterThan(50_000);
    await ground.test.query('DELETE FROM dispatch');
    await way('1 hour', '1 minute');
    expect((await office.materialise.look()).inMs).toBeGreaterThan(3_500_000);
  });

  it('finds the next due instant among what is planned', async () => {
    await reminder({ state: 'cancelled' });
    await reminder({ dueAt: '2026-01-27T13:00:00Z' });
    expect(await office.materialise.look()).toMatchObject({ due: false, nextDue: new Date('2026-01-27T13:00:00Z') });
  });

  it('is noted at most every few seconds', async () => {
    const noted = () => ground.test.query(`SELECT xmin::text AS version FROM setting WHERE key = 'sweep.last'`);
    await office.materialise.noteSweep();
    const before = await noted();
    await office.materialise.noteSweep();
    expect(await noted()).toEqual(before);
  });
});

describe('other zone data', () => {
  const older = () => ground.database.transaction((tx) => office.materialise.withOtherZoneData(tx, 'test'));

  it('concern what is planned', async () => {
    await reminder({ state: 'cancelled', tzVersion: 'older' });
    expect(await older()).toEqual([]);
  });

  it('are seen to by one process at a time, without waiting for each other', async () => {
    const [one, other] = [await reminder({ tzVersion: 'older' }), await reminder({ tzVersion: 'older' })];
    await inOtherTransaction(ground.test.url, [['SELECT id FROM reminder WHERE id = $1 FOR UPDATE', [one]]], async () => {
      const mine = older();
      expect(await endsWithin(mine, FREE_MS)).toBe(true);
      expect((await mine).map(({ id }) => id)).toEqual([other]);
    });
    await ground.database.transaction(async (tx) => {
      await office.materialise.withOtherZoneData(tx, 'test');
      expect(await older()).toEqual([]);
    });
  });
});
