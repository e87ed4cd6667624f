import { Injectable } from '@nestjs/common';
import type { ListQuery, Page, WorkflowTemplate } from '@tawama/contracts';
import { Database } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import { TemplateLibrary } from './template-library.js';
import { TemplatesStore, type TemplateSummary } from './templates.store.js';

@Injectable()
export class TemplatesService {
  constructor(private readonly database: Database, private readonly store: TemplatesStore, private readonly library: TemplateLibrary) {}

  list(query: ListQuery): Promise<Page<TemplateSummary>> {
    return this.database.read((tx) => this.store.list(tx, query));
  }

  /** @throws Refusal `record/not-found` */
  version(key: string, version: number): Promise<WorkflowTemplate> {
    return this.database.read(async (tx) => {
      const template = await this.library.version(tx, key, version);
      if (!template) throw new Refusal('record/not-found');
      return template;
    });
  }
}
