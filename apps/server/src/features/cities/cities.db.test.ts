import { cityCreate, cityList, listQuery } from '@tawama/contracts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openGround, type TestGround } from '../../../test/ground.js';
import { refusalOf } from '../../platform/http/problem.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { CitiesService } from './cities.service.js';
import { CitiesStore } from './cities.store.js';

let ground: TestGround;
let cities: CitiesService;
let viewer: Viewer;

beforeAll(async () => {
  ground = await openGround('2026-01-26T08:00:00Z');
  cities = new CitiesService(ground.database, new CitiesStore(), ground.journal, ground.planner, ground.zones);
  viewer = await ground.viewer();
});
afterAll(() => ground.close());

const given = (key: string, ar: string | null, fr: string, aliases: string[] = []) =>
  cityCreate.parse({ key, name: { ar, fr, en: fr }, aliases, country: 'TD', timeZone: 'Africa/Ndjamena', language: 'fr', role: 'partner', source: 'article' });
const found = async (q: string) => (await cities.list(viewer, listQuery(cityList).parse({ q }))).data.map(({ key }) => key);
const refused = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => refusalOf(error).code);

describe('cities', () => {
  it('are found in every spelling', async () => {
    await cities.create(viewer, given('ndjamena', 'نجامينا', "N'Djamena", ['أنجامينا', 'انجامينا']));
    await cities.create(viewer, given('timbuktu', 'تومبكتو', 'Tombouctou', ['تمبكتو']));
    await cities.create(viewer, given('amgala', 'أمگالة', 'Amgala', ['أمكالة', 'أمغالا']));
    for (const q of ['أنجامينا', 'انجامينا', 'نجامينا', 'ndjamena', "N'Djamena", 'N’DJAMÉNA', 'n djam']) expect(await found(q), q).toEqual(['ndjamena']);
    for (const q of ['تمبكتو', 'تومبكتو', 'tombouct']) expect(await found(q), q).toEqual(['timbuktu']);
    for (const q of ['امكالة', 'أمگالة', 'امغالا', 'امكاله', 'AMGALA']) expect(await found(q), q).toEqual(['amgala']);
    for (const q of ['%', '_', 'ndja%ena', "' OR true --", 'قرية']) expect(await found(q), q).toEqual([]);
  });

  it('have only zones of the pinned data; Vijayawada\'s is among them', async () => {
    await expect(cities.create(viewer, { ...given('x', null, 'X'), timeZone: 'Africa/Nowhere' })).rejects.toMatchObject({ code: 'city/unknown-zone', detail: { fields: [{ path: 'timeZone' }] } });
    expect((await cities.create(viewer, { ...given('vijayawada', null, 'Vijayawada'), country: 'IN', timeZone: 'Asia/Kolkata' })).timeZone).toBe('Asia/Kolkata');
  });

  it('have keys of their own', async () => {
    expect(await refused(cities.create(viewer, given('ndjamena', null, 'Again')))).toBe('record/duplicate');
  });

  it('change field by field, with the version in hand, and the journal says what changed', async () => {
    const { id } = await cities.create(viewer, given('parakou', 'باراكو', 'Parakou'));
    expect(await cities.change(viewer, id, 1, { note: { ar: null, fr: 'Une note', en: null }, country: 'BJ' })).toMatchObject({ version: 2, country: 'BJ', note: { fr: 'Une note' }, name: { fr: 'Parakou' } });
    await expect(cities.change(viewer, id, 1, { country: 'TG' })).rejects.toMatchObject({ code: 'record/stale', detail: { current: { id, version: 2, country: 'BJ' } } });
    const [entry] = await ground.test.query(`SELECT actor_id, before, after FROM audit_entry WHERE action = 'city.update' AND subject_id = $1`, [id]);
    expect(entry).toEqual({ actor_id: viewer.accountId, before: { country: 'TD', note: null }, after: { country: 'BJ', note: { ar: null, fr: 'Une note', en: null } } });
    await cities.change(viewer, id, 2, { country: 'BJ' });
    expect(await ground.test.query(`SELECT 1 FROM audit_entry WHERE action = 'city.update' AND subject_id = $1`, [id])).toHaveLength(1);
  });

  it('can go while nobody needs them', async () => {
    const city = await cities.create(viewer, given('gone', null, 'Gone'));
    const person = await ground.person(city.id);
    expect(await refused(cities.delete(viewer, city.id))).toBe('record/in-use');
    await ground.test.query('DELETE FROM person WHERE id = $1', [person]);
    expect(await cities.delete(viewer, city.id)).toMatchObject({ key: 'gone' });
    expect(await refused(cities.get(city.id))).toBe('record/not-found');
    expect(await refused(cities.delete(viewer, city.id))).toBe('record/not-found');
  });

  it('keep their role while an agreement counts on it', async () => {
    const [home, partner] = [await ground.city('home', { role: 'home' }), await ground.city('partner')];
    await ground.agreement(home, partner);
    expect(await refused(cities.change(viewer, partner, 1, { role: 'home' }))).toBe('record/in-use');
    expect(await refused(cities.delete(viewer, partner))).toBe('record/in-use');
  });

  it('give their new names to the search of their agreements, and their new hour to their people', async () => {
    const [home, partner] = [await ground.city('home-2', { role: 'home' }), await ground.city('brikama')];
    const [{ id }, other] = [await ground.agreement(home, partner), await ground.agreement(home, await ground.city('niamey'))];
    const person = await ground.person(partner);
    const replan = vi.spyOn(ground.planner, 'replanPerson');
    await cities.change(viewer, partner, 1, { aliases: ['مجلس جهة بريكاما'], timeZone: 'Africa/Banjul' });
    expect(replan.mock.calls.map(([, personId]) => personId)).toEqual([person]);
    replan.mockClear();
    const texts = await ground.test.query<{ id: string; search_text: string; title: unknown }>('SELECT id, search_text, title FROM agreement WHERE id = ANY($1)', [[id, other.id]]);
    expect(texts.find((row) => row.id === id)?.search_text.split('\n')).toEqual(expect.arrayContaining(['مجلس جهه بريكاما', 'brikama', 'home 2']));
    expect(texts.find((row) => row.id === id)?.title).toMatchObject({ fr: 'home-2 – brikama' });
    expect(texts.find((row) => row.id === other.id)?.search_text).not.toContain('بريكاما');
    await cities.change(viewer, partner, 2, { note: null });
    expect(replan).not.toHaveBeenCalled();
  });
});
