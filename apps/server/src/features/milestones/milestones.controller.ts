import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  dryRunQuery, id, listQuery, milestone, milestoneBulk, milestoneBulkAnswer, milestoneCommandAnswer, milestoneCommands, milestoneList, noQuery, page,
  type DryRunQuery, type ListQuery, type Milestone, type MilestoneBulk, type MilestoneBulkAnswer, type MilestoneCommandAnswer, type MilestoneCommandBody as Body_, type Page,
} from '@tawama/contracts';
import { preferredLanguage } from '../../platform/http/languages.js';
import { CurrentViewer, type Viewer } from '../../platform/http/viewer.js';
import { byViewer } from '../plans/plan-command.js';
import { MilestoneBulkService } from './milestone-bulk.service.js';
import { MilestonesService } from './milestones.service.js';

@ApiTags('milestones')
@Controller('api/milestones')
export class MilestonesController {
  constructor(private readonly milestones: MilestonesService, private readonly many: MilestoneBulkService) {}

  @Get()
  @ApiOkResponse({ standardSchema: page(milestone) })
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: listQuery(milestoneList) }) query: ListQuery): Promise<Page<Milestone>> {
    return this.milestones.list(viewer, query);
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: milestone })
  get(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) milestoneId: string, @Query({ schema: noQuery }) _query: object): Promise<Milestone> {
    return this.milestones.get(viewer, milestoneId);
  }

  /** One command to many: a line for each id, in the order asked. The answer is 200 also where every line is a refusal. */
  @Post('bulk')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: milestoneBulkAnswer })
  bulk(@CurrentViewer() viewer: Viewer, @Query({ schema: dryRunQuery }) { dryRun }: DryRunQuery, @Body({ schema: milestoneBulk }) body: MilestoneBulk, @Headers('accept-language') languages?: string): Promise<MilestoneBulkAnswer> {
    return this.many.act(viewer, dryRun, body, preferredLanguage(languages, viewer.language));
  }

  @Post(':id/start')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: milestoneCommandAnswer })
  start(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) milestoneId: string, @Query({ schema: dryRunQuery }) { dryRun }: DryRunQuery, @Body({ schema: milestoneCommands.start }) { version, ...body }: Body_<'start'>): Promise<MilestoneCommandAnswer> {
    return this.milestones.act(byViewer(viewer, dryRun), milestoneId, version, { name: 'start', ...body });
  }

  @Post(':id/submit')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: milestoneCommandAnswer })
  submit(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) milestoneId: string, @Query({ schema: dryRunQuery }) { dryRun }: DryRunQuery, @Body({ schema: milestoneCommands.submit }) { version, ...body }: Body_<'submit'>): Promise<MilestoneCommandAnswer> {
    return this.milestones.act(byViewer(viewer, dryRun), milestoneId, version, { name: 'submit', ...body });
  }

  @Post(':id/accept')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: milestoneCommandAnswer })
  accept(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) milestoneId: string, @Query({ schema: dryRunQuery }) { dryRun }: DryRunQuery, @Body({ schema: milestoneCommands.accept }) { version, ...body }: Body_<'accept'>): Promise<MilestoneCommandAnswer> {
    return this.milestones.act(byViewer(viewer, dryRun), milestoneId, version, { name: 'accept', ...body });
  }

  @Post(':id/return')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: milestoneCommandAnswer })
  giveBack(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) milestoneId: string, @Query({ schema: dryRunQuery }) { dryRun }: DryRunQuery, @Body({ schema: milestoneCommands.return }) { version, ...body }: Body_<'return'>): Promise<MilestoneCommandAnswer> {
    return this.milestones.act(byViewer(viewer, dryRun), milestoneId, version, { name: 'return', ...body });
  }

  @Post(':id/block')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: milestoneCommandAnswer })
  block(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) milestoneId: string, @Query({ schema: dryRunQuery }) { dryRun }: DryRunQuery, @Body({ schema: milestoneCommands.block }) { version, ...body }: Body_<'block'>): Promise<MilestoneCommandAnswer> {
    return this.milestones.act(byViewer(viewer, dryRun), milestoneId, version, { name: 'block', ...body });
  }

  @Post(':id/unblock')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: milestoneCommandAnswer })
  unblock(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) milestoneId: string, @Query({ schema: dryRunQuery }) { dryRun }: DryRunQuery, @Body({ schema: milestoneCommands.unblock }) { version, ...body }: Body_<'unblock'>): Promise<MilestoneCommandAnswer> {
    return this.milestones.act(byViewer(viewer, dryRun), milestoneId, version, { name: 'unblock', ...body });
  }

  @Post(':id/mark-not-applicable')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: milestoneCommandAnswer })
  markNotApplicable(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) milestoneId: string, @Query({ schema: dryRunQuery }) { dryRun }: DryRunQuery, @Body({ schema: milestoneCommands['mark-not-applicable'] }) { version, ...body }: Body_<'mark-not-applicable'>): Promise<MilestoneCommandAnswer> {
    return this.milestones.act(byViewer(viewer, dryRun), milestoneId, version, { name: 'mark-not-applicable', ...body });
  }

  @Post(':id/reschedule')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: milestoneCommandAnswer })
  reschedule(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) milestoneId: string, @Query({ schema: dryRunQuery }) { dryRun }: DryRunQuery, @Body({ schema: milestoneCommands.reschedule }) { version, ...body }: Body_<'reschedule'>): Promise<MilestoneCommandAnswer> {
    return this.milestones.act(byViewer(viewer, dryRun), milestoneId, version, { name: 'reschedule', ...body });
  }

  @Post(':id/assign')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: milestoneCommandAnswer })
  assign(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) milestoneId: string, @Query({ schema: dryRunQuery }) { dryRun }: DryRunQuery, @Body({ schema: milestoneCommands.assign }) { version, ...body }: Body_<'assign'>): Promise<MilestoneCommandAnswer> {
    return this.milestones.act(byViewer(viewer, dryRun), milestoneId, version, { name: 'assign', ...body });
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: milestoneCommandAnswer })
  confirm(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) milestoneId: string, @Query({ schema: dryRunQuery }) { dryRun }: DryRunQuery, @Body({ schema: milestoneCommands.confirm }) { version, ...body }: Body_<'confirm'>): Promise<MilestoneCommandAnswer> {
    return this.milestones.act(byViewer(viewer, dryRun), milestoneId, version, { name: 'confirm', ...body });
  }

  @Post(':id/deny')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: milestoneCommandAnswer })
  deny(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) milestoneId: string, @Query({ schema: dryRunQuery }) { dryRun }: DryRunQuery, @Body({ schema: milestoneCommands.deny }) { version, ...body }: Body_<'deny'>): Promise<MilestoneCommandAnswer> {
    return this.milestones.act(byViewer(viewer, dryRun), milestoneId, version, { name: 'deny', ...body });
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: milestoneCommandAnswer })
  reopen(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) milestoneId: string, @Query({ schema: dryRunQuery }) { dryRun }: DryRunQuery, @Body({ schema: milestoneCommands.reopen }) { version, ...body }: Body_<'reopen'>): Promise<MilestoneCommandAnswer> {
    return this.milestones.act(byViewer(viewer, dryRun), milestoneId, version, { name: 'reopen', ...body });
  }
}
