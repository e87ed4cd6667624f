import { Module } from '@nestjs/common';
import { Database } from '../../platform/db/database.js';
import { AuditJournal } from '../audit/audit-journal.js';
import { AuditModule } from '../audit/audit.module.js';
import { ReminderPlanner } from '../reminders/reminder-planner.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { VitalityDesk } from '../vitality/vitality-desk.js';
import { VitalityModule } from '../vitality/vitality.module.js';
import { AgreementOpening } from './agreement-opening.js';
import { PlanDesk } from './plan-desk.js';
import { PlansAlive } from './plans-alive.js';
import { Plans } from './plans.service.js';
import { PlansStore } from './plans.store.js';

const PLANS = {
  provide: Plans, inject: [VitalityDesk, Database, PlanDesk, PlansStore, AuditJournal, ReminderPlanner],
  useFactory: (vitality: VitalityDesk, ...parts: ConstructorParameters<typeof Plans>) => new PlansAlive(parts, vitality),
};

@Module({ imports: [AuditModule, RemindersModule, TemplatesModule, VitalityModule], providers: [PLANS, AgreementOpening, PlanDesk, PlansStore], exports: [Plans, AgreementOpening, PlanDesk, PlansStore] })
export class PlansModule {}
