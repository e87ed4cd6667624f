import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { id, noQuery, planSheet, type PlanSheet } from '@tawama/contracts';
import { CurrentViewer, type Viewer } from '../../platform/http/viewer.js';
import { PlanSheets } from './plan-sheets.js';

@ApiTags('agreements')
@Controller('api/agreements')
export class PlanSheetController {
  constructor(private readonly sheets: PlanSheets) {}

  @Get(':id/plan')
  @ApiOkResponse({ standardSchema: planSheet })
  plan(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) agreementId: string, @Query({ schema: noQuery }) _query: object): Promise<PlanSheet> {
    return this.sheets.of(agreementId, viewer.agreementIds);
  }
}
