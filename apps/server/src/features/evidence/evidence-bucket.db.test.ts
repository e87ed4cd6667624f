import { createHash, randomBytes } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTestDatabase, startS3Sink, type S3Sink, type TestDatabase } from '@tawama/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { TestClient } from '../../../test/client.js';
import { Database } from '../../platform/db/database.js';
import { Storage } from '../../platform/storage/storage.js';
import { Accounts } from '../access/accounts.service.js';
import { SessionStore } from '../access/session.store.js';
import { EvidenceCheck } from './evidence-check.js';
import { EvidenceTidy } from './evidence-tidy.js';
import { EvidenceStore } from './evidence.store.js';

let database: TestDatabase;
let program: TestApp;
let client: TestClient;
let bucket: S3Sink;
let stepId = '';

beforeAll(async () => {
  database = await createTestDatabase();
  bucket = await startS3Sink();
  program = await startTestApp({ databaseUrl: database.url, variables: { STORAGE_URL: bucket.url('club'), CLOCK_START: '2026-01-26T08:00:00Z' } });
  client = new TestClient(program.url);
  client.cookie = `__Host-tawama=${await program.get(Database).transaction(async (tx) => program.get(SessionStore).start(tx,
    await program.get(Accounts).createWithPassword(tx, { email: 'c@club.example', name: 'C', role: 'coordinator', language: 'fr', personId: null, password: 'x', demonstration: false }), false))}`;
  const cities = await database.query<{ id: string }>(
    `INSERT INTO city (key, name, country, language, role, identification, source) VALUES ('smara', '{"ar":"السمارة","fr":"Smara","en":"Smara"}', 'MA', 'ar', 'home', 'established', 'test'),
     ('niamey', '{"ar":"نيامي","fr":"Niamey","en":"Niamey"}', 'NE', 'fr', 'partner', 'established', 'test') RETURNING id`);
  const { body } = await client.post('/api/agreements', { templateKey: 'twinning', homeCityId: cities[0]?.id, partnerCityIds: [cities[1]?.id], events: { opened: '2026-01-20' } });
  stepId = (JSON.parse((await client.get(`/api/milestones?agreementId=${String(body['id'])}&key=signature`)).text) as { data: [{ id: string }] }).data[0].id;
});
afterEach(() => bucket.script(() => 'serve'));
afterAll(async () => {
  await program.close();
  await bucket.close();
  await database.drop();
});

const pdf = (): Buffer => Buffer.from(`%PDF-1.7\n${randomBytes(20).toString('hex')}`);
const hashOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
const send = async (content: Buffer, headers: Record<string, string> = {}, name = 'a.pdf') => {
  const answer = await fetch(`${program.url}/api/milestones/${stepId}/evidence?fileName=${encodeURIComponent(name)}`, { method: 'POST', body: new Blob([new Uint8Array(content)]), headers: { 'x-tawama': '1', 'content-type': 'application/octet-stream', cookie: client.cookie ?? '', ...headers } });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, unknown> };
};
const rows = async (): Promise<number> => (await database.query('SELECT 1 FROM evidence')).length;
const entries = async (): Promise<number> => (await database.query(`SELECT 1 FROM audit_entry WHERE action LIKE 'evidence.%'`)).length;
const onDisk = async (folder: string): Promise<string[]> => (await readdir(join(program.env.dataDir, folder), { recursive: true, withFileTypes: true }).catch(() => [])).filter((entry) => entry.isFile()).map(({ name }) => name);

/** A draft goes with its request: just after the answer. */
const draftsAreGone = () => expect.poll(() => onDisk('drafts')).toEqual([]);

describe('evidence in a bucket', () => {
  it('lies there and nowhere else, and comes back as it was', async () => {
    const content = pdf();
    const sent = await send(content, {}, 'محضر «1» +%.pdf');
    expect(sent).toMatchObject({ status: 201, body: { sha256: hashOf(content), fileName: 'محضر «1» +%.pdf' } });
    expect(bucket.objects.get(`club/${hashOf(content)}`)?.content.equals(content)).toBe(true);
    expect(await onDisk('evidence')).toEqual([]);
    await draftsAreGone();
    expect((await client.get(`/api/evidence/${String(sent.body['id'])}/file`)).text).toBe(content.toString());
  });

  it.each([['hangs up', 'drop'], ['refuses', { status: 403, code: 'AccessDenied' }]] as const)('is refused as a whole while the bucket %s, and taken with the same key afterwards', async (_, answer) => {
    const content = pdf();
    const [before, told] = [await rows(), await entries()];
    const key = { 'idempotency-key': hashOf(content) };
    bucket.script(() => answer);
    const refused = await send(content, key);
    expect(refused).toMatchObject({ status: 503, body: { code: 'storage/unavailable', detail: expect.stringContaining('fichiers') } });
    expect(refused.headers.get('retry-after')).toBe('30');
    expect([await rows(), await entries()]).toEqual([before, told]);
    await draftsAreGone();
    bucket.script(() => 'serve');
    expect((await send(content, key)).status).toBe(201);
    expect(await rows()).toBe(before + 1);
  });

  it('is not named by a row when its file was taken away in between', async () => {
    const before = await rows();
    bucket.script((method) => (method === 'HEAD' ? { status: 404 } : 'serve'));
    expect(await send(pdf())).toMatchObject({ status: 503, body: { code: 'storage/unavailable' } });
    expect(await rows()).toBe(before);
  });

  it('is not lost when the bucket does not answer a reader', async () => {
    const { body: { id } } = await send(pdf());
    bucket.script(() => ({ status: 500 }));
    expect((await client.get(`/api/evidence/${String(id)}/file`)).body).toMatchObject({ status: 503, code: 'storage/unavailable' });
    bucket.script(() => 'serve');
    expect((await client.get(`/api/evidence/${String(id)}/file`)).status).toBe(200);
  });

  it('is tidied and checked as in a folder', async () => {
    const orphan = Buffer.from('orphan');
    const path = join(program.env.dataDir, 'drafts', 'orphan');
    await writeFile(path, orphan);
    await program.get(Storage).put(path, hashOf(orphan));
    for (const kept of bucket.objects.values()) kept.at = new Date('2020-01-01');
    const named = bucket.objects.size - 1;
    const { body: { sha256 } } = await send(pdf());
    // What a refused request left behind may go as well.
    await program.get(EvidenceTidy).run();
    expect(bucket.objects.has(`club/${hashOf(orphan)}`)).toBe(false);
    expect(bucket.objects.size).toBeGreaterThan(2);
    expect(bucket.objects.size).toBeLessThanOrEqual(named + 1);
    const faults = async (): Promise<string[]> => { const found: string[] = []; for await (const fault of new EvidenceCheck(program.get(Database), program.get(EvidenceStore), program.get(Storage)).faults()) found.push(fault); return found; };
    expect(await faults()).toEqual([]);
    bucket.objects.delete(`club/${String(sha256)}`);
    expect(await faults()).toEqual([expect.stringMatching(/its file is not there$/)]);
  });
});
