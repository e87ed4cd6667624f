import { contactCreate, contactList, listQuery } from '@tawama/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGround, type TestGround } from '../../../test/ground.js';
import { refusalOf } from '../../platform/http/problem.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { ContactsService } from './contacts.service.js';
import { VitalityDesk } from '../vitality/vitality-desk.js';
import { VitalityStore } from '../vitality/vitality.store.js';
import { ContactEffects } from './contact-effects.js';
import { ContactsStore } from './contacts.store.js';
import { SubjectsStore } from './subjects.store.js';

const NOBODY = '0190a000-0000-7000-8000-000000000009';
let ground: TestGround;
let contacts: ContactsService;
let [viewer, scoped]: Viewer[] = [];
let [seen, hidden, person] = ['', '', ''];

beforeAll(async () => {
  // 00:30 of the 27th in Smara, which is still the 26th in UTC.
  ground = await openGround('2026-01-26T23:30:00Z');
  contacts = new ContactsService(ground.database, new ContactsStore(), new SubjectsStore(), new ContactEffects(ground.journal, new VitalityDesk(new VitalityStore(), ground.clock)), ground.clock);
  const [home, dakar, niamey] = [await ground.city('smara', { role: 'home' }), await ground.city('dakar'), await ground.city('niamey')];
  person = await ground.person(dakar, { name: 'Awa Diop' });
  seen = (await ground.agreement(home, dakar)).id;
  hidden = (await ground.agreement(home, niamey)).id;
  viewer = await ground.viewer();
  scoped = await ground.viewer('coordinator', { agreementIds: [seen] });
});
afterAll(() => ground.close());

const as = (who: Viewer | undefined): Viewer => { if (!who) throw new Error('no viewer'); return who; };
const given = (agreementId: string, on: string, more: object = {}) => contactCreate.parse({ subject: { type: 'agreement', id: agreementId }, kind: 'called', on, ...more });
const refused = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => refusalOf(error).code);
const list = async (who: Viewer | undefined, query: Record<string, string> = {}) => (await contacts.list(as(who), listQuery(contactList).parse(query))).data;

