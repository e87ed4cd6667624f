import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { ClubClock } from '../../platform/clock.js';
import { Database } from '../../platform/db/database.js';
import { Env } from '../../platform/env.js';
import { sweepDrafts } from '../../platform/storage/intake.js';
import { Storage } from '../../platform/storage/storage.js';
import { DRAFTS_FOLDER } from '../../platform/storage/storage.module.js';
import { EvidenceStore } from './evidence.store.js';

const DAY_MS = 86_400_000;
/** So few that they are gone before the database gives up on a transaction that stands still. */
const AT_ONCE = 50;

/** Takes away what no evidence names any more, and drafts of requests that never ended. Nothing younger than a day is touched. */
@Injectable()
export class EvidenceTidy {
  constructor(private readonly database: Database, private readonly store: EvidenceStore, private readonly storage: Storage, private readonly clock: ClubClock, private readonly env: Env) {}

  async run(): Promise<void> {
    const yesterday = new Date((await this.clock.physical()).getTime() - DAY_MS);
    await this.database.transaction((tx) => this.store.forget(tx));
    let hashes: string[] = [];
    for await (const hash of this.storage.putBefore(yesterday)) {
      hashes.push(hash);
      if (hashes.length === AT_ONCE) { await this.removeUnnamed(hashes); hashes = []; }
    }
    await this.removeUnnamed(hashes);
    await sweepDrafts(join(this.env.dataDir, DRAFTS_FOLDER), yesterday);
  }

  /** Nobody names a file meanwhile: the same content could just be coming in again. */
  private async removeUnnamed(hashes: readonly string[]): Promise<void> {
    if (hashes.length === 0) return;
    await this.database.transaction(async (tx) => {
      await this.store.ownFiles(tx);
      const named = await this.store.named(tx, hashes);
      await Promise.all(hashes.filter((hash) => !named.has(hash)).map((hash) => this.storage.remove(hash)));
    });
  }
}
