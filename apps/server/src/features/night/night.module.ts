import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { CalendarsModule } from '../calendars/calendars.module.js';
import { DormancyModule } from '../dormancy/dormancy.module.js';
import { HandoverModule } from '../handover/handover.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { Night } from './night.js';

@Module({ imports: [AgreementsModule, CalendarsModule, DormancyModule, HandoverModule, PlansModule], providers: [Night], exports: [Night] })
export class NightModule {}
