import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { MilestoneBulkService } from './milestone-bulk.service.js';
import { MilestoneDesk } from './milestone-desk.js';
import { MilestonesController } from './milestones.controller.js';
import { MilestonesService } from './milestones.service.js';
import { MilestonesStore } from './milestones.store.js';

@Module({ imports: [EvidenceModule, PlansModule, TemplatesModule], controllers: [MilestonesController], providers: [MilestonesService, MilestoneBulkService, MilestoneDesk, MilestonesStore], exports: [MilestonesService, MilestoneDesk] })
export class MilestonesModule {}
