import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Env } from '../../platform/env.js';
import { Lifecycle } from '../../platform/lifecycle.js';
import { WorkQueue } from '../../platform/queue/work-queue.js';

const HOUR_MS = 3_600_000;

/** Every hour: tidy up. */
@Injectable()
export class EvidenceTimer implements OnApplicationBootstrap {
  constructor(private readonly queue: WorkQueue, private readonly env: Env, private readonly lifecycle: Lifecycle) {}

  onApplicationBootstrap(): void {
    if (this.env.role === 'api') return;
    const every = setInterval(() => void this.queue.nudge('evidence.tidy'), HOUR_MS).unref();
    this.lifecycle.onStop('timers', 'evidence', () => clearInterval(every));
  }
}
