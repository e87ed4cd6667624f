import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import { JOB_NAMES, type JobName } from '@tawama/contracts';
import type { Job } from 'bullmq';
import { LOG, type Log } from '../log.js';
import { QUEUE_NAME } from './backend.js';
import { JOB_HANDLERS, type JobHandlers } from './job-handlers.js';

/** Takes jobs off the queue and hands each to its handler; one run of a name at a time in this process. */
@Processor(QUEUE_NAME)
export class WorkProcessor extends WorkerHost {
  private readonly stopping = new AbortController();
  private readonly running = new Map<JobName, { again: boolean }>();

  constructor(@Inject(JOB_HANDLERS) private readonly handlers: JobHandlers, @Inject(LOG) private readonly log: Log) { super(); }

  /** Handlers see it at once and take no more work. */
  stop(): void { this.stopping.abort(); }

  async process(job: Job): Promise<void> {
    const name = JOB_NAMES.find((known) => known === job.name);
    if (!name) {
      // A newer version beside this one may know it; its own workers will be nudged again.
      this.log.warn({ job: job.name }, 'a job that this version does not know');
      return;
    }
    // From here on a nudge means: run once more after this.
    await job.removeDeduplicationKey();
    await this.run(name);
  }

  @OnWorkerEvent('failed')
  failed(job: Job | undefined, error: Error): void { this.log.error({ job: job?.name, err: error }, 'a job failed'); }

  private async run(name: JobName): Promise<void> {
    const current = this.running.get(name);
    if (current) { current.again = true; return; }
    const state = { again: false };
    this.running.set(name, state);
    try {
      do {
        state.again = false;
        await this.handlers[name]({ signal: this.stopping.signal });
      } while (state.again && !this.stopping.signal.aborted);
    } finally {
      this.running.delete(name);
    }
  }
}
