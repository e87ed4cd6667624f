import { handoverList, listQuery } from '@tawama/contracts';
import { addDays, daysBetween } from '@tawama/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openGround, type TestGround } from '../../../test/ground.js';
import { planCheckOn, plansOn } from '../../../test/plans.js';
import { postOfficeOn, type PostOffice } from '../../../test/post-office.js';
import { refusalOf } from '../../platform/http/problem.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { byViewer } from '../plans/plan-command.js';
import { PeopleStore } from '../people/people.store.js';
import { HandoverService } from './handover.service.js';
import { HandoverStore } from './handover.store.js';
import { Reassigning } from './reassigning.js';
import { SuccessorQuestions } from './successor-questions.js';

let ground: TestGround;
let handovers: HandoverService;
let questions: SuccessorQuestions;
let viewer: Viewer;
let services: ReturnType<typeof plansOn>;
let [coordinator, next, focal, nextFocal, agreementId] = ['', '', '', '', ''];

beforeEach(async () => {
  ground = await openGround('2026-01-26T12:00:00Z');
  services = plansOn(ground);
  await services.library.onModuleInit();
  const store = new HandoverStore();
  questions = new SuccessorQuestions(ground.database, store, ground.journal, ground.clock);
  handovers = new HandoverService(services.plans, new PeopleStore(), store, new Reassigning(services.desk, services.store, ground.journal, ground.planner, services.vitality), questions);
  const [home, abroad] = [await ground.city('home', { role: 'home' }), await ground.city('abroad')];
  coordinator = await ground.person(home, { name: 'Khadija', email: 'k@example.org', mandateEndsOn: '2026-03-27' });
  focal = await ground.person(abroad, { name: 'Awa', email: 'a@example.org', function: 'focalPoint' });
  viewer = await ground.viewer();
  ({ id: agreementId } = await services.agreements.open(viewer, { templateKey: 'already-signed', homeCityId: home, partnerCityIds: [abroad], events: { signed: '2026-01-20' } }, false));
  next = await ground.person(home, { name: 'Successor', email: 's@example.org' });
  nextFocal = await ground.person(abroad, { name: 'Next', email: 'n@example.org', function: 'focalPoint' });
});
afterEach(() => ground.close());

const refused = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => refusalOf(error).code);
const give = (from: string, to: string, dryRun = false, version = 1) => handovers.handOver(viewer, from, { version, successorId: to }, dryRun);
const followed = async (field: 'owner_id' | 'counterpart_id', person: string) => (await ground.test.query(`SELECT 1 FROM milestone WHERE ${field} = $1`, [person])).length;
const open = async () => (await questions.list(viewer, listQuery(handoverList).parse({ open: 'true' }))).data;

describe('the mails of whoever coordinates', () => {
  /** The texts of the coordinator's mails in the order in which they left. */
  const written = async (office: PostOffice): Promise<string[]> => {
    const mails = await ground.test.query<{ id: string }>(`SELECT id FROM delivery WHERE person_id = $1 AND state = 'sent' ORDER BY sent_at, id`, [coordinator]);
    const facts = await office.contents.deliveries(ground.database.apart, mails.map(({ id }) => id));
    return (await office.writer.writeAll(ground.database.apart, facts, true)).map((mail) => (typeof mail === 'string' ? mail : mail.text));
  };
  const asksFor = (text: string) => text.includes(`/people/${focal}`);

  it('ask for the successor once a week, with the steps that are left, until there is one; no mail is added', async () => {
    const office = postOfficeOn(ground);
    await services.start.startReminders(byViewer(viewer, false), agreementId, 1);
    await ground.test.query(`UPDATE person SET mandate_ends_on = NULL, language = 'en' WHERE id = $1`, [coordinator]);
    await ground.test.query(`UPDATE person SET mandate_ends_on = '2026-04-10' WHERE id = $1`, [focal]);
    // A month of mornings; the question comes up on 9 February.
    for (let day = 0; day < 35; day += 1) {
      await ground.test.setClubTime(`${addDays('2026-01-27', day)}T12:00:00Z`);
      if (await questions.isDue()) await questions.ask();
      await office.work();
    }
    const mails = await ground.test.query<{ id: string; local_date: string }>(`SELECT id, local_date FROM delivery WHERE person_id = $1 AND state = 'sent' ORDER BY sent_at, id`, [coordinator]);
    const texts = await written(office);
    const asked = mails.filter((_, place) => asksFor(texts[place] ?? '')).map(({ local_date: on }) => on);
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.every((on) => on >= '2026-02-09')).toBe(true);
    // The first mail of every week since, and no other.
    const weekOf = (on: string) => Math.floor(daysBetween('2026-01-05', on) / 7);
    const since = mails.map(({ local_date: on }) => on).filter((on) => on >= '2026-02-09');
    expect(asked).toEqual(since.filter((on, place) => place === 0 || weekOf(on) !== weekOf(since[place - 1] ?? '')));
    expect(texts[mails.findIndex(({ local_date: on }) => on === asked[0])]).toMatch(/Awa.*\n.*10 April 2026 · \d+ unfinished step/);
    // What was sent stays as it was; the next mail asks no more.
    expect((await give(focal, nextFocal)).changes.length).toBeGreaterThan(0);
    expect(await open()).toEqual([]);
    await ground.test.setClubTime('2026-03-09T12:00:00Z');
    await office.work();
    expect(asksFor((await written(office)).at(-1) ?? '')).toBe(false);
  });
});

