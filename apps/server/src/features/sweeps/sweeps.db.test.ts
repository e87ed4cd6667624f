import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openGround, type TestGround } from '../../../test/ground.js';
import { postOfficeOn, type PostOffice } from '../../../test/post-office.js';

const START = '2026-01-26T08:00:00Z';
let ground: TestGround;
let office: PostOffice;
let smara: string;
let vijayawada: string;
let owner: string;
let partner: string;

beforeEach(async () => {
  ground = await openGround(START);
  office = postOfficeOn(ground);
  smara = await ground.city('smara', { role: 'home' });
  vijayawada = await ground.city('vijayawada', { timeZone: 'Asia/Kolkata', language: 'en', country: 'IN' });
  owner = await ground.person(smara, { name: 'Owner', email: 'owner@example.org', language: 'ar' });
  partner = await ground.person(vijayawada, { name: 'Partner', email: 'partner@example.org', language: 'en', function: 'focalPoint' });
});
afterEach(() => ground.close());

/** An agreement whose reminders are started, planned. */
async function started(steps: { dueOn: string; counterpart?: boolean; status?: string }[]): Promise<{ id: string; milestoneIds: string[] }> {
  const made = await ground.agreement(smara, vijayawada, steps.map(({ dueOn, counterpart, status = 'open' }) => ({ status, dueOn, ownerId: owner, ...(counterpart ? { counterpartId: partner } : {}) })));
  await ground.test.query('UPDATE agreement SET reminders_started_at = club_now(), coordinator_id = $2 WHERE id = $1', [made.id, owner]);
  await replan(made.id);
  return made;
}
const replan = (id: string) => ground.database.transaction((tx) => ground.planner.replanAgreement(tx, id));
/** Plays the club clock through every due instant, as the demonstration does. */
async function play(until: string): Promise<void> {
  for (;;) {
    const { nextDue: at } = await office.materialise.look();
    if (!at || at.getTime() > Date.parse(until)) break;
    const [clock] = await ground.test.query<{ now: Date }>('SELECT club_now() AS now');
    if (clock && clock.now < at) await ground.test.setClubTime(at.toISOString());
    await office.work();
  }
  await ground.test.setClubTime(until);
  await office.work();
}
const sent = () => ground.test.query<{ email: string; dueAt: Date; sentAt: Date; state: string; kind: string; localDate: string; subject: string; rungs: string[] }>(
  `SELECT d.email, d.due_at AS "dueAt", d.sent_at AS "sentAt", d.state, d.kind, d.local_date AS "localDate", d.subject,
          ARRAY(SELECT r.rung FROM reminder r WHERE r.delivery_id = d.id ORDER BY r.rung) AS rungs FROM delivery d ORDER BY d.due_at, d.email`);
const lines = async () => (await sent()).map(({ email, localDate, rungs, kind }) => `${localDate} ${email.split('@')[0]} ${kind === 'reminder' ? '' : `${kind} `}${rungs.join(' ')}`);

