import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/database.js';
import { AuditSealer } from './audit-sealer.js';
import { AuditStore, type AuditRecord } from './audit.store.js';

/** The journal every command writes to, in the transaction of the change: both are saved, or neither. */
@Injectable()
export class AuditJournal {
  constructor(private readonly store: AuditStore, private readonly sealer: AuditSealer) {}

  record(tx: Tx, entry: AuditRecord): Promise<void> {
    return this.recordAll(tx, [entry]);
  }

  async recordAll(tx: Tx, entries: readonly AuditRecord[]): Promise<void> {
    if (entries.length === 0) return;
    await this.store.append(tx, entries);
    this.sealer.expect();
  }
}
