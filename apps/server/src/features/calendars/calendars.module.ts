import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { CalendarChanges } from './calendar-changes.js';
import { CouncilSessionsController } from './council-sessions.controller.js';
import { CouncilSessionsService } from './council-sessions.service.js';
import { CouncilSessionsStore } from './council-sessions.store.js';
import { PlanCalendars } from './plan-calendars.js';

@Module({ imports: [AuditModule], controllers: [CouncilSessionsController], providers: [CalendarChanges, CouncilSessionsService, CouncilSessionsStore, PlanCalendars], exports: [CalendarChanges, CouncilSessionsService, PlanCalendars] })
export class CalendarsModule {}
