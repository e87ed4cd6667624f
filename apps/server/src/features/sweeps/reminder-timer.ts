import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { OwnClients } from '../../platform/db/own-client.js';
import { Env } from '../../platform/env.js';
import { Lifecycle } from '../../platform/lifecycle.js';
import { LOG, type Log } from '../../platform/log.js';
import { ReminderRounds } from './reminder-rounds.js';

const RECONNECT_MS = 2_000;

/** Wakes at the next due instant, when somebody plans something earlier, and at the latest every 15 seconds. */
@Injectable()
export class ReminderTimer implements OnApplicationBootstrap {
  private wake: (() => void) | undefined;
  private woken = false;
  private stopped = false;
  private closeListener: (() => Promise<void>) | undefined;

  constructor(
    private readonly rounds: ReminderRounds,
    private readonly clients: OwnClients,
    private readonly env: Env,
    private readonly lifecycle: Lifecycle,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (this.env.role === 'api') return;
    const looping = this.loop();
    const listening = this.listen();
    this.lifecycle.onStop('timers', 'reminders', async () => {
      this.stopped = true;
      this.nudge();
      await this.closeListener?.();
      await Promise.all([looping, listening]);
    });
  }

  private nudge(): void {
    this.woken = true;
    this.wake?.();
  }

  private async loop(): Promise<void> {
    await this.rounds.begin().catch((error: unknown) => this.log.warn({ err: error }, 'the zone data of planned reminders could not be compared'));
    while (!this.stopped) {
      this.woken = false;
      let pauseMs = 1_000;
      try {
        pauseMs = await this.rounds.once();
      } catch (error) {
        this.log.warn({ err: error }, 'a sweep failed; the next one tries again');
      }
      await this.sleep(Math.min(pauseMs, this.env.sweepSeconds * 1000));
    }
  }

  private async sleep(ms: number): Promise<void> {
    if (this.woken || this.stopped) return;
    await new Promise<void>((done) => {
      const timer = setTimeout(done, ms);
      this.wake = () => { clearTimeout(timer); done(); };
    });
    this.wake = undefined;
  }

  /** Behind a pooler that does not know LISTEN the sweep alone does the work. */
  private async listen(): Promise<void> {
    while (!this.stopped) {
      try {
        const client = await this.clients.connect('wake');
        const ended = new Promise<void>((done) => client.on('end', done));
        this.closeListener = () => client.end().catch(() => {});
        client.on('notification', () => this.nudge());
        await client.query('LISTEN tawama_wake');
        // What was announced while nobody listened is found by looking.
        this.nudge();
        if (this.stopped) await client.end();
        await ended;
      } catch (error) {
        this.log.debug({ err: error }, 'not listening for wake-ups');
      }
      if (!this.stopped) await new Promise((go) => setTimeout(go, RECONNECT_MS).unref());
    }
  }
}
