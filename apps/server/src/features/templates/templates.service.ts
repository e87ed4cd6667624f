import { Injectable } from '@nestjs/common';
import { workflowTemplate, type ClubTemplateProblem, type ListQuery, type Page, type TemplateDiff, type TemplateProblems, type TemplateSummary, type TemplateVersion, type WorkflowTemplate } from '@tawama/contracts';
import { checkClubTemplate } from '@tawama/domain';
import { templateChangeText, templateProblemText } from '@tawama/messages';
import { diffTemplates } from '@tawama/workflow';
import { Database } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import { TemplatesStore, type StoredVersion } from './templates.store.js';

/** The templates as they are read: drafts, published and retired versions. */
@Injectable()
export class TemplatesService {
  constructor(private readonly database: Database, private readonly store: TemplatesStore) {}

  list(query: ListQuery): Promise<Page<TemplateSummary>> {
    return this.database.read((tx) => this.store.list(tx, query));
  }

  /** @throws Refusal `record/not-found` */
  async version(key: string, version: number): Promise<TemplateVersion> {
    return shown(await this.stored(key, version));
  }

  /** The definition alone, its fields in the order of the format. @throws Refusal `record/not-found` */
  async file(key: string, version: number): Promise<WorkflowTemplate> {
    return workflowTemplate.parse((await this.stored(key, version)).definition);
  }

  /** What would keep it from being published, also of a version that was published under older rules. @throws Refusal `record/not-found` */
  async problems(key: string, version: number): Promise<TemplateProblems> {
    return { data: checkClubTemplate((await this.stored(key, version)).definition).map(inWords) };
  }

  /** What version `to` has otherwise than version `from`, in words. @throws Refusal `record/not-found` */
  diff(key: string, from: number, to: number): Promise<TemplateDiff> {
    return this.database.read(async (tx) => {
      const [older, newer] = [found(await this.store.stored(tx, key, from)), found(await this.store.stored(tx, key, to))].map(({ definition }) => workflowTemplate.parse(definition));
      if (!older || !newer) throw new Refusal('record/not-found');
      const versions = { from: older, to: newer };
      return {
        from, to,
        changes: diffTemplates(older, newer).map((change) => ({
          part: change.part, kind: change.kind, key: change.key, number: change.number,
          text: { ar: templateChangeText(change, versions, 'ar'), fr: templateChangeText(change, versions, 'fr'), en: templateChangeText(change, versions, 'en') },
        })),
      };
    });
  }

  private stored(key: string, version: number): Promise<StoredVersion> {
    return this.database.read(async (tx) => found(await this.store.stored(tx, key, version)));
  }
}

/** A version as the API shows it. What was published has been checked, and is not asked again. */
export function shown({ definition, ...life }: StoredVersion): TemplateVersion {
  return { ...workflowTemplate.parse(definition), ...life, problems: life.state === 'draft' ? checkClubTemplate(definition).map(inWords) : [] };
}

const inWords = (problem: ClubTemplateProblem) => ({ ...problem, text: { ar: templateProblemText(problem, 'ar'), fr: templateProblemText(problem, 'fr'), en: templateProblemText(problem, 'en') } });

export function found(version: StoredVersion | undefined): StoredVersion {
  if (!version) throw new Refusal('record/not-found');
  return version;
}
