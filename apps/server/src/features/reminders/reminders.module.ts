import { Module } from '@nestjs/common';
import { DeliveriesModule } from '../deliveries/deliveries.module.js';
import { Forecast } from './forecast.js';
import { JobsController } from './jobs.controller.js';
import { JobsStore } from './jobs.store.js';
import { MaterialiseStore } from './materialise.store.js';
import { Materialiser } from './materialiser.js';
import { PlanStore } from './plan.store.js';
import { ReminderCalendar } from './reminder-calendar.js';
import { ReminderPlanner } from './reminder-planner.js';
import { ReminderRounds, RoundStores } from './reminder-rounds.js';
import { ReminderTimer } from './reminder-timer.js';
import { RemindersController } from './reminders.controller.js';
import { RemindersStore } from './reminders.store.js';
import { Sweep } from './sweep.js';

@Module({
  imports: [DeliveriesModule],
  controllers: [RemindersController, JobsController],
  providers: [ReminderPlanner, PlanStore, RemindersStore, JobsStore, MaterialiseStore, Materialiser, Forecast, Sweep, ReminderCalendar, RoundStores, ReminderRounds, ReminderTimer],
  exports: [ReminderPlanner, ReminderCalendar, Sweep, Forecast],
})
export class RemindersModule {}
