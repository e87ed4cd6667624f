import { agreement as agreementShape, agreementCommandAnswer, agreementCreate, agreementList, historyEntry, historyList, listQuery, startRemindersAnswer, type EventDates, type Agreement, type ForecastItem } from '@tawama/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGround, type TestGround } from '../../../test/ground.js';
import { plansOn } from '../../../test/plans.js';
import { refusalOf } from '../../platform/http/problem.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { byViewer } from '../plans/plan-command.js';
import type { AgreementsService } from './agreements.service.js';
import type { ReminderStart } from './reminder-start.js';

let ground: TestGround;
let agreements: AgreementsService;
let start: ReminderStart;
let viewer: Viewer;
const place: Record<'smara' | 'amgala' | 'niamey' | 'timbuktu' | 'coordinator' | 'legal' | 'president' | 'focal', string> = { smara: '', amgala: '', niamey: '', timbuktu: '', coordinator: '', legal: '', president: '', focal: '' };

beforeAll(async () => {
  ground = await openGround('2026-01-26T08:00:00Z');
  ({ agreements, start } = plansOn(ground));
  viewer = await ground.viewer();
  place.smara = await ground.city('smara', { role: 'home', name: { ar: 'السمارة', fr: 'Smara', en: 'Smara' } });
  place.amgala = await ground.city('amgala', { role: 'home', name: { ar: 'أمگالة', fr: 'Amgala', en: 'Amgala' }, aliases: ['أمكالة'] });
  place.niamey = await ground.city('niamey', { name: { ar: 'نيامي', fr: 'Niamey', en: 'Niamey' } });
  place.timbuktu = await ground.city('timbuktu', { name: { ar: 'تومبكتو', fr: 'Tombouctou', en: null }, aliases: ['تمبكتو'] });
  place.coordinator = await ground.person(place.smara, { function: 'coordinator', email: 'coordinator@example.org' });
  place.legal = await ground.person(place.smara, { function: 'legal' });
  place.president = await ground.person(place.smara, { function: 'president' });
  place.focal = await ground.person(place.niamey, { function: 'focalPoint' });
});
afterAll(() => ground.close());

const open = (templateKey: string, events: EventDates, more: { home?: string; partners?: string[]; coordinatorId?: string | null; dryRun?: boolean } = {}) =>
  agreements.open(viewer, agreementCreate.parse({ templateKey, homeCityId: more.home ?? place.smara, partnerCityIds: more.partners ?? [place.niamey], events, ...('coordinatorId' in more && { coordinatorId: more.coordinatorId }) }), more.dryRun ?? false);
const refused = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => refusalOf(error).code);
const list = async (query: Record<string, string>, by: Viewer = viewer) => agreements.list(by, listQuery(agreementList).parse(query));
const act = (dryRun = false) => byViewer(viewer, dryRun);
const count = async (table: string) => (await ground.test.query<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))[0]?.n;

