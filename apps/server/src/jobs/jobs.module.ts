import { Global, Module } from '@nestjs/common';
import { AccessTidy } from '../features/access/access-tidy.js';
import { AccessModule } from '../features/access/access.module.js';
import { AuditSealer } from '../features/audit/audit-sealer.js';
import { AuditModule } from '../features/audit/audit.module.js';
import { BackupModule } from '../features/backup/backup.module.js';
import { BackupService } from '../features/backup/backup.service.js';
import { DeliveriesModule } from '../features/deliveries/deliveries.module.js';
import { JobFailures } from '../features/deliveries/incidents.service.js';
import { Sender } from '../features/deliveries/sender.js';
import { RemindersModule } from '../features/reminders/reminders.module.js';
import { Sweep } from '../features/reminders/sweep.js';
import { JOB_HANDLERS } from '../platform/queue/job-handlers.js';
import { createHandlers } from './handlers.js';

/** Ties the job catalogue to the features; `inject` names the services that `createHandlers` takes, in its order. */
@Global()
@Module({
  imports: [AccessModule, AuditModule, BackupModule, DeliveriesModule, RemindersModule],
  providers: [{ provide: JOB_HANDLERS, inject: [JobFailures, Sweep, Sender, AccessTidy, AuditSealer, BackupService], useFactory: createHandlers }],
  exports: [JOB_HANDLERS],
})
export class JobsModule {}
