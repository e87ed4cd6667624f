import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { startS3Sink, type S3Sink } from '@tawama/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Env } from '../env.js';
import { diskStorageIn, storageOf } from './storage.module.js';
import { EVER, type Storage } from './storage.js';

const hashOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
const read = async (content: Readable): Promise<Buffer> => { const parts: Buffer[] = []; for await (const part of content) parts.push(part as Buffer); return Buffer.concat(parts); };
const listed = async (storage: Storage, before = EVER): Promise<string[]> => { const all: string[] = []; for await (const hash of storage.putBefore(before)) all.push(hash); return all.sort(); };
const OLD = new Date('2020-01-01');
const NOBODYS = '0'.repeat(64);
/** A prefix with what an address writes otherwise. */
const PREFIX = 'files%20of%20%C3%A9t%C3%A9+%D8%B3/a%27b(1)';

let folder = '';
let sink: S3Sink;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tawama-storage-'));
  sink = await startS3Sink();
});
afterAll(async () => {
  await sink.close();
  await rm(folder, { recursive: true, force: true });
});
const draft = async (content: Buffer): Promise<string> => { const path = join(folder, randomBytes(8).toString('hex')); await writeFile(path, content); return path; };
const keep = async (storage: Storage, content: Buffer): Promise<string> => { const hash = hashOf(content); await storage.put(await draft(content), hash); return hash; };
const bucket = (prefix: string): Storage => storageOf(Env.read({ STORAGE_URL: sink.url(prefix), DATA_DIR: folder }));

describe.each([
  ['a folder', () => diskStorageIn(join(folder, 'data')), (hash: string) => utimes(join(folder, 'data/evidence', hash.slice(0, 2), hash), OLD, OLD)],
  ['a bucket', () => bucket(''), (hash: string) => { const kept = sink.objects.get(hash); if (kept) kept.at = OLD; }],
  ['a bucket, below a prefix with odd characters', () => bucket(PREFIX), (hash: string) => { const kept = sink.objects.get(`files of été+س/a'b(1)/${hash}`); if (kept) kept.at = OLD; }],
] as const)('%s', (_, make, age) => {
  let storage: Storage;
  beforeAll(() => { storage = make(); });

  it('gives back the bytes that it was given', async () => {
    for (const content of [Buffer.alloc(0), Buffer.from('x'), Buffer.from([0, 255, 13, 10, 0]), randomBytes(2_500_000)]) {
      const hash = await keep(storage, content);
      expect(await storage.has(hash)).toBe(true);
      const kept = await storage.open(hash);
      expect(kept?.bytes).toBe(content.length);
      expect(kept && (await read(kept.content)).equals(content)).toBe(true);
    }
  });

  it('keeps the same content once, and makes it young again', async () => {
    const content = randomBytes(40);
    const hash = await keep(storage, content);
    await age(hash);
    expect(await listed(storage, new Date('2021-01-01'))).toContain(hash);
    await keep(storage, content);
    expect(await listed(storage, new Date('2021-01-01'))).not.toContain(hash);
    expect((await listed(storage)).filter((one) => one === hash)).toHaveLength(1);
  });

  it('does not have what nobody gave it, and takes its removal as done', async () => {
    expect(await storage.has(NOBODYS)).toBe(false);
    expect(await storage.open(NOBODYS)).toBeUndefined();
    await storage.remove(NOBODYS);
  });

  it('lists all it has, however many, and forgets what is removed', async () => {
    for (const hash of await listed(storage)) await storage.remove(hash);
    expect(await listed(storage)).toEqual([]);
    const hashes: string[] = [];
    for (let n = 0; n < 8; n += 1) hashes.push(await keep(storage, randomBytes(20)));
    expect(await listed(storage)).toEqual(hashes.toSorted());
    const [gone = ''] = hashes;
    await storage.remove(gone);
    expect(await listed(storage)).toEqual(hashes.slice(1).toSorted());
    expect([await storage.has(gone), await storage.open(gone)]).toEqual([false, undefined]);
  });

  it('takes nothing by another name than a hash', async () => {
    for (const name of ['', '../secrets', `${'a'.repeat(63)}G`, 'A'.repeat(64)]) await expect(storage.put(await draft(Buffer.from('x')), name)).rejects.toThrow(/no hash/);
  });

  it('says where it is, and no secret', () => { expect(storage.where).toMatch(/data\/evidence$|^s3:\/\/club-files\//); expect(storage.where).not.toContain('ret'); });
});

describe('a bucket that is not well', () => {
  const refused = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => (error instanceof Error ? [error.message, error.cause instanceof Error ? error.cause.message : ''] : error));
  const works = (storage: Storage) => [() => keep(storage, randomBytes(20)), () => storage.open(NOBODYS), () => storage.has(NOBODYS), () => listed(storage), () => storage.remove(NOBODYS)];

  it.each([['refuses', { status: 403, code: 'AccessDenied' }], ['is full of trouble', { status: 500 }], ['hangs up', 'drop']] as const)('because it %s, is unavailable whatever is asked of it', async (_, answer) => {
    const before = sink.objects.size;
    sink.script(() => answer);
    for (const work of works(bucket('ill'))) expect(await refused(work())).toEqual(['storage/unavailable', expect.stringMatching(/.+/)]);
    sink.script(() => 'serve');
    expect(sink.objects.size).toBe(before);
  }, 60_000);

  it('is asked again before a file is given up', async () => {
    let left = 1;
    sink.script((method) => (method === 'PUT' && (left -= 1) >= 0 ? { status: 503, code: 'SlowDown' } : 'serve'));
    const storage = bucket('again');
    const content = randomBytes(100);
    const kept = await storage.open(await keep(storage, content));
    expect(kept && (await read(kept.content)).equals(content)).toBe(true);
    sink.script(() => 'serve');
  });

  it('does not take bytes that are not what their hash says', async () => {
    expect(await refused(bucket('').put(await draft(Buffer.from('one')), hashOf(Buffer.from('another'))))).toEqual(['storage/unavailable', expect.stringContaining('XAmzContentSHA256Mismatch')]);
  });

  it('does not let in a wrong key, nor a bucket that is not there', async () => {
    const put = (url: string) => refused(keep(storageOf(Env.read({ STORAGE_URL: url, DATA_DIR: folder })), randomBytes(9)));
    expect(await put(sink.url().replace('AKTEST:', 'AKOTHER:'))).toEqual(['storage/unavailable', expect.stringContaining('InvalidAccessKeyId')]);
    expect(await put(sink.url().replace(/:[^@/]+@/, ':wrong@'))).toEqual(['storage/unavailable', expect.stringContaining('SignatureDoesNotMatch')]);
    expect(await put(sink.url().replace('@club-files/', '@no-such-bucket/'))).toEqual(['storage/unavailable', expect.stringContaining('NoSuchBucket')]);
  });

  it('is not there', async () => {
    const other = await startS3Sink();
    const url = other.url();
    await other.close();
    for (const work of works(storageOf(Env.read({ STORAGE_URL: url, DATA_DIR: folder })))) expect(await refused(work())).toEqual(['storage/unavailable', expect.stringContaining('ECONNREFUSED')]);
  }, 60_000);
});
