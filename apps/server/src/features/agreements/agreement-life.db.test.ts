import { agreementCreate, agreementLifeAnswer, type AgreementLifeCommand, type EventDates } from '@tawama/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openGround, type TestGround } from '../../../test/ground.js';
import { planCheckOn, plansOn } from '../../../test/plans.js';
import { postOfficeOn, type PostOffice } from '../../../test/post-office.js';
import { refusalOf } from '../../platform/http/problem.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { byViewer } from '../plans/plan-command.js';

let ground: TestGround;
let office: PostOffice;
let services: ReturnType<typeof plansOn>;
let viewer: Viewer;
let smara: string;
let niamey: string;

beforeEach(async () => {
  ground = await openGround('2026-01-26T08:00:00Z');
  office = postOfficeOn(ground);
  services = plansOn(ground);
  viewer = await ground.viewer();
  smara = await ground.city('smara', { role: 'home' });
  niamey = await ground.city('niamey');
  await ground.person(smara, { function: 'coordinator', email: 'coordinator@example.org' });
  await ground.person(niamey, { function: 'focalPoint', email: 'focal@example.org' });
});
afterEach(() => ground.close());

/** An agreement in force whose reminders are started; version 2. */
async function running(events: EventDates = { signed: '2025-12-20' }): Promise<string> {
  const { id } = await services.agreements.open(viewer, agreementCreate.parse({ templateKey: 'already-signed', homeCityId: smara, partnerCityIds: [niamey], events }), false);
  await services.start.startReminders(byViewer(viewer, false), id, 1);
  return id;
}
const act = (id: string, version: number, command: AgreementLifeCommand, dryRun = false) => services.life.act(byViewer(viewer, dryRun), id, version, command);
const refused = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => refusalOf(error).code);
const number = async (sql: string, parameters: unknown[] = []) => Number((await ground.test.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`, parameters))[0]?.n);
const planned = (id: string) => number(`reminder WHERE agreement_id = $1 AND state = 'planned'`, [id]);
const entry = async (id: string) => (await ground.test.query(`SELECT action, reason, actor_id, before, after FROM audit_entry WHERE subject_id = $1 ORDER BY id DESC LIMIT 1`, [id]))[0];
const faults = async () => { const found = []; for await (const fault of planCheckOn(ground).faults()) found.push(fault); return found; };
const at = async (instant: string) => { await ground.test.setClubTime(instant); await office.work(); };

describe('a command on the life of an agreement', () => {
  it('tried and given answers the same, in the shape of the contract; a stale screen and a wrong status are told', async () => {
    const id = await running();
    const commands: AgreementLifeCommand[] = [{ name: 'suspend', reason: 'elections' }, { name: 'resume', mode: 'shift' }, { name: 'terminate', reason: 'by the partner' }];
    for (const [index, command] of commands.entries()) {
      await ground.test.setClubTime(`2026-02-${10 + index * 5}T12:00:00Z`);
      const { dryRun: _tried, ...dry } = await act(id, 2 + index, command, true);
      const answer = await act(id, 2 + index, command);
      expect(agreementLifeAnswer.parse(answer)).toEqual(answer);
      const { dryRun: _given, ...real } = answer;
      expect(real).toEqual(dry);
      expect(await entry(id)).toMatchObject({ action: `agreement.${command.name}`, reason: 'reason' in command ? command.reason : null });
      expect(await refused(act(id, 2 + index, command))).toBe('record/stale');
      expect(await refused(act(id, 3 + index, command))).toBe('agreement/not-allowed-in-status');
      expect(await faults()).toEqual([]);
    }
    const ended = await services.agreements.get(viewer, id);
    expect(ended).toMatchObject({ status: 'terminated', statusOn: '2026-02-20', statusReason: 'by the partner', events: { ended: '2026-02-20' } });
    expect([await planned(id), await number(`milestone WHERE agreement_id = $1 AND status = 'cancelled'`, [id])]).toEqual([0, 17]);
  });

  it('is not for whoever may not see the agreement', async () => {
    const id = await running();
    const scoped = await ground.viewer('coordinator', { agreementIds: [] });
    expect(await refused(services.life.act(byViewer(scoped, false), id, 2, { name: 'complete' }))).toBe('record/not-found');
  });
});

describe('mails', () => {
  it('none leaves while it is suspended, also not one that waits already; afterwards at most one a day to each', async () => {
    const id = await running();
    // Put down, but not handed over yet.
    await ground.test.setClubTime('2026-02-11T09:00:00Z');
    await office.sweep.run();
    expect(await number(`delivery WHERE state = 'pending'`)).toBeGreaterThan(0);
    await act(id, 2, { name: 'suspend', reason: 'elections' });
    expect(await planned(id)).toBe(0);
    await at('2026-02-11T09:01:00Z');
    for (const day of ['2026-02-18', '2026-03-15', '2026-03-20']) await at(`${day}T09:00:30Z`);
    expect(await number(`delivery WHERE state = 'sent'`)).toBe(0);
    await ground.test.setClubTime('2026-03-23T08:00:00Z');
    const { remindersAdded } = await act(id, 3, { name: 'resume', mode: 'keep' });
    expect(remindersAdded).toBeGreaterThan(0);
    await at('2026-03-23T09:00:30Z');
    await at('2026-03-23T18:00:00Z');
    expect(await ground.test.query(`SELECT person_id FROM delivery WHERE state = 'sent' GROUP BY person_id HAVING count(*) > 1`)).toEqual([]);
    expect(await number(`reminder WHERE agreement_id = $1 AND state <> 'cancelled' AND rung_on BETWEEN '2026-02-12' AND '2026-03-22'`, [id])).toBe(0);
  });
});

describe('a term that is renewed', () => {
  const steps = (id: string) => ground.test.query(`SELECT m.key, m.number, m.status, m.due_on, m.owner_id IS NOT NULL AS followed, (SELECT count(*)::int FROM reminder r WHERE r.milestone_id = m.id AND r.state = 'planned') > 0 AS reminded FROM milestone m WHERE m.agreement_id = $1 AND m.key LIKE 'renewal-%' ORDER BY m.due_on`, [id]);

  it('asks again for its end, with reminders; taken back, it asks no more; the plan stays what its rules make of it', async () => {
    const id = await running({ signed: '2025-10-31', expiry: '2026-07-20' });
    expect((await services.agreements.get(viewer, id)).renewal).toEqual({ opensOn: '2026-01-21', closesOn: '2026-07-20', open: true });
    const [prepared] = await ground.test.query<{ id: string }>(`SELECT id FROM milestone WHERE agreement_id = $1 AND key = 'renewal-prepared'`, [id]);
    const done = async (command: Parameters<typeof services.milestones.act>[3], version: number) => services.milestones.act(byViewer(viewer, false), prepared?.id ?? '', version, command);
    const version = async () => Number((await ground.test.query<{ version: number }>(`SELECT version FROM milestone WHERE id = $1`, [prepared?.id]))[0]?.version);
    await done({ name: 'submit', doneOn: '2026-01-26', note: '' }, await version());
    await done({ name: 'accept' }, await version());
    const record = async (on: string, dryRun = false) => services.agreements.recordEvent(byViewer(viewer, dryRun), id, { version: (await services.agreements.get(viewer, id)).version, event: 'expiry', on });
    const { dryRun: _tried, ...dry } = await record('2028-07-20', true);
    const { dryRun: _given, ...real } = await record('2028-07-20');
    expect([real.stepsAdded, real.moved.length, real.remindersAdded]).toEqual([dry.stepsAdded, dry.moved.length, dry.remindersAdded]);
    expect(await steps(id)).toEqual([
      { key: 'renewal-prepared', number: '7.1', status: 'done', due_on: '2026-01-21', followed: true, reminded: false },
      { key: 'renewal-prepared#2', number: '7.1.2', status: 'open', due_on: '2028-01-22', followed: true, reminded: true },
      { key: 'renewal-deliberation', number: '7.2', status: 'open', due_on: '2028-04-21', followed: true, reminded: true },
    ]);
    expect(real.renewal).toEqual({ opensOn: '2028-01-22', closesOn: '2028-07-20', open: false });
    expect(await faults()).toEqual([]);
    expect((await record('2026-07-20')).renewal?.open).toBe(true);
    expect((await steps(id)).at(-1)).toMatchObject({ key: 'renewal-prepared#2', status: 'cancelled', reminded: false });
    expect(await faults()).toEqual([]);
  });
});

describe('a term that is over', () => {
  it('ends the agreement by the program, once, also after thirty days without anybody', async () => {
    const ids = [await running({ signed: '2025-10-31', expiry: '2026-03-31' }), await running({ signed: '2025-10-31', expiry: '2026-03-31' })];
    const [lasting, renewed, suspended] = [await running(), await running({ signed: '2025-10-31', expiry: '2026-03-31' }), await running({ signed: '2025-10-31', expiry: '2026-03-31' })];
    await services.agreements.recordEvent(byViewer(viewer, false), renewed, { version: 2, event: 'expiry', on: '2029-03-31' });
    await act(suspended, 2, { name: 'suspend', reason: 'elections' });
    await ground.test.setClubTime('2026-03-31T22:00:00Z');
    expect([await services.life.isDue(), await services.life.expireAll()]).toEqual([false, 0]);
    await ground.test.setClubTime('2026-04-30T03:00:00Z');
    expect(await services.life.isDue()).toBe(true);
    // Two at once: each agreement is ended by one of them.
    const both = await Promise.all([services.life.expireAll(), services.life.expireAll()]);
    expect(both[0] + both[1]).toBe(2);
    expect(await services.life.expireAll()).toBe(0);
    for (const id of ids) {
      expect(await services.agreements.get(viewer, id)).toMatchObject({ status: 'expired', statusOn: '2026-03-31', events: { ended: '2026-03-31' } });
      expect([await entry(id), await planned(id)]).toMatchObject([{ action: 'agreement.expire', actor_id: null }, 0]);
      expect(await number(`audit_entry WHERE subject_id = $1 AND action = 'agreement.expire'`, [id])).toBe(1);
    }
    expect((await services.agreements.get(viewer, lasting)).status).toBe('active');
    expect((await services.agreements.get(viewer, renewed)).status).toBe('active');
    expect((await services.agreements.get(viewer, suspended)).status).toBe('suspended');
    expect(await refused(act(suspended, 3, { name: 'resume', mode: 'keep' }))).toBe('agreement/term-over');
    expect(await faults()).toEqual([]);
  });

  it('killed between two agreements, the next run does the rest', async () => {
    for (let n = 0; n < 3; n += 1) await running({ signed: '2025-10-31', expiry: '2026-03-31' });
    await ground.test.setClubTime('2026-04-01T03:00:00Z');
    // The journal refuses its second entry, as if the process had died before that commit.
    await ground.test.query(`CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (SELECT count(*) FROM agreement WHERE status = 'expired') > 1 THEN RAISE EXCEPTION 'killed'; END IF; RETURN new; END $$`);
    await ground.test.query(`CREATE TRIGGER die BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION die()`);
    await expect(services.life.expireAll()).rejects.toThrow('killed');
    expect(await number(`agreement WHERE status = 'expired'`)).toBe(1);
    await ground.test.query('DROP TRIGGER die ON audit_entry');
    expect(await services.life.expireAll()).toBe(2);
    expect(await faults()).toEqual([]);
  });
});
