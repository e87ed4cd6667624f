import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { holiday, holidayCreate, holidayList, holidayPatch, id, listQuery, noQuery, page, type Holiday, type HolidayCreate, type HolidayPatch, type ListQuery, type Page } from '@tawama/contracts';
import { IfMatch } from '../../platform/http/if-match.js';
import { CurrentViewer, type Viewer } from '../../platform/http/viewer.js';
import { HolidaysService } from './holidays.service.js';

@ApiTags('holidays')
@Controller('api/holidays')
export class HolidaysController {
  constructor(private readonly holidays: HolidaysService) {}

  @Get()
  @ApiOkResponse({ standardSchema: page(holiday) })
  list(@Query({ schema: listQuery(holidayList) }) query: ListQuery): Promise<Page<Holiday>> {
    return this.holidays.list(query);
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: holiday })
  get(@Param('id', { schema: id }) holidayId: string, @Query({ schema: noQuery }) _query: object): Promise<Holiday> {
    return this.holidays.get(holidayId);
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: holiday })
  create(@CurrentViewer() viewer: Viewer, @Body({ schema: holidayCreate }) body: HolidayCreate): Promise<Holiday> {
    return this.holidays.create(viewer, body);
  }

  @Patch(':id')
  @ApiOkResponse({ standardSchema: holiday })
  change(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) holidayId: string, @IfMatch() version: number, @Body({ schema: holidayPatch }) body: HolidayPatch): Promise<Holiday> {
    return this.holidays.change(viewer, holidayId, version, body);
  }

  @Delete(':id')
  @ApiOkResponse({ standardSchema: holiday })
  delete(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) holidayId: string): Promise<Holiday> {
    return this.holidays.delete(viewer, holidayId);
  }
}
