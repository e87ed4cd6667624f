import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { ErrorCode } from '@tawama/contracts';
import type { Tx } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import { Storage } from '../../platform/storage/storage.js';
import { Upload } from '../../platform/storage/upload.js';
import { EvidenceStore } from './evidence.store.js';

export interface KeptFile<Type extends string> { mimeType: Type; bytes: number; sha256: string }
/** What is taken: `typeOf` says what a file is by its first bytes, null where it is nothing of the kind; then the refusal is `otherwise`. */
export interface Taking<Type extends string> { typeOf: (head: Uint8Array) => Type | null; otherwise: ErrorCode; mostBytes?: number }

/** Files that rows name. A row never speaks of a file that is not there: the file is kept first, and taken away long after the row. */
@Injectable()
export class Files {
  constructor(private readonly store: EvidenceStore, private readonly storage: Storage) {}

  /**
   * Keeps what was sent. Outside of a transaction: a bucket may take its time, and nobody shall wait meanwhile.
   * @throws Refusal `request/unsupported-media-type` for a body that is no file, `evidence/empty`, `upload/too-large`, `otherwise`, `storage/unavailable`
   */
  async keep<Type extends string>(upload: unknown, { typeOf, otherwise, mostBytes = Infinity }: Taking<Type>): Promise<KeptFile<Type>> {
    if (!(upload instanceof Upload)) throw new Refusal('request/unsupported-media-type');
    const { bytes, sha256, head, path } = upload;
    if (bytes === 0) throw new Refusal('evidence/empty');
    if (bytes > mostBytes) throw new Refusal('upload/too-large');
    const mimeType = typeOf(head);
    if (mimeType === null) throw new Refusal(otherwise);
    await this.storage.put(path, sha256);
    return { mimeType, bytes, sha256 };
  }

  /**
   * In the transaction that writes a row which names the file: until its end nobody takes files away.
   * @throws Refusal `storage/unavailable` where an older one of the same content was taken away just now: it is to be sent again
   */
  async beforeNaming(tx: Tx, sha256: string): Promise<void> {
    await this.store.shareFiles(tx);
    if (!await this.storage.has(sha256)) throw new Refusal('storage/unavailable', { retryAfterSeconds: 1 });
  }

  /** @throws Refusal `storage/unavailable`; Error where the file of a row is missing */
  async content(sha256: string): Promise<Readable> {
    const kept = await this.storage.open(sha256);
    if (!kept) throw new Error(`the file ${sha256} is not there`);
    return kept.content;
  }
}