describe('opening an agreement', () => {
  it('makes the whole plan, and answers what the contract promises', async () => {
    const opened = await open('already-signed', { signed: '2025-10-31' });
    expect(agreementCommandAnswer.parse(opened)).toEqual(opened);
    expect(opened).toMatchObject({
      version: 1, type: 'twinning', status: 'active', title: { ar: 'السمارة – نيامي', fr: 'Smara – Niamey', en: 'Smara – Niamey' }, coordinatorId: place.coordinator, events: { signed: '2025-10-31' },
      signedOn: '2025-10-31', expiresOn: null, remindersStartedAt: null, progress: 0, stage: 'launch', next: { key: 'focal-points', dueOn: '2025-11-15', daysLate: 72, waitingOn: 'mayors' }, nextDueOn: '2025-11-15', lateCount: 2, daysLate: 72,
    });
    const steps = await ground.test.query('SELECT key, status, due_on, owner_id, counterpart_id FROM milestone WHERE agreement_id = $1 ORDER BY place', [opened.id]);
    expect(steps.slice(0, 4)).toEqual([
      { key: 'focal-points', status: 'open', due_on: '2025-11-15', owner_id: place.coordinator, counterpart_id: place.focal },
      { key: 'joint-committee', status: 'open', due_on: '2025-12-30', owner_id: place.coordinator, counterpart_id: place.focal },
      { key: 'action-plan', status: 'open', due_on: '2026-01-29', owner_id: place.coordinator, counterpart_id: null },
      { key: 'funding-plan', status: 'planned', due_on: '2026-02-28', owner_id: place.coordinator, counterpart_id: null },
    ]);
  });

  it('falls back to the Arabic name of a city, and is found by every spelling of both', async () => {
    const opened = await open('twinning', { opened: '2025-10-27' }, { home: place.amgala, partners: [place.timbuktu] });
    expect(opened.title).toEqual({ ar: 'أمگالة – تومبكتو', fr: 'Amgala – Tombouctou', en: 'Amgala – تومبكتو' });
    for (const q of ['تمبكتو', 'tombouct', 'امكالة', 'AMGALA']) expect((await list({ q })).data.map(({ id }) => id), q).toContain(opened.id);
    expect((await list({ q: 'niamey' })).data.map(({ id }) => id)).not.toContain(opened.id);
  });

  it('leaves nothing behind when it is only tried', async () => {
    const before = [await count('agreement'), await count('milestone'), await count('audit_entry')];
    expect(await open('twinning', {}, { dryRun: true })).toMatchObject({ dryRun: true, events: { opened: '2026-01-26' } });
    expect([await count('agreement'), await count('milestone'), await count('audit_entry')]).toEqual(before);
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['an unknown template', () => open('sisterhood', {}), 'agreement/unknown-template'],
    ['a signature that is missing', () => open('already-signed', {}), 'agreement/missing-opening-event'],
    ['a signature tomorrow', () => open('already-signed', { signed: '2026-01-27' }), 'event/in-the-future'],
    ['a partner as home', () => open('twinning', {}, { home: place.niamey }), 'city/not-home'],
    ['a home city as partner', () => open('twinning', {}, { partners: [place.amgala] }), 'city/not-partner'],
    ['a city twice', () => open('twinning', {}, { partners: [place.niamey, place.niamey] }), 'request/invalid'],
    ['a city that is not there', () => open('twinning', {}, { partners: [place.coordinator] }), 'request/invalid'],
    ['an authority as coordinator', () => open('twinning', {}, { coordinatorId: place.president }), 'milestone/owner-is-authority'],
    ['a partner as coordinator', () => open('twinning', {}, { coordinatorId: place.focal }), 'milestone/owner-not-home'],
  ])('refuses %s', async (_, work, code) => expect(await refused(work())).toBe(code));

  it('is not for those who may see certain agreements only', async () => {
    const scoped = await ground.viewer('coordinator', { agreementIds: [] });
    expect(await refused(agreements.open(scoped, agreementCreate.parse({ templateKey: 'twinning', homeCityId: place.smara, partnerCityIds: [place.niamey] }), false))).toBe('access/denied');
  });
});

describe('a date of reference', () => {
  it('tried and recorded gives the same answer; the journal tells what changed', async () => {
    const { id } = await open('twinning', { opened: '2025-10-27' });
    const command = { version: 1, event: 'deliberation', on: '2026-01-20', note: 'extraordinary session' } as const;
    const { dryRun: tried, ...dry } = await agreements.recordEvent(act(true), id, command);
    expect((await agreements.get(viewer, id)).events).toEqual({ opened: '2025-10-27' });
    const { dryRun: _, ...real } = await agreements.recordEvent(act(), id, command);
    expect(tried).toBe(true);
    expect(real).toEqual(dry);
    expect(real).toMatchObject({ version: 2, events: { opened: '2025-10-27', councilSession: '2026-01-20', deliberation: '2026-01-20' } });
    expect(real.moved).toContainEqual({ milestoneId: expect.any(String), from: null, to: '2026-02-04' });
    const [entry] = (await agreements.history(viewer, id, listQuery(historyList).parse({}))).data;
    expect(entry).toMatchObject({ action: 'agreement.record-event', actorId: viewer.accountId, subjectTitle: { fr: 'Smara – Niamey' }, reason: 'extraordinary session', before: { events: { deliberation: null } }, after: { event: 'deliberation', on: '2026-01-20' } });
    expect(historyEntry.safeParse(JSON.parse(JSON.stringify(entry))).success).toBe(true);
    expect(await ground.test.query('SELECT key, note FROM agreement_event WHERE agreement_id = $1 AND note IS NOT NULL ORDER BY key', [id])).toContainEqual({ key: 'deliberation', note: 'extraordinary session' });
  });

  it('is refused from a stale screen, which gets the record as it is', async () => {
    const { id } = await open('twinning', { opened: '2025-10-27' });
    await agreements.recordEvent(act(), id, { version: 1, event: 'signed', on: '2026-01-20' });
    await expect(agreements.recordEvent(act(), id, { version: 1, event: 'signed', on: '2026-01-21' })).rejects.toMatchObject({ code: 'record/stale', detail: { current: { id, version: 2, status: 'active', signedOn: '2026-01-20' } } });
  });
});

