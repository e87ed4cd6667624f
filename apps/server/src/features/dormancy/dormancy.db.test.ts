import { agreementList, listQuery } from '@tawama/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openGround, type TestGround } from '../../../test/ground.js';
import { planCheckOn, plansOn } from '../../../test/plans.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { VitalityStore } from '../vitality/vitality.store.js';
import { AgreementVitality } from './agreement-vitality.js';
import { Dormancy } from './dormancy.js';
import { DormancyStore } from './dormancy.store.js';

let ground: TestGround;
let services: ReturnType<typeof plansOn>;
let night: AgreementVitality;
let viewer: Viewer;
let [home, abroad] = ['', ''];

beforeEach(async () => {
  ground = await openGround('2026-01-26T12:00:00Z');
  services = plansOn(ground);
  await services.library.onModuleInit();
  const store = new DormancyStore();
  night = new AgreementVitality(ground.database, services.vitality, new VitalityStore(), store, new Dormancy(ground.database, services.plans, services.store, store));
  [home, abroad] = [await ground.city('home', { role: 'home' }), await ground.city('abroad')];
  await ground.person(home, { name: 'Coordinator', email: 'c@example.org' });
  await ground.person(abroad, { name: 'Focal point', email: 'f@example.org', function: 'focalPoint' });
  viewer = await ground.viewer();
});
afterEach(() => ground.close());

const signed = async (on: string) => {
  const { id } = await services.agreements.open(viewer, { templateKey: 'already-signed', homeCityId: home, partnerCityIds: [abroad], events: { signed: on } }, false);
  return id;
};
const shown = (id: string) => services.agreements.get(viewer, id);
const relaunches = (id: string) => ground.test.query<{ key: string; status: string; due_on: string; number: string; stage: string; title: { fr: string } }>(
  `SELECT key, status, due_on::text, number, stage, title FROM milestone WHERE agreement_id = $1 AND key LIKE 'relaunch-or-close%' ORDER BY key`, [id]);
const faults = async () => { const found: unknown[] = []; for await (const fault of planCheckOn(ground).faults()) found.push(fault); return found; };
const contact = (id: string, on: string) => ground.database.transaction(async (tx) => {
  await tx.query(`INSERT INTO contact (subject_type, subject_id, agreement_id, kind, "on", line) VALUES ('agreement', $1, $1, 'called', $2, '')`, [id, on]);
  await services.vitality.refresh(tx, [id]);
});

