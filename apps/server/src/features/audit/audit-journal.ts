import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/database.js';
import { AuditSealer } from './audit-sealer.js';
import { AuditStore } from './audit.store.js';

/** One act: who did what to which record. Holds ids of people, never their names or addresses, so that a person can be forgotten and the chain still verifies. */
export interface AuditRecord {
  /** the account that acted; null: the program itself */
  actorId: string | null;
  /** `subject.verb`, such as `milestone.reschedule` */
  action: string;
  subjectType: string;
  subjectId: string | null;
  agreementId?: string | null;
  /** the changed fields as they were */
  before?: unknown;
  /** the changed fields as they are now */
  after?: unknown;
  reason?: string | null;
}

/** The journal every command writes to, in the transaction of the change: both are saved, or neither. */
@Injectable()
export class AuditJournal {
  constructor(private readonly store: AuditStore, private readonly sealer: AuditSealer) {}

  async record(tx: Tx, entry: AuditRecord): Promise<void> {
    await this.store.append(tx, entry);
    this.sealer.expect();
  }
}
