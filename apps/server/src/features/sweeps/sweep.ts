import { Inject, Injectable } from '@nestjs/common';
import { localToInstant, type ZoneTable } from '@tawama/domain';
import { Database } from '../../platform/db/database.js';
import { ZONES } from '../../platform/zones.js';
import { SendingStore } from '../sending/sending.store.js';
import { MaterialiseStore } from './materialise.store.js';
import { Materialiser } from './materialiser.js';

/** One look over the tables: what is due becomes mails, what a dead worker held is free again. Any number may run at once. */
@Injectable()
export class Sweep {
  constructor(
    private readonly database: Database,
    private readonly materialiser: Materialiser,
    private readonly store: MaterialiseStore,
    private readonly sending: SendingStore,
    @Inject(ZONES) private readonly zones: ZoneTable,
  ) {}

  /** @returns whether there is something to send now */
  async run(): Promise<boolean> {
    const took = this.store.figures.seconds.startTimer();
    await this.sending.freeExpired();
    await this.materialiser.materialise();
    await this.store.noteSweep();
    took();
    return this.sending.hasWork();
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
