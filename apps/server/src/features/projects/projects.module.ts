import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { MeasurementsService } from './measurements.service.js';
import { MeasurementsStore } from './measurements.store.js';
import { ProjectDesk } from './project-desk.js';
import { ProjectsController } from './projects.controller.js';
import { ProjectsService } from './projects.service.js';
import { ProjectsStore } from './projects.store.js';

@Module({ imports: [AuditModule, PlansModule], controllers: [ProjectsController], providers: [ProjectsService, ProjectDesk, ProjectsStore, MeasurementsService, MeasurementsStore], exports: [ProjectsService, ProjectsStore, MeasurementsService] })
export class ProjectsModule {}
