import { Controller, Delete, Get, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { evidence, evidenceList, evidenceUpload, id, listQuery, noQuery, page, type Evidence, type EvidenceUpload, type ListQuery, type Page } from '@tawama/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { attachment } from '../../platform/http/attachment.js';
import { CurrentViewer, type Viewer } from '../../platform/http/viewer.js';
import { EvidenceService } from './evidence.service.js';

@ApiTags('evidence')
@Controller('api')
export class EvidenceController {
  constructor(private readonly evidence: EvidenceService) {}

  @Get('evidence')
  @ApiOkResponse({ standardSchema: page(evidence) })
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: listQuery(evidenceList) }) query: ListQuery): Promise<Page<Evidence>> {
    return this.evidence.list(viewer, query);
  }

  @Get('evidence/:id')
  @ApiOkResponse({ standardSchema: evidence })
  get(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) evidenceId: string, @Query({ schema: noQuery }) _query: object): Promise<Evidence> {
    return this.evidence.get(viewer, evidenceId);
  }

  /** The content, to be saved: a browser never shows it as a page of ours. */
  @Get('evidence/:id/file')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) evidenceId: string, @Query({ schema: noQuery }) _query: object, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { evidence: { fileName, mimeType, bytes }, content } = await this.evidence.file(viewer, evidenceId);
    void reply.header('content-security-policy', "sandbox; default-src 'none'");
    return new StreamableFile(content, { type: mimeType, length: bytes, disposition: attachment(fileName) });
  }

  /** The file is the body of the request, as `application/octet-stream`. */
  @Post('milestones/:id/evidence')
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiCreatedResponse({ standardSchema: evidence })
  add(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) milestoneId: string, @Query({ schema: evidenceUpload }) given: EvidenceUpload, @Req() request: FastifyRequest): Promise<Evidence> {
    return this.evidence.add({ accountId: viewer.accountId, scope: viewer.agreementIds }, milestoneId, given, request.body);
  }

  @Delete('evidence/:id')
  @ApiOkResponse({ standardSchema: evidence })
  remove(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) evidenceId: string): Promise<Evidence> {
    return this.evidence.remove(viewer, evidenceId);
  }
}
