import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { JobTimers } from '../../platform/queue/job-timers.js';
import { CalendarsModule } from '../calendars/calendars.module.js';
import { ForecastModule } from '../forecast/forecast.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { AgreementLife } from './agreement-life.js';
import { AgreementsController } from './agreements.controller.js';
import { AgreementsService } from './agreements.service.js';
import { AgreementsStore } from './agreements.store.js';
import { PlanSheetController } from './plan-sheet.controller.js';
import { PlanSheets } from './plan-sheets.js';
import { PlanSheetStore } from './plan-sheet.store.js';
import { ReminderStart } from './reminder-start.js';

@Module({ imports: [CalendarsModule, ForecastModule, PlansModule, RemindersModule, TemplatesModule], controllers: [AgreementsController, PlanSheetController], providers: [AgreementsService, AgreementsStore, AgreementLife, PlanSheets, PlanSheetStore, ReminderStart], exports: [AgreementLife, AgreementsService, AgreementsStore] })
export class AgreementsModule implements OnApplicationBootstrap {
  constructor(private readonly timers: JobTimers, private readonly life: AgreementLife) {}

  /** Soon after midnight, and after nights that nobody was there for. */
  onApplicationBootstrap(): void {
    this.timers.watch({ job: 'agreements.expire', isDue: () => this.life.isDue(), firstLookMs: 5_000, everyMs: 300_000 });
  }
}
