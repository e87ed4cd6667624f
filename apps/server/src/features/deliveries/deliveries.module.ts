import { Module, type OnModuleInit } from '@nestjs/common';
import { Env } from '../../platform/env.js';
import { HealthChecks } from '../../platform/http/health/health-checks.js';
import { mailCheck } from '../../platform/mail/mail-check.js';
import { AuditModule } from '../audit/audit.module.js';
import { ContentsStore } from './contents.store.js';
import { Courier } from './courier.js';
import { DeliveriesController } from './deliveries.controller.js';
import { DeliveriesService } from './deliveries.service.js';
import { DeliveriesStore } from './deliveries.store.js';
import { IncidentsController } from './incidents.controller.js';
import { FailedMails, IncidentsService, JobFailures } from './incidents.service.js';
import { IncidentsStore } from './incidents.store.js';
import { MailDesk } from './mail-desk.js';
import { MailWriter } from './mail-writer.js';
import { Mailer } from './mailer.js';
import { Sender } from './sender.js';
import { SendingStore } from './sending.store.js';

@Module({
  imports: [AuditModule],
  controllers: [DeliveriesController, IncidentsController],
  providers: [DeliveriesService, IncidentsService, FailedMails, JobFailures, Mailer, MailDesk, MailWriter, ContentsStore, DeliveriesStore, IncidentsStore, SendingStore, Courier, Sender],
  exports: [JobFailures, Mailer, MailDesk, MailWriter, ContentsStore, DeliveriesStore, IncidentsStore, SendingStore, Sender],
})
export class DeliveriesModule implements OnModuleInit {
  constructor(private readonly checks: HealthChecks, private readonly env: Env) {}

  onModuleInit(): void { this.checks.register('mail', mailCheck(this.env.smtpUrl)); }
}
