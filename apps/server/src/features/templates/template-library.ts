import { Injectable, type OnModuleInit } from '@nestjs/common';
import { workflowTemplate, type WorkflowTemplate } from '@tawama/contracts';
import { DEFAULT_TEMPLATES } from '@tawama/domain';
import { checkTemplate } from '@tawama/workflow';
import { Database, type Asked, type Tx } from '../../platform/db/database.js';
import { TemplatesStore } from './templates.store.js';

/** A record of which the stored version of a template says the rest. */
interface Following { readonly templateKey: string; readonly templateVersion: number }

/** The templates that agreements follow: published ones, retired or not, and never a draft. A version never changes, so each is read once and kept. */
@Injectable()
export class TemplateLibrary implements OnModuleInit {
  private readonly kept = new Map<string, WorkflowTemplate>();

  constructor(private readonly database: Database, private readonly store: TemplatesStore) {}

  /** Publishes what the program brings along; refuses to start with a template that cannot work. */
  async onModuleInit(): Promise<void> {
    for (const template of DEFAULT_TEMPLATES) {
      const [problem] = checkTemplate(template);
      if (problem) throw new Error(`template ${template.key} ${template.version}: ${problem.code} at ${problem.path} (${problem.key})`);
    }
    await this.database.transaction(async (tx) => {
      for (const template of DEFAULT_TEMPLATES) await this.store.publish(tx, template);
    });
  }

  /** @returns undefined when there is no such version */
  async version(tx: Asked, key: string, version: number): Promise<WorkflowTemplate | undefined> {
    const name = `${key} ${version}`;
    const known = this.kept.get(name);
    if (known) return known;
    const stored = await this.store.find(tx, key, version);
    if (!stored) return undefined;
    const template = workflowTemplate.parse(stored);
    this.kept.set(name, template);
    return template;
  }

  /** The newest version that new agreements are opened with; undefined when there is none, or all are drafts or retired. */
  async latest(tx: Tx, key: string): Promise<WorkflowTemplate | undefined> {
    const version = await this.store.latestVersion(tx, key);
    return version === null ? undefined : this.version(tx, key, version);
  }

  /** A version that agreements may be moved to: published and not retired. */
  async published(tx: Asked, key: string, version: number): Promise<WorkflowTemplate | undefined> {
    return await this.store.isPublished(tx, key, version) ? this.version(tx, key, version) : undefined;
  }

  /** The version that a stored record points to. @throws Error when it is gone, which a foreign key forbids */
  async existing(tx: Asked, key: string, version: number): Promise<WorkflowTemplate> {
    const template = await this.version(tx, key, version);
    if (!template) throw new Error(`template ${key} ${version} is not stored`);
    return template;
  }

  /** The versions that these records follow, each looked up once. @returns what finds the version of one of them */
  async followedBy(tx: Asked, records: readonly Following[]): Promise<(record: Following) => WorkflowTemplate> {
    const name = ({ templateKey, templateVersion }: Following): string => `${templateKey} ${templateVersion}`;
    const found = new Map<string, WorkflowTemplate>();
    for (const record of records) if (!found.has(name(record))) found.set(name(record), await this.existing(tx, record.templateKey, record.templateVersion));
    return (record) => {
      const template = found.get(name(record));
      if (!template) throw new Error(`template ${name(record)} was not looked up`);
      return template;
    };
  }
}