describe('planning', () => {
  it('inserts once, repeats harmlessly, and tells what changed', async () => {
    const { id } = await started([{ dueOn: '2026-03-02', counterpart: true }, { dueOn: '2026-03-09' }]);
    expect(await ground.test.query('SELECT count(*) AS n FROM reminder')).toEqual([{ n: 13 }]);
    expect(await replan(id)).toEqual({ added: 0, cancelled: 0 });
    await ground.test.query(`UPDATE milestone SET status = 'done' WHERE due_on = '2026-03-09'`);
    expect(await replan(id)).toEqual({ added: 0, cancelled: 5 });
  });

  it('stores the morning hour of each zone', async () => {
    await started([{ dueOn: '2026-03-02', counterpart: true }]);
    expect(await ground.test.query(`SELECT p.name, r.due_at AS at FROM reminder r JOIN person p ON p.id = r.person_id WHERE rung = 'd0' ORDER BY p.name`))
      .toEqual([{ name: 'Owner', at: new Date('2026-03-02T09:00:00Z') }, { name: 'Partner', at: new Date('2026-03-02T03:30:00Z') }]);
  });

  it('follows a person to another zone', async () => {
    await started([{ dueOn: '2026-03-02', counterpart: true }]);
    await ground.test.query(`UPDATE person SET time_zone = 'America/New_York' WHERE id = $1`, [partner]);
    await ground.database.transaction((tx) => ground.planner.replanPerson(tx, partner));
    expect(await ground.test.query(`SELECT due_at AS at, zone FROM reminder WHERE person_id = $1 AND rung = 'd0'`, [partner])).toEqual([{ at: new Date('2026-03-02T14:00:00Z'), zone: 'America/New_York' }]);
  });

  it('gives the work of somebody who left to the coordinator', async () => {
    const other = await ground.person(smara, { name: 'Other', email: 'other@example.org' });
    await started([{ dueOn: '2026-03-02' }]);
    await ground.test.query('UPDATE milestone SET owner_id = $1', [other]);
    await ground.database.transaction((tx) => ground.planner.replanPerson(tx, other));
    expect(await ground.test.query(`SELECT DISTINCT person_id AS id FROM reminder WHERE state = 'planned' AND role = 'owner'`)).toEqual([{ id: other }]);
    await ground.test.query('UPDATE person SET active = false WHERE id = $1', [other]);
    await ground.database.transaction((tx) => ground.planner.replanPerson(tx, other));
    expect(await ground.test.query(`SELECT DISTINCT person_id AS id FROM reminder WHERE state = 'planned' AND role = 'owner'`)).toEqual([{ id: owner }]);
  });

  it('reckons instants anew when the zone data change', async () => {
    await started([{ dueOn: '2026-03-02' }]);
    await ground.test.query(`UPDATE reminder SET tz_version = '2025b', due_at = due_at - interval '1 hour'`);
    await office.sweep.renewInstants();
    expect(await ground.test.query(`SELECT due_at AS at FROM reminder WHERE rung = 'd0'`)).toEqual([{ at: new Date('2026-03-02T09:00:00Z') }]);
  });

  it('wakes the timers only for what they would not see in time', async () => {
    const listener = await import('pg').then(async ({ default: pg }) => { const client = new pg.Client({ connectionString: ground.test.url }); await client.connect(); return client; });
    let heard = 0;
    listener.on('notification', () => { heard += 1; });
    await listener.query('LISTEN tawama_wake');
    const { milestoneIds } = await started([{ dueOn: '2026-03-02' }]);
    await listener.query('SELECT 1');
    expect(heard).toBe(0);
    // In Ramadan 09:00 in Smara is 09:00 UTC: its first rung falls due in ten seconds.
    await ground.test.setClubTime('2026-02-23T08:59:50Z');
    await ground.test.query(`UPDATE reminder SET state = 'cancelled' WHERE milestone_id = $1`, [milestoneIds[0]]);
    await started([{ dueOn: '2026-03-02' }]);
    await listener.query('SELECT 1');
    expect(heard).toBe(1);
    await listener.end();
  });
});