/** Inside one mail the reminders stand in no particular order. */
const inOrder = (mail: ForecastItem) => ({ ...mail, reminders: mail.reminders.map(({ milestoneId, rung }) => `${milestoneId} ${rung}`).sort() });

describe('reminders', () => {
  it('are started once, at club time', async () => {
    const { id } = await open('already-signed', { signed: '2025-10-31' });
    const tried = await start.startReminders(act(true), id, 1);
    expect(await count('reminder')).toBe(0);
    // Whoever decides sees the very mails, written for nobody yet.
    expect(startRemindersAnswer.parse(tried)).toEqual(tried);
    expect(tried.firstMails.length).toBeGreaterThan(0);
    for (const mail of tried.firstMails) expect(mail).toMatchObject({ localTime: '09:00', subject: expect.stringMatching(/\S/), reminders: expect.arrayContaining([expect.objectContaining({ agreementId: id })]) });
    const started = await start.startReminders(act(), id, 1);
    expect(started.firstMails.map(inOrder)).toEqual(tried.firstMails.map(inOrder));
    expect(started.remindersStartedAt).toMatch(/^2026-01-26T08:0/);
    expect([started.remindersAdded, tried.remindersAdded]).toEqual([await count('reminder'), started.remindersAdded]);
    expect(started.remindersAdded).toBeGreaterThan(0);
    expect(await refused(start.startReminders(act(), id, 2))).toBe('agreement/reminders-already-started');
  });
});

describe('changing an agreement', () => {
  it('writes the remark, hands the steps over, and compares the version', async () => {
    const { id } = await open('twinning', { opened: '2025-10-27' });
    expect(await agreements.change(viewer, id, 1, { note: { ar: 'ملاحظة', fr: null, en: null } })).toMatchObject({ version: 2, note: { ar: 'ملاحظة' }, coordinatorId: place.coordinator });
    const changed = await agreements.change(viewer, id, 2, { coordinatorId: place.legal });
    expect(agreementShape.parse(changed)).toEqual(changed);
    expect(changed).toMatchObject({ version: 3, coordinatorId: place.legal, note: { ar: 'ملاحظة' } });
    expect(await ground.test.query('SELECT DISTINCT owner_id FROM milestone WHERE agreement_id = $1', [id])).toEqual([{ owner_id: place.legal }]);
    expect(await refused(agreements.change(viewer, id, 2, { note: null }))).toBe('record/stale');
    expect(await refused(agreements.change(viewer, id, 3, { coordinatorId: place.president }))).toBe('milestone/owner-is-authority');
  });
});

