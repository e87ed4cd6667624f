import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { ArticlesModule } from '../articles/articles.module.js';
import { MilestonesModule } from '../milestones/milestones.module.js';
import { ClubService } from './club.service.js';
import { ClubStore } from './club.store.js';
import { GroundService } from './ground.service.js';
import { ReportsController } from './reports.controller.js';
import { ReportsService } from './reports.service.js';
import { ReportsStore } from './reports.store.js';
import { SearchService } from './search.service.js';
import { SearchStore } from './search.store.js';

@Module({
  imports: [AgreementsModule, ArticlesModule, MilestonesModule],
  controllers: [ReportsController],
  providers: [ClubService, ClubStore, GroundService, ReportsService, ReportsStore, SearchService, SearchStore],
})
export class ReportsModule {}
