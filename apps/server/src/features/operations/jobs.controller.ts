import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { jobsAnswer, noQuery, type JobsAnswer } from '@tawama/contracts';
import { Database } from '../../platform/db/database.js';
import { WorkQueue } from '../../platform/queue/work-queue.js';
import { SendingStore } from '../sending/sending.store.js';
import { JobsStore } from './jobs.store.js';

const NO_ANSWER = { answers: false, waiting: 0, active: 0, failed: 0 };
const PATIENCE_MS = 2_000;

@ApiTags('jobs')
@Controller('api/jobs')
export class JobsController {
  constructor(private readonly database: Database, private readonly store: JobsStore, private readonly sending: SendingStore, private readonly work: WorkQueue) {}

  /** Queue and tables at a glance. */
  @Get()
  @ApiOkResponse({ standardSchema: jobsAnswer })
  async jobs(@Query({ schema: noQuery }) _query: object): Promise<JobsAnswer> {
    const [queue, figures, brokenRows] = await Promise.all([this.queue(), this.database.read((tx) => this.store.figures(tx)), this.sending.broken()]);
    const { oldestWaitingSince, lastSweepAt } = figures;
    return { ...figures, queue, brokenRows, oldestWaitingSince: oldestWaitingSince?.toISOString() ?? null, lastSweepAt: lastSweepAt?.toISOString() ?? null };
  }

  /** A queue that is away must not keep the page from opening. */
  private async queue(): Promise<JobsAnswer['queue']> {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<typeof NO_ANSWER>((settle) => { timer = setTimeout(() => settle(NO_ANSWER), PATIENCE_MS); });
    const counts = this.work.queue.getJobCounts('waiting', 'active', 'failed')
      .then(({ waiting = 0, active = 0, failed = 0 }) => ({ answers: true, waiting, active, failed }), () => NO_ANSWER);
    try {
      return await Promise.race([counts, silence]);
    } finally {
      clearTimeout(timer);
    }
  }
}
