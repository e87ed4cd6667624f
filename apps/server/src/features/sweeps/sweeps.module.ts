import { Module, type OnModuleInit } from '@nestjs/common';
import { Metrics } from '../../platform/http/health/metrics.js';
import { DeliveriesModule } from '../deliveries/deliveries.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { SendingModule } from '../sending/sending.module.js';
import { MaterialiseStore } from './materialise.store.js';
import { Materialiser } from './materialiser.js';
import { ReminderCalendar } from './reminder-calendar.js';
import { ReminderRounds, RoundStores } from './reminder-rounds.js';
import { ReminderTimer } from './reminder-timer.js';
import { SweepFigures } from './sweep-figures.js';
import { Sweep } from './sweep.js';

@Module({
  imports: [DeliveriesModule, RemindersModule, SendingModule],
  providers: [SweepFigures, MaterialiseStore, Materialiser, Sweep, ReminderCalendar, RoundStores, ReminderRounds, ReminderTimer],
  exports: [MaterialiseStore, Sweep, ReminderCalendar],
})
export class SweepsModule implements OnModuleInit {
  constructor(private readonly metrics: Metrics, private readonly figures: SweepFigures) {}

  onModuleInit(): void { this.metrics.show(this.figures.seconds); }
}
