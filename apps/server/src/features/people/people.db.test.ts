import { listQuery, personCreate, personList } from '@tawama/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openGround, type TestGround } from '../../../test/ground.js';
import { refusalOf } from '../../platform/http/problem.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { PeopleService } from './people.service.js';
import { VitalityDesk } from '../vitality/vitality-desk.js';
import { VitalityStore } from '../vitality/vitality.store.js';
import { PeopleStore } from './people.store.js';
import { PersonEffects } from './person-effects.js';

let ground: TestGround;
let people: PeopleService;
let viewer: Viewer;
let [home, partner, elsewhere] = ['', '', ''];
let agreementId: string;

beforeAll(async () => {
  ground = await openGround('2026-01-26T08:00:00Z');
  people = new PeopleService(ground.database, new PeopleStore(), ground.journal, new PersonEffects(ground.planner, new VitalityDesk(new VitalityStore(), ground.clock)), ground.zones);
  viewer = await ground.viewer();
  [home, partner, elsewhere] = [await ground.city('smara', { role: 'home' }), await ground.city('dakar'), await ground.city('niamey')];
  ({ id: agreementId } = await ground.agreement(home, partner));
});
afterAll(() => ground.close());
beforeEach(() => { vi.restoreAllMocks(); });

const given = (cityId: string, name: string, email: string | null = null) => personCreate.parse({ name, email, language: 'fr', cityId, function: 'focalPoint' });
const refused = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => refusalOf(error).code);

