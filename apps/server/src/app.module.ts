import { Module, type DynamicModule } from '@nestjs/common';
import type { ZoneTable } from '@tawama/domain';
import { AccessModule } from './features/access/access.module.js';
import { AgreementsModule } from './features/agreements/agreements.module.js';
import { ArticlesModule } from './features/articles/articles.module.js';
import { AuditModule } from './features/audit/audit.module.js';
import { BackupModule } from './features/backup/backup.module.js';
import { CalendarsModule } from './features/calendars/calendars.module.js';
import { CitiesModule } from './features/cities/cities.module.js';
import { ContactsModule } from './features/contacts/contacts.module.js';
import { DeliveriesModule } from './features/deliveries/deliveries.module.js';
import { DemoModule } from './features/demo/demo.module.js';
import { DormancyModule } from './features/dormancy/dormancy.module.js';
import { EvidenceModule } from './features/evidence/evidence.module.js';
import { ForecastModule } from './features/forecast/forecast.module.js';
import { HandoverModule } from './features/handover/handover.module.js';
import { HolidaysModule } from './features/holidays/holidays.module.js';
import { IncidentsModule } from './features/incidents/incidents.module.js';
import { LegalModule } from './features/legal/legal.module.js';
import { MailsModule } from './features/mails/mails.module.js';
import { MigrationModule } from './features/migration/migration.module.js';
import { MilestonesModule } from './features/milestones/milestones.module.js';
import { NightModule } from './features/night/night.module.js';
import { NotesModule } from './features/notes/notes.module.js';
import { OperationsModule } from './features/operations/operations.module.js';
import { PeopleModule } from './features/people/people.module.js';
import { PlansModule } from './features/plans/plans.module.js';
import { ProjectsModule } from './features/projects/projects.module.js';
import { RemindersModule } from './features/reminders/reminders.module.js';
import { ReportsModule } from './features/reports/reports.module.js';
import { SendingModule } from './features/sending/sending.module.js';
import { SimulationModule } from './features/simulation/simulation.module.js';
import { SweepsModule } from './features/sweeps/sweeps.module.js';
import { TemplatesModule } from './features/templates/templates.module.js';
import { VitalityModule } from './features/vitality/vitality.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import type { DataSource } from './platform/db/database.js';
import { DbModule } from './platform/db/db.module.js';
import { Env } from './platform/env.js';
import { HealthModule } from './platform/http/health/health.module.js';
import { HttpModule } from './platform/http/http.module.js';
import { Lifecycle } from './platform/lifecycle.js';
import type { Log } from './platform/log.js';
import { PlatformModule } from './platform/platform.module.js';
import type { QueueBackend } from './platform/queue/backend.js';
import { QueueModule } from './platform/queue/queue.module.js';
import { StorageModule } from './platform/storage/storage.module.js';

/** What a process has before Nest begins. */
export interface Ground { env: Env; log: Log; lifecycle: Lifecycle; zones: ZoneTable; dataSource: DataSource; queueBackend: QueueBackend }

/** The features, in their order: each may use only those before it. */
export const FEATURES = [
  AuditModule,
  IncidentsModule,
  MailsModule,
  DeliveriesModule,
  SendingModule,
  AccessModule,
  RemindersModule,
  SweepsModule,
  ForecastModule,
  OperationsModule,
  CitiesModule,
  VitalityModule,
  PeopleModule,
  HolidaysModule,
  CalendarsModule,
  TemplatesModule,
  ContactsModule,
  NotesModule,
  PlansModule,
  AgreementsModule,
  MigrationModule,
  SimulationModule,
  DormancyModule,
  EvidenceModule,
  MilestonesModule,
  LegalModule,
  ProjectsModule,
  ArticlesModule,
  HandoverModule,
  NightModule,
  ReportsModule,
  DemoModule,
  BackupModule,
];

/** The whole program: the ground, then the features, each of which may use only those before it. */
@Module({})
export class AppModule {
  static on({ env, log, lifecycle, zones, dataSource, queueBackend }: Ground): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(env, log, lifecycle, zones),
        DbModule.over(dataSource),
        HealthModule,
        HttpModule,
        StorageModule,
        QueueModule.on(queueBackend, env.role),
        ...FEATURES,
        JobsModule,
      ],
    };
  }
}
