import { Injectable } from '@nestjs/common';
import { attributesOf, type Migration } from '@tawama/domain';
import { graphOf } from '@tawama/workflow';
import { Database } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import { PlanCalendars } from '../calendars/plan-calendars.js';
import { TemplateLibrary } from '../templates/template-library.js';
import { MigrationStore } from './migration.store.js';

/** What an agreement would move to, and what the newer version asks of the world. */
@Injectable()
export class MigrationTerms {
  constructor(private readonly database: Database, private readonly store: MigrationStore, private readonly templates: TemplateLibrary, private readonly calendars: PlanCalendars) {}

  /** @throws Refusal `record/not-found`, also outside the scope; `template/not-published` at `toVersion`, also for a version that is not there */
  async of(id: string, scope: readonly string[] | null, toVersion: number): Promise<Pick<Migration, 'template' | 'attributes' | 'calendars'>> {
    const tx = this.database.apart;
    const followed = await this.store.followed(tx, id, scope);
    if (!followed) throw new Refusal('record/not-found');
    const template = await this.templates.published(tx, followed.templateKey, toVersion);
    if (!template) throw new Refusal('template/not-published', { fields: [{ path: 'toVersion', code: 'template/not-published' }] });
    return { template, attributes: attributesOf(followed.home, followed.partners), calendars: graphOf(template).needsCalendars ? await this.calendars.of(tx, followed) : undefined };
  }
}
