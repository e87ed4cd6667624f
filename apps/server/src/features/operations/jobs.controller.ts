import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { jobsAnswer, noQuery, type JobsAnswer } from '@tawama/contracts';
import { Database } from '../../platform/db/database.js';
import { SendingStore } from '../sending/sending.store.js';
import { JobsStore } from './jobs.store.js';
import { QueueLook } from './queue-look.js';

@ApiTags('jobs')
@Controller('api/jobs')
export class JobsController {
  constructor(private readonly database: Database, private readonly store: JobsStore, private readonly sending: SendingStore, private readonly look: QueueLook) {}

  /** Queue and tables at a glance. */
  @Get()
  @ApiOkResponse({ standardSchema: jobsAnswer })
  async jobs(@Query({ schema: noQuery }) _query: object): Promise<JobsAnswer> {
    const [{ answers, waiting, active, failed }, figures, ahead, brokenRows] = await Promise.all([
      this.look.depth(), this.store.figures(), this.database.read((tx) => this.store.ahead(tx)), this.sending.broken(),
    ]);
    return {
      queue: { answers, waiting, active, failed }, deliveries: { pending: figures.pending, leased: figures.leased, held: figures.held, failed: figures.failed },
      nextDue: ahead.nextDue, brokenRows, oldestWaitingSince: ahead.oldestWaitingSince?.toISOString() ?? null, lastSweepAt: ahead.lastSweepAt?.toISOString() ?? null,
    };
  }
}