describe('the contact log', () => {
  it('notes who spoke when and how, in one line', async () => {
    const contact = await contacts.create(as(viewer), given(seen, '2026-01-27', { personId: person, kind: 'met', line: 'Convention relue ensemble' }));
    expect(contact).toMatchObject({ agreementId: seen, personId: person, kind: 'met', on: '2026-01-27', line: 'Convention relue ensemble', userId: as(viewer).accountId, userName: 'Account 1', version: 1 });
    const [entry] = await ground.test.query(`SELECT agreement_id, after FROM audit_entry WHERE action = 'contact.create' AND subject_id = $1`, [contact.id]);
    expect(entry).toEqual({ agreement_id: seen, after: { subjectType: 'agreement', subjectId: seen, personId: person, kind: 'met', on: '2026-01-27' } });
  });

  it('refuses a date to come, by the day of the club', async () => {
    await expect(contacts.create(as(viewer), given(seen, '2026-01-28'))).rejects.toMatchObject({ code: 'event/in-the-future', detail: { fields: [{ path: 'on' }] } });
  });

  it('refuses agreements and people that are not there', async () => {
    await expect(contacts.create(as(viewer), given(NOBODY, '2026-01-20'))).rejects.toMatchObject({ code: 'request/invalid', detail: { fields: [{ path: 'subject.id' }] } });
    await expect(contacts.create(as(viewer), given(seen, '2026-01-20', { personId: NOBODY }))).rejects.toMatchObject({ code: 'request/invalid', detail: { fields: [{ path: 'personId' }] } });
  });

  it('stays inside the scope', async () => {
    const elsewhere = await contacts.create(as(viewer), given(hidden, '2026-01-20'));
    expect((await list(scoped)).map(({ agreementId }) => agreementId)).toEqual([seen]);
    expect(await list(scoped, { agreementId: hidden })).toEqual([]);
    for (const work of [() => contacts.get(as(scoped), elsewhere.id), () => contacts.delete(as(scoped), elsewhere.id)]) expect(await refused(work())).toBe('record/not-found');
    expect(await refused(contacts.create(as(scoped), given(hidden, '2026-01-20')))).toBe('request/invalid');
    expect(await contacts.delete(as(viewer), elsewhere.id)).toMatchObject({ id: elsewhere.id });
  });

  it('is newest first and found by city, person and what was said', async () => {
    await contacts.create(as(viewer), given(seen, '2026-01-02', { line: 'older' }));
    expect((await list(viewer)).map(({ on }) => on)).toEqual(['2026-01-27', '2026-01-02']);
    expect((await list(viewer, { q: 'awa' })).map(({ on }) => on)).toEqual(['2026-01-27']);
    expect((await list(viewer, { q: 'relue' })).map(({ on }) => on)).toEqual(['2026-01-27']);
    expect((await list(viewer, { kind: 'called', onFrom: '2026-01-01', onTo: '2026-01-31' })).map(({ line }) => line)).toEqual(['older']);
  });

  it('knows projects: one belongs to the first agreement that it serves, of a scoped viewer to the first of the scope', async () => {
    const rows = await ground.test.query<{ id: string }>(`INSERT INTO project (axis, title, status) VALUES ('culture', '{"fr": "Salon"}', 'running') RETURNING id`);
    const project = rows[0]?.id ?? '';
    await ground.test.query('INSERT INTO project_agreement (project_id, agreement_id, place) VALUES ($1, $2, 0), ($1, $3, 1)', [project, hidden, seen]);
    const about = (who: Viewer | undefined, id: string) => contacts.create(as(who), contactCreate.parse({ subject: { type: 'project', id }, kind: 'met', on: '2025-12-20' }));
    const [whole, inScope] = [await about(viewer, project), await about(scoped, project)];
    expect([whole.agreementId, inScope.agreementId]).toEqual([hidden, seen]);
    expect(await refused(about(viewer, NOBODY))).toBe('request/invalid');
    for (const { id } of [whole, inScope]) await contacts.delete(as(viewer), id);
  });

  it('knows steps and people as well: a step leads to its agreement, a person stays inside the scope', async () => {
    const { id: withStep, milestoneIds: [step = ''] } = await ground.agreement(await ground.city('home-2', { role: 'home' }), await ground.city('accra'), [{ status: 'open', dueOn: '2026-02-01' }]);
    const about = (type: 'milestone' | 'person', id: string) => contacts.create(as(viewer), contactCreate.parse({ subject: { type, id }, kind: 'wrote', on: '2026-01-20' }));
    expect(await about('milestone', step)).toMatchObject({ subject: { type: 'milestone', id: step }, agreementId: withStep, personId: null });
    const spoken = await about('person', person);
    expect(spoken).toMatchObject({ subject: { type: 'person', id: person }, agreementId: null, personId: person });
    expect((await list(scoped, { subjectType: 'person', subjectId: person })).map(({ id }) => id)).toEqual([spoken.id]);
    expect(await list(scoped, { subjectType: 'milestone' })).toEqual([]);
    const stranger = await ground.person(await ground.city('lagos'), {});
    expect(await refused(contacts.create(as(scoped), contactCreate.parse({ subject: { type: 'person', id: stranger }, kind: 'wrote', on: '2026-01-20' })))).toBe('request/invalid');
  });

  it('makes an agreement live again in the same transaction, and takes it back with the line', async () => {
    const { id } = await ground.agreement(await ground.city('home-3', { role: 'home' }), await ground.city('bamako'));
    await ground.test.query(`INSERT INTO agreement_event (agreement_id, key, "on") VALUES ($1, 'signed', '2023-01-10')`, [id]);
    const level = async () => (await ground.test.query<{ level: string; reason: object }>('SELECT vitality_level AS level, vitality_reason AS reason FROM agreement WHERE id = $1', [id]))[0];
    const old = await contacts.create(as(viewer), given(id, '2023-02-01'));
    expect(await level()).toEqual({ level: 'dormant', reason: { code: 'silence', on: '2023-02-01' } });
    const fresh = await contacts.create(as(viewer), given(id, '2026-01-26'));
    expect(await level()).toEqual({ level: 'watch', reason: { code: 'noPartnerContact' } });
    await contacts.delete(as(viewer), fresh.id);
    await contacts.delete(as(viewer), old.id);
    expect(await level()).toEqual({ level: 'dormant', reason: { code: 'silence', on: '2023-01-10' } });
  });
});
