import { createHash, randomBytes } from 'node:crypto';
import { readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../../test/client.js';
import { openProgram, type OpenProgram } from '../../../test/open-program.js';
import { Database } from '../../platform/db/database.js';
import { WHO_LEFT_WHICH_DATE } from '../../platform/db/migrations/1795670100000-evidence.js';
import { Storage } from '../../platform/storage/storage.js';
import { EvidenceCheck } from './evidence-check.js';
import { EvidenceTidy } from './evidence-tidy.js';
import { EvidenceStore } from './evidence.store.js';

let program: OpenProgram;
let client: TestClient;

beforeAll(async () => {
  program = await openProgram('2026-01-26T08:00:00Z', { UPLOAD_MAX_MB: '1' });
  client = await program.signedIn('coordinator', { name: 'Coordinator' });
});
afterAll(() => program.close());

type Step = { id: string; agreementId: string; version: number; status: string; evidenceLevel: string };
const step = async (key = 'signature'): Promise<Step> => {
  const { body } = await client.post('/api/agreements', { templateKey: 'twinning', homeCityId: program.cities[0], partnerCityIds: [program.cities[1]], events: { opened: '2025-10-27' } });
  const list = await client.get(`/api/milestones?agreementId=${String(body['id'])}&key=${key}`);
  return (JSON.parse(list.text) as { data: [Step] }).data[0];
};
const shown = async (id: string): Promise<Record<string, unknown>> => (await client.get(`/api/milestones/${id}`)).body;
const pdf = (content = randomBytes(20).toString('hex')): Buffer => Buffer.from(`%PDF-1.7\n${content}`);
const send = async (stepId: string, content: Uint8Array, query = '', { by = client, headers = {} }: { by?: TestClient; headers?: Record<string, string> } = {}) => {
  const answer = await fetch(`${program.url}/api/milestones/${stepId}/evidence${query}`, {
    method: 'POST', body: new Blob([new Uint8Array(content)]), headers: { 'x-tawama': '1', 'content-type': 'application/octet-stream', cookie: by.cookie ?? '', ...headers },
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const files = async (folder: string): Promise<string[]> => (await readdir(join(program.env.dataDir, folder), { recursive: true, withFileTypes: true }).catch(() => [])).filter((entry) => entry.isFile()).map(({ name }) => name);

/** A draft goes with its request: just after the answer. */
const draftsAreGone = () => expect.poll(() => files('drafts')).toEqual([]);

describe('a file', () => {
  it('is kept under its hash, listed, and given back to be saved, never to be shown', async () => {
    const { id, agreementId } = await step();
    const content = pdf();
    const sha256 = createHash('sha256').update(content).digest('hex');
    const sent = await send(id, content, `?kind=minutes&title=${encodeURIComponent('محضر')}&fileName=${encodeURIComponent('../محضر "1".pdf')}`);
    expect(sent).toMatchObject({ status: 201, body: { milestoneId: id, agreementId, kind: 'minutes', title: 'محضر', fileName: 'محضر 1.pdf', mimeType: 'application/pdf', bytes: content.length, sha256, uploadedByName: 'Coordinator', level: 'documented' } });
    expect(await files('evidence')).toContain(sha256);
    await draftsAreGone();
    expect((await client.get(`/api/evidence?milestoneId=${id}`)).body).toEqual({ data: [sent.body], total: 1, totalIsExact: true });
    expect((await client.get(`/api/evidence/${String(sent.body['id'])}`)).body).toEqual(sent.body);
    const file = await client.get(`/api/evidence/${String(sent.body['id'])}/file`);
    expect(file.text).toBe(content.toString());
    expect(Object.fromEntries(['content-type', 'content-disposition', 'x-content-type-options', 'content-security-policy', 'content-length', 'cache-control'].map((name) => [name, file.headers.get(name)]))).toEqual({
      'content-type': 'application/pdf', 'content-disposition': `attachment; filename="____ 1.pdf"; filename*=UTF-8''${encodeURIComponent('محضر 1.pdf')}`,
      'x-content-type-options': 'nosniff', 'content-security-policy': "sandbox; default-src 'none'", 'content-length': String(content.length), 'cache-control': 'no-store',
    });
    const history = await client.get(`/api/agreements/${agreementId}/history`);
    expect(history.body['data']).toContainEqual(expect.objectContaining({ action: 'evidence.add', subjectId: id }));
  });

  it.each([
    ['a page', Buffer.from('<html>'), 415, 'evidence/type-not-allowed'], ['a drawing with scripts', Buffer.from('<svg/>'), 415, 'evidence/type-not-allowed'],
    ['nothing', Buffer.alloc(0), 400, 'evidence/empty'], ['more than fits', Buffer.concat([pdf(), Buffer.alloc(1_048_576)]), 413, 'upload/too-large'],
  ])('that is %s is refused by name, and leaves nothing behind', async (_, content, status, code) => {
    const { id } = await step();
    const before = await files('evidence');
    expect(await send(id, content, '?fileName=a.pdf')).toMatchObject({ status, body: { code } });
    expect(await files('evidence')).toEqual(before);
    await draftsAreGone();
    expect((await client.get(`/api/evidence?milestoneId=${id}`)).body['total']).toBe(0);
  });

  it('of which nobody said how long it is, is refused once it is too long', async () => {
    const { id } = await step();
    const endless = new ReadableStream({ pull: (to) => { to.enqueue(new Uint8Array(300_000)); } });
    const answer = await fetch(`${program.url}/api/milestones/${id}/evidence`, { method: 'POST', body: endless, duplex: 'half', headers: { 'x-tawama': '1', 'content-type': 'application/octet-stream', cookie: client.cookie ?? '' } }).then(({ status }) => status, () => 'hung up');
    expect([413, 'hung up']).toContain(answer);
    await draftsAreGone();
  });

  it('comes in no other way, to no other route, from nobody else, and with nothing unknown', async () => {
    const { id } = await step();
    expect((await send(id, pdf(), '', { headers: { 'content-type': 'multipart/form-data; boundary=x' } })).status).toBe(415);
    expect(await send(id, pdf(), '', { headers: { 'x-tawama': '0' } })).toMatchObject({ status: 403, body: { code: 'request/missing-header' } });
    expect((await send(id, pdf(), '', { headers: { cookie: '' } })).status).toBe(401);
    expect((await client.post(`/api/milestones/${id}/evidence`, {})).body).toMatchObject({ status: 415, code: 'request/unsupported-media-type' });
    for (const query of ['?surprise=1', '?kind=rumour', '?fileName=a%00b']) expect((await send(id, pdf(), query)).status).toBe(400);
    expect((await send(crypto.randomUUID(), pdf())).body).toMatchObject({ code: 'record/not-found' });
    expect((await fetch(`${program.url}/api/contacts`, { method: 'POST', body: 'x', headers: { 'x-tawama': '1', 'content-type': 'application/octet-stream', cookie: client.cookie ?? '' } })).status).toBe(415);
    const elsewhere = await program.signedIn('coordinator', { agreementIds: [(await step()).agreementId] });
    expect((await send(id, pdf(), '', { by: elsewhere })).status).toBe(404);
    const kept = await send(id, pdf());
    for (const path of ['', '/file']) expect((await elsewhere.get(`/api/evidence/${String(kept.body['id'])}${path}`)).status).toBe(404);
    expect((await elsewhere.send('DELETE', `/api/evidence/${String(kept.body['id'])}`)).status).toBe(404);
    expect((await elsewhere.get(`/api/evidence?milestoneId=${id}`)).body['total']).toBe(0);
  });

  it('sent again with the same key is one record, and with other bytes refused', async () => {
    const { id } = await step();
    const headers = { 'idempotency-key': 'once' };
    const content = pdf();
    const answers = [await send(id, content, '', { headers }), await send(id, content, '', { headers })];
    expect(answers[1]).toEqual(answers[0]);
    expect((await send(id, pdf(), '', { headers })).body).toMatchObject({ code: 'idempotency/other-body' });
    expect((await client.get(`/api/evidence?milestoneId=${id}`)).body['total']).toBe(1);
  });
});

describe('what others brought', () => {
  it('is removed by whoever is in charge of the step, not by who may only bring proof', async () => {
    const { id } = await step();
    const legal = await program.signedIn('legal');
    const [theirs, own, ofLegal] = [(await send(id, pdf())).body, (await send(id, pdf(), '', { by: legal })).body, (await send(id, pdf(), '', { by: legal })).body];
    const remove = (by: TestClient, file: Record<string, unknown>, language = 'en') => by.send('DELETE', `/api/evidence/${String(file['id'])}`, { headers: { 'accept-language': language } });
    const refused = [await remove(legal, theirs, 'ar'), await remove(legal, theirs, 'fr'), await remove(legal, theirs)];
    for (const { body } of refused) expect(body).toMatchObject({ status: 403, code: 'evidence/not-yours' });
    expect(new Set(refused.map(({ body }) => body['detail'])).size).toBe(3);
    expect((await client.get(`/api/evidence/${String(theirs['id'])}`)).status).toBe(200);
    expect((await remove(legal, own)).status).toBe(200);
    expect((await remove(client, ofLegal)).status).toBe(200);
    expect((await remove(await program.signedIn('administrator'), theirs)).status).toBe(200);
  });
});

describe('the level of a step', () => {
  it('follows from what is brought and taken away, and is filtered by', async () => {
    const { id, agreementId } = await step();
    const first = await send(id, pdf());
    expect(await shown(id)).toMatchObject({ evidenceLevel: 'documented', version: 1 });
    const visit = await send(id, pdf(), '?kind=siteVisit');
    expect(await shown(id)).toMatchObject({ evidenceLevel: 'seenOnSite' });
    expect((await client.get(`/api/milestones?agreementId=${agreementId}&evidenceLevel=seenOnSite,declared`)).body).toMatchObject({ total: 1, data: [{ id }] });
    for (const { body } of [visit, first]) expect((await client.send('DELETE', `/api/evidence/${String(body['id'])}`)).status).toBe(200);
    expect(await shown(id)).toMatchObject({ evidenceLevel: 'none' });
    expect((await client.get(`/api/evidence/${String(first.body['id'])}`)).status).toBe(404);
  });

  it('rises when both sides name the same day; what they say is shown, and a denial stands out', async () => {
    const { id } = await step();
    const say = async (command: string, body: object) => (await client.post(`/api/milestones/${id}/${command}`, { version: (await shown(id))['version'], ...body })).body;
    expect(await say('confirm', { side: 'home', on: '2025-10-31' })).toMatchObject({ sides: 'oneSided', evidenceLevel: 'declared', confirmations: { home: { on: '2025-10-31', denied: false }, partner: null }, moved: [] });
    expect(await say('confirm', { side: 'partner', on: '2025-11-01' })).toMatchObject({ sides: 'differing', evidenceLevel: 'declared' });
    expect(await say('confirm', { side: 'partner', on: '2025-10-31' })).toMatchObject({ sides: 'agreed', evidenceLevel: 'confirmedByBoth' });
    expect(await say('deny', { side: 'partner', reason: 'nobody came' })).toMatchObject({ sides: 'differing', evidenceLevel: 'declared', confirmations: { partner: { on: null, denied: true, reason: 'nobody came' } } });
    expect(await say('confirm', { side: 'partner', on: '2026-01-27' })).toMatchObject({ code: 'milestone/done-in-the-future', errors: [{ path: 'on' }] });
    const [entry] = await program.database.query(`SELECT reason, after FROM audit_entry WHERE subject_id = $1 AND action = 'milestone.deny'`, [id]);
    expect(entry).toEqual({ reason: 'nobody came', after: { side: 'partner' } });
  });

  it('is asked of the sides that the template names: another one is refused, and one word is enough', async () => {
    const { id, agreementId } = await step();
    const { key } = await shown(id);
    await program.database.query(
      `INSERT INTO template_version (key, version, definition) SELECT t.key, 50, jsonb_set(definition, '{milestones}', (SELECT jsonb_agg(CASE WHEN one->>'key' = $2 THEN one || '{"confirmations": "partner"}' ELSE one END) FROM jsonb_array_elements(definition->'milestones') AS one))
       FROM template_version t JOIN agreement a ON a.template_key = t.key AND a.template_version = t.version WHERE a.id = $1`, [agreementId, key]);
    const say = async (command: string, body: object) => (await client.post(`/api/milestones/${id}/${command}`, { version: (await shown(id))['version'], ...body })).body;
    await say('confirm', { side: 'home', on: '2025-10-31' });
    await program.database.query('UPDATE agreement SET template_version = 50 WHERE id = $1', [agreementId]);
    expect(await shown(id)).toMatchObject({ askedSides: ['partner'], sides: 'none', evidenceLevel: 'declared' });
    for (const [command, body] of [['confirm', { on: '2025-10-31' }], ['deny', { reason: 'not seen' }]] as const) expect(await say(command, { side: 'home', ...body })).toMatchObject({ code: 'milestone/side-not-asked', errors: [{ path: 'side' }] });
    expect(await say('deny', { side: 'partner', reason: 'not yet' })).toMatchObject({ sides: 'differing', askedSides: ['partner'] });
    expect(await say('confirm', { side: 'partner', on: '2025-11-01' })).toMatchObject({ sides: 'agreed', evidenceLevel: 'declared' });
  });

  it('is not changed by a dry run', async () => {
    const { id, version } = await step();
    expect((await client.post(`/api/milestones/${id}/confirm?dryRun=true`, { version, side: 'home', on: '2026-01-20' })).body).toMatchObject({ sides: 'oneSided', dryRun: true });
    expect(await shown(id)).toMatchObject({ sides: 'none', version });
  });
});

describe('a step whose proof is asked for', () => {
  it('is not accepted without it; the refusal names it', async () => {
    const { id } = await step();
    await client.post(`/api/milestones/${id}/submit`, { version: 1, doneOn: '2026-01-20' });
    expect((await client.post(`/api/milestones/${id}/accept`, { version: 2 }, { 'accept-language': 'fr' })).body).toMatchObject({ status: 422, code: 'milestone/evidence-missing', errors: [{ path: 'withoutEvidence', message: expect.stringContaining('Les originaux signés') }] });
    expect((await client.post(`/api/milestones/${id}/accept`, { version: 2, withoutEvidence: 'burnt' })).body).toMatchObject({ status: 'done', evidenceLevel: 'declared' });
    expect(await program.database.query(`SELECT reason, after->'withoutEvidence' AS without FROM audit_entry WHERE subject_id = $1 AND action = 'milestone.accept'`, [id])).toEqual([{ reason: 'burnt', without: true }]);
  });

  it('is submitted with evidence of its own, and keeps what it was accepted with', async () => {
    const [{ id }, other] = [await step(), await step()];
    const [mine, theirs] = [await send(id, pdf()), await send(other.id, pdf())];
    const submit = (evidenceIds: unknown[]) => client.post(`/api/milestones/${id}/submit`, { version: 1, doneOn: '2026-01-20', evidenceIds });
    expect((await submit([mine.body['id'], theirs.body['id']])).body).toMatchObject({ code: 'request/invalid', errors: [{ path: 'evidenceIds.1', code: 'record/not-found' }] });
    expect((await submit([mine.body['id']])).body).toMatchObject({ status: 'submitted', evidenceLevel: 'documented' });
    expect((await client.post(`/api/milestones/${id}/accept`, { version: 2 })).body).toMatchObject({ status: 'done' });
    const remove = () => client.send('DELETE', `/api/evidence/${String(mine.body['id'])}`);
    expect((await remove()).body).toMatchObject({ status: 409, code: 'evidence/step-accepted' });
    const dry = (await client.post(`/api/milestones/${id}/reopen?dryRun=true`, { version: 3, reason: 'the wrong copy' })).body;
    expect(await shown(id)).toMatchObject({ status: 'done' });
    const { dryRun: _, ...real } = (await client.post(`/api/milestones/${id}/reopen`, { version: 3, reason: 'the wrong copy' })).body;
    expect(dry).toMatchObject(real);
    expect(real).toMatchObject({ status: 'open', doneOn: null, statement: 'the wrong copy', evidenceLevel: 'documented' });
    expect((real['moved'] as unknown[]).length).toBeGreaterThan(2);
    const [agreement] = await program.database.query(`SELECT status, (SELECT array_agg(key) FROM agreement_event WHERE agreement_id = a.id) AS events FROM agreement a WHERE id = (SELECT agreement_id FROM milestone WHERE id = $1)`, [id]);
    expect(agreement).toEqual({ status: 'preparing', events: ['opened'] });
    expect((await remove()).status).toBe(200);
  });

  it('that is reopened leaves a date that was recorded by itself', async () => {
    const { id, agreementId } = await step();
    await client.post(`/api/agreements/${agreementId}/record-event`, { version: 1, event: 'signed', on: '2026-01-20' });
    expect((await client.post(`/api/milestones/${id}/reopen`, { version: (await shown(id))['version'], reason: 'not all have signed' })).body).toMatchObject({ status: 'open' });
    expect(await program.database.query(`SELECT "on" FROM agreement_event WHERE agreement_id = $1 AND key = 'signed'`, [agreementId])).toEqual([{ on: '2026-01-20' }]);
  });
});

describe('the dates that were recorded before anybody asked by whom', () => {
  const sources = (agreementId: string) => program.database.query(`SELECT key, milestone_id AS step FROM agreement_event WHERE agreement_id = $1 AND key = 'signed'`, [agreementId]);

  it('are found in the journal, unless they were corrected since', async () => {
    const { id, agreementId } = await step();
    await client.post(`/api/milestones/${id}/submit`, { version: 1, doneOn: '2026-01-20' });
    await client.post(`/api/milestones/${id}/accept`, { version: 2, withoutEvidence: 'x' });
    expect(await sources(agreementId)).toEqual([{ key: 'signed', step: id }]);
    await program.database.query('UPDATE agreement_event SET milestone_id = NULL WHERE agreement_id = $1', [agreementId]);
    await program.database.query(WHO_LEFT_WHICH_DATE);
    expect(await sources(agreementId)).toEqual([{ key: 'signed', step: id }]);
    const { body: { version } } = await client.get(`/api/agreements/${agreementId}`);
    await client.post(`/api/agreements/${agreementId}/record-event`, { version, event: 'signed', on: '2026-01-19' });
    await program.database.query(WHO_LEFT_WHICH_DATE);
    expect(await sources(agreementId)).toEqual([{ key: 'signed', step: null }]);
  });
});

describe('tidying up', () => {
  const tidy = () => program.get(EvidenceTidy).run();
  const faults = async (): Promise<string[]> => { const found: string[] = []; for await (const fault of new EvidenceCheck(program.get(Database), program.get(EvidenceStore), program.get(Storage)).faults()) found.push(fault); return found; };
  const age = async (path: string): Promise<void> => { const old = new Date('2020-01-01'); await utimes(path, old, old); };
  const pathOf = (sha256: unknown): string => join(program.env.dataDir, 'evidence', String(sha256).slice(0, 2), String(sha256));

  it('takes away what nobody names and what never ended, once it is old; never what somebody names', async () => {
    const { id } = await step();
    const kept = (await send(id, pdf())).body;
    const removed = (await send(id, pdf())).body;
    await client.send('DELETE', `/api/evidence/${String(removed['id'])}`);
    const orphan = createHash('sha256').update('orphan').digest('hex');
    await program.get(Storage).put(await draft('orphan'), orphan);
    await draft('old');
    await tidy();
    expect(await files('evidence')).toEqual(expect.arrayContaining([kept['sha256'], removed['sha256'], orphan]));
    for (const sha256 of [kept['sha256'], removed['sha256'], orphan]) await age(pathOf(sha256));
    await age(join(program.env.dataDir, 'drafts', 'old'));
    await tidy();
    expect(await files('evidence')).toEqual(expect.arrayContaining([kept['sha256'], removed['sha256']]));
    expect([await files('evidence'), await files('drafts')].flat()).not.toContain(orphan);
    expect(await files('drafts')).not.toContain('old');
    await program.database.query(`UPDATE evidence SET removed_at = removed_at - interval '8 days' WHERE id = $1`, [removed['id']]);
    await tidy();
    expect(await files('evidence')).not.toContain(removed['sha256']);
    expect(await files('evidence')).toContain(kept['sha256']);
  });

  it('is not needed for what everybody can check: every row has its file, every level its proof', async () => {
    const { id } = await step();
    const [lost, changed] = [(await send(id, pdf())).body, (await send(id, pdf())).body];
    expect(await faults()).toEqual([]);
    await rm(pathOf(lost['sha256']));
    await writeFile(pathOf(changed['sha256']), 'something else');
    await program.database.query(`UPDATE milestone SET proof_level = 'seenOnSite' WHERE id = $1`, [id]);
    expect(await faults()).toEqual([
      `evidence ${String(lost['id'])}: its file is not there`, `evidence ${String(changed['id'])}: its file is not what was brought`, expect.stringMatching(/signature: proof seenOnSite; reckoned anew: documented$/),
    ]);
    await program.database.query('DELETE FROM evidence WHERE id = ANY($1::uuid[])', [[lost['id'], changed['id']]]);
    await program.database.query(`UPDATE milestone SET proof_level = 'none' WHERE id = $1`, [id]);
  });

  async function draft(name: string): Promise<string> {
    const path = join(program.env.dataDir, 'drafts', name);
    await writeFile(path, name);
    return path;
  }
});