describe('a mandate that ends', () => {
  it('is asked about sixty days before, once, and no more once it is prolonged', async () => {
    await ground.test.setClubTime('2026-01-25T12:00:00Z');
    expect(await questions.isDue()).toBe(false);
    await ground.test.setClubTime('2026-01-26T12:00:00Z');
    expect(await questions.isDue()).toBe(true);
    await Promise.all([questions.ask(), questions.ask()]);
    await questions.ask();
    expect(await open()).toMatchObject([{ personId: coordinator, mandateEndsOn: '2026-03-27', askedOn: '2026-01-26', doneOn: null }]);
    expect((await ground.test.query(`SELECT 1 FROM audit_entry WHERE action = 'person.ask-successor'`)).length).toBe(1);
    await ground.test.query(`UPDATE person SET mandate_ends_on = '2027-03-27' WHERE id = $1`, [coordinator]);
    expect(await open()).toEqual([]);
  });

  it('hands every unfinished step and the coordination to the successor, after a preview that saves nothing', async () => {
    await questions.ask();
    const before = await followed('owner_id', coordinator);
    expect(before).toBeGreaterThan(3);
    const preview = await give(coordinator, next, true);
    expect([preview.dryRun, await followed('owner_id', coordinator), (await open()).length]).toEqual([true, before, 1]);
    const done = await give(coordinator, next);
    expect({ ...done, dryRun: true }).toEqual(preview);
    expect([done.coordinates, done.kept]).toEqual([[agreementId], []]);
    expect(await followed('owner_id', coordinator)).toBe(0);
    expect(await followed('owner_id', next)).toBe(before);
    expect(await open()).toEqual([]);
    const assigned = await ground.test.query(`SELECT after FROM audit_entry WHERE action = 'milestone.assign'`);
    expect(assigned.length).toBe(done.changes.length);
    const faults: unknown[] = [];
    for await (const fault of planCheckOn(ground).faults()) faults.push(fault);
    expect(faults).toEqual([]);
    expect((await give(coordinator, next)).changes).toEqual([]);
  });

  it('goes on the partner\'s side too', async () => {
    const before = await followed('counterpart_id', focal);
    const done = await give(focal, nextFocal);
    expect(done.changes.map(({ field }) => field)).toEqual(Array<string>(before).fill('counterpartId'));
    expect(await followed('counterpart_id', nextFocal)).toBe(before);
  });

  it('refuses whoever may not have the steps, and saves nothing', async () => {
    const sleeping = await ground.person((await ground.test.query<{ id: string }>(`SELECT city_id AS id FROM person WHERE id = $1`, [next]))[0]?.id ?? '', { name: 'Gone', active: false });
    expect(await refused(give(coordinator, coordinator))).toBe('person/same-successor');
    expect(await refused(give(coordinator, '0190a000-0000-7000-8000-000000000009'))).toBe('request/invalid');
    expect(await refused(give(coordinator, sleeping))).toBe('person/inactive');
    await expect(give(coordinator, nextFocal)).rejects.toMatchObject({ code: 'milestone/owner-not-home', detail: { fields: [{ path: 'successorId' }] } });
    await expect(give(focal, next)).rejects.toMatchObject({ code: 'milestone/counterpart-not-partner', detail: { fields: [{ path: 'successorId' }] } });
    expect(await refused(give(coordinator, next, false, 7))).toBe('record/stale');
    expect(await refused(handovers.handOver({ ...viewer, agreementIds: [] }, coordinator, { version: 1, successorId: next }, false))).toBe('record/not-found');
    expect(await followed('owner_id', next)).toBe(0);
  });
});
