import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/database.js';
import { AuditSealer } from './audit-sealer.js';
import { AuditStore, type AuditRecord } from './audit.store.js';

/** The journal every command writes to, in the transaction of the change: both are saved, or neither. */
@Injectable()
export class AuditJournal {
  constructor(private readonly store: AuditStore, private readonly sealer: AuditSealer) {}

  async record(tx: Tx, entry: AuditRecord): Promise<void> {
    await this.store.append(tx, entry);
    this.sealer.expect();
  }
}
