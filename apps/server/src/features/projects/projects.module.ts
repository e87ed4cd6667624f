import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { MeasurementsService } from './measurements.service.js';
import { MeasurementsStore } from './measurements.store.js';
import { PhotosController } from './photos.controller.js';
import { PhotosService } from './photos.service.js';
import { PhotosStore } from './photos.store.js';
import { ProjectDesk } from './project-desk.js';
import { ProjectsController } from './projects.controller.js';
import { ProjectsService } from './projects.service.js';
import { ProjectsStore } from './projects.store.js';

@Module({ imports: [AuditModule, EvidenceModule, PlansModule], controllers: [ProjectsController, PhotosController], providers: [ProjectsService, ProjectDesk, ProjectsStore, MeasurementsService, MeasurementsStore, PhotosService, PhotosStore], exports: [ProjectsService, ProjectsStore, MeasurementsService, PhotosService] })
export class ProjectsModule {}
