import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { demoClock, demoClockPlay, demoClockPlayed, noQuery } from '@tawama/contracts';
import { DemoClock, type Play, type Played } from './demo-clock.service.js';

@ApiTags('demo')
@Controller('api/demo/clock')
export class DemoClockController {
  constructor(private readonly clock: DemoClock) {}

  @Get()
  @ApiOkResponse({ standardSchema: demoClock })
  now(@Query({ schema: noQuery }) _query: object): Promise<{ now: string }> {
    return this.clock.now();
  }

  /** Plays time up to an instant or for a duration; the mails that fall due on the way are sent. */
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: demoClockPlayed })
  play(@Body({ schema: demoClockPlay }) body: Play): Promise<Played> {
    return this.clock.play(body);
  }
}
