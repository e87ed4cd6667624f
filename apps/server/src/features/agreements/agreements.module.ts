import { Module } from '@nestjs/common';
import { PlansModule } from '../plans/plans.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { AgreementsController } from './agreements.controller.js';
import { AgreementsService } from './agreements.service.js';
import { AgreementsStore } from './agreements.store.js';
import { ReminderStart } from './reminder-start.js';

@Module({ imports: [PlansModule, RemindersModule], controllers: [AgreementsController], providers: [AgreementsService, AgreementsStore, ReminderStart], exports: [AgreementsService, AgreementsStore] })
export class AgreementsModule {}
