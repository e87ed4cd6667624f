import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  id, listQuery, measurement, measurementCreate, measurementList, noQuery, page, project, projectCreate, projectList, projectPatch,
  type ListQuery, type Measurement, type MeasurementCreate, type Page, type Project, type ProjectCreate, type ProjectPatch,
} from '@tawama/contracts';
import { IfMatch } from '../../platform/http/if-match.js';
import { CurrentViewer, type Viewer } from '../../platform/http/viewer.js';
import { byViewer } from '../plans/plan-command.js';
import { MeasurementsService } from './measurements.service.js';
import { ProjectsService } from './projects.service.js';

@ApiTags('projects')
@Controller('api/projects')
export class ProjectsController {
  constructor(private readonly projects: ProjectsService, private readonly measurements: MeasurementsService) {}

  @Get()
  @ApiOkResponse({ standardSchema: page(project) })
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: listQuery(projectList) }) query: ListQuery): Promise<Page<Project>> {
    return this.projects.list(viewer, query);
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: project })
  get(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) projectId: string, @Query({ schema: noQuery }) _query: object): Promise<Project> {
    return this.projects.get(viewer, projectId);
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: project })
  create(@CurrentViewer() viewer: Viewer, @Body({ schema: projectCreate }) body: ProjectCreate): Promise<Project> {
    return this.projects.create(byViewer(viewer, false), body);
  }

  @Patch(':id')
  @ApiOkResponse({ standardSchema: project })
  change(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) projectId: string, @IfMatch() version: number, @Body({ schema: projectPatch }) body: ProjectPatch): Promise<Project> {
    return this.projects.change(byViewer(viewer, false), projectId, version, body);
  }

  @Delete(':id')
  @ApiOkResponse({ standardSchema: project })
  delete(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) projectId: string): Promise<Project> {
    return this.projects.delete(byViewer(viewer, false), projectId);
  }

  @Get(':id/measurements')
  @ApiOkResponse({ standardSchema: page(measurement) })
  listMeasurements(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) projectId: string, @Query({ schema: listQuery(measurementList) }) query: ListQuery): Promise<Page<Measurement>> {
    return this.measurements.list(viewer, projectId, query);
  }

  @Post(':id/measurements')
  @ApiCreatedResponse({ standardSchema: measurement })
  measure(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) projectId: string, @Body({ schema: measurementCreate }) body: MeasurementCreate): Promise<Measurement> {
    return this.measurements.add(byViewer(viewer, false), projectId, body);
  }

  @Delete(':id/measurements/:measurementId')
  @ApiOkResponse({ standardSchema: measurement })
  deleteMeasurement(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) projectId: string, @Param('measurementId', { schema: id }) measurementId: string): Promise<Measurement> {
    return this.measurements.delete(viewer, projectId, measurementId);
  }
}
