import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { MailsModule } from '../mails/mails.module.js';
import { DeliveriesController } from './deliveries.controller.js';
import { DeliveriesService } from './deliveries.service.js';
import { DeliveriesStore } from './deliveries.store.js';
import { MailDesk } from './mail-desk.js';
import { Mailer } from './mailer.js';

@Module({
  imports: [AuditModule, IncidentsModule, MailsModule],
  controllers: [DeliveriesController],
  providers: [DeliveriesService, DeliveriesStore, MailDesk, Mailer],
  exports: [DeliveriesStore, MailDesk, Mailer],
})
export class DeliveriesModule {}
