import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AuditRecord } from './audit-journal.js';

/** All SQL of the journal. */
@Injectable()
export class AuditStore {
  async append(tx: EntityManager, entry: AuditRecord): Promise<void> {
    await tx.query(
      `INSERT INTO audit_entry (actor_id, action, subject_type, subject_id, agreement_id, before, after, reason) VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8)`,
      [entry.actorId, entry.action, entry.subjectType, entry.subjectId, entry.agreementId ?? null, json(entry.before), json(entry.after), entry.reason ?? null]);
  }
}

const json = (value: unknown): string | null => (value === undefined || value === null ? null : JSON.stringify(value));
