import { JOBS, type JobName } from '@tawama/contracts';
import type { Log } from '../log.js';
import { reportErrors, type WorkBullQueue } from './backend.js';

const NUDGE_PATIENCE_MS = 2_000;
// Only a bound for the case that a worker dies between taking a job and freeing its name.
const NAME_KEPT_MS = 30_000;

/** Wakes the workers. Never called while a request is answered: requests write rows, whoever watches the rows nudges. */
export class WorkQueue {
  private readonly underWay = new Map<JobName, Promise<boolean>>();

  constructor(
    /** BullMQ's own queue, for the queue screen of administrators. */
    readonly queue: WorkBullQueue,
    private readonly log: Log,
  ) {
    reportErrors(queue, 'queue', log);
  }

  /**
   * Asks for one run of the job; at most one of a name waits. Never throws and never takes longer than two seconds:
   * a lost nudge is made good by the next sweep.
   * @returns false when the queue did not answer
   */
  nudge(name: JobName): Promise<boolean> {
    const already = this.underWay.get(name);
    if (already) return already;
    const nudged = this.add(name).finally(() => this.underWay.delete(name));
    this.underWay.set(name, nudged);
    return nudged;
  }

  private async add(name: JobName): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, fail) => { timer = setTimeout(() => fail(new Error('no answer')), NUDGE_PATIENCE_MS); });
    const { attempts } = JOBS[name];
    const added = this.queue.add(name, {}, { attempts, backoff: { type: 'exponential', delay: 5_000 }, deduplication: { id: name, ttl: NAME_KEPT_MS } });
    added.catch(() => {});
    try {
      await Promise.race([added, silence]);
      return true;
    } catch (error) {
      this.log.debug({ job: name, reason: String(error) }, 'a nudge was lost; the sweep will find the rows');
      return false;
    } finally {
      clearTimeout(timer);
    }
  }
}
