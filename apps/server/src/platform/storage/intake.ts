import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Refusal } from '../http/refusal.js';
import { Upload } from './upload.js';

/** So much of a file is looked at to learn what it is. */
const HEAD_BYTES = 512;

/** Lets requests bring a file as their body (`application/octet-stream`): it is written to a draft while it arrives, never held in memory, and the draft goes with the request. */
export function takeUploads(app: NestFastifyApplication, { folder, mostBytes }: { folder: string; mostBytes: number }): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addContentTypeParser('application/octet-stream', async (request: { headers: Record<string, unknown> }, payload: Readable) => {
    if (Number(request.headers['content-length']) > mostBytes) return refuseUnread(payload);
    return receive(payload, folder, mostBytes);
  });
  const forget = async (request: { body: unknown }): Promise<void> => { if (request.body instanceof Upload) await rm(request.body.path, { force: true }); };
  // Before the answer leaves: whoever has it finds nothing left behind. A request that was broken off gets no answer.
  fastify.addHook('onSend', forget);
  fastify.addHook('onResponse', forget);
}

/** @throws Refusal `upload/too-large` */
export async function receive(payload: Readable, folder: string, mostBytes: number): Promise<Upload> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  const hash = createHash('sha256');
  let bytes = 0;
  let head = Buffer.alloc(0);
  const counted = async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
    for await (const part of source) {
      bytes += part.length;
      if (bytes > mostBytes) throw new Refusal('upload/too-large');
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, part.subarray(0, HEAD_BYTES - head.length)]);
      hash.update(part);
      yield part;
    }
  };
  try {
    await pipeline(payload, counted, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return new Upload(hash.digest('hex'), bytes, path, new Uint8Array(head));
}

/** Drafts of processes that died in the middle. */
export async function sweepDrafts(folder: string, before: Date): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found && found.mtimeMs < before.getTime()) await rm(path, { force: true });
  }
}

/** What is sent nevertheless is let run off, so that the sender comes to read the answer. */
function refuseUnread(payload: Readable): never {
  payload.resume();
  throw new Refusal('upload/too-large');
}
