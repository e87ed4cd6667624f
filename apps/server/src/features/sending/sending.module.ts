import { Module, type OnModuleInit } from '@nestjs/common';
import { Env } from '../../platform/env.js';
import { HealthChecks } from '../../platform/http/health/health-checks.js';
import { Metrics } from '../../platform/http/health/metrics.js';
import { mailCheck } from '../../platform/mail/mail-check.js';
import { AuditModule } from '../audit/audit.module.js';
import { DeliveriesModule } from '../deliveries/deliveries.module.js';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { MailsModule } from '../mails/mails.module.js';
import { Courier } from './courier.js';
import { IncidentsController } from './incidents.controller.js';
import { FailedMails, IncidentsService } from './incidents.service.js';
import { Sender } from './sender.js';
import { SendingFigures } from './sending-figures.js';
import { SendingStore } from './sending.store.js';

@Module({
  imports: [AuditModule, IncidentsModule, MailsModule, DeliveriesModule],
  controllers: [IncidentsController],
  providers: [{ provide: SendingFigures, inject: [Env], useFactory: (env: Env) => new SendingFigures(env.smtpUrl === undefined ? 'outbox' : 'smtp') }, SendingStore, Courier, Sender, FailedMails, IncidentsService],
  exports: [SendingStore, Sender],
})
export class SendingModule implements OnModuleInit {
  constructor(private readonly checks: HealthChecks, private readonly env: Env, private readonly metrics: Metrics, private readonly figures: SendingFigures) {}

  onModuleInit(): void {
    this.checks.register('mail', mailCheck(this.env.smtpUrl));
    this.metrics.show(...this.figures.metrics);
  }
}
