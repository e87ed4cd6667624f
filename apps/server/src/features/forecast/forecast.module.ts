import { Module } from '@nestjs/common';
import { DeliveriesModule } from '../deliveries/deliveries.module.js';
import { ForecastController } from './forecast.controller.js';
import { Forecast } from './forecast.js';
import { ForecastStore } from './forecast.store.js';

@Module({ imports: [DeliveriesModule], controllers: [ForecastController], providers: [Forecast, ForecastStore], exports: [Forecast] })
export class ForecastModule {}