describe('the list', () => {
  it('shows the figures that it sorts by', async () => {
    await ground.test.query(`INSERT INTO contact (subject_type, subject_id, agreement_id, kind, "on", line) SELECT 'agreement', id, id, 'called', DATE '2026-01-01' + (row_number() OVER (ORDER BY id))::int, '' FROM agreement`);
    const { id: finished } = await open('already-signed', { signed: '2020-01-01', expiry: '2021-01-01' });
    await ground.test.query(`UPDATE milestone SET status = 'done', done_on = '2021-01-01' WHERE agreement_id = $1 AND place < 13`, [finished]);
    await ground.test.query(`UPDATE milestone SET status = 'notApplicable' WHERE agreement_id = $1 AND place = 13`, [finished]);
    for (const sort of ['nextDueOn', 'progress', 'lateCount', 'daysLate', 'lastContactOn', 'signedOn'] as const) {
      for (const order of ['asc', 'desc'] as const) {
        const shown = (await list({ sort, order, perPage: '200' })).data.map((row: Agreement) => row[sort]);
        const value = (one: string | number | null) => one;
        const known = shown.map(value).filter((one) => one !== null);
        const sorted = [...known].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        expect(shown, `${sort} ${order}`).toEqual([...(order === 'asc' ? sorted : sorted.reverse()), ...shown.filter((one) => one === null)]);
      }
    }
    expect((await list({ sort: 'progress', order: 'desc', perPage: '1' })).data[0]).toMatchObject({ id: finished, progress: 100, next: null });
  });

  it('filters', async () => {
    const { id: standing } = await open('already-signed', { signed: '2020-01-01' });
    await ground.test.query(`UPDATE agreement SET status = 'suspended', status_before = 'active' WHERE id = $1`, [standing]);
    const terms = [];
    for (const expiry of ['2026-05-01', '2026-07-25', '2026-07-26', '2029-01-01']) terms.push((await open('already-signed', { signed: '2024-01-01', expiry })).id);
    const overdue = (await open('already-signed', { signed: '2020-01-01', expiry: '2026-01-20' })).id;
    await ground.test.query(`UPDATE agreement SET status = 'suspended', status_before = 'active' WHERE id = $1`, [overdue]);
    const over = (await open('already-signed', { signed: '2020-01-01', expiry: '2026-01-25' })).id;
    await ground.test.query(`UPDATE milestone SET due_on = '2025-12-01', pinned = true WHERE agreement_id = $1 AND key = 'renewal-prepared'`, [terms[3]]);
    await ground.test.query(`UPDATE milestone SET status = 'notApplicable' WHERE agreement_id = $1 AND key = 'renewal-prepared'`, [terms[1]]);
    const all = (await list({ perPage: '200' })).data;
    const filtered = async (query: Record<string, string>) => (await list({ ...query, perPage: '200' })).data.map(({ id }) => id).sort();
    const those = (test: (row: Agreement) => boolean) => all.filter(test).map(({ id }) => id).sort();
    // Nothing is late in one that stands still.
    expect(those((row) => row.lateCount > 0)).not.toContain(standing);
    expect(await filtered({ late: 'true' })).toEqual(those((row) => row.lateCount > 0));
    expect(await filtered({ late: 'false' })).toEqual(those((row) => row.lateCount === 0));
    expect(await filtered({ partnerCityId: place.timbuktu })).toEqual(those((row) => row.partnerCityIds.includes(place.timbuktu)));
    expect(await filtered({ homeCityId: place.amgala, status: 'preparing,active' })).toEqual(those((row) => row.homeCityId === place.amgala));
    expect(await filtered({ signedOnFrom: '2025-10-31', signedOnTo: '2025-10-31' })).toEqual(those((row) => row.signedOn === '2025-10-31'));
    expect(await filtered({ renewal: 'open' })).toEqual(those(({ renewal }) => renewal?.open === true));
    expect(await filtered({ renewal: 'open' })).toEqual([terms[0], terms[1], terms[3], overdue].sort());
    expect(await filtered({ renewal: 'ahead' })).toEqual(those(({ renewal }) => renewal !== null && renewal.opensOn > '2026-01-26'));
    expect(await filtered({ renewal: 'ahead' })).toContain(terms[2]);
    expect(all.find(({ id }) => id === over)?.renewal?.open).toBe(false);
    expect(await filtered({ nextDueOnTo: '2025-12-31', templateKey: 'twinning' })).toEqual(those((row) => row.templateKey === 'twinning' && row.nextDueOn !== null && row.nextDueOn <= '2025-12-31'));
  });

  it('stays within the scope of the viewer, as do reading and acting', async () => {
    const [mine, other] = [await open('twinning', {}), await open('twinning', {})];
    const scoped = await ground.viewer('coordinator', { agreementIds: [mine.id] });
    expect((await list({}, scoped)).data.map(({ id }) => id)).toEqual([mine.id]);
    expect((await agreements.get(scoped, mine.id)).id).toBe(mine.id);
    const tries = [
      () => agreements.get(scoped, other.id),
      () => agreements.history(scoped, other.id, listQuery(historyList).parse({})),
      () => agreements.recordEvent(byViewer(scoped, false), other.id, { version: 1, event: 'signed', on: '2026-01-01' }),
      () => agreements.change(scoped, other.id, 1, {}),
    ];
    for (const attempt of tries) {
      expect(await refused(attempt())).toBe('record/not-found');
    }
  });
});
