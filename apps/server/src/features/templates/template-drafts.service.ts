import { Injectable } from '@nestjs/common';
import { workflowTemplate, type ReminderRules, type TemplateDraftCreate, type TemplatePatch, type TemplateVersion, type WorkflowTemplate } from '@tawama/contracts';
import { checkClubTemplate } from '@tawama/domain';
import { diffTemplates } from '@tawama/workflow';
import { Database, type Tx } from '../../platform/db/database.js';
import { differences } from '../../platform/db/versioned.js';
import { Refusal } from '../../platform/http/refusal.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { AuditJournal } from '../audit/audit-journal.js';
import { found, shown } from './templates.service.js';
import { TemplatesStore, type StoredVersion } from './templates.store.js';

/** So many differences of one edit the journal keeps, that a file put in place of another does not fill it. */
const MOST_TOLD = 200;

/** The life of a version: drafted, edited, published, retired. */
@Injectable()
export class TemplateDrafts {
  constructor(private readonly database: Database, private readonly store: TemplatesStore, private readonly journal: AuditJournal) {}

  /**
   * A new draft under the next number, from a definition or as a copy of a version in whatever state.
   * @throws Refusal `record/not-found` when there is nothing to copy, `request/invalid` when the definition is of another template
   */
  create(viewer: Viewer, key: string, { copyOf, definition }: TemplateDraftCreate): Promise<TemplateVersion> {
    if (definition?.key !== undefined && definition.key !== key) throw new Refusal('request/invalid', { fields: [{ path: 'definition.key', code: 'template/other-key' }] });
    return this.database.transaction(async (tx) => {
      const version = await this.store.nextVersion(tx, key);
      const origin = copyOf === undefined ? definition : found(await this.store.stored(tx, key, copyOf)).definition;
      const id = await this.store.insertDraft(tx, workflowTemplate.parse({ ...origin, key, version }));
      await this.journal.record(tx, { actorId: viewer.accountId, action: 'template.create', subjectType: 'template', subjectId: id, after: { key, version, ...(copyOf === undefined ? {} : { copyOf }) } });
      return this.read(tx, key, version);
    });
  }

  /** @throws Refusal `record/not-found`, `template/not-draft`, `record/stale` */
  change(viewer: Viewer, key: string, version: number, revision: number, patch: TemplatePatch): Promise<TemplateVersion> {
    return this.database.transaction(async (tx) => {
      const draft = await this.draft(tx, key, version, revision);
      const before = workflowTemplate.parse(draft.definition);
      const { reminders = before.reminders ?? null, ...fields } = patch;
      const { after: given } = differences<Omit<WorkflowTemplate, 'reminders'> & { reminders: ReminderRules | null }>({ ...before, reminders: before.reminders ?? null }, { ...withoutMissing(fields), reminders });
      if (Object.keys(given).length === 0) return shown(draft);
      const { reminders: _, ...others } = { ...before, ...withoutMissing(fields) };
      const after: WorkflowTemplate = reminders === null ? others : { ...others, reminders };
      await this.store.saveDraft(tx, draft.id, after);
      const changes = diffTemplates(before, after).map(({ part, key: of, kind }) => ({ part, key: of, kind }));
      await this.journal.record(tx, {
        actorId: viewer.accountId, action: 'template.update', subjectType: 'template', subjectId: draft.id,
        before: { key, version, revision: draft.revision }, after: { key, version, revision: draft.revision + 1, changes: changes.slice(0, MOST_TOLD) },
      });
      return this.read(tx, key, version);
    });
  }

  /** @throws Refusal `record/not-found`, `template/not-draft`, `record/stale`; `template/has-problems` with every one and its place */
  publish(viewer: Viewer, key: string, version: number, revision: number | undefined): Promise<TemplateVersion> {
    return this.database.transaction(async (tx) => {
      const draft = await this.draft(tx, key, version, revision);
      const problems = checkClubTemplate(draft.definition);
      if (problems.length > 0) throw new Refusal('template/has-problems', { fields: problems.map(({ code, path, key: wrong }) => ({ path, code, params: { keys: wrong } })) });
      await this.store.publishDraft(tx, draft.id);
      await this.journal.record(tx, { actorId: viewer.accountId, action: 'template.publish', subjectType: 'template', subjectId: draft.id, before: { state: 'draft' }, after: { key, version, state: 'published' } });
      return this.read(tx, key, version);
    });
  }

  /** New agreements are no longer opened with it; those that follow it go on. @throws Refusal `record/not-found`, `template/not-published`, `record/stale` */
  retire(viewer: Viewer, key: string, version: number, revision: number | undefined): Promise<TemplateVersion> {
    return this.database.transaction(async (tx) => {
      const held = found(await this.store.held(tx, key, version));
      if (held.state !== 'published') throw new Refusal('template/not-published');
      refuseStale(held, revision);
      await this.store.retire(tx, held.id);
      await this.journal.record(tx, { actorId: viewer.accountId, action: 'template.retire', subjectType: 'template', subjectId: held.id, before: { state: 'published' }, after: { key, version, state: 'retired' } });
      return this.read(tx, key, version);
    });
  }

  /** @throws Refusal `record/not-found`, `template/not-draft` */
  delete(viewer: Viewer, key: string, version: number): Promise<TemplateVersion> {
    return this.database.transaction(async (tx) => {
      const draft = await this.draft(tx, key, version, undefined);
      await this.store.deleteDraft(tx, draft.id);
      await this.journal.record(tx, { actorId: viewer.accountId, action: 'template.delete', subjectType: 'template', subjectId: draft.id, before: { key, version, title: draft.definition.title, milestones: draft.definition.milestones.length } });
      return shown(draft);
    });
  }

  private async draft(tx: Tx, key: string, version: number, revision: number | undefined): Promise<StoredVersion> {
    const held = found(await this.store.held(tx, key, version));
    if (held.state !== 'draft') throw new Refusal('template/not-draft');
    refuseStale(held, revision);
    return held;
  }

  private async read(tx: Tx, key: string, version: number): Promise<TemplateVersion> {
    return shown(found(await this.store.stored(tx, key, version)));
  }
}

function refuseStale(held: StoredVersion, revision: number | undefined): void {
  if (revision !== undefined && revision !== held.revision) throw new Refusal('record/stale', { current: shown(held) });
}

/** What the patch leaves out is not to be set to nothing. */
const withoutMissing = (patch: Omit<TemplatePatch, 'reminders'>): Partial<WorkflowTemplate> => Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
