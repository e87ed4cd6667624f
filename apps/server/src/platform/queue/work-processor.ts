import { JOB_NAMES, type JobName } from '@tawama/contracts';
import type { Job } from 'bullmq';
import type { Log } from '../log.js';
import type { JobHandlers } from './job-handlers.js';

/** Takes jobs off the queue and hands each to its handler; one run of a name at a time in this process. */
export class WorkProcessor {
  private readonly stopping = new AbortController();
  private readonly running = new Map<JobName, { again: boolean }>();

  constructor(private readonly handlers: JobHandlers, private readonly log: Log) {}

  /** Handlers see it at once and take no more work. */
  stop(): void { this.stopping.abort(); }

  /** Bound, for BullMQ. */
  readonly process = async (job: Job): Promise<void> => {
    const name = JOB_NAMES.find((known) => known === job.name);
    if (!name) {
      // A newer version beside this one may know it; its own workers will be nudged again.
      this.log.warn({ job: job.name }, 'a job that this version does not know');
      return;
    }
    // From here on a nudge means: run once more after this.
    await job.removeDeduplicationKey();
    await this.run(name);
  };

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