describe('playing time', () => {
  it.each([7, 30, 90])('sends in %i days exactly what the forecast announced', async (days) => {
    await started([{ dueOn: '2026-01-27', counterpart: true }, { dueOn: '2026-01-27' }, { dueOn: '2026-01-30', counterpart: true }, { dueOn: '2026-02-03', counterpart: true }, { dueOn: '2026-02-20', counterpart: true }]);
    const to = new Date(Date.parse(START) + days * 86_400_000).toISOString();
    const announced = await office.forecast.between({ from: START, to }, null);
    await play(to);
    const made = await sent();
    expect(made.map(({ email, dueAt, localDate, rungs, subject }) => ({ email, dueAt: dueAt.toISOString(), localDate, rungs, subject })))
      .toEqual(announced.map(({ email, dueAt, localDate, reminders, subject }) => ({ email, dueAt, localDate, rungs: reminders.map(({ rung }) => rung).sort(), subject })));
    expect(made.length).toBeGreaterThan(3);
    expect(made.every(({ state }) => state === 'sent')).toBe(true);
    for (const { dueAt, sentAt } of made) expect(sentAt.getTime() - dueAt.getTime()).toBeLessThan(60_000);
    expect(announced.every(({ localTime }) => localTime === '09:00')).toBe(true);
    expect(await office.forecast.between({ from: START, to }, null)).toEqual([]);
  });

  it('gathers a day in one mail, and a partner’s week', async () => {
    await started([{ dueOn: '2026-02-05', counterpart: true }, { dueOn: '2026-02-06', counterpart: true }, { dueOn: '2026-02-08', counterpart: true }]);
    await play('2026-02-12T12:00:00Z');
    expect(await lines()).toEqual([
      '2026-01-29 partner d-7',
      '2026-01-29 owner d-7',
      '2026-01-30 owner d-7',
      '2026-02-01 owner d-7',
      '2026-02-04 owner d-1',
      '2026-02-05 partner d-7 d-7 d0',
      '2026-02-05 owner d-1 d0',
      '2026-02-06 partner d0',
      '2026-02-06 owner d0',
      '2026-02-07 owner d-1',
      '2026-02-08 partner d0',
      '2026-02-08 owner d+3 d0',
      '2026-02-09 owner d+3 digest-1',
      '2026-02-11 owner d+3',
    ].sort((a, b) => a.slice(0, 10).localeCompare(b.slice(0, 10))));
  });

  it('goes on every Monday while nothing happens', async () => {
    await started([{ dueOn: '2026-01-27' }]);
    await play('2026-02-24T12:00:00Z');
    expect(await lines()).toEqual(['2026-01-27 owner d0', '2026-01-30 owner d+3', '2026-02-02 owner digest-1', '2026-02-09 owner digest-2', '2026-02-16 owner digest-3', '2026-02-23 owner digest-4']);
    expect(await ground.test.query(`SELECT count(*) AS n FROM reminder WHERE state = 'planned'`)).toEqual([{ n: 1 }]);
  });

  it('never mails what is done, moved, or belongs to nobody any more', async () => {
    const { id, milestoneIds } = await started([{ dueOn: '2026-02-02' }, { dueOn: '2026-02-02' }, { dueOn: '2026-02-02' }]);
    await ground.test.query(`UPDATE milestone SET status = 'done' WHERE id = $1`, [milestoneIds[0]]);
    await ground.test.query(`UPDATE milestone SET due_on = '2026-06-01' WHERE id = $1`, [milestoneIds[1]]);
    await replan(id);
    await play('2026-02-02T12:00:00Z');
    const mailed = await ground.test.query<{ id: string }>(`SELECT DISTINCT milestone_id AS id FROM reminder WHERE state = 'materialised'`);
    expect(mailed).toEqual([{ id: milestoneIds[2] }]);
  });

  it('drops between making and sending what has been answered meanwhile', async () => {
    const { milestoneIds } = await started([{ dueOn: '2026-01-27' }]);
    await ground.test.setClubTime('2026-01-27T09:00:00Z');
    await office.sweep.run();
    await ground.test.query(`UPDATE milestone SET status = 'submitted' WHERE id = $1`, [milestoneIds[0]]);
    await office.sender.drain();
    expect((await sent()).map(({ state }) => state)).toEqual(['cancelled']);
  });
});

describe('a moment before', () => {
  const planned = () => ground.test.query<{ n: number }>(`SELECT count(*)::int AS n FROM reminder WHERE state = 'planned' AND rung = 'd0'`);

  it('a mail is put down, of the moment when it is due, and leaves only then', async () => {
    await started([{ dueOn: '2026-03-02' }]);
    await play('2026-03-02T08:59:45Z');
    expect(await planned()).toEqual([{ n: 1 }]);
    await ground.test.setClubTime('2026-03-02T08:59:52Z');
    await office.work();
    expect(await planned()).toEqual([{ n: 0 }]);
    const due = new Date('2026-03-02T09:00:00Z');
    expect(await ground.test.query(`SELECT state, due_at AS "dueAt", created_at AS "createdAt" FROM delivery WHERE due_at = $1`, [due])).toEqual([{ state: 'pending', dueAt: due, createdAt: due }]);
    const { nextDue, inMs } = await office.materialise.look();
    expect(nextDue).toEqual(due);
    expect(inMs).toBeGreaterThan(0);
    expect(inMs).toBeLessThanOrEqual(8_000);
    await ground.test.setClubTime('2026-03-02T09:00:00Z');
    await office.work();
    expect((await sent()).at(-1)).toMatchObject({ state: 'sent', dueAt: due, localDate: '2026-03-02' });
  });

  it('what is answered before it is due is not mailed', async () => {
    const { id, milestoneIds } = await started([{ dueOn: '2026-03-02' }]);
    await play('2026-03-02T08:59:52Z');
    await ground.test.query(`UPDATE milestone SET status = 'done' WHERE id = $1`, [milestoneIds[0]]);
    await replan(id);
    await ground.test.setClubTime('2026-03-02T09:00:00Z');
    await office.work();
    expect((await sent()).filter(({ localDate }) => localDate === '2026-03-02').map(({ state }) => state)).toEqual(['cancelled']);
  });

  it('an instant between two milliseconds is seen in time', async () => {
    await started([{ dueOn: '2026-03-02' }]);
    await play('2026-03-02T08:59:45Z');
    await ground.test.query(`UPDATE reminder SET due_at = due_at + interval '123456 microseconds' WHERE rung = 'd0'`);
    await ground.test.setClubTime('2026-03-02T08:59:52Z');
    await office.sweep.run();
    expect(await planned()).toEqual([{ n: 0 }]);
  });
});

