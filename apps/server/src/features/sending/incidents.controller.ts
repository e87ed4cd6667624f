import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { id, incident, incidentList, listQuery, noQuery, page, type Incident, type ListQuery, type Page } from '@tawama/contracts';
import { CurrentViewer, type Viewer } from '../../platform/http/viewer.js';
import { IncidentsService } from './incidents.service.js';

@ApiTags('incidents')
@Controller('api/incidents')
export class IncidentsController {
  constructor(private readonly incidents: IncidentsService) {}

  @Get()
  @ApiOkResponse({ standardSchema: page(incident) })
  list(@Query({ schema: listQuery(incidentList) }) query: ListQuery): Promise<Page<Incident>> {
    return this.incidents.list(query);
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: incident })
  get(@Param('id', { schema: id }) incidentId: string, @Query({ schema: noQuery }) _query: object): Promise<Incident> {
    return this.incidents.get(incidentId);
  }

  @Post(':id/retry')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: incident })
  retry(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) incidentId: string): Promise<Incident> {
    return this.incidents.retry(viewer, incidentId);
  }

  @Post(':id/dismiss')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: incident })
  dismiss(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) incidentId: string): Promise<Incident> {
    return this.incidents.dismiss(viewer, incidentId);
  }
}
