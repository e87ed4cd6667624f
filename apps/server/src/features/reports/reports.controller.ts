import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { clubAnswer, dashboard, ground, myDay, noQuery, searchAnswer, searchQuery, zonesAnswer, type ClubAnswer, type Dashboard, type Ground, type MyDay, type SearchHit } from '@tawama/contracts';
import type { z } from 'zod';
import { CurrentViewer, type Viewer } from '../../platform/http/viewer.js';
import { ClubService } from './club.service.js';
import { GroundService } from './ground.service.js';
import { ReportsService } from './reports.service.js';
import { SearchService } from './search.service.js';

@ApiTags('reports')
@Controller('api')
export class ReportsController {
  constructor(private readonly club: ClubService, private readonly reports: ReportsService, private readonly grounds: GroundService, private readonly searches: SearchService) {}

  @Get('club')
  @ApiOkResponse({ standardSchema: clubAnswer })
  aboutClub(@Query({ schema: noQuery }) _query: object): Promise<ClubAnswer> {
    return this.club.club();
  }

  @Get('zones')
  @ApiOkResponse({ standardSchema: zonesAnswer })
  zones(@Query({ schema: noQuery }) _query: object): Promise<z.infer<typeof zonesAnswer>> {
    return this.club.zonesInUse();
  }

  @Get('dashboard')
  @ApiOkResponse({ standardSchema: dashboard })
  dashboard(@CurrentViewer() viewer: Viewer, @Query({ schema: noQuery }) _query: object): Promise<Dashboard> {
    return this.reports.dashboard(viewer);
  }

  @Get('ground')
  @ApiOkResponse({ standardSchema: ground })
  ground(@CurrentViewer() viewer: Viewer, @Query({ schema: noQuery }) _query: object): Promise<Ground> {
    return this.grounds.figures(viewer);
  }

  @Get('my-day')
  @ApiOkResponse({ standardSchema: myDay })
  myDay(@CurrentViewer() viewer: Viewer, @Query({ schema: noQuery }) _query: object): Promise<MyDay> {
    return this.reports.myDay(viewer);
  }

  @Get('search')
  @ApiOkResponse({ standardSchema: searchAnswer })
  async search(@CurrentViewer() viewer: Viewer, @Query({ schema: searchQuery }) { q }: { q: string }): Promise<{ data: SearchHit[] }> {
    return { data: await this.searches.search(viewer, q) };
  }
}