describe('the sweep', () => {
  it('makes each mail once, four at a time', async () => {
    const people = await Promise.all(Array.from({ length: 60 }, (_, n) => ground.person(smara, { name: `P${n}`, email: `p${n}@example.org` })));
    const { id, milestoneIds } = await started(Array.from({ length: 10 }, () => ({ dueOn: '2026-01-27' })));
    for (const [n, personId] of people.entries()) {
      await ground.test.query(`INSERT INTO reminder (agreement_id, milestone_id, rung, cycle_no, role, person_id, rung_on, local_date, local_time, zone, due_at, tz_version)
        VALUES ($1, $2, 'd0', 0, 'counterpart', $3, '2026-01-27', '2026-01-27', '09:00', 'Africa/El_Aaiun', '2026-01-27T08:00:00Z', 'test')`, [id, milestoneIds[n % 10], personId]);
    }
    await ground.test.setClubTime('2026-01-27T09:00:00Z');
    const offices = [office, postOfficeOn(ground), postOfficeOn(ground), postOfficeOn(ground)];
    await Promise.all(offices.map((one) => one.sweep.run()));
    await office.sweep.run();
    expect(await ground.test.query(`SELECT count(*) AS mails, count(DISTINCT person_id) AS people FROM delivery`)).toEqual([{ mails: 61, people: 61 }]);
    expect(await ground.test.query(`SELECT count(*) AS n FROM reminder WHERE state = 'planned' AND due_at <= club_now()`)).toEqual([{ n: 0 }]);
    await Promise.all(offices.map((one) => one.sender.drain()));
    expect(await ground.test.query(`SELECT state, count(*) AS n, max(fence) AS fence FROM delivery GROUP BY state`)).toEqual([{ state: 'sent', n: 61, fence: 1 }]);
  });

  it('after a short outage sends late and says so, after a long one gathers everything once', async () => {
    await started([{ dueOn: '2026-01-27', counterpart: true }]);
    await ground.test.setClubTime('2026-01-27T20:00:00Z');
    await office.work();
    expect(await ground.test.query('SELECT email, late, kind FROM delivery ORDER BY email')).toEqual([{ email: 'owner@example.org', late: true, kind: 'reminder' }, { email: 'partner@example.org', late: true, kind: 'reminder' }]);
    await started(Array.from({ length: 10 }, () => ({ dueOn: '2026-02-05', counterpart: true })));
    await ground.test.setClubTime('2026-03-10T07:00:00Z');
    await office.work();
    const after = (await sent()).filter(({ localDate }) => localDate > '2026-02-01');
    expect(after.map(({ email, kind, state, rungs }) => [email, kind, state, rungs.length])).toEqual([['owner@example.org', 'catchUp', 'sent', expect.any(Number)], ['partner@example.org', 'catchUp', 'sent', expect.any(Number)]]);
    await ground.test.setClubTime('2026-03-16T10:00:00Z');
    await office.work();
    expect((await lines()).filter((line) => line.includes('2026-03-16'))).toHaveLength(1);
  });

  it('lets reminders wait for somebody without an address, and tells', async () => {
    await ground.test.query('UPDATE person SET email = NULL WHERE id = $1', [owner]);
    await started([{ dueOn: '2026-01-27' }]);
    expect(await office.forecast.between({ from: START, to: '2026-02-26T00:00:00Z' }, null)).toEqual([]);
    await play('2026-01-29T12:00:00Z');
    expect(await sent()).toEqual([]);
    expect(await ground.test.query('SELECT kind, times, state FROM incident')).toEqual([{ kind: 'person/no-address', times: 3, state: 'open' }]);
    await ground.test.query(`UPDATE person SET email = 'new@example.org' WHERE id = $1`, [owner]);
    await play('2026-01-30T12:00:00Z');
    expect(await lines()).toEqual(['2026-01-30 new d+3 d0']);
  });

  it('holds what goes above the coordinator', async () => {
    const { id, milestoneIds } = await started([{ dueOn: '2026-01-27' }]);
    await ground.test.query(`INSERT INTO reminder (agreement_id, milestone_id, rung, cycle_no, role, person_id, hold, rung_on, local_date, local_time, zone, due_at, tz_version)
      VALUES ($1, $2, 'd+21', 0, 'mayor', $3, true, '2026-01-28', '2026-01-28', '09:00', 'Asia/Kolkata', '2026-01-28T03:30:00Z', 'test')`, [id, milestoneIds[0], partner]);
    const announced = await office.forecast.between({ from: START, to: '2026-01-29T00:00:00Z' }, null);
    expect(announced.filter(({ held }) => held)).toMatchObject([{ email: 'partner@example.org', dueAt: '2026-01-28T03:30:00.000Z' }]);
    await play('2026-01-28T12:00:00Z');
    expect((await sent()).filter(({ state }) => state === 'held')).toMatchObject([{ kind: 'escalation', email: 'partner@example.org', subject: announced.find(({ held }) => held)?.subject }]);
  });
});

