import { Body, Controller, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { dryRunQuery, id, migrateAgreement, migrateAnswer, type DryRunQuery, type MigrateAgreement, type MigrateAnswer } from '@tawama/contracts';
import { CurrentViewer, type Viewer } from '../../platform/http/viewer.js';
import { byViewer } from '../plans/plan-command.js';
import { AgreementMigration } from './agreement-migration.js';

@ApiTags('agreements')
@Controller('api/agreements')
export class MigrationController {
  constructor(private readonly migration: AgreementMigration) {}

  @Post(':id/migrate')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: migrateAnswer })
  migrate(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) agreementId: string, @Query({ schema: dryRunQuery }) { dryRun }: DryRunQuery, @Body({ schema: migrateAgreement }) body: MigrateAgreement): Promise<MigrateAnswer> {
    return this.migration.migrate(byViewer(viewer, dryRun), agreementId, body);
  }
}
