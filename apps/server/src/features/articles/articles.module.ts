import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { MilestonesModule } from '../milestones/milestones.module.js';
import { ArticlesController } from './articles.controller.js';
import { ArticlesService } from './articles.service.js';
import { ArticlesStore } from './articles.store.js';
import { CoverageDesk } from './coverage-desk.js';

@Module({ imports: [AuditModule, MilestonesModule], controllers: [ArticlesController], providers: [ArticlesService, ArticlesStore, CoverageDesk], exports: [ArticlesService, CoverageDesk] })
export class ArticlesModule {}
