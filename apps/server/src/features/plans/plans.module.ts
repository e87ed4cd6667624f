import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { CalendarsModule } from '../calendars/calendars.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { AgreementOpening } from './agreement-opening.js';
import { AppearedSteps } from './appeared-steps.js';
import { PlanDesk } from './plan-desk.js';
import { PlanRecord } from './plan-record.js';
import { PlanSurvey } from './plan-survey.js';
import { PlanUpkeep } from './plan-upkeep.js';
import { Plans } from './plans.service.js';
import { PlansStore } from './plans.store.js';

@Module({ imports: [AuditModule, CalendarsModule, RemindersModule, TemplatesModule], providers: [Plans, AgreementOpening, AppearedSteps, PlanDesk, PlanRecord, PlanSurvey, PlanUpkeep, PlansStore], exports: [Plans, AgreementOpening, PlanDesk, PlanUpkeep, PlansStore] })
export class PlansModule {}
