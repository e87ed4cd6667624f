import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { forecast, forecastQuery, type ForecastItem } from '@tawama/contracts';
import type { z } from 'zod';
import { CurrentViewer, type Viewer } from '../../platform/http/viewer.js';
import { Forecast } from './forecast.js';

@ApiTags('reminders')
@Controller('api/forecast')
export class ForecastController {
  constructor(private readonly forecasts: Forecast) {}

  /** One item is one mail that will be sent after `from` and up to `to`, assuming that nothing else is recorded meanwhile. */
  @Get()
  @ApiOkResponse({ standardSchema: forecast })
  async forecast(@CurrentViewer() viewer: Viewer, @Query({ schema: forecastQuery }) query: z.infer<typeof forecastQuery>): Promise<{ data: ForecastItem[] }> {
    return { data: await this.forecasts.between(query, viewer.agreementIds) };
  }
}
