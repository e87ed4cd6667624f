import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { AgreementOpening } from './agreement-opening.js';
import { PlanDesk } from './plan-desk.js';
import { Plans } from './plans.service.js';
import { PlansStore } from './plans.store.js';

@Module({ imports: [AuditModule, RemindersModule, TemplatesModule], providers: [Plans, AgreementOpening, PlanDesk, PlansStore], exports: [Plans, AgreementOpening, PlansStore] })
export class PlansModule {}
