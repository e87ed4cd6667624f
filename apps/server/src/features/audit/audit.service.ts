import { Injectable } from '@nestjs/common';
import type { AuditEntry, auditVerification, ListQuery, Page } from '@tawama/contracts';
import type { z } from 'zod';
import { Database } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { AuditStore } from './audit.store.js';
import { BEGINNING, linkOf } from './chain.js';

const BATCH = 1_000;

export type Verification = z.infer<typeof auditVerification>;

/** Reading the journal, and proving that nobody changed it. */
@Injectable()
export class AuditService {
  constructor(private readonly database: Database, private readonly store: AuditStore) {}

  list(viewer: Viewer, query: ListQuery): Promise<Page<AuditEntry>> { return this.database.read((tx) => this.store.list(tx, query, viewer.agreementIds)); }

  /** @throws Refusal `record/not-found`, also for what lies outside the viewer's agreements */
  async get(viewer: Viewer, id: string): Promise<AuditEntry> {
    const entry = await this.database.read((tx) => this.store.find(tx, id, viewer.agreementIds));
    if (!entry) throw new Refusal('record/not-found');
    return entry;
  }

  /** Computes the whole chain anew, and names the first entry that does not fit and how many are not sealed yet. */
  verify(): Promise<Verification> {
    return this.database.read(async (tx) => {
      const unsealed = await this.store.countUnsealed(tx);
      let sealed = 0;
      let previous = BEGINNING;
      for (let rows = await this.store.sealsAfter(tx, 0, BATCH); rows.length > 0; rows = await this.store.sealsAfter(tx, sealed, BATCH)) {
        for (const { sequence, entryId, hash, entry } of rows) {
          if (sequence !== sealed + 1 || entry === null || !linkOf(previous, entry).equals(hash)) return { intact: false, sealed, unsealed, firstBroken: entryId };
          sealed = sequence;
          previous = hash;
        }
      }
      return { intact: true, sealed, unsealed, firstBroken: null };
    });
  }
}
