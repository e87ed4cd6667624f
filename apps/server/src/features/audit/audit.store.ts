import { Injectable } from '@nestjs/common';
import type { AuditEntry, auditList, ListQuery, Page } from '@tawama/contracts';
import type { EntityManager } from 'typeorm';
import { selectPage, type ListSource } from '../../platform/db/list-sql.js';
import { tenMinutesBefore, type SealedEntry } from './chain.js';

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

// Names are joined when somebody reads, never written down: an account that is made anonymous is so in its whole history.
const LIST = {
  from: 'audit_entry e LEFT JOIN account a ON a.id = e.actor_id',
  select: `e.id, e.at, e.actor_id AS "actorId", a.name AS "actorName", e.action, e.subject_type AS "subjectType", e.subject_id AS "subjectId",
    e.agreement_id AS "agreementId", e.before, e.after, e.reason`,
  id: 'e.id',
  within: (agreementIds) => `e.agreement_id = ANY(${agreementIds})`,
  columns: {
    id: { sql: 'e.id', type: 'uuid' }, at: { sql: 'e.at', type: 'timestamptz' }, actorId: { sql: 'e.actor_id', type: 'uuid' }, action: 'e.action',
    subjectType: 'e.subject_type', subjectId: { sql: 'e.subject_id', type: 'uuid' }, agreementId: { sql: 'e.agreement_id', type: 'uuid' },
  },
} satisfies ListSource<typeof auditList>;

const exactly = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const SEALED = `e.id, ${exactly('e.at')} AS at, ${exactly('e.recorded_at')} AS "recordedAt", e.actor_id AS "actorId", e.action, e.subject_type AS "subjectType",
  e.subject_id AS "subjectId", e.agreement_id AS "agreementId", e.before, e.after, e.reason`;

/** One sealer at a time, in all processes. */
const SEALER_LOCK = 7_204_002;

export interface Seal { sequence: number; entryId: string; hash: Buffer }

/** All SQL of the journal. */
@Injectable()
export class AuditStore {
  async append(tx: EntityManager, entries: readonly AuditRecord[]): Promise<void> {
    const column = <T>(of: (entry: AuditRecord) => T): T[] => entries.map(of);
    await tx.query(
      `INSERT INTO audit_entry (actor_id, action, subject_type, subject_id, agreement_id, before, after, reason)
       SELECT actor_id, action, subject_type, subject_id, agreement_id, before, after, reason
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::uuid[], $6::jsonb[], $7::jsonb[], $8::text[]) WITH ORDINALITY AS e (actor_id, action, subject_type, subject_id, agreement_id, before, after, reason, place) ORDER BY place`,
      [column(({ actorId }) => actorId), column(({ action }) => action), column(({ subjectType }) => subjectType), column(({ subjectId }) => subjectId), column(({ agreementId }) => agreementId ?? null), column(({ before }) => json(before)), column(({ after }) => json(after)), column(({ reason }) => reason ?? null)]);
  }

  list(tx: EntityManager, query: ListQuery, scope: readonly string[] | null): Promise<Page<AuditEntry>> { return selectPage<AuditEntry>(tx, LIST, query, scope); }

  async find(tx: EntityManager, id: string, scope: readonly string[] | null): Promise<AuditEntry | undefined> {
    const [row] = await tx.query<AuditEntry[]>(`SELECT ${LIST.select} FROM ${LIST.from} WHERE e.id = $1 AND ($2::uuid[] IS NULL OR e.agreement_id = ANY($2::uuid[]))`, [id, scope]);
    return row;
  }

  async tryLockSeals(tx: EntityManager): Promise<boolean> {
    return (await tx.query<{ mine: boolean }[]>(`SELECT pg_try_advisory_xact_lock(${SEALER_LOCK}) AS mine`))[0]?.mine ?? false;
  }

  async lastSeal(tx: EntityManager): Promise<Seal | undefined> {
    return (await tx.query<Seal[]>(`SELECT sequence, entry_id AS "entryId", hash FROM audit_seal ORDER BY sequence DESC LIMIT 1`))[0];
  }

  /** Committed entries without a seal, in the order they are to be chained: by id, which is by time of writing; one that was committed late follows after those before it. */
  async unsealed(tx: EntityManager, after: Seal | undefined, limit: number): Promise<SealedEntry[]> {
    return tx.query<SealedEntry[]>(
      `SELECT ${SEALED} FROM audit_entry e WHERE ($1::uuid IS NULL OR e.id > $1) AND NOT EXISTS (SELECT FROM audit_seal s WHERE s.entry_id = e.id) ORDER BY e.id LIMIT $2`,
      [after === undefined ? null : tenMinutesBefore(after.entryId), limit]);
  }

  async addSeals(tx: EntityManager, seals: readonly Seal[]): Promise<void> {
    await tx.query(`INSERT INTO audit_seal (sequence, entry_id, hash) SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::bytea[])`,
      [seals.map(({ sequence }) => sequence), seals.map(({ entryId }) => entryId), seals.map(({ hash }) => hash)]);
  }

  /** Seals with their entries, as they stand now; an entry is null when it is gone. */
  async sealsAfter(tx: EntityManager, sequence: number, limit: number): Promise<(Seal & { entry: SealedEntry | null })[]> {
    const rows = await tx.query<(SealedEntry & { sequence: number; hash: Buffer; entryId: string })[]>(
      `SELECT s.sequence, s.entry_id AS "entryId", s.hash, ${SEALED} FROM audit_seal s LEFT JOIN audit_entry e ON e.id = s.entry_id WHERE s.sequence > $1 ORDER BY s.sequence LIMIT $2`, [sequence, limit]);
    return rows.map((row) => ({ sequence: row.sequence, entryId: row.entryId, hash: row.hash, entry: row.id === null ? null : row }));
  }

  async countUnsealed(tx: EntityManager): Promise<number> {
    return (await tx.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM audit_entry e WHERE NOT EXISTS (SELECT FROM audit_seal s WHERE s.entry_id = e.id)`))[0]?.n ?? 0;
  }
}

const json = (value: unknown): string | null => (value === undefined || value === null ? null : JSON.stringify(value));
