import { Injectable } from '@nestjs/common';
import { WorkQueue } from '../../platform/queue/work-queue.js';

export const QUEUE_STATES = ['waiting', 'active', 'delayed', 'failed'] as const;
export type QueueDepth = { answers: boolean } & Record<(typeof QUEUE_STATES)[number], number>;

const NO_ANSWER: QueueDepth = { answers: false, waiting: 0, active: 0, delayed: 0, failed: 0 };
const PATIENCE_MS = 2_000;

/** How deep the queue is; one that is away must not keep whoever asks waiting. */
@Injectable()
export class QueueLook {
  constructor(private readonly work: WorkQueue) {}

  async depth(): Promise<QueueDepth> {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<QueueDepth>((settle) => { timer = setTimeout(() => settle(NO_ANSWER), PATIENCE_MS); });
    const counts = this.work.queue.getJobCounts(...QUEUE_STATES)
      .then(({ waiting = 0, active = 0, delayed = 0, failed = 0 }): QueueDepth => ({ answers: true, waiting, active, delayed, failed }), () => NO_ANSWER);
    try {
      return await Promise.race([counts, silence]);
    } finally {
      clearTimeout(timer);
    }
  }
}
