import type { LegalClock, LegalNote } from '@tawama/contracts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { TestClient } from '../../../test/client.js';
import { openProgram, type OpenProgram } from '../../../test/open-program.js';
import { PlanDesk } from '../plans/plan-desk.js';
import { LegalNotesService } from './legal-notes.service.js';

let program: OpenProgram;
let legal: TestClient;
let administrator: TestClient;
let coordinator: TestClient;
let scoped: TestClient;

beforeAll(async () => {
  program = await openProgram('2026-03-10T09:00:00Z');
  [legal, administrator, coordinator] = [await program.signedIn('legal'), await program.signedIn('administrator'), await program.signedIn('coordinator')];
  scoped = await program.signedIn('legal', { agreementIds: [(await agreement()).id] });
});
afterAll(() => program.close());

const rows = async <T>(client: TestClient, path: string): Promise<T[]> => (JSON.parse((await client.get(path)).text) as { data: T[] }).data;
const clocks = (client: TestClient, query: string) => rows<LegalClock>(client, `/api/legal-clocks?${query}`);
/** An agreement whose deliberation was received by the province on a Monday: the last day is Sunday 22 March. */
async function agreement(receivedByProvince: string | null = '2026-03-02'): Promise<{ id: string; visa: { id: string; version: number } }> {
  const { body } = await administrator.post('/api/agreements', {
    templateKey: 'twinning', homeCityId: program.cities[0], partnerCityIds: [program.cities[1]], events: { opened: '2025-10-27', deliberation: '2026-02-20', ...(receivedByProvince === null ? {} : { receivedByProvince }) },
  });
  const [visa] = await rows<{ id: string; version: number }>(administrator, `/api/milestones?agreementId=${String(body['id'])}&key=governor-visa`);
  if (!visa) throw new Error(JSON.stringify(body));
  return { id: String(body['id']), visa };
}
/** Proof that the legal reviewer brings. */
async function attach(stepId: string): Promise<string> {
  const sent = await fetch(`${program.url}/api/milestones/${stepId}/evidence`, { method: 'POST', body: new Blob(['%PDF-1.7\nvisa']), headers: { 'x-tawama': '1', 'content-type': 'application/octet-stream', cookie: legal.cookie ?? '' } });
  return String(((await sent.json()) as { id: string }).id);
}
const answer = (client: TestClient, { id, version }: { id: string; version: number }, body: object, query = '') => client.post(`/api/milestones/${id}/legal-outcome${query}`, { version, on: '2026-03-09', ...body });

