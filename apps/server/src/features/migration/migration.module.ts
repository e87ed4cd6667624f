import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { CalendarsModule } from '../calendars/calendars.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { AgreementMigration } from './agreement-migration.js';
import { MigrationTerms } from './migration-terms.js';
import { MigrationController } from './migration.controller.js';
import { MigrationStore } from './migration.store.js';

@Module({ imports: [AgreementsModule, CalendarsModule, PlansModule, TemplatesModule], controllers: [MigrationController], providers: [AgreementMigration, MigrationStore, MigrationTerms] })
export class MigrationModule {}
