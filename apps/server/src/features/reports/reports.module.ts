import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { MilestonesModule } from '../milestones/milestones.module.js';
import { ClubService } from './club.service.js';
import { ClubStore } from './club.store.js';
import { ReportsController } from './reports.controller.js';
import { ReportsService } from './reports.service.js';
import { ReportsStore } from './reports.store.js';
import { SearchService } from './search.service.js';
import { SearchStore } from './search.store.js';

@Module({
  imports: [AgreementsModule, MilestonesModule],
  controllers: [ReportsController],
  providers: [ClubService, ClubStore, ReportsService, ReportsStore, SearchService, SearchStore],
})
export class ReportsModule {}
