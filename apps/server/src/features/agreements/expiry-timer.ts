import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Env } from '../../platform/env.js';
import { Lifecycle } from '../../platform/lifecycle.js';
import { LOG, type Log } from '../../platform/log.js';
import { WorkQueue } from '../../platform/queue/work-queue.js';
import { AgreementLife } from './agreement-life.js';

const LOOK_EVERY_MS = 300_000;
const FIRST_LOOK_MS = 5_000;

/** Asks now and then whether a term is over: soon after midnight, and after nights that nobody was there for. */
@Injectable()
export class ExpiryTimer implements OnApplicationBootstrap {
  constructor(
    private readonly life: AgreementLife,
    private readonly queue: WorkQueue,
    private readonly env: Env,
    private readonly lifecycle: Lifecycle,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (this.env.role === 'api') return;
    const look = () => void this.look();
    const first = setTimeout(look, FIRST_LOOK_MS).unref();
    const every = setInterval(look, LOOK_EVERY_MS).unref();
    this.lifecycle.onStop('timers', 'expiry', () => { clearTimeout(first); clearInterval(every); });
  }

  private async look(): Promise<void> {
    try {
      if (await this.life.isDue()) await this.queue.nudge('agreements.expire');
    } catch (error) {
      this.log.warn({ err: error }, 'whether an agreement has run out could not be found out; asked again in five minutes');
    }
  }
}
