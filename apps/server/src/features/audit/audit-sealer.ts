import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database, type Tx } from '../../platform/db/database.js';
import { Lifecycle } from '../../platform/lifecycle.js';
import { LOG, type Log } from '../../platform/log.js';
import { AuditStore, type Seal } from './audit.store.js';
import { BEGINNING, linkOf } from './chain.js';

const BATCH = 500;
const TICK_MS = 1_000;
/** An entry shows at its commit, which may come this many ticks after it was written. */
const TICKS_AFTER_AN_ENTRY = 40;

/** Chains committed entries, a second after they came: writers never wait for each other, and one sealer at a time gives the order. */
@Injectable()
export class AuditSealer implements OnApplicationBootstrap {
  private ticksLeft = 1;
  private isFirst = true;
  private running: Promise<unknown> = Promise.resolve();

  constructor(private readonly database: Database, private readonly store: AuditStore, private readonly lifecycle: Lifecycle, @Inject(LOG) private readonly log: Log) {}

  onApplicationBootstrap(): void {
    const timer = setInterval(() => this.tick(), TICK_MS).unref();
    this.lifecycle.onStop('timers', 'audit sealer', async () => { clearInterval(timer); await this.running; });
  }

  /** There is, or soon will be, something to seal. */
  expect(): void { this.ticksLeft = TICKS_AFTER_AN_ENTRY; }

  /**
   * Seals whatever is committed and not sealed.
   * @param everything looks through the whole journal; otherwise only at what is not older than ten minutes before the last seal
   * @returns how many entries were chained; 0 when another process is at it
   */
  async sealAll(everything = true): Promise<number> {
    let sealed = 0;
    for (let batch = BATCH; batch === BATCH && !this.lifecycle.isStopping; sealed += batch) batch = await this.database.transaction((tx) => this.seal(tx, everything));
    return sealed;
  }

  /** Chains one batch in the given transaction. */
  async seal(tx: Tx, everything = true): Promise<number> {
    if (!await this.store.tryLockSeals(tx)) return 0;
    const last = await this.store.lastSeal(tx);
    let { sequence, hash } = last ?? { sequence: 0, hash: BEGINNING };
    const seals: Seal[] = [];
    for (const entry of await this.store.unsealed(tx, everything ? undefined : last, BATCH)) {
      sequence += 1;
      hash = linkOf(hash, entry);
      seals.push({ sequence, entryId: entry.id, hash });
    }
    if (seals.length > 0) await this.store.addSeals(tx, seals);
    return seals.length;
  }

  private tick(): void {
    if (this.ticksLeft === 0) return;
    this.ticksLeft -= 1;
    const { isFirst } = this;
    this.isFirst = false;
    this.running = this.running.then(() => this.sealAll(isFirst)).catch((error: unknown) => this.log.warn({ err: error }, 'the journal could not be sealed; it will be tried again'));
  }
}
