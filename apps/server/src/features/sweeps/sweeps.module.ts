import { Module } from '@nestjs/common';
import { DeliveriesModule } from '../deliveries/deliveries.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { SendingModule } from '../sending/sending.module.js';
import { MaterialiseStore } from './materialise.store.js';
import { Materialiser } from './materialiser.js';
import { ReminderCalendar } from './reminder-calendar.js';
import { ReminderRounds, RoundStores } from './reminder-rounds.js';
import { ReminderTimer } from './reminder-timer.js';
import { Sweep } from './sweep.js';

@Module({
  imports: [DeliveriesModule, RemindersModule, SendingModule],
  providers: [MaterialiseStore, Materialiser, Sweep, ReminderCalendar, RoundStores, ReminderRounds, ReminderTimer],
  exports: [MaterialiseStore, Sweep, ReminderCalendar],
})
export class SweepsModule {}
