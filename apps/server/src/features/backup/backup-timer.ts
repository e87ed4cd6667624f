import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Env } from '../../platform/env.js';
import { Lifecycle } from '../../platform/lifecycle.js';
import { LOG, type Log } from '../../platform/log.js';
import { WorkQueue } from '../../platform/queue/work-queue.js';
import { BackupService } from './backup.service.js';

const LOOK_EVERY_MS = 600_000;
const FIRST_LOOK_MS = 60_000;

/** Asks now and then whether the night's backup is due; a missed night is made good at the next look. */
@Injectable()
export class BackupTimer implements OnApplicationBootstrap {
  constructor(
    private readonly backups: BackupService,
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
    this.lifecycle.onStop('timers', 'backup', () => { clearTimeout(first); clearInterval(every); });
  }

  private async look(): Promise<void> {
    try {
      if (await this.backups.isDue()) await this.queue.nudge('backup.nightly');
    } catch (error) {
      this.log.warn({ err: error }, 'whether a backup is due could not be found out; asked again in ten minutes');
    }
  }
}
