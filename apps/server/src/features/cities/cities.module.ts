import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { CitiesController } from './cities.controller.js';
import { CitiesService } from './cities.service.js';
import { CitiesStore } from './cities.store.js';

@Module({ imports: [AuditModule, RemindersModule], controllers: [CitiesController], providers: [CitiesService, CitiesStore], exports: [CitiesStore] })
export class CitiesModule {}
