import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/database.js';
import { batchesOf } from '../../platform/paging.js';
import { VitalityDesk } from '../vitality/vitality-desk.js';
import { VitalityStore } from '../vitality/vitality.store.js';
import { Dormancy } from './dormancy.js';
import { DormancyStore } from './dormancy.store.js';

/** Reckoned and saved together; a batch that is lost is done again. */
const BATCH = 500;

/** Once a day every agreement is reckoned for its date. Whatever days were missed, the outcome is that of the last one. */
@Injectable()
export class AgreementVitality {
  constructor(private readonly database: Database, private readonly desk: VitalityDesk, private readonly store: VitalityStore, private readonly dormancies: DormancyStore, private readonly dormancy: Dormancy) {}

  async isDue(): Promise<boolean> {
    return this.dormancies.isDue(this.database.apart, await this.desk.today());
  }

  async run(): Promise<void> {
    const today = await this.desk.today();
    for await (const ids of batchesOf((after) => this.store.stale(this.database.apart, today, after, BATCH))) await this.database.transaction((tx) => this.desk.refreshFree(tx, ids));
    await this.dormancy.settle();
  }
}
