import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { auditEntry, auditList, auditVerification, id, listQuery, noQuery, page, type AuditEntry, type ListQuery, type Page } from '@tawama/contracts';
import { CurrentViewer, type Viewer } from '../../platform/http/viewer.js';
import { AuditService, type Verification } from './audit.service.js';

@ApiTags('audit')
@Controller('api/audit')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @ApiOkResponse({ standardSchema: page(auditEntry) })
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: listQuery(auditList) }) query: ListQuery): Promise<Page<AuditEntry>> { return this.audit.list(viewer, query); }

  @Get('verification')
  @ApiOkResponse({ standardSchema: auditVerification })
  verification(@Query({ schema: noQuery }) _query: object): Promise<Verification> { return this.audit.verify(); }

  @Get(':id')
  @ApiOkResponse({ standardSchema: auditEntry })
  get(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) entryId: string, @Query({ schema: noQuery }) _query: object): Promise<AuditEntry> { return this.audit.get(viewer, entryId); }
}
