import { Module } from '@nestjs/common';
import { DeliveriesModule } from '../deliveries/deliveries.module.js';
import { SweepsModule } from '../sweeps/sweeps.module.js';
import { ForecastController } from './forecast.controller.js';
import { Forecast } from './forecast.js';

@Module({ imports: [DeliveriesModule, SweepsModule], controllers: [ForecastController], providers: [Forecast], exports: [Forecast] })
export class ForecastModule {}
