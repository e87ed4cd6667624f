import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '../../platform/db/database.js';
import { JobTimers } from '../../platform/queue/job-timers.js';
import { AuditModule } from '../audit/audit.module.js';
import { CalendarsModule } from '../calendars/calendars.module.js';
import { ReminderPlanner } from '../reminders/reminder-planner.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { VitalityDesk } from '../vitality/vitality-desk.js';
import { VitalityModule } from '../vitality/vitality.module.js';
import { AgreementOpening } from './agreement-opening.js';
import { AppearedSteps } from './appeared-steps.js';
import { PlanDesk } from './plan-desk.js';
import { PlanRecord } from './plan-record.js';
import { PlanSurvey } from './plan-survey.js';
import { PlanUpkeep } from './plan-upkeep.js';
import { PlansAlive } from './plans-alive.js';
import { Plans } from './plans.service.js';
import { PlansStore } from './plans.store.js';

const PLANS = {
  provide: Plans, inject: [VitalityDesk, Database, PlanDesk, PlanRecord, ReminderPlanner],
  useFactory: (vitality: VitalityDesk, ...parts: ConstructorParameters<typeof Plans>) => new PlansAlive(parts, vitality),
};

@Module({ imports: [AuditModule, CalendarsModule, RemindersModule, TemplatesModule, VitalityModule], providers: [PLANS, AgreementOpening, AppearedSteps, PlanDesk, PlanRecord, PlanSurvey, PlanUpkeep, PlansStore], exports: [Plans, AgreementOpening, PlanDesk, PlanUpkeep, PlansStore] })
export class PlansModule implements OnApplicationBootstrap {
  constructor(private readonly timers: JobTimers, private readonly upkeep: PlanUpkeep) {}

  /** Soon after a holiday or a session was changed, and in the first night of a month. */
  onApplicationBootstrap(): void {
    this.timers.watch({ job: 'plans.keep-up', isDue: () => this.upkeep.isDue(), firstLookMs: 4_000, everyMs: 30_000 });
  }
}
