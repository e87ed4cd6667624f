import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { Evidence, EvidenceKind, EvidenceUpload, ListQuery, Page } from '@tawama/contracts';
import { fileNameFor, levelOfKind, mayRemoveEvidence, typeOfFile } from '@tawama/domain';
import { Database, type Tx } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { AuditJournal } from '../audit/audit-journal.js';
import { EvidenceStore, type StoredEvidence } from './evidence.store.js';
import { Files } from './files.js';
import { Proofs } from './proofs.js';

/** Whoever brings a file: an account, or the program with invented ones. */
export interface Bringer { accountId: string | null; scope: readonly string[] | null; demonstration?: boolean }

/** The files that show that steps were done. */
@Injectable()
export class EvidenceService {
  constructor(private readonly database: Database, private readonly store: EvidenceStore, private readonly proofs: Proofs, private readonly files: Files, private readonly journal: AuditJournal) {}

  async list(viewer: Viewer, query: ListQuery): Promise<Page<Evidence>> {
    const { data, ...totals } = await this.store.list(this.database.often, query, viewer.agreementIds);
    return { ...totals, data: data.map(shown) };
  }

  /** @throws Refusal `record/not-found`, also outside the viewer's scope */
  get(viewer: Viewer, id: string): Promise<Evidence> {
    return this.database.read(async (tx) => shown(found(await this.store.find(tx, id, viewer.agreementIds))));
  }

  /** @throws Refusal `record/not-found`, also outside the viewer's scope */
  async file(viewer: Viewer, id: string): Promise<{ evidence: Evidence; content: Readable }> {
    const evidence = await this.get(viewer, id);
    return { evidence, content: await this.files.content(evidence.sha256) };
  }

  /**
   * Keeps what was sent as evidence of a step.
   * @throws Refusal `record/not-found` for the step, also outside the scope; `request/unsupported-media-type` for a body that is no file;
   * `evidence/empty`, `evidence/type-not-allowed`; `storage/unavailable`: nothing was recorded
   */
  async add(by: Bringer, milestoneId: string, { kind, title, fileName }: EvidenceUpload, upload: unknown): Promise<Evidence> {
    found(await this.database.read((tx) => this.store.step(tx, milestoneId, by.scope)));
    const { mimeType, bytes, sha256 } = await this.files.keep(upload, { typeOf: (head) => typeOfFile(head, fileName), otherwise: 'evidence/type-not-allowed' });
    return this.database.transaction(async (tx) => {
      const { agreementId } = found(await this.store.lockStep(tx, milestoneId, by.scope));
      await this.files.beforeNaming(tx, sha256);
      const id = await this.store.insert(tx, { milestoneId, agreementId, kind, title, fileName: fileNameFor(fileName, mimeType, kind), mimeType, bytes, sha256, accountId: by.accountId, demonstration: by.demonstration ?? false });
      await this.proofs.reckon(tx, milestoneId);
      await this.note(tx, 'evidence.add', by.accountId, { id, milestoneId, agreementId, kind, mimeType, bytes, sha256 });
      return shown(found(await this.store.find(tx, id, null)));
    });
  }

  /** @throws Refusal `record/not-found`, also outside the viewer's scope; `evidence/not-yours` for what others brought, unless the viewer is in charge of the steps; `evidence/step-accepted`, `evidence/shows-refusal`: what a step was accepted with, or is blocked by, stays with it */
  remove(viewer: Viewer, id: string): Promise<Evidence> {
    return this.database.transaction(async (tx) => {
      const { milestoneId, uploadedBy } = found(await this.store.find(tx, id, viewer.agreementIds));
      if (!mayRemoveEvidence(viewer, uploadedBy)) throw new Refusal('evidence/not-yours');
      const { status } = found(await this.store.lockStep(tx, milestoneId, viewer.agreementIds));
      if (status === 'done') throw new Refusal('evidence/step-accepted');
      if (status === 'blocked' && await this.store.showsRefusal(tx, milestoneId, id)) throw new Refusal('evidence/shows-refusal');
      const stored = found(await this.store.find(tx, id, viewer.agreementIds));
      await this.store.remove(tx, id);
      await this.proofs.reckon(tx, milestoneId);
      await this.note(tx, 'evidence.remove', viewer.accountId, stored);
      return shown(stored);
    });
  }

  /** Stands in the history of the step. A file's name may name people: the journal knows it by its hash. */
  private note(tx: Tx, action: string, actorId: string | null, of: { id: string; milestoneId: string; agreementId: string; kind: EvidenceKind; mimeType: string; bytes: number; sha256: string }): Promise<void> {
    const { id: evidenceId, kind, mimeType, bytes, sha256 } = of;
    const facts = { evidenceId, kind, mimeType, bytes, sha256 };
    return this.journal.record(tx, { actorId, action, subjectType: 'milestone', subjectId: of.milestoneId, agreementId: of.agreementId, ...(action === 'evidence.add' ? { after: facts } : { before: facts }) });
  }
}

const shown = (stored: StoredEvidence): Evidence => ({ ...stored, level: levelOfKind(stored.kind) });

function found<T>(one: T | undefined): T {
  if (one === undefined) throw new Refusal('record/not-found');
  return one;
}