describe('the list of legal clocks', () => {
  it('reckons no clock that can be seen not to be asked for, and leaves none out', async () => {
    const all: { id: string; visa: { id: string; version: number } }[] = [];
    for (let made = 0; made < 8; made += 1) all.push(await agreement());
    const answers = ['visa', 'visa', 'visa', 'visa', 'visa', 'refusal', 'refusal'];
    for (const [at, outcome] of answers.entries()) {
      const one = all[at];
      if (one) expect((await answer(legal, one.visa, { outcome, note: 'Dossier' })).status).toBe(200);
    }
    const mine = `agreementId=${all.map(({ id }) => id).join(',')}`;
    const whole = await clocks(legal, `perPage=200&${mine}`);
    const look = vi.spyOn(program.get(PlanDesk), 'look');
    const reckoned = async (query: string, fits: (clock: LegalClock) => boolean) => {
      look.mockClear();
      const listed = await clocks(legal, `perPage=200&${mine}&${query}`);
      expect(listed).toEqual(whole.filter(fits));
      return look.mock.calls.reduce((count, [, ids]) => count + ids.length, 0);
    };
    try {
      expect(await reckoned('', () => true)).toBe(8);
      expect(await reckoned('state=answered', ({ state }) => state === 'answered')).toBe(7);
      expect(await reckoned('outcome=refusal', ({ outcome }) => outcome === 'refusal')).toBe(2);
      expect(await reckoned('outcome=visa,refusal', ({ outcome }) => outcome !== null)).toBe(7);
      expect(await reckoned('state=running,asking', ({ state }) => state !== 'answered')).toBe(3);
      expect(await reckoned('key=governor-visa', ({ key }) => key === 'governor-visa')).toBe(8);
      expect(await reckoned('key=none-such', () => false)).toBe(0);
    } finally {
      look.mockRestore();
    }
  });

  it('shows what runs, since when, until when, and that the last day is one of rest', async () => {
    const { id, visa } = await agreement();
    const shown = await clocks(coordinator, `agreementId=${id}`);
    expect(shown.map(({ key, state }) => [key, state])).toEqual([['governor-visa', 'running']]);
    expect(shown[0]).toMatchObject({
      id: visa.id, milestoneId: visa.id, milestoneVersion: visa.version, agreementId: id, country: 'MA', receivedOn: '2026-03-02', days: 20, lastDay: '2026-03-22', provisional: false, dayOff: 'both',
      waitingOn: 'governor', daysLeft: 12, daysOver: 0, state: 'running', outcome: null, note: null, agreementTitle: { fr: 'Smara – Niamey' },
    });
    expect(shown[0]?.legalNotes.map(({ days, state, country }) => [country, days, state])).toEqual([['MA', 20, 'toVerify'], ['MA', null, 'toVerify']]);
    expect((await clocks(coordinator, `agreementId=${id}&state=running`)).map(({ key }) => key)).toEqual(['governor-visa']);
    expect(await clocks(coordinator, `agreementId=${id}&lastDayFrom=2026-03-23`)).toEqual([]);
    expect((await clocks(coordinator, `agreementId=${id}&sort=lastDay&order=desc&perPage=1`)).map(({ key }) => key)).toEqual(['governor-visa']);
    expect((await coordinator.get('/api/legal-clocks?until=1')).status).toBe(400);
    expect((await coordinator.get('/api/legal-clocks?page=1000&perPage=200')).body).toMatchObject({ code: 'list/too-deep' });
  });

  it('holds no clock before the receipt, and none of others', async () => {
    const { id, visa } = await agreement(null);
    expect(await clocks(legal, `agreementId=${id}`)).toEqual([]);
    const [sending] = await rows<{ id: string; version: number }>(legal, `/api/milestones?agreementId=${id}&key=sent-to-governor`);
    expect((await answer(legal, sending ?? { id, version: 1 }, { outcome: 'silence', means: 'accepted', note: 'x' })).body).toMatchObject({ code: 'legal/no-clock' });
    expect((await answer(legal, visa, { outcome: 'visa', note: 'x' })).body).toMatchObject({ status: 409, code: 'legal/no-clock' });
    expect(await clocks(scoped, `agreementId=${id}`)).toEqual([]);
    expect(new Set((await clocks(scoped, 'perPage=200')).map(({ agreementId }) => agreementId)).size).toBe(1);
    expect((await answer(scoped, visa, { outcome: 'visa', note: 'x' })).body).toMatchObject({ status: 404, code: 'record/not-found' });
  });
});

