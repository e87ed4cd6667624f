import { Injectable } from '@nestjs/common';
import type { Confirmation, Confirmations, ConfirmingSide, Evidence, evidenceList, EvidenceKind, EvidenceLevel, ListQuery, MilestoneStatus, Page } from '@tawama/contracts';
import type { Asked, Tx } from '../../platform/db/database.js';
import { selectPage, type ListSource } from '../../platform/db/list-sql.js';

/** An evidence as it is stored; its level follows from its kind. */
export type StoredEvidence = Omit<Evidence, 'level'>;
export interface StepOfEvidence { milestoneId: string; agreementId: string; status: MilestoneStatus }
export interface NewEvidence { milestoneId: string; agreementId: string; kind: EvidenceKind; title: string; fileName: string; mimeType: string; bytes: number; sha256: string; accountId: string | null; demonstration: boolean }

const COLUMNS = `e.id, e.milestone_id AS "milestoneId", e.agreement_id AS "agreementId", e.kind, e.title, e.file_name AS "fileName", e.mime_type AS "mimeType", e.bytes, e.sha256,
  e.account_id AS "uploadedBy", u.name AS "uploadedByName", e.at, e.demonstration`;
const FROM = 'evidence e LEFT JOIN account u ON u.id = e.account_id';

const LIST = {
  from: FROM, countFrom: 'evidence e', select: COLUMNS, id: 'e.id', within: (ids) => `e.agreement_id = ANY(${ids})`, where: 'e.removed_at IS NULL',
  columns: {
    id: { sql: 'e.id', type: 'uuid' }, milestoneId: { sql: 'e.milestone_id', type: 'uuid' }, agreementId: { sql: 'e.agreement_id', type: 'uuid' },
    kind: 'e.kind', at: { sql: 'e.at', type: 'timestamptz' }, fileName: 'e.file_name',
  },
} satisfies ListSource<typeof evidenceList>;

/** The tables whose rows name contents of the storage, removed ones for a while too; what none of them names is taken away. */
const NAMING = [{ table: 'evidence', what: 'evidence' }, { table: 'project_photo', what: 'photo' }] as const;

/** Who names files of the storage shares this lock with all others who do; who takes orphans away has it alone. */
const FILES_LOCK = `hashtext('files of evidence')`;

/** All SQL of evidence, and of what milestones know of their proof. */
@Injectable()
export class EvidenceStore {
  list(tx: Asked, query: ListQuery, scope: readonly string[] | null): Promise<Page<StoredEvidence>> {
    return selectPage<StoredEvidence>(tx, LIST, query, scope);
  }

  async find(tx: Tx, id: string, scope: readonly string[] | null): Promise<StoredEvidence | undefined> {
    return (await tx.query<StoredEvidence[]>(`SELECT ${COLUMNS} FROM ${FROM} WHERE e.id = $1 AND e.removed_at IS NULL AND ($2::uuid[] IS NULL OR e.agreement_id = ANY($2::uuid[]))`, [id, scope]))[0];
  }

  /** The step inside the scope. */
  async step(tx: Tx, milestoneId: string, scope: readonly string[] | null): Promise<StepOfEvidence | undefined> {
    return (await tx.query<StepOfEvidence[]>(
      `SELECT id AS "milestoneId", agreement_id AS "agreementId", status FROM milestone WHERE id = $1 AND ($2::uuid[] IS NULL OR agreement_id = ANY($2::uuid[]))`, [milestoneId, scope]))[0];
  }

  /** The same, after everybody who changes the agreement's plan: a step is not accepted while its proof changes. */
  async lockStep(tx: Tx, milestoneId: string, scope: readonly string[] | null): Promise<StepOfEvidence | undefined> {
    await tx.query(`SELECT 1 FROM agreement WHERE id = (SELECT agreement_id FROM milestone WHERE id = $1) FOR NO KEY UPDATE`, [milestoneId]);
    return this.step(tx, milestoneId, scope);
  }

