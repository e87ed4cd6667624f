import { Inject, Injectable } from '@nestjs/common';
import type { JobName } from '@tawama/contracts';
import { Env } from '../env.js';
import { Lifecycle } from '../lifecycle.js';
import { LOG, type Log } from '../log.js';
import { WorkQueue } from './work-queue.js';

export interface Watched {
  job: JobName;
  /** Asks the rows whether the job has something to do; a night that nobody was there for is made good at the next look. Without it every look asks for a run. */
  isDue?(): Promise<boolean>;
  /** milliseconds after the start; without it the first look comes after the first pause between two */
  firstLookMs?: number;
  /** milliseconds between looks */
  everyMs: number;
}

/** Looks now and then whether a job is due, and asks for one run of it if so. Not in a process that only answers requests. */
@Injectable()
export class JobTimers {
  constructor(private readonly queue: WorkQueue, private readonly env: Env, private readonly lifecycle: Lifecycle, @Inject(LOG) private readonly log: Log) {}

  watch({ job, isDue, firstLookMs, everyMs }: Watched): void {
    if (this.env.role === 'api') return;
    const look = () => void this.look(job, isDue);
    const first = firstLookMs === undefined ? undefined : setTimeout(look, firstLookMs).unref();
    const every = setInterval(look, everyMs).unref();
    this.lifecycle.onStop('timers', job, () => { clearTimeout(first); clearInterval(every); });
  }

  private async look(job: JobName, isDue: Watched['isDue']): Promise<void> {
    try {
      if (isDue === undefined || await isDue()) await this.queue.nudge(job);
    } catch (error) {
      this.log.warn({ err: error, job }, 'whether this job is due could not be found out; asked again at the next look');
    }
  }
}
