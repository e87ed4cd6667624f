import { Body, Controller, Delete, Get, Headers, Param, Patch, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { id, listQuery, noQuery, page, photo, photoList, photoPatch, photoUpload, type ListQuery, type Page, type Photo, type PhotoPatch, type PhotoUpload } from '@tawama/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { attachment } from '../../platform/http/attachment.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { CurrentViewer, type Viewer } from '../../platform/http/viewer.js';
import { byViewer } from '../plans/plan-command.js';
import { PhotosService } from './photos.service.js';

/** Whatever a picture holds, nothing in it can act. */
const NOTHING_ACTS = "sandbox; default-src 'none'";
const ENDINGS = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' } as const;

@ApiTags('projects')
@Controller('api/projects/:id/photos')
export class PhotosController {
  constructor(private readonly photos: PhotosService) {}

  @Get()
  @ApiOkResponse({ standardSchema: page(photo) })
  list(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) projectId: string, @Query({ schema: listQuery(photoList) }) query: ListQuery): Promise<Page<Photo>> {
    return this.photos.list(viewer, projectId, query);
  }

  /** The picture, to be shown in a page of ours. It never changes; whether it may be seen is asked each time. */
  @Get(':photoId/picture')
  @ApiProduces('image/jpeg', 'image/png', 'image/webp')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async picture(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) projectId: string, @Param('photoId', { schema: id }) photoId: string, @Query({ schema: noQuery }) _query: object, @Res({ passthrough: true }) reply: FastifyReply, @Headers('if-none-match') known?: string): Promise<StreamableFile | undefined> {
    const { photo: { mimeType, bytes, sha256 }, content } = await this.photos.content(viewer, projectId, photoId);
    const etag = `"${sha256}"`;
    void reply.headers({ 'content-security-policy': NOTHING_ACTS, 'cache-control': 'private, no-cache', etag });
    if (known === etag) { void reply.status(304); return undefined; }
    return new StreamableFile(await content(), { type: mimeType, length: bytes, disposition: 'inline' });
  }

  /** The file as it was sent, to be saved. */
  @Get(':photoId/file')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) projectId: string, @Param('photoId', { schema: id }) photoId: string, @Query({ schema: noQuery }) _query: object, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { photo: { mimeType, bytes }, content } = await this.photos.content(viewer, projectId, photoId);
    void reply.header('content-security-policy', NOTHING_ACTS);
    return new StreamableFile(await content(), { type: mimeType, length: bytes, disposition: attachment(`${photoId}.${ENDINGS[mimeType]}`) });
  }

  /** The picture is the body of the request, as `application/octet-stream`. */
  @Post()
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiCreatedResponse({ standardSchema: photo })
  add(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) projectId: string, @Query({ schema: photoUpload }) given: PhotoUpload, @Req() request: FastifyRequest): Promise<Photo> {
    return this.photos.add(byViewer(viewer, false), projectId, given, request.body);
  }

  @Patch(':photoId')
  @ApiOkResponse({ standardSchema: photo })
  change(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) projectId: string, @Param('photoId', { schema: id }) photoId: string, @IfMatch() version: number, @Body({ schema: photoPatch }) body: PhotoPatch): Promise<Photo> {
    return this.photos.change(byViewer(viewer, false), projectId, photoId, version, body);
  }

  @Delete(':photoId')
  @ApiOkResponse({ standardSchema: photo })
  remove(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) projectId: string, @Param('photoId', { schema: id }) photoId: string): Promise<Photo> {
    return this.photos.remove(byViewer(viewer, false), projectId, photoId);
  }
}
