import { Inject, Injectable } from '@nestjs/common';
import { localToInstant, type ZoneTable } from '@tawama/domain';
import { Database } from '../../platform/db/database.js';
import { ZONES } from '../../platform/zones.js';
import { MaterialiseStore, type Look } from './materialise.store.js';
import { Materialiser } from './materialiser.js';

const NOTE_EVERY_MS = 10_000;

/** One look over the tables: what is due becomes mails. Any number may run at once. */
@Injectable()
export class Sweep {
  private notedAt = -Infinity;

  constructor(
    private readonly database: Database,
    private readonly materialiser: Materialiser,
    private readonly store: MaterialiseStore,
    @Inject(ZONES) private readonly zones: ZoneTable,
  ) {}

  /**
   * @param made hears as soon as the first mails are there, while others are still being made
   * @returns how the tables stand afterwards
   */
  async run(made?: () => void): Promise<Look> {
    const took = this.store.figures.seconds.startTimer();
    let look = await this.store.look();
    if (look.due) {
      await this.materialiser.materialise(made);
      look = await this.store.look();
    }
    await this.noteSometimes();
    took();
    return look;
  }

  /** For whoever looks whether sweeps go on; an idle program need not write every time. */
  private async noteSometimes(): Promise<void> {
    if (performance.now() - this.notedAt < NOTE_EVERY_MS) return;
    this.notedAt = performance.now();
    await this.store.noteSweep();
  }

  /** Reckons the instants of planned reminders anew where the zone data have changed since; the local date and time stay. */
  async renewInstants(): Promise<void> {
    for (;;) {
      const count = await this.database.transaction(async (tx) => {
        const rows = await this.store.withOtherZoneData(tx, this.zones.version);
        await this.store.setInstants(tx, rows.map(({ id, localDate, localTime, zone }) => ({ id, dueAt: localToInstant(this.zones, zone, localDate, localTime) })), this.zones.version);
        return rows.length;
      });
      if (count === 0) return;
    }
  }
}
