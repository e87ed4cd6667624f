import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  dryRunQuery, id, legalClock, legalClockList, legalOutcomeBody, listQuery, milestoneCommandAnswer, page,
  type DryRunQuery, type LegalClock, type LegalOutcomeBody, type ListQuery, type MilestoneCommandAnswer, type Page,
} from '@tawama/contracts';
import { CurrentViewer, type Viewer } from '../../platform/http/viewer.js';
import { byViewer } from '../plans/plan-command.js';
import { LegalClocksService } from './legal-clocks.service.js';
import { LegalOutcomes } from './legal-outcomes.js';

@ApiTags('legal')
@Controller('api')
export class LegalClocksController {
  constructor(private readonly clocks: LegalClocksService, private readonly outcomes: LegalOutcomes) {}

  @Get('legal-clocks')
  @ApiOkResponse({ standardSchema: page(legalClock) })
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: listQuery(legalClockList) }) query: ListQuery): Promise<Page<LegalClock>> {
    return this.clocks.list(viewer, query);
  }

  @Post('milestones/:id/legal-outcome')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: milestoneCommandAnswer })
  answer(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) milestoneId: string, @Query({ schema: dryRunQuery }) { dryRun }: DryRunQuery, @Body({ schema: legalOutcomeBody }) { version, ...answer }: LegalOutcomeBody): Promise<MilestoneCommandAnswer> {
    return this.outcomes.answer(byViewer(viewer, dryRun), milestoneId, version, answer);
  }
}
