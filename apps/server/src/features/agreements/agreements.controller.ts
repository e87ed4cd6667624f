import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  agreement, agreementCommandAnswer, agreementCreate, agreementList, agreementPatch, dryRunQuery, historyEntry, historyList, id, listQuery, noQuery, page, recordEvent, startReminders, startRemindersAnswer,
  type Agreement, type AgreementCommandAnswer, type AgreementCreate, type AgreementPatch, type DryRunQuery, type HistoryEntry, type ListQuery, type Page, type RecordEvent, type StartRemindersAnswer,
} from '@tawama/contracts';
import { IfMatch } from '../../platform/http/if-match.js';
import { CurrentViewer, type Viewer } from '../../platform/http/viewer.js';
import { byViewer } from '../plans/plans.service.js';
import { AgreementsService } from './agreements.service.js';
import { ReminderStart } from './reminder-start.js';

@ApiTags('agreements')
@Controller('api/agreements')
export class AgreementsController {
  constructor(private readonly agreements: AgreementsService, private readonly start: ReminderStart) {}

  @Get()
  @ApiOkResponse({ standardSchema: page(agreement) })
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: listQuery(agreementList) }) query: ListQuery): Promise<Page<Agreement>> {
    return this.agreements.list(viewer, query);
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: agreement })
  get(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) agreementId: string, @Query({ schema: noQuery }) _query: object): Promise<Agreement> {
    return this.agreements.get(viewer, agreementId);
  }

  @Get(':id/history')
  @ApiOkResponse({ standardSchema: page(historyEntry) })
  history(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) agreementId: string, @Query({ schema: listQuery(historyList) }) query: ListQuery): Promise<Page<HistoryEntry>> {
    return this.agreements.history(viewer, agreementId, query);
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: agreementCommandAnswer })
  open(@CurrentViewer() viewer: Viewer, @Query({ schema: dryRunQuery }) { dryRun }: DryRunQuery, @Body({ schema: agreementCreate }) body: AgreementCreate): Promise<AgreementCommandAnswer> {
    return this.agreements.open(viewer, body, dryRun);
  }

  @Patch(':id')
  @ApiOkResponse({ standardSchema: agreement })
  change(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) agreementId: string, @IfMatch() version: number, @Query({ schema: noQuery }) _query: object, @Body({ schema: agreementPatch }) body: AgreementPatch): Promise<Agreement> {
    return this.agreements.change(viewer, agreementId, version, body);
  }

  @Post(':id/record-event')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: agreementCommandAnswer })
  recordEvent(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) agreementId: string, @Query({ schema: dryRunQuery }) { dryRun }: DryRunQuery, @Body({ schema: recordEvent }) body: RecordEvent): Promise<AgreementCommandAnswer> {
    return this.agreements.recordEvent(byViewer(viewer, dryRun), agreementId, body);
  }

  @Post(':id/start-reminders')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: startRemindersAnswer })
  startReminders(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) agreementId: string, @Query({ schema: dryRunQuery }) { dryRun }: DryRunQuery, @Body({ schema: startReminders }) { version }: { version: number }): Promise<StartRemindersAnswer> {
    return this.start.startReminders(byViewer(viewer, dryRun), agreementId, version);
  }
}
