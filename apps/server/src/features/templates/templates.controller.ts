import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { listQuery, noQuery, page, templateList, templateSummary, templateVersionPath, workflowTemplate, type ListQuery, type Page, type WorkflowTemplate } from '@tawama/contracts';
import { TemplatesService } from './templates.service.js';
import type { TemplateSummary } from './templates.store.js';

@ApiTags('templates')
@Controller('api/templates')
export class TemplatesController {
  constructor(private readonly templates: TemplatesService) {}

  @Get()
  @ApiOkResponse({ standardSchema: page(templateSummary) })
  list(@Query({ schema: listQuery(templateList) }) query: ListQuery): Promise<Page<TemplateSummary>> {
    return this.templates.list(query);
  }

  @Get(':key/versions/:n')
  @ApiOkResponse({ standardSchema: workflowTemplate })
  version(@Param('key', { schema: templateVersionPath.key }) key: string, @Param('n', { schema: templateVersionPath.n }) version: number, @Query({ schema: noQuery }) _query: object): Promise<WorkflowTemplate> {
    return this.templates.version(key, version);
  }
}
