import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { forecast, forecastQuery, id, listQuery, noQuery, page, reminder, reminderList, type ForecastItem, type ListQuery, type Page, type Reminder } from '@tawama/contracts';
import type { z } from 'zod';
import { Database } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import { CurrentViewer, type Viewer } from '../../platform/http/viewer.js';
import { Forecast } from './forecast.js';
import { RemindersStore } from './reminders.store.js';

@ApiTags('reminders')
@Controller('api')
export class RemindersController {
  constructor(private readonly database: Database, private readonly store: RemindersStore, private readonly forecasts: Forecast) {}

  @Get('reminders')
  @ApiOkResponse({ standardSchema: page(reminder) })
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: listQuery(reminderList) }) query: ListQuery): Promise<Page<Reminder>> {
    return this.database.read((tx) => this.store.list(tx, query, viewer.agreementIds));
  }

  @Get('reminders/:id')
  @ApiOkResponse({ standardSchema: reminder })
  get(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) reminderId: string, @Query({ schema: noQuery }) _query: object): Promise<Reminder> {
    return this.database.read(async (tx) => found(await this.store.find(tx, reminderId, viewer.agreementIds)));
  }

  /** One item is one mail that will be sent after `from` and up to `to`, assuming that nothing else is recorded meanwhile. */
  @Get('forecast')
  @ApiOkResponse({ standardSchema: forecast })
  async forecast(@CurrentViewer() viewer: Viewer, @Query({ schema: forecastQuery }) query: z.infer<typeof forecastQuery>): Promise<{ data: ForecastItem[] }> {
    return { data: await this.forecasts.between(query, viewer.agreementIds) };
  }
}

function found(one: Reminder | undefined): Reminder {
  if (!one) throw new Refusal('record/not-found');
  return one;
}