describe('the night of the agreements', () => {
  it('an agreement has its vitality from the start, in the answer and as a filter', async () => {
    const [fresh, old] = [await signed('2026-01-20'), await signed('2024-01-01')];
    expect((await shown(fresh)).vitality).toMatchObject({ level: 'active', because: { code: 'begun', on: '2026-01-20' }, reason: { fr: 'Engagée le 20 janvier 2026, il y a moins d’un an' } });
    expect((await shown(old)).vitality).toMatchObject({ level: 'dormant', because: { code: 'silence', on: '2024-01-01' } });
    const list = async (query: Record<string, string>) => (await services.agreements.list(viewer, listQuery(agreementList).parse(query))).data.map(({ id }) => id);
    expect(await list({ vitality: 'dormant' })).toEqual([old]);
    expect(await list({ sort: 'vitality', order: 'desc' })).toEqual([old, fresh]);
  });

  it('opens one step for a dormancy, whatever runs again or at once, and the stored plans stay sound', async () => {
    const id = await signed('2024-01-01');
    expect(await night.isDue()).toBe(true);
    await Promise.all([night.run(), night.run()]);
    await night.run();
    expect(await relaunches(id)).toEqual([{ key: 'relaunch-or-close', status: 'open', due_on: '2026-03-01', number: '8.2', stage: 'dormancy', title: { ar: 'إعادة التفعيل أو الإغلاق', fr: 'Relancer ou clore', en: 'Relaunch or close' } }]);
    expect(await night.isDue()).toBe(false);
    expect(await faults()).toEqual([]);
    expect((await ground.test.query(`SELECT 1 FROM audit_entry WHERE action = 'agreement.fall-dormant'`)).length).toBe(1);
  });

  it('takes the step back when the agreement wakes, and gives the next dormancy another', async () => {
    const id = await signed('2024-01-01');
    await night.run();
    await contact(id, '2026-01-20');
    expect((await shown(id)).vitality?.level).not.toBe('dormant');
    expect(await night.isDue()).toBe(true);
    await night.run();
    expect((await relaunches(id)).map(({ status }) => status)).toEqual(['cancelled']);
    await ground.test.setClubTime('2028-03-01T12:00:00Z');
    await night.run();
    expect((await relaunches(id)).map(({ key, status, due_on: dueOn }) => [key, status, dueOn])).toEqual([['relaunch-or-close', 'cancelled', '2026-03-01'], ['relaunch-or-close#2', 'open', '2028-03-20']]);
    expect(await faults()).toEqual([]);
  });

  it('does not ask again once somebody said that it does not apply', async () => {
    const id = await signed('2024-01-01');
    await night.run();
    const [step] = await ground.test.query<{ id: string; version: number }>(`SELECT id, version FROM milestone WHERE agreement_id = $1 AND key = 'relaunch-or-close'`, [id]);
    await services.milestones.act({ actorId: viewer.accountId, scope: null, dryRun: false }, step?.id ?? '', step?.version ?? 0, { name: 'mark-not-applicable', reason: 'decided' });
    await night.run();
    expect((await relaunches(id)).map(({ status }) => status)).toEqual(['notApplicable']);
  });

  it('waits for nobody who holds an agreement, and finds it at the next look', async () => {
    const [held, free] = [await signed('2025-10-31'), await signed('2025-10-31')];
    await ground.test.setClubTime('2026-01-27T12:00:00Z');
    const reckonedOn = () => ground.test.query<{ id: string; on: string }>('SELECT id, vitality_on::text AS "on" FROM agreement ORDER BY id');
    await ground.database.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM agreement WHERE id = $1 FOR NO KEY UPDATE', [held]);
      await night.run();
      expect(await reckonedOn()).toEqual([{ id: held, on: '2026-01-26' }, { id: free, on: '2026-01-27' }]);
    });
    expect(await night.isDue()).toBe(true);
    await night.run();
    expect(await night.isDue()).toBe(false);
  });

  it('after a month away is where it would be had it run every night', async () => {
    const [watched, slept] = [await signed('2025-01-30'), await signed('2024-02-10')];
    const state = async (id: string) => [(await shown(id)).vitality, (await relaunches(id)).map(({ key, due_on: dueOn }) => [key, dueOn])];
    const nightly = async (days: readonly number[]) => {
      for (const day of days) {
        await ground.test.setClubTime(`2026-02-${String(day).padStart(2, '0')}T12:00:00Z`);
        await night.run();
      }
      return [await state(watched), await state(slept)];
    };
    const daily = await nightly(Array.from({ length: 25 }, (_, n) => n + 1));
    await ground.test.query(`DELETE FROM milestone WHERE key LIKE 'relaunch%'`);
    await ground.test.query(`UPDATE agreement SET vitality_level = NULL, vitality_reason = NULL, vitality_on = NULL, dormant_since = NULL`);
    expect(await nightly([25])).toEqual(daily);
    expect(daily.map((one) => JSON.stringify(one)).join()).toContain('2026-04-10');
  });

  it('has nothing to say of what is over, and follows a command in its own transaction', async () => {
    const id = await signed('2025-10-31');
    const agreement = await shown(id);
    const by = { actorId: viewer.accountId, scope: null, dryRun: false };
    const answer = await services.agreements.recordEvent(by, id, { version: agreement.version, event: 'committeeInstalled', on: '2026-01-20' });
    expect(answer.vitality?.because).toEqual({ code: 'news', on: '2026-01-20' });
    expect((await services.life.act(by, id, answer.version, { name: 'terminate', reason: 'x' })).vitality).toBeNull();
    await night.run();
    expect((await shown(id)).vitality).toBeNull();
  });
});