describe('an outcome', () => {
  it('is the legal reviewer\'s and the administrator\'s to record', async () => {
    const { visa } = await agreement();
    expect((await answer(coordinator, visa, { outcome: 'visa', note: 'x' })).body).toMatchObject({ code: 'access/denied' });
    expect((await answer(administrator, visa, { outcome: 'visa', note: 'x' }, '?dryRun=true')).body).toMatchObject({ status: 'done', dryRun: true });
    expect((await answer(legal, visa, { outcome: 'visa', note: 'x' })).body).toMatchObject({ status: 'done', doneOn: '2026-03-09', dryRun: false });
  });

  it('as visa completes the step, records its event, moves what follows and stands in the journal, or nothing of it in a dry run', async () => {
    const { id, visa } = await agreement();
    expect((await answer(legal, visa, { outcome: 'visa' })).body).toMatchObject({ status: 422, code: 'milestone/evidence-missing' });
    const dry = await answer(legal, visa, { outcome: 'visa', note: 'Dossier 12' }, '?dryRun=true');
    expect((await clocks(legal, `milestoneId=${visa.id}`))[0]).toMatchObject({ state: 'running', milestoneVersion: visa.version });
    const real = await answer(legal, visa, { outcome: 'visa', note: 'Dossier 12' });
    expect({ ...dry.body, dryRun: false }).toEqual(real.body);
    expect((await legal.get(`/api/agreements/${id}`)).body).toMatchObject({ events: { visa: '2026-03-09' } });
    expect((await clocks(legal, `milestoneId=${visa.id}`))[0]).toMatchObject({ state: 'answered', outcome: 'visa', answeredOn: '2026-03-09', note: 'Dossier 12', daysLeft: 12 });
    const [entry] = await program.database.query(`SELECT action, reason, after FROM audit_entry WHERE subject_id = $1 ORDER BY id DESC LIMIT 1`, [visa.id]);
    expect(entry).toMatchObject({ action: 'milestone.legalOutcome', reason: 'Dossier 12', after: { outcome: 'visa', status: 'done' } });
    expect((await answer(legal, visa, { outcome: 'visa', note: 'x' })).body).toMatchObject({ status: 409, code: 'record/stale' });
  });

  it('as visa with its proof needs no words; proof of another step is refused and leaves nothing', async () => {
    const [{ visa }, other] = [await agreement(), await agreement()];
    const strange = await attach(other.visa.id);
    expect((await answer(legal, visa, { outcome: 'visa', note: 'x', evidenceId: strange })).body).toMatchObject({ status: 400, code: 'request/invalid', errors: [{ path: 'evidenceId' }] });
    expect((await clocks(legal, `milestoneId=${visa.id}`))[0]).toMatchObject({ state: 'running' });
    expect((await answer(legal, visa, { outcome: 'visa', evidenceId: await attach(visa.id) })).body).toMatchObject({ status: 'done' });
    expect((await clocks(legal, `milestoneId=${visa.id}`))[0]).toMatchObject({ outcome: 'visa', evidenceId: expect.any(String) });
  });

  it('as refusal keeps the letter that shows it while the step is blocked by it', async () => {
    const { visa } = await agreement();
    const letter = await attach(visa.id);
    const { body } = await answer(legal, visa, { outcome: 'refusal', note: 'Incompétence', evidenceId: letter });
    expect(body).toMatchObject({ status: 'blocked' });
    expect((await legal.send('DELETE', `/api/evidence/${letter}`)).body).toMatchObject({ status: 409, code: 'evidence/shows-refusal' });
    const other = await attach(visa.id);
    expect((await legal.send('DELETE', `/api/evidence/${other}`)).status).toBe(200);
    expect((await clocks(legal, `milestoneId=${visa.id}`))[0]).toMatchObject({ outcome: 'refusal', evidenceId: letter });
    expect((await coordinator.post(`/api/milestones/${visa.id}/unblock`, { version: body['version'] })).status).toBe(200);
    expect((await coordinator.send('DELETE', `/api/evidence/${letter}`)).status).toBe(200);
    expect((await clocks(legal, `milestoneId=${visa.id}`))[0]).toMatchObject({ state: 'running', outcome: null, evidenceId: null });
  });

  it('as refusal blocks the step with its note', async () => {
    const { visa } = await agreement();
    expect((await answer(legal, visa, { outcome: 'refusal' })).body).toMatchObject({ status: 400, code: 'legal/note-needed' });
    expect((await answer(legal, visa, { outcome: 'refusal', note: 'Incompétence' })).body).toMatchObject({ status: 'blocked', statement: 'Incompétence', doneOn: null });
    expect((await clocks(legal, `milestoneId=${visa.id}`))[0]).toMatchObject({ state: 'answered', outcome: 'refusal', note: 'Incompétence' });
    expect(await clocks(legal, `milestoneId=${visa.id}&state=running,asking`)).toEqual([]);
    expect(await clocks(legal, `milestoneId=${visa.id}&state=answered`)).toHaveLength(1);
  });

  it('as silence is asked about once the time has passed, and decided by people', async () => {
    const { visa } = await agreement('2026-02-17');
    expect((await clocks(legal, `milestoneId=${visa.id}`))[0]).toMatchObject({ lastDay: '2026-03-09', state: 'asking', daysOver: 1, daysLeft: 0, outcome: null });
    const silence = { outcome: 'silence', on: '2026-03-10', note: 'Avis du 10 mars' };
    expect((await answer(legal, visa, { ...silence, on: '2026-03-09', means: 'accepted' })).body).toMatchObject({ code: 'legal/not-over' });
    expect((await answer(legal, visa, silence)).body).toMatchObject({ code: 'legal/meaning-needed' });
    expect((await answer(legal, visa, { ...silence, means: 'accepted', note: '' })).body).toMatchObject({ code: 'legal/note-needed' });
    expect((await answer(legal, visa, { ...silence, means: 'accepted' })).body).toMatchObject({ status: 'done', doneOn: '2026-03-10' });
    expect((await clocks(legal, `milestoneId=${visa.id}`))[0]).toMatchObject({ state: 'answered', outcome: 'silence', means: 'accepted' });
  });
});

