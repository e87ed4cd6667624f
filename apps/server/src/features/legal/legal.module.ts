import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { MilestonesModule } from '../milestones/milestones.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { LegalClockDesk } from './legal-clock-desk.js';
import { LegalClocksController } from './legal-clocks.controller.js';
import { LegalClocksService } from './legal-clocks.service.js';
import { LegalClocksStore } from './legal-clocks.store.js';
import { LegalNotesController } from './legal-notes.controller.js';
import { LegalNotesService } from './legal-notes.service.js';
import { LegalNotesStore } from './legal-notes.store.js';
import { LegalOutcomes } from './legal-outcomes.js';

@Module({ imports: [AuditModule, EvidenceModule, MilestonesModule, PlansModule, TemplatesModule], controllers: [LegalClocksController, LegalNotesController], providers: [LegalClockDesk, LegalClocksService, LegalOutcomes, LegalClocksStore, LegalNotesService, LegalNotesStore] })
export class LegalModule {}
