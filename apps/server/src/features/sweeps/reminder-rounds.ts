import { Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Metrics } from '../../platform/http/health/metrics.js';
import { WorkQueue } from '../../platform/queue/work-queue.js';
import { SendingStore } from '../sending/sending.store.js';
import { Sender } from '../sending/sender.js';
import { MaterialiseStore } from './materialise.store.js';
import { Sweep } from './sweep.js';

const INVARIANTS_EVERY_MS = 60_000;
const REPAIR_EVERY_MS = 3_600_000;
const NUDGE_EVERY_MS = 1_000;
/** Where very many fall due within a second, they are taken in handfuls. */
const SHORTEST_PAUSE_MS = 10;

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
  private repairedAt = -Infinity;
  private nudgedAt = -Infinity;

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

  /** @returns milliseconds until there is something to do */
  async once(): Promise<number> {
    const { work, inMs } = await this.sweep.run(() => this.send());
    if (work) this.send();
    await this.checkInvariants();
    return Math.max(SHORTEST_PAUSE_MS, inMs ?? Infinity);
  }

  /** Whether mails leave must not depend on the queue: this process begins at once, and asks the others now and then. Their own timers would find the mails too. */
  private send(): void {
    if (!this.sender.more()) void this.sender.drain();
    if (performance.now() - this.nudgedAt < NUDGE_EVERY_MS) return;
    this.nudgedAt = performance.now();
    void this.queue.nudge('deliveries.drain');
  }

  /** @returns how many mails had fallen off their way */
  private async repair(): Promise<number> {
    if (performance.now() - this.repairedAt < REPAIR_EVERY_MS) return 0;
    this.repairedAt = performance.now();
    return this.stores.sending.putBackOnTheirWay();
  }

  private async checkInvariants(): Promise<void> {
    if (performance.now() - this.checkedAt < INVARIANTS_EVERY_MS) return;
    this.checkedAt = performance.now();
    this.broken.set(await this.stores.sending.broken() + await this.repair());
  }
}
