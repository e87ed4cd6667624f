import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import { Refusal } from '../http/refusal.js';
import { Storage } from './storage.js';
import type { S3Place } from './storage-url.js';

const HASH = /^[0-9a-f]{64}$/;
const TRIES = 3;
/** Without any byte going one way or the other. */
const SILENCE_MS = 20_000;

/** What goes wrong is told once, by whoever asked. */
const SILENT = { trace: () => {}, debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

type Sdk = typeof import('@aws-sdk/client-s3');

/** Files in a bucket, each under its hash. What goes wrong there is `storage/unavailable`: the caller saves nothing, and somebody may try again. */
export class S3Storage extends Storage {
  #opened: Promise<{ sdk: Sdk; client: S3Client }> | undefined;

  constructor(private readonly place: S3Place) { super(); }

  get where(): string {
    const { bucket, prefix, endpoint } = this.place;
    return `s3://${bucket}/${prefix}${endpoint === undefined ? '' : ` at ${new URL(endpoint).host}`}`;
  }

  async put(path: string, sha256: string): Promise<void> {
    const Key = this.nameOf(sha256);
    const { size: ContentLength } = await stat(path);
    for (let tries = 1; ; tries += 1) {
      try {
        // A stream cannot be sent a second time: each try reads the file anew. The server compares what comes with the hash that is signed.
        await this.ask(({ sdk, client }) => {
          const command = new sdk.PutObjectCommand({ Bucket: this.place.bucket, Key, Body: createReadStream(path), ContentLength, ContentType: 'application/octet-stream' });
          command.middlewareStack.add((next) => (call) => { nameHash(call.request, sha256); return next(call); }, { step: 'build', name: 'nameHash' });
          return client.send(command);
        });
        return;
      } catch (error) {
        if (tries === TRIES) throw error;
      }
    }
  }

  async open(sha256: string): Promise<{ bytes: number; content: Readable } | undefined> {
    const answer = await this.ask(({ sdk, client }) => client.send(new sdk.GetObjectCommand({ Bucket: this.place.bucket, Key: this.nameOf(sha256) })).catch(absent));
    if (answer === undefined) return undefined;
    if (!(answer.Body instanceof Readable)) throw unavailable(new Error('no content came'));
    return { bytes: answer.ContentLength ?? 0, content: answer.Body };
  }

  async has(sha256: string): Promise<boolean> {
    return await this.ask(({ sdk, client }) => client.send(new sdk.HeadObjectCommand({ Bucket: this.place.bucket, Key: this.nameOf(sha256) })).catch(absent)) !== undefined;
  }

  async *putBefore(instant: Date): AsyncGenerator<string, void> {
    const Prefix = this.place.prefix === '' ? '' : `${this.place.prefix}/`;
    for (let after: string | undefined; ;) {
      const page = await this.ask(({ sdk, client }) => client.send(new sdk.ListObjectsV2Command({ Bucket: this.place.bucket, Prefix, ContinuationToken: after })));
      for (const { Key = '', LastModified } of page.Contents ?? []) {
        const name = Key.slice(Prefix.length);
        if (HASH.test(name) && LastModified && LastModified.getTime() < instant.getTime()) yield name;
      }
      after = page.NextContinuationToken;
      if (after === undefined) return;
    }
  }

  async remove(sha256: string): Promise<void> {
    await this.ask(({ sdk, client }) => client.send(new sdk.DeleteObjectCommand({ Bucket: this.place.bucket, Key: this.nameOf(sha256) })));
  }

  private nameOf(sha256: string): string {
    if (!HASH.test(sha256)) throw new Error('a file is asked for by something that is no hash');
    return this.place.prefix === '' ? sha256 : `${this.place.prefix}/${sha256}`;
  }

  private async ask<T>(work: (opened: { sdk: Sdk; client: S3Client }) => Promise<T>): Promise<T> {
    try {
      return await work(await (this.#opened ??= this.connect()));
    } catch (error) {
      throw unavailable(error);
    }
  }

  /** The library is loaded when a bucket is used, and by nobody else. */
  private async connect(): Promise<{ sdk: Sdk; client: S3Client }> {
    const sdk = await import('@aws-sdk/client-s3');
    const { region, endpoint, credentials } = this.place;
    const client = new sdk.S3Client({
      region, credentials, maxAttempts: TRIES, ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
      // Content is found by its hash, which is compared anyway; other makers' servers do not know Amazon's newer checksums.
      requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: 5_000, socketTimeout: SILENCE_MS }, logger: SILENT,
    });
    return { sdk, client };
  }
}

/** The hash of the content becomes part of what is signed. */
function nameHash(request: unknown, sha256: string): void {
  if (typeof request === 'object' && request !== null && 'headers' in request) Object.assign(request.headers as object, { 'x-amz-content-sha256': sha256 });
}

const statusOf = (error: unknown): number | undefined => (error instanceof Error && '$metadata' in error ? (error.$metadata as { httpStatusCode?: number }).httpStatusCode : undefined);

function absent(error: unknown): undefined {
  if (statusOf(error) === 404 && error instanceof Error && error.name !== 'NoSuchBucket') return undefined;
  throw error;
}

/** Says what the server said, and nothing of the request, which is signed. */
function unavailable(error: unknown): Refusal {
  const refusal = new Refusal('storage/unavailable', { retryAfterSeconds: 30 });
  refusal.cause = new Error(error instanceof Error ? `${error.name}: ${error.message || String(statusOf(error) ?? '')}` : String(error));
  return refusal;
}
