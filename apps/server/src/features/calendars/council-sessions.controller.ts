import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  councilSession, councilSessionCreate, councilSessionList, councilSessionPatch, id, listQuery, noQuery, page, type CouncilSession, type CouncilSessionCreate, type CouncilSessionPatch, type ListQuery, type Page,
} from '@tawama/contracts';
import { IfMatch } from '../../platform/http/if-match.js';
import { CurrentViewer, type Viewer } from '../../platform/http/viewer.js';
import { CouncilSessionsService } from './council-sessions.service.js';

@ApiTags('council-sessions')
@Controller('api/council-sessions')
export class CouncilSessionsController {
  constructor(private readonly sessions: CouncilSessionsService) {}

  @Get()
  @ApiOkResponse({ standardSchema: page(councilSession) })
  list(@Query({ schema: listQuery(councilSessionList) }) query: ListQuery): Promise<Page<CouncilSession>> {
    return this.sessions.list(query);
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: councilSession })
  get(@Param('id', { schema: id }) sessionId: string, @Query({ schema: noQuery }) _query: object): Promise<CouncilSession> {
    return this.sessions.get(sessionId);
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: councilSession })
  create(@CurrentViewer() viewer: Viewer, @Body({ schema: councilSessionCreate }) body: CouncilSessionCreate): Promise<CouncilSession> {
    return this.sessions.create(viewer, body);
  }

  @Patch(':id')
  @ApiOkResponse({ standardSchema: councilSession })
  change(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) sessionId: string, @IfMatch() version: number, @Body({ schema: councilSessionPatch }) body: CouncilSessionPatch): Promise<CouncilSession> {
    return this.sessions.change(viewer, sessionId, version, body);
  }

  @Delete(':id')
  @ApiOkResponse({ standardSchema: councilSession })
  delete(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) sessionId: string): Promise<CouncilSession> {
    return this.sessions.delete(viewer, sessionId);
  }
}