describe('people', () => {
  it('have an address of their own', async () => {
    const first = await people.create(viewer, given(partner, 'Awa', 'awa@example.org'));
    expect(first).toMatchObject({ email: 'awa@example.org', active: true, version: 1, cityId: partner });
    await expect(people.create(viewer, given(home, 'Other', 'awa@example.org'))).rejects.toMatchObject({ code: 'person/duplicate-email', detail: { fields: [{ path: 'email' }] } });
    const second = await people.create(viewer, given(home, 'Other'));
    expect(await refused(people.change(viewer, second.id, 1, { email: 'awa@example.org' }))).toBe('person/duplicate-email');
  });

  it('belong to a city that is there and live in a zone that is known', async () => {
    await expect(people.create(viewer, given('0190a000-0000-7000-8000-000000000009', 'Nowhere'))).rejects.toMatchObject({ code: 'request/invalid', detail: { fields: [{ path: 'cityId' }] } });
    expect(await refused(people.create(viewer, { ...given(home, 'X'), timeZone: 'Mars/Olympus' }))).toBe('city/unknown-zone');
  });

  it('are reminded anew when what decides it changes, and only then', async () => {
    const replan = vi.spyOn(ground.planner, 'replanPerson');
    const { id } = await people.create(viewer, given(partner, 'Moussa'));
    await people.change(viewer, id, 1, { mandateEndsOn: '2027-06-30', name: 'Moussa B.' });
    expect(replan).not.toHaveBeenCalled();
    await people.change(viewer, id, 2, { timeZone: 'Africa/Dakar' });
    await people.change(viewer, id, 3, { email: 'moussa@example.org' });
    expect(await people.change(viewer, id, 4, { active: false })).toMatchObject({ active: false, version: 5, mandateEndsOn: '2027-06-30' });
    expect(replan.mock.calls.map(([, personId]) => personId)).toEqual([id, id, id]);
  });

  it('who coordinate for another city decide at once how alive its agreements are', async () => {
    const [lonely, neighbour, far] = [await ground.city('tarfaya', { role: 'home' }), await ground.city('laayoune', { role: 'home' }), await ground.city('thies')];
    await ground.person(far, { email: 'thies@example.org' });
    const { id: coordinator } = await people.create(viewer, given(neighbour, 'Coordinator', 'neighbour@example.org'));
    const { id } = await ground.agreement(lonely, far);
    await ground.test.query('UPDATE agreement SET coordinator_id = $2 WHERE id = $1', [id, coordinator]);
    const vitality = new VitalityDesk(new VitalityStore(), ground.clock);
    const stored = async () => (await ground.test.query('SELECT vitality_level AS level, vitality_reason AS reason, vitality_on AS "on" FROM agreement WHERE id = $1', [id]))[0];
    /** What is stored, which is what reckoning it anew would store. */
    const right = async () => {
      const now = await stored();
      await ground.database.transaction((tx) => vitality.refresh(tx, [id]));
      expect(now).toEqual(await stored());
      return JSON.stringify(now);
    };
    await ground.database.transaction((tx) => vitality.refresh(tx, [id]));
    const reached = await right();
    await people.change(viewer, coordinator, 1, { active: false });
    const left = await right();
    expect(left).not.toBe(reached);
    await people.change(viewer, coordinator, 2, { active: true });
    expect(await right()).toBe(reached);
    await people.change(viewer, coordinator, 3, { email: null });
    expect(await right()).toBe(left);
    await people.change(viewer, coordinator, 4, { email: 'neighbour@example.org', cityId: elsewhere });
    expect(await right()).toBe(reached);
    await people.change(viewer, coordinator, 5, { mandateEndsOn: '2026-01-01' });
    expect(await right()).toBe(left);
  });

  it('leave neither name nor address in the journal', async () => {
    const { id } = await people.create(viewer, given(partner, 'Fatimata', 'fatimata@example.org'));
    await people.change(viewer, id, 1, { name: 'Fatimata Sow', email: 'sow@example.org', language: 'en' });
    await people.delete(viewer, id);
    const entries = await ground.test.query('SELECT action, before, after FROM audit_entry WHERE subject_id = $1 ORDER BY id', [id]);
    expect(entries.map(({ action }) => action)).toEqual(['person.create', 'person.update', 'person.delete']);
    expect(entries[1]).toMatchObject({ before: { language: 'fr', personal: ['name', 'email'] }, after: { language: 'en', personal: ['name', 'email'] } });
    expect(JSON.stringify(entries)).not.toMatch(/fatimata|sow/i);
  });

  it('stay while something names them', async () => {
    const { id } = await people.create(viewer, given(home, 'Owner'));
    await ground.agreement(home, partner, [{ status: 'open', dueOn: '2026-02-01', ownerId: id }]);
    expect(await refused(people.delete(viewer, id))).toBe('record/in-use');
  });

  it('are shown to a scoped viewer where their city has a part in the scope', async () => {
    const outside = await people.create(viewer, given(elsewhere, 'Outside'));
    const scoped = await ground.viewer('legal', { agreementIds: [agreementId] });
    const seen = (await people.list(scoped, listQuery(personList).parse({ perPage: '200' }))).data;
    expect(new Set(seen.map(({ cityId }) => cityId))).toEqual(new Set([home, partner]));
    expect(await refused(people.get(scoped, outside.id))).toBe('record/not-found');
    expect(await refused(people.change(scoped, outside.id, 1, { name: 'Y' }))).toBe('record/not-found');
    expect(await refused(people.delete(scoped, outside.id))).toBe('record/not-found');
    expect(await refused(people.create(scoped, given(elsewhere, 'Hidden')))).toBe('record/not-found');
    expect((await ground.test.query(`SELECT 1 FROM person WHERE name = 'Hidden'`))).toEqual([]);
  });

  it('are listed by filter, order and name', async () => {
    const list = async (query: Record<string, string>) => (await people.list(viewer, listQuery(personList).parse(query))).data;
    expect((await list({ q: 'moussa' })).map(({ name }) => name)).toEqual(['Moussa B.']);
    expect((await list({ active: 'false' })).map(({ name }) => name)).toEqual(['Moussa B.']);
    expect((await list({ mandateEndsOnFrom: '2027-01-01', mandateEndsOnTo: '2027-06-30' })).map(({ name }) => name)).toEqual(['Moussa B.']);
    const names = (await list({ sort: 'name', order: 'desc' })).map(({ name }) => name);
    expect(names).toEqual([...names].sort((a, b) => b.localeCompare(a)));
  });
});
