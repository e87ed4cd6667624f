import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  agreement, agreementCommandAnswer, agreementLifeAnswer, agreementLifeCommands, agreementCreate, agreementList, agreementPatch, dryRunQuery, historyEntry, historyList, id, listQuery, noQuery, page, recordEvent, startReminders, startRemindersAnswer,
  type Agreement, type AgreementCommandAnswer, type AgreementCreate, type AgreementLifeAnswer, type AgreementLifeBody, type AgreementPatch, type DryRunQuery, type HistoryEntry, type ListQuery, type Page, type RecordEvent, type StartRemindersAnswer,
} from '@tawama/contracts';
import { IfMatch } from '../../platform/http/if-match.js';
import { CurrentViewer, type Viewer } from '../../platform/http/viewer.js';
import { byViewer } from '../plans/plan-command.js';
import { AgreementLife } from './agreement-life.js';
import { AgreementsService } from './agreements.service.js';
import { ReminderStart } from './reminder-start.js';

@ApiTags('agreements')
@Controller('api/agreements')
export class AgreementsController {
  constructor(private readonly agreements: AgreementsService, private readonly start: ReminderStart, private readonly life: AgreementLife) {}

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

  @Post(':id/suspend')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: agreementLifeAnswer })
  suspend(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) agreementId: string, @Query({ schema: dryRunQuery }) { dryRun }: DryRunQuery, @Body({ schema: agreementLifeCommands.suspend }) { version, ...body }: AgreementLifeBody<'suspend'>): Promise<AgreementLifeAnswer> {
    return this.life.act(byViewer(viewer, dryRun), agreementId, version, { name: 'suspend', ...body });
  }

  @Post(':id/resume')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: agreementLifeAnswer })
  resume(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) agreementId: string, @Query({ schema: dryRunQuery }) { dryRun }: DryRunQuery, @Body({ schema: agreementLifeCommands.resume }) { version, ...body }: AgreementLifeBody<'resume'>): Promise<AgreementLifeAnswer> {
    return this.life.act(byViewer(viewer, dryRun), agreementId, version, { name: 'resume', ...body });
  }

  @Post(':id/complete')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: agreementLifeAnswer })
  complete(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) agreementId: string, @Query({ schema: dryRunQuery }) { dryRun }: DryRunQuery, @Body({ schema: agreementLifeCommands.complete }) { version, ...body }: AgreementLifeBody<'complete'>): Promise<AgreementLifeAnswer> {
    return this.life.act(byViewer(viewer, dryRun), agreementId, version, { name: 'complete', ...body });
  }

  @Post(':id/terminate')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: agreementLifeAnswer })
  terminate(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) agreementId: string, @Query({ schema: dryRunQuery }) { dryRun }: DryRunQuery, @Body({ schema: agreementLifeCommands.terminate }) { version, ...body }: AgreementLifeBody<'terminate'>): Promise<AgreementLifeAnswer> {
    return this.life.act(byViewer(viewer, dryRun), agreementId, version, { name: 'terminate', ...body });
  }
}
