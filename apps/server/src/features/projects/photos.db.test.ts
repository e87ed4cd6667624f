import { createHash, randomBytes } from 'node:crypto';
import { photo as shape, PHOTO_MOST_BYTES, type Role } from '@tawama/contracts';
import type { TestDatabase } from '@tawama/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../../test/client.js';
import { openProgram, type OpenProgram } from '../../../test/open-program.js';
import { Database } from '../../platform/db/database.js';
import { Storage } from '../../platform/storage/storage.js';
import { EvidenceCheck } from '../evidence/evidence-check.js';
import { EvidenceTidy } from '../evidence/evidence-tidy.js';
import { EvidenceStore } from '../evidence/evidence.store.js';

let database: TestDatabase;
let program: OpenProgram;
let client: TestClient;
let cities: readonly [string, string];

const signedIn = (role: Role, agreementIds?: readonly string[]): Promise<TestClient> => program.signedIn(role, { name: 'Photographer', ...(agreementIds !== undefined && { agreementIds }) });

beforeAll(async () => {
  program = await openProgram('2026-01-26T08:00:00Z');
  ({ database, cities } = program);
  client = await signedIn('coordinator');
});
afterAll(() => program.close());

const begin = async () => {
  const agreementId = String((await client.post('/api/agreements', { templateKey: 'already-signed', homeCityId: cities[0], partnerCityIds: [cities[1]], events: { signed: '2026-01-20' } })).body['id']);
  const id = String((await client.post('/api/projects', { agreementIds: [agreementId], axis: 'culture', title: { fr: 'Exposition' }, endsOn: '2026-06-01' })).body['id']);
  return { agreementId, id, path: `/api/projects/${id}/photos` };
};
const jpeg = (): Buffer => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1]), randomBytes(40)]);
const send = async (path: string, content: Uint8Array, query: Record<string, string> = { caption: 'Un stand' }, { by = client, headers = {} }: { by?: TestClient; headers?: Record<string, string> } = {}) => {
  const answer = await fetch(`${program.url}${path}?${new URLSearchParams(query).toString()}`, { method: 'POST', body: new Blob([new Uint8Array(content)]), headers: { 'x-tawama': '1', 'content-type': 'application/octet-stream', cookie: by.cookie ?? '', ...headers } });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const captions = async (path: string): Promise<unknown[]> => (((await client.get(path)).body['data'] ?? []) as { caption: string; place: number }[]).map(({ caption, place }) => [place, caption]);
const headersOf = (answer: { headers: Headers }, ...names: string[]) => Object.fromEntries(names.map((name) => [name, answer.headers.get(name)]));

describe('a photo of a project', () => {
  it('is kept as it was sent, shown in the gallery as a picture and nothing else, and given back to be saved', async () => {
    const { agreementId, id, path } = await begin();
    const content = jpeg();
    const sha256 = createHash('sha256').update(content).digest('hex');
    const sent = await send(path, content, { caption: 'معرض «نيامي»', takenOn: '2026-01-20' });
    expect(sent).toMatchObject({ status: 201, body: { version: 1, projectId: id, caption: 'معرض «نيامي»', takenOn: '2026-01-20', place: 0, mimeType: 'image/jpeg', bytes: content.length, sha256, uploadedByName: 'Photographer', demonstration: false } });
    expect(shape.parse(sent.body)).toEqual(sent.body);
    expect((await client.get(path)).body).toEqual({ data: [sent.body], total: 1, totalIsExact: true });
    const picture = await fetch(`${program.url}${path}/${String(sent.body['id'])}/picture`, { headers: { cookie: client.cookie ?? '' } });
    expect(Buffer.from(await picture.arrayBuffer()).equals(content)).toBe(true);
    expect(headersOf(picture, 'content-type', 'content-disposition', 'content-security-policy', 'x-content-type-options', 'cache-control')).toEqual({
      'content-type': 'image/jpeg', 'content-disposition': 'inline', 'content-security-policy': "sandbox; default-src 'none'", 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-cache' });
    const again = await client.get(`${path}/${String(sent.body['id'])}/picture`, { 'if-none-match': picture.headers.get('etag') ?? '' });
    expect([again.status, again.text]).toEqual([304, '']);
    const file = await client.get(`${path}/${String(sent.body['id'])}/file`);
    expect(headersOf(file, 'content-disposition', 'content-security-policy')).toEqual({ 'content-disposition': expect.stringMatching(/^attachment; filename="[0-9a-f-]{36}\.jpg"/), 'content-security-policy': "sandbox; default-src 'none'" });
    expect((await client.get(`/api/agreements/${agreementId}/history`)).body['data']).toContainEqual(expect.objectContaining({ action: 'project.add-photo', subjectId: id }));
  });

  it.each([
    ['a page', Buffer.from('<html>'), 415, 'photo/type-not-allowed'], ['a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 415, 'photo/type-not-allowed'], ['a document', Buffer.from('%PDF-1.7'), 415, 'photo/type-not-allowed'],
    ['nothing', Buffer.alloc(0), 400, 'evidence/empty'], ['more than fits', Buffer.concat([jpeg(), Buffer.alloc(PHOTO_MOST_BYTES)]), 413, 'upload/too-large'],
  ])('that is %s is refused by name', async (_, content, status, code) => {
    const { path } = await begin();
    expect(await send(path, content)).toMatchObject({ status, body: { code } });
    expect(await captions(path)).toEqual([]);
  });

  it('wants to say what is to be seen, on a day that has come, and nothing unknown', async () => {
    const { path } = await begin();
    for (const query of [{}, { caption: '' }, { caption: 'x', takenOn: 'soon' }, { caption: 'x', surprise: '1' }]) expect((await send(path, jpeg(), query as Record<string, string>)).status).toBe(400);
    expect((await send(path, jpeg(), { caption: 'x', takenOn: '2026-01-27' })).body).toMatchObject({ code: 'event/in-the-future', errors: [{ path: 'takenOn' }] });
    expect((await client.post(`${path}?caption=x`, {})).body).toMatchObject({ status: 415, code: 'request/unsupported-media-type' });
    const key = { 'idempotency-key': 'photo' };
    const content = jpeg();
    const answers = [await send(path, content, { caption: 'x' }, { headers: key }), await send(path, content, { caption: 'x' }, { headers: key })];
    expect(answers[1]).toEqual(answers[0]);
    expect(await captions(path)).toEqual([[0, 'x']]);
  });

  it('is changed under its version, and moved while the others make room', async () => {
    const { path } = await begin();
    const ids: string[] = [];
    for (const caption of ['a', 'b', 'c']) ids.push(String((await send(path, jpeg(), { caption })).body['id']));
    const [a, , c] = ids;
    expect((await client.patch(`${path}/${c}`, { place: 0 })).status).toBe(428);
    expect((await client.patch(`${path}/${c}`, { place: 0 }, 1)).body).toMatchObject({ version: 2, place: 0 });
    expect(await captions(path)).toEqual([[0, 'c'], [1, 'a'], [2, 'b']]);
    expect((await client.patch(`${path}/${c}`, { place: 99 }, 2)).body).toMatchObject({ place: 2 });
    expect((await client.patch(`${path}/${a}`, { caption: 'A', takenOn: '2026-01-02' }, 1)).body).toMatchObject({ version: 2, caption: 'A', takenOn: '2026-01-02' });
    expect((await client.patch(`${path}/${a}`, { caption: 'x' }, 1)).body).toMatchObject({ code: 'record/stale', current: { caption: 'A' } });
    expect(await captions(path)).toEqual([[0, 'A'], [1, 'b'], [2, 'c']]);
    expect((await client.send('DELETE', `${path}/${a}`)).status).toBe(200);
    expect(await captions(path)).toEqual([[0, 'b'], [1, 'c']]);
    expect((await client.get(`${path}/${a}/picture`)).status).toBe(404);
    const [entry] = await database.query(`SELECT after FROM audit_entry WHERE action = 'project.change-photo' AND after->>'photoId' = $1`, [a]);
    expect(entry).toEqual({ after: { photoId: a, caption: true, takenOn: '2026-01-02' } });
  });

  it('is seen and changed by nobody else', async () => {
    const [mine, theirs] = [await begin(), await begin()];
    const id = String((await send(theirs.path, jpeg())).body['id']);
    const [scoped, council] = [await signedIn('coordinator', [mine.agreementId]), await signedIn('council')];
    for (const path of ['', `/${id}/picture`, `/${id}/file`]) expect([path, (await scoped.get(theirs.path + path)).status]).toEqual([path, 404]);
    expect((await send(theirs.path, jpeg(), { caption: 'x' }, { by: scoped })).status).toBe(404);
    expect((await scoped.patch(`${theirs.path}/${id}`, { caption: 'x' }, 1)).status).toBe(404);
    expect((await scoped.send('DELETE', `${theirs.path}/${id}`)).status).toBe(404);
    expect((await client.get(`${mine.path}/${id}/picture`)).status).toBe(404);
    expect((await council.get(`${theirs.path}/${id}/picture`)).status).toBe(200);
    expect((await send(theirs.path, jpeg(), { caption: 'x' }, { by: council })).status).toBe(403);
    expect((await council.send('DELETE', `${theirs.path}/${id}`)).status).toBe(403);
    expect((await send(theirs.path, jpeg(), { caption: 'x' }, { headers: { cookie: '' } })).status).toBe(401);
  });

  it('keeps its project, and its file is found, checked and tidied as evidence is', async () => {
    const { id, path } = await begin();
    const { body: photo } = await send(path, jpeg());
    expect((await client.send('DELETE', `/api/projects/${id}`)).body).toMatchObject({ code: 'project/under-way' });
    const storage = program.get(Storage);
    const faults = async (): Promise<string[]> => { const all: string[] = []; for await (const fault of new EvidenceCheck(program.get(Database), program.get(EvidenceStore), storage).faults()) all.push(fault); return all; };
    expect(await faults()).toEqual([]);
    await program.get(EvidenceTidy).run();
    expect(await storage.has(String(photo['sha256']))).toBe(true);
    await storage.remove(String(photo['sha256']));
    expect(await faults()).toEqual([`photo ${String(photo['id'])}: its file is not there`]);
    await client.send('DELETE', `${path}/${String(photo['id'])}`);
    expect(await faults()).toEqual([]);
    await database.query(`UPDATE project_photo SET removed_at = removed_at - interval '8 days' WHERE id = $1`, [photo['id']]);
    await program.get(EvidenceTidy).run();
    expect(await database.query('SELECT 1 FROM project_photo WHERE id = $1', [photo['id']])).toEqual([]);
  });
});
