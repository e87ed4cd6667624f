import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { HolidaysController } from './holidays.controller.js';
import { HolidaysService } from './holidays.service.js';
import { HolidaysStore } from './holidays.store.js';

@Module({ imports: [AuditModule], controllers: [HolidaysController], providers: [HolidaysService, HolidaysStore] })
export class HolidaysModule {}
