import type { JobsOptions, JobType, Processor } from 'bullmq';
import type { Log } from '../log.js';

/** The one queue: what waits in it are wake-ups, never data. */
export const QUEUE_NAME = 'work';

// A process that was killed may have held the same job several times; the row knows what is done, so it may be tried again.
export const WORKER_OPTIONS = { concurrency: 5, maxStalledCount: 1_000, stalledInterval: 15_000, lockDuration: 30_000, removeOnComplete: { count: 100 }, removeOnFail: { count: 500 } };
export const JOB_OPTIONS = { removeOnComplete: { count: 100 }, removeOnFail: { count: 500 } };

/** Where BullMQ keeps its jobs: the same everywhere else in the program. */
export interface QueueBackend {
  kind: 'postgres' | 'redis';
  /** BullMQ's own classes with this backend's connections in them; @nestjs/bullmq makes the instances. */
  readonly queueClass: new (name: string) => WorkBullQueue;
  readonly workerClass: new (name: string, process: Processor) => WorkBullWorker;
  /** Rejects when the backend does not answer. */
  ping(): Promise<void>;
  /** Lets go of the connections; after queue and worker are closed. */
  close(): Promise<void>;
}

/** What the program uses of BullMQ's queue and worker, whichever backend they stand on. */
export interface WorkBullQueue {
  add(name: string, data: object, options: JobsOptions): Promise<unknown>;
  getJobCounts(...states: JobType[]): Promise<Record<string, number>>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}
export interface WorkBullWorker {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: { name: string } | undefined, error: Error) => void): unknown;
  /** @param force do not wait for the jobs under way */
  close(force?: boolean): Promise<void>;
}

/** BullMQ reports lost connections as events; without a listener they would end the process. */
export function reportErrors(part: { on(event: 'error', listener: (error: Error) => void): unknown }, name: string, log: Log): void {
  let last = '';
  let lastAt = 0;
  part.on('error', (error) => {
    // Reconnecting repeats the same complaint many times a second.
    if (error.message === last && performance.now() - lastAt < 30_000) return;
    last = error.message;
    lastAt = performance.now();
    log.warn({ part: name, reason: error.message }, 'the queue has lost its connection for now');
  });
}
