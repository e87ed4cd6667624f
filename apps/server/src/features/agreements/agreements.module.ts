import { Module } from '@nestjs/common';
import { ForecastModule } from '../forecast/forecast.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { AgreementLife } from './agreement-life.js';
import { AgreementsController } from './agreements.controller.js';
import { AgreementsService } from './agreements.service.js';
import { AgreementsStore } from './agreements.store.js';
import { ExpiryTimer } from './expiry-timer.js';
import { ReminderStart } from './reminder-start.js';

@Module({ imports: [PlansModule, ForecastModule], controllers: [AgreementsController], providers: [AgreementsService, AgreementsStore, AgreementLife, ExpiryTimer, ReminderStart], exports: [AgreementLife, AgreementsService, AgreementsStore] })
export class AgreementsModule {}
