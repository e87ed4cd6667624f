import { Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Metrics } from '../../platform/http/health/metrics.js';
import { WorkQueue } from '../../platform/queue/work-queue.js';
import { SendingStore } from '../sending/sending.store.js';
import { Sender } from '../sending/sender.js';
import { MaterialiseStore } from './materialise.store.js';
import { Sweep } from './sweep.js';

const INVARIANTS_EVERY_MS = 60_000;

/** The tables a round looks at. */
@Injectable()
export class RoundStores {
  constructor(readonly materialise: MaterialiseStore, readonly sending: SendingStore) {}
}

/** What a worker does each time it wakes: sweep, have the mails sent, reckon when to wake next. */
@Injectable()
export class ReminderRounds {
  private readonly broken: Gauge;
  private checkedAt = -Infinity;

  constructor(
    private readonly sweep: Sweep,
    private readonly sender: Sender,
    private readonly queue: WorkQueue,
    private readonly stores: RoundStores,
    metrics: Metrics,
  ) {
    this.broken = new Gauge({ name: 'tawama_broken_rows', help: 'Reminders and deliveries that contradict the promise; must be 0', registers: [metrics.registry] });
    // Where nobody has looked, as in an api, nothing is said.
    this.broken.remove();
  }

  async begin(): Promise<void> { await this.sweep.renewInstants(); }

  /** @returns milliseconds until something falls due */
  async once(): Promise<number> {
    // Whether mails leave must not depend on the queue: when it does not answer, this process sends them itself.
    if (await this.sweep.run() && !await this.queue.nudge('deliveries.drain')) void this.sender.drain();
    await this.checkInvariants();
    const { at, inMs, retryInMs } = await this.stores.materialise.nextDue();
    await this.stores.materialise.announceNext(at);
    return Math.max(10, Math.min(inMs ?? Infinity, retryInMs !== null && retryInMs > 0 ? retryInMs : Infinity));
  }

  private async checkInvariants(): Promise<void> {
    if (performance.now() - this.checkedAt < INVARIANTS_EVERY_MS) return;
    this.checkedAt = performance.now();
    this.broken.set(await this.stores.sending.broken());
  }
}