describe('the ladder of the version', () => {
  const version = async (number: number, reminders: unknown, own: object = {}) => {
    await ground.test.query(
      `INSERT INTO template_version (key, version, definition) SELECT key, $1, jsonb_set(definition, '{milestones,0}', definition->'milestones'->0 || $3::jsonb) || $2::jsonb FROM template_version WHERE key = 'twinning' AND version = 1`,
      [number, JSON.stringify({ reminders }), JSON.stringify(own)]);
  };
  const follow = async (id: string, number: number) => {
    await ground.test.query('UPDATE agreement SET template_version = $2 WHERE id = $1', [id, number]);
    return replan(id);
  };

  it('is the one that mails leave by, of a step its own', async () => {
    await version(8, [{ role: 'owner', at: -3, hold: false, enabled: true }, { role: 'owner', at: 5, hold: false, enabled: true }], { reminders: [{ role: 'owner', at: 1, hold: false, enabled: true }] });
    const { id } = await started([{ dueOn: '2026-02-10', counterpart: true }, { dueOn: '2026-02-20', counterpart: true }]);
    await follow(id, 8);
    await play('2026-04-01T00:00:00Z');
    expect(await lines()).toEqual(['2026-02-11 owner d+1', '2026-02-17 owner d-3', '2026-02-25 owner d+5']);
  });

  it('may change when the agreement moves on: nobody gets a second mail for the same rung, and Mondays go on', async () => {
    await version(8, [{ role: 'owner', at: 0, hold: false, enabled: true }, { role: 'owner', at: 3, hold: false, enabled: true }, { role: 'owner', at: 'mondays', hold: false, enabled: true }]);
    await version(9, [{ role: 'owner', at: 3, hold: false, enabled: true }, { role: 'owner', at: 20, hold: false, enabled: true }, { role: 'owner', at: 'mondays', hold: false, enabled: true }]);
    const { id, milestoneIds } = await started([{ dueOn: '2026-02-02' }]);
    await follow(id, 8);
    await play('2026-02-09T12:00:00Z');
    await follow(id, 9);
    await play('2026-03-10T00:00:00Z');
    expect(await lines()).toEqual(['2026-02-02 owner d0', '2026-02-05 owner d+3', '2026-02-09 owner digest-1', '2026-02-22 owner d+20', '2026-02-23 owner digest-3', '2026-03-02 owner digest-4', '2026-03-09 owner digest-5']);
    await follow(id, 8);
    expect(await follow(id, 8)).toEqual({ added: 0, cancelled: 0 });
    await play('2026-03-17T00:00:00Z');
    expect((await lines()).at(-1)).toBe('2026-03-16 owner digest-6');
    expect(await ground.test.query('SELECT cycle_no FROM milestone WHERE id = $1', [milestoneIds[0]])).toEqual([{ cycle_no: 0 }]);
  });
});