describe('a legal note', () => {
  it('comes once, to be verified, and stays deleted', async () => {
    await program.get(LegalNotesService).seed();
    const notes = await rows<LegalNote>(coordinator, '/api/legal-notes?country=MA');
    expect(notes.map(({ key, days, state }) => [key, days, state]).sort()).toEqual([
      ['council-agenda', 20, 'toVerify'], ['council-deliberation', null, 'toVerify'], ['governor-visa', null, 'toVerify'], ['governor-visa', 20, 'toVerify'], ['sent-to-governor', null, 'toVerify'],
    ]);
    const sessions = notes.find(({ key }) => key === 'council-deliberation');
    expect((await legal.send('DELETE', `/api/legal-notes/${sessions?.id}`)).status).toBe(200);
    await program.get(LegalNotesService).seed();
    expect(await rows(coordinator, '/api/legal-notes?key=council-deliberation')).toEqual([]);
  });

  it('is confirmed by the legal reviewer alone, and to be verified again once it is changed', async () => {
    const created = await administrator.post('/api/legal-notes', { country: 'NE', key: 'partner-approval', text: { fr: 'Délibération' }, source: 'entered' });
    expect(created).toMatchObject({ status: 201, body: { version: 1, days: null, state: 'toVerify', verifiedBy: null } });
    const path = `/api/legal-notes/${String(created.body['id'])}`;
    expect((await administrator.post(`${path}/confirm`, { version: 1 })).body).toMatchObject({ status: 403, code: 'legal/reviewer-only' });
    expect((await coordinator.post('/api/legal-notes', { country: 'NE', key: 'x', text: { fr: 'x' }, source: 'x' })).body).toMatchObject({ code: 'access/denied' });
    expect((await legal.post(`${path}/confirm`, { version: 1 })).body).toMatchObject({ version: 2, state: 'confirmed', verifiedByName: 'Account legal', verifiedOn: '2026-03-10' });
    expect((await legal.post(`${path}/confirm`, { version: 1 })).body).toMatchObject({ code: 'record/stale', current: { version: 2 } });
    const patch = (version: number, body: object) => legal.send('PATCH', path, { body, headers: { 'if-match': `"${version}"` } });
    expect((await patch(2, { days: null })).body).toMatchObject({ version: 2, state: 'confirmed' });
    expect((await patch(2, { days: 45 })).body).toMatchObject({ version: 3, days: 45, state: 'toVerify', verifiedBy: null, verifiedOn: null });
    expect((await patch(2, { days: 46 })).body).toMatchObject({ code: 'record/stale' });
    expect((await patch(3, { text: { ar: '', fr: '\u200b', en: null } })).body).toMatchObject({ code: 'request/invalid', errors: [{ path: 'text' }] });
    expect((await patch(3, { text: { ar: null, fr: null, en: null } })).body).toMatchObject({ code: 'request/invalid', errors: [{ path: 'text' }] });
    expect((await rows<LegalNote>(legal, '/api/legal-notes?q=deliberation')).map(({ country }) => country)).toContain('NE');
    const entries = await program.database.query<{ action: string }>('SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY id', [created.body['id']]);
    expect(entries.map(({ action }) => action)).toEqual(['legalNote.create', 'legalNote.confirm', 'legalNote.update']);
  });
});

it('counts the time of a partner\'s council from a finished step, under the law of its country', async () => {
  const { body: draft } = await administrator.post('/api/templates/twinning/versions', { copyOf: 2 });
  const at = `/api/templates/twinning/versions/${String(draft['version'])}`;
  const milestones = (draft['milestones'] as { key: string }[]).map((one) => (one.key === 'partner-approval' ? { ...one, legal: true, due: { rule: 'offset', from: { milestone: 'sent-to-governor' }, days: 7 } } : one));
  expect((await administrator.send('PATCH', at, { body: { milestones }, headers: { 'if-match': `"${String(draft['revision'])}"` } })).status).toBe(200);
  expect((await administrator.post(`${at}/publish`, {})).body).toMatchObject({ state: 'published' });
  await administrator.post('/api/legal-notes', { country: 'NE', key: 'partner-approval', text: { fr: 'Un mois' }, days: 30, source: 'entered' });
  const waiting = await agreement(null);
  expect(await clocks(legal, `agreementId=${waiting.id}`)).toEqual([]);
  const { id } = await agreement('2026-03-02');
  const [council] = await clocks(legal, `agreementId=${id}&key=partner-approval`);
  expect(council).toMatchObject({ receivedOn: '2026-03-02', lastDay: '2026-03-09', state: 'asking', daysOver: 1, waitingOn: 'partnerCouncil', country: 'NE' });
  expect(council?.legalNotes.map(({ country, days }) => [country, days])).toContainEqual(['NE', 30]);
  expect((await clocks(coordinator, `agreementId=${id}&state=asking`)).map(({ key }) => key)).toEqual(['partner-approval']);
});