  async insert(tx: Tx, given: NewEvidence): Promise<string> {
    const [row] = await tx.query<{ id: string }[]>(
      `INSERT INTO evidence (milestone_id, agreement_id, kind, title, file_name, mime_type, bytes, sha256, account_id, demonstration) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
      [given.milestoneId, given.agreementId, given.kind, given.title, given.fileName, given.mimeType, given.bytes, given.sha256, given.accountId, given.demonstration]);
    if (!row) throw new Error('the new evidence has no id');
    return row.id;
  }

  /** The row stays for a while: a backup that is being written still holds it, and its file must be found. */
  async remove(tx: Tx, id: string): Promise<void> {
    await tx.query('UPDATE evidence SET removed_at = clock_timestamp() WHERE id = $1', [id]);
  }

  async kinds(tx: Tx, milestoneId: string): Promise<EvidenceKind[]> {
    return (await tx.query<{ kind: EvidenceKind }[]>('SELECT kind FROM evidence WHERE milestone_id = $1 AND removed_at IS NULL', [milestoneId])).map(({ kind }) => kind);
  }

  /** Which of these are evidence of that step. */
  async ofStep(tx: Tx, milestoneId: string, ids: readonly string[]): Promise<Set<string>> {
    return new Set((await tx.query<{ id: string }[]>('SELECT id FROM evidence WHERE milestone_id = $1 AND removed_at IS NULL AND id = ANY($2::uuid[])', [milestoneId, ids])).map(({ id }) => id));
  }

  /** Whether the outcome that was recorded last for the step, of the time that the law sets, was recorded with this file. */
  async showsRefusal(tx: Tx, milestoneId: string, id: string): Promise<boolean> {
    const [last] = await tx.query<{ evidenceId: string | null }[]>('SELECT evidence_id AS "evidenceId" FROM legal_outcome WHERE milestone_id = $1 ORDER BY id DESC LIMIT 1', [milestoneId]);
    return last?.evidenceId === id;
  }

  async confirmations(tx: Tx, milestoneId: string): Promise<Confirmations> {
    const [row] = await tx.query<Confirmations[]>('SELECT home_confirmation AS home, partner_confirmation AS partner FROM milestone WHERE id = $1', [milestoneId]);
    return row ?? { home: null, partner: null };
  }

  async putConfirmation(tx: Tx, milestoneId: string, side: ConfirmingSide, given: Confirmation): Promise<void> {
    await tx.query(`UPDATE milestone SET ${side === 'home' ? 'home_confirmation' : 'partner_confirmation'} = $2 WHERE id = $1`, [milestoneId, given]);
  }

  async putProofLevel(tx: Tx, milestoneId: string, level: EvidenceLevel): Promise<void> {
    await tx.query('UPDATE milestone SET proof_level = $2 WHERE id = $1 AND proof_level <> $2', [milestoneId, level]);
  }

  async shareFiles(tx: Tx): Promise<void> { await tx.query(`SELECT pg_advisory_xact_lock_shared(${FILES_LOCK})`); }
  async ownFiles(tx: Tx): Promise<void> { await tx.query(`SELECT pg_advisory_xact_lock(${FILES_LOCK})`); }

  /** Which of these contents some row names. */
  async named(tx: Tx, hashes: readonly string[]): Promise<Set<string>> {
    const sql = NAMING.map(({ table }) => `SELECT sha256 FROM ${table} WHERE sha256 = ANY($1::text[])`).join(' UNION ');
    return new Set((await tx.query<{ sha256: string }[]>(sql, [hashes])).map(({ sha256 }) => sha256));
  }

  /** Rows that were removed a week ago: no backup that is being written began before. */
  async forget(tx: Tx): Promise<void> {
    for (const { table } of NAMING) await tx.query(`DELETE FROM ${table} WHERE removed_at < clock_timestamp() - interval '7 days'`);
  }

  /** What milestones know of their proof, some at a time, for checking. @param after the last id of the batch before */
  proofsAfter(tx: Tx, after: string | null): Promise<{ id: string; agreementId: string; key: string; stored: EvidenceLevel; kinds: EvidenceKind[]; home: Confirmation | null; partner: Confirmation | null }[]> {
    return tx.query(
      `SELECT m.id, m.agreement_id AS "agreementId", m.key, m.proof_level AS stored, m.home_confirmation AS home, m.partner_confirmation AS partner,
              ARRAY(SELECT e.kind FROM evidence e WHERE e.milestone_id = m.id AND e.removed_at IS NULL) AS kinds
       FROM milestone m WHERE $1::uuid IS NULL OR m.id > $1 ORDER BY m.id LIMIT 1000`, [after]);
  }

  /** What rows name, some at a time, for checking. @param after the last id of the batch before */
  filesAfter(tx: Tx, after: string | null): Promise<{ what: string; id: string; sha256: string }[]> {
    const sql = NAMING.map(({ table, what }) => `SELECT '${what}' AS what, id, sha256 FROM ${table} WHERE removed_at IS NULL AND ($1::uuid IS NULL OR id > $1)`).join(' UNION ALL ');
    return tx.query(`${sql} ORDER BY id LIMIT 500`, [after]);
  }
}
