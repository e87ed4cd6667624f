import { createHash } from 'node:crypto';
import { proofLevel } from '@tawama/domain';
import type { Database } from '../../platform/db/database.js';
import { rowsOf } from '../../platform/paging.js';
import type { Storage } from '../../platform/storage/storage.js';
import type { EvidenceStore } from './evidence.store.js';

/** Looks whether every file that a row speaks of is kept unchanged, and whether milestones know the level that their proof gives. Changes nothing. */
export class EvidenceCheck {
  constructor(private readonly database: Database, private readonly store: EvidenceStore, private readonly storage: Storage) {}

  /** One sentence for each fault. */
  async *faults(): AsyncGenerator<string, void> {
    yield* this.wrongFiles();
    yield* this.wrongLevels();
  }

  private async *wrongFiles(): AsyncGenerator<string, void> {
    for await (const { what, id, sha256 } of rowsOf((after) => this.store.filesAfter(this.database.apart, after))) {
      const kept = await this.storage.open(sha256);
      if (!kept) yield `${what} ${id}: its file is not there`;
      else if (await hashOf(kept.content) !== sha256) yield `${what} ${id}: its file is not what was brought`;
    }
  }

  private async *wrongLevels(): AsyncGenerator<string, void> {
    for await (const { agreementId, key, stored, kinds, home, partner } of rowsOf((after) => this.store.proofsAfter(this.database.apart, after))) {
      const reckoned = proofLevel({ kinds, confirmations: { home, partner } });
      if (stored !== reckoned) yield `agreement ${agreementId}, ${key}: proof ${stored}; reckoned anew: ${reckoned}`;
    }
  }
}

async function hashOf(content: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of content) hash.update(part);
  return hash.digest('hex');
}
