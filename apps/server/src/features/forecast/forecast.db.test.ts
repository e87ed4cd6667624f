import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openGround, type TestGround } from '../../../test/ground.js';
import { postOfficeOn, type PostOffice } from '../../../test/post-office.js';
import { Refusal } from '../../platform/http/refusal.js';

const START = '2026-01-26T08:00:00Z';
const TO = '2026-03-10T00:00:00Z';
let ground: TestGround;
let office: PostOffice;
let smara: string;
let owner: string;

beforeEach(async () => {
  ground = await openGround(START);
  office = postOfficeOn(ground);
  smara = await ground.city('smara', { role: 'home' });
  owner = await ground.person(smara, { name: 'Owner', email: 'owner@example.org', language: 'en' });
});
afterEach(() => ground.close());

async function started(partner: string, owners: string[], dueOn = '2026-03-02'): Promise<string> {
  const { id } = await ground.agreement(smara, await ground.city(partner), owners.map((ownerId) => ({ status: 'open', dueOn, ownerId })));
  await ground.test.query('UPDATE agreement SET reminders_started_at = club_now(), coordinator_id = $2 WHERE id = $1', [id, owner]);
  await ground.database.transaction((tx) => ground.planner.replanAgreement(tx, id));
  return id;
}
const refusalOf = (work: Promise<unknown>) => work.then(() => 'an answer', (error: unknown) => (error instanceof Refusal ? error.detail.fields?.[0] : String(error)));

describe('the forecast', () => {
  it('ends three years from the club\'s now', async () => {
    expect(await refusalOf(office.forecast.between({ from: '9999-01-01T00:00:00Z', to: '9999-02-01T00:00:00Z' }, null))).toEqual({ path: 'to', code: 'forecast/too-far' });
    expect(await refusalOf(office.forecast.between({ from: '2028-12-01T00:00:00Z', to: '2029-01-20T00:00:00Z' }, null))).toBe('an answer');
    expect(await refusalOf(office.forecast.between({ from: '2028-12-01T00:00:00Z', to: '2029-03-01T00:00:00Z' }, null))).toEqual({ path: 'to', code: 'forecast/too-far' });
  });

  it('refuses to play more reminders than a moment allows, unless one agreement is named', async () => {
    const small = await started('niamey', [await ground.person(smara, { name: 'Other', email: 'other@example.org' })]);
    await started('bamako', [owner]);
    // The owner's reminders, so often that the limit is passed.
    const copies = 'milestone_id, agreement_id, role, person_id, hold, rung, rung_on, local_date, local_time, zone, due_at, tz_version, state';
    await ground.test.query(`INSERT INTO reminder (cycle_no, ${copies}) SELECT n, ${copies} FROM (SELECT * FROM reminder WHERE person_id = $1 AND rung = 'd0') r, generate_series(1, 20001) n`, [owner]);
    expect(await refusalOf(office.forecast.between({ from: START, to: TO }, null))).toEqual({ path: 'to', code: 'forecast/too-large' });
    expect((await office.forecast.between({ from: START, to: '2026-03-02T00:00:00Z' }, null)).length).toBeGreaterThan(0);
    await ground.test.query(`DELETE FROM reminder WHERE agreement_id = $1 AND person_id = $2`, [small, owner]);
    expect((await office.forecast.between({ from: START, to: TO, agreementId: small }, null)).map(({ email }) => email)).toEqual(expect.arrayContaining(['other@example.org']));
  });

  it('leaves the process to others while it plays', async () => {
    await started('niamey', [owner]);
    const copies = 'milestone_id, agreement_id, role, person_id, hold, rung_on, local_date, local_time, zone, due_at, tz_version, state';
    await ground.test.query(`INSERT INTO reminder (cycle_no, rung, ${copies}) SELECT r.cycle_no, 'digest-' || n, ${copies} FROM (SELECT * FROM reminder WHERE rung = 'd0') r, generate_series(2, 3000) n`);
    const from = performance.now();
    let [last, longest] = [from, 0];
    const look = () => { longest = Math.max(longest, performance.now() - last); last = performance.now(); };
    const timer = setInterval(look, 1);
    const mails = await office.forecast.between({ from: '2028-01-26T00:00:00Z', to: '2029-01-20T00:00:00Z' }, null);
    look();
    clearInterval(timer);
    expect(mails.length).toBeGreaterThan(50);
    expect(longest / (performance.now() - from)).toBeLessThan(1 / 3);
  });

  it('tells of a reminder only while it is planned', async () => {
    await started('niamey', [owner]);
    expect((await office.forecast.between({ from: START, to: TO }, null)).length).toBeGreaterThan(0);
    await ground.test.query(`UPDATE reminder SET state = 'cancelled'`);
    expect(await office.forecast.between({ from: START, to: TO }, null)).toEqual([]);
  });

  it('of one agreement tells the whole of each mail that speaks of it, and of no other', async () => {
    const other = await ground.person(smara, { name: 'Other', email: 'other@example.org' });
    const [first, second] = [await started('niamey', [owner]), await started('bamako', [owner, other])];
    const all = await office.forecast.between({ from: START, to: '2026-02-28T00:00:00Z' }, null);
    expect(new Set(all.map(({ email }) => email))).toEqual(new Set(['owner@example.org', 'other@example.org']));
    const ofFirst = await office.forecast.between({ from: START, to: '2026-02-28T00:00:00Z', agreementId: first }, null);
    expect(ofFirst).toEqual(all.filter(({ reminders }) => reminders.some(({ agreementId }) => agreementId === first)));
    expect(ofFirst[0]?.reminders.map(({ agreementId }) => agreementId).sort()).toEqual([first, second].sort());
  });
});

describe('a viewer of one agreement', () => {
  it('reads a subject made of what they may see, and nothing of another agreement', async () => {
    const [mine, theirs] = [await started('niamey', [owner]), await started('bamako', [owner])];
    const [whole] = await office.forecast.between({ from: START, to: TO }, null);
    const [seen] = await office.forecast.between({ from: START, to: TO }, [mine]);
    await ground.test.query('DELETE FROM reminder WHERE agreement_id = $1', [theirs]);
    const [alone] = await office.forecast.between({ from: START, to: TO }, null);
    expect(seen).toEqual(alone);
    expect(seen?.subject).not.toBe(whole?.subject);
  });

  it('gets no answer to a question about another', async () => {
    const [mine, theirs] = [await started('niamey', [owner]), await started('bamako', [owner])];
    expect(await office.forecast.between({ from: START, to: TO, agreementId: theirs }, [mine])).toEqual([]);
    expect((await office.forecast.between({ from: START, to: TO, agreementId: mine }, [mine])).length).toBeGreaterThan(0);
  });
});
