import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { dryRunQuery, handOver, handOverAnswer, handover, handoverList, id, listQuery, page, type DryRunQuery, type Handover, type HandOver, type HandOverAnswer, type ListQuery, type Page } from '@tawama/contracts';
import { CurrentViewer, type Viewer } from '../../platform/http/viewer.js';
import { HandoverService } from './handover.service.js';
import { SuccessorQuestions } from './successor-questions.js';

@ApiTags('people')
@Controller('api')
export class HandoverController {
  constructor(private readonly handovers: HandoverService, private readonly questions: SuccessorQuestions) {}

  @Get('handovers')
  @ApiOkResponse({ standardSchema: page(handover) })
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: listQuery(handoverList) }) query: ListQuery): Promise<Page<Handover>> {
    return this.questions.list(viewer, query);
  }

  @Post('people/:id/hand-over')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: handOverAnswer })
  handOver(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) personId: string, @Query({ schema: dryRunQuery }) { dryRun }: DryRunQuery, @Body({ schema: handOver }) body: HandOver): Promise<HandOverAnswer> {
    return this.handovers.handOver(viewer, personId, body, dryRun || body.dryRun === true);
  }
}
