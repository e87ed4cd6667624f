import { Module } from '@nestjs/common';
import { ForecastModule } from '../forecast/forecast.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { AgreementsController } from './agreements.controller.js';
import { AgreementsService } from './agreements.service.js';
import { AgreementsStore } from './agreements.store.js';
import { ReminderStart } from './reminder-start.js';

@Module({ imports: [PlansModule, ForecastModule], controllers: [AgreementsController], providers: [AgreementsService, AgreementsStore, ReminderStart], exports: [AgreementsService, AgreementsStore] })
export class AgreementsModule {}
