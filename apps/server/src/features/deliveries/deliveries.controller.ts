import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { delivery, deliveryCommand, deliveryList, id, listQuery, noQuery, page, previewQuery, type Delivery, type DeliveryCommand, type ListQuery, type Page } from '@tawama/contracts';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { CurrentViewer, type Viewer } from '../../platform/http/viewer.js';
import { DeliveriesService } from './deliveries.service.js';

type CommandBody = z.infer<typeof deliveryCommand>;
/** A mail is looked at, never run: no script, no picture from elsewhere, no form. */
const MAIL_POLICY = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox`;

@ApiTags('deliveries')
@Controller('api/deliveries')
export class DeliveriesController {
  constructor(private readonly deliveries: DeliveriesService) {}

  @Get()
  @ApiOkResponse({ standardSchema: page(delivery) })
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: listQuery(deliveryList) }) query: ListQuery): Promise<Page<Delivery>> {
    return this.deliveries.list(viewer, query);
  }

  @Post('test')
  @ApiCreatedResponse({ standardSchema: delivery })
  test(@CurrentViewer() viewer: Viewer): Promise<Delivery> {
    return this.deliveries.test(viewer);
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: delivery })
  get(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) deliveryId: string, @Query({ schema: noQuery }) _query: object): Promise<Delivery> {
    return this.deliveries.get(viewer, deliveryId);
  }

  /** The mail as HTML, as plain text or as its source, in the language it has or another. */
  @Get(':id/preview')
  @ApiOkResponse({ description: 'text/html or text/plain', content: { 'text/html': { schema: { type: 'string' } }, 'text/plain': { schema: { type: 'string' } } } })
  async preview(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) deliveryId: string, @Query({ schema: previewQuery }) query: z.infer<typeof previewQuery>, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const shown = await this.deliveries.preview(viewer, deliveryId, query);
    reply.header('content-type', `text/${query.part === 'html' ? 'html' : 'plain'}; charset=utf-8`).header('content-security-policy', MAIL_POLICY);
    return shown;
  }

  @Post(':id/resend')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: delivery })
  resend(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) deliveryId: string, @Body({ schema: deliveryCommand }) body: CommandBody): Promise<Delivery> {
    return this.act(viewer, deliveryId, 'resend', body);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: delivery })
  cancel(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) deliveryId: string, @Body({ schema: deliveryCommand }) body: CommandBody): Promise<Delivery> {
    return this.act(viewer, deliveryId, 'cancel', body);
  }

  @Post(':id/release')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: delivery })
  release(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) deliveryId: string, @Body({ schema: deliveryCommand }) body: CommandBody): Promise<Delivery> {
    return this.act(viewer, deliveryId, 'release', body);
  }

  @Post(':id/hold')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: delivery })
  hold(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) deliveryId: string, @Body({ schema: deliveryCommand }) body: CommandBody): Promise<Delivery> {
    return this.act(viewer, deliveryId, 'hold', body);
  }

  private act(viewer: Viewer, deliveryId: string, command: DeliveryCommand, { reason }: CommandBody): Promise<Delivery> {
    return this.deliveries.act(viewer, deliveryId, command, reason);
  }
}
