import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  listQuery, noQuery, page, templateCommand, templateDiff, templateDiffQuery, templateDraftCreate, templateList, templatePatch, templateProblems, templateSummary, templateVersion, templateVersionPath, templateFormat,
  type ListQuery, type Page, type TemplateDiff, type TemplateDraftCreate, type TemplatePatch, type TemplateProblems, type TemplateSummary, type TemplateVersion,
} from '@tawama/contracts';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { IfMatch } from '../../platform/http/if-match.js';
import { CurrentViewer, type Viewer } from '../../platform/http/viewer.js';
import { TemplateDrafts } from './template-drafts.service.js';
import { TemplatesService } from './templates.service.js';

const KEY = { schema: templateVersionPath.key };
const N = { schema: templateVersionPath.n };

@ApiTags('templates')
@Controller('api/templates')
export class TemplatesController {
  constructor(private readonly templates: TemplatesService, private readonly drafts: TemplateDrafts) {}

  @Get()
  @ApiOkResponse({ standardSchema: page(templateSummary) })
  list(@Query({ schema: listQuery(templateList) }) query: ListQuery): Promise<Page<TemplateSummary>> {
    return this.templates.list(query);
  }

  /** The format of a definition, as JSON Schema. */
  @Get('schema')
  @ApiOkResponse({ description: 'JSON Schema of a definition', schema: { type: 'object' } })
  schema(@Query({ schema: noQuery }) _query: object): Record<string, unknown> {
    return { ...z.toJSONSchema(templateFormat, { io: 'input' }) };
  }

  @Get(':key/versions/:n')
  @ApiOkResponse({ standardSchema: templateVersion })
  version(@Param('key', KEY) key: string, @Param('n', N) n: number, @Query({ schema: noQuery }) _query: object): Promise<TemplateVersion> {
    return this.templates.version(key, n);
  }

  @Post(':key/versions')
  @ApiCreatedResponse({ standardSchema: templateVersion })
  create(@CurrentViewer() viewer: Viewer, @Param('key', KEY) key: string, @Body({ schema: templateDraftCreate }) body: TemplateDraftCreate): Promise<TemplateVersion> {
    return this.drafts.create(viewer, key, body);
  }

  /** `If-Match` names the revision of the draft. */
  @Patch(':key/versions/:n')
  @ApiOkResponse({ standardSchema: templateVersion })
  change(@CurrentViewer() viewer: Viewer, @Param('key', KEY) key: string, @Param('n', N) n: number, @IfMatch() revision: number, @Body({ schema: templatePatch }) body: TemplatePatch): Promise<TemplateVersion> {
    return this.drafts.change(viewer, key, n, revision, body);
  }

  @Delete(':key/versions/:n')
  @ApiOkResponse({ standardSchema: templateVersion })
  delete(@CurrentViewer() viewer: Viewer, @Param('key', KEY) key: string, @Param('n', N) n: number): Promise<TemplateVersion> {
    return this.drafts.delete(viewer, key, n);
  }

  @Post(':key/versions/:n/publish')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: templateVersion })
  publish(@CurrentViewer() viewer: Viewer, @Param('key', KEY) key: string, @Param('n', N) n: number, @Body({ schema: templateCommand }) { revision }: z.infer<typeof templateCommand>): Promise<TemplateVersion> {
    return this.drafts.publish(viewer, key, n, revision);
  }

  @Post(':key/versions/:n/retire')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: templateVersion })
  retire(@CurrentViewer() viewer: Viewer, @Param('key', KEY) key: string, @Param('n', N) n: number, @Body({ schema: templateCommand }) { revision }: z.infer<typeof templateCommand>): Promise<TemplateVersion> {
    return this.drafts.retire(viewer, key, n, revision);
  }

  /** The definition as a file, which can be sent back as a new draft. */
  @Get(':key/versions/:n/file')
  @ApiOkResponse({ standardSchema: templateFormat })
  async file(@Param('key', KEY) key: string, @Param('n', N) n: number, @Query({ schema: noQuery }) _query: object, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const definition = await this.templates.file(key, n);
    reply.header('content-type', 'application/json; charset=utf-8').header('content-disposition', `attachment; filename="${key}-${n}.json"`);
    return `${JSON.stringify(definition, null, 2)}\n`;
  }

  @Get(':key/versions/:n/problems')
  @ApiOkResponse({ standardSchema: templateProblems })
  problems(@Param('key', KEY) key: string, @Param('n', N) n: number, @Query({ schema: noQuery }) _query: object): Promise<TemplateProblems> {
    return this.templates.problems(key, n);
  }

  @Get(':key/versions/:n/diff')
  @ApiOkResponse({ standardSchema: templateDiff })
  diff(@Param('key', KEY) key: string, @Param('n', N) n: number, @Query({ schema: templateDiffQuery }) { from }: z.infer<typeof templateDiffQuery>): Promise<TemplateDiff> {
    return this.templates.diff(key, from, n);
  }
}
