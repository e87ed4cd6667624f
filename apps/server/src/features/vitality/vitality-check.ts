import { vitalityOf } from '@tawama/domain';
import type { Database } from '../../platform/db/database.js';
import { batchesOf } from '../../platform/paging.js';
import type { VitalityStore } from './vitality.store.js';

/** The same words in the same order, however the database keeps them. */
const told = (level: string | null, reason: object | undefined): string => [level ?? 'none', ...Object.entries(reason ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)).flat()].join(' ');

/** Reckons how alive agreements are anew, each for the day for which it was reckoned, and tells where the outcome is another. Changes nothing. */
export class VitalityCheck {
  constructor(private readonly database: Database, private readonly store: VitalityStore) {}

  /** One sentence for each fault. */
  async *faults(): AsyncGenerator<string, void> {
    for await (const batch of batchesOf((after) => this.store.reckonedAfter(this.database.apart, after))) {
      for (const on of new Set(batch.map((one) => one.on))) {
        const stored = batch.filter((one) => one.on === on);
        const facts = new Map((await this.store.facts(this.database.apart, stored.map(({ id }) => id), on)).map((one) => [one.id, one]));
        for (const { id, level, reason } of stored) {
          const known = facts.get(id);
          const anew = known && vitalityOf(known);
          const [is, should] = [told(level, reason), anew ? told(anew.level, anew.reasons[0]) : told(null, undefined)];
          if (is !== should) yield `agreement ${id}: vitality ${is}; reckoned anew for ${on}: ${should}`;
        }
      }
    }
  }
}
