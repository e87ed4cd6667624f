import { Module } from '@nestjs/common';
import { DeliveriesModule } from '../deliveries/deliveries.module.js';
import { MaterialiseStore } from './materialise.store.js';
import { Materialiser } from './materialiser.js';
import { PlanStore } from './plan.store.js';
import { ReminderPlanner } from './reminder-planner.js';
import { ReminderRounds, RoundStores } from './reminder-rounds.js';
import { ReminderTimer } from './reminder-timer.js';
import { Sweep } from './sweep.js';

@Module({
  imports: [DeliveriesModule],
  providers: [ReminderPlanner, PlanStore, MaterialiseStore, Materialiser, Sweep, RoundStores, ReminderRounds, ReminderTimer],
  exports: [ReminderPlanner, MaterialiseStore, Sweep],
})
export class RemindersModule {}
