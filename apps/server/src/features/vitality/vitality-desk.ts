import { Injectable } from '@nestjs/common';
import { vitalityOf } from '@tawama/domain';
import { ClubClock } from '../../platform/clock.js';
import type { Tx } from '../../platform/db/database.js';
import { VitalityStore, type Parts } from './vitality.store.js';

/** A person of a partner city has a part in a few agreements, one of ours in thousands. */
const AT_ONCE = 200;

/** Keeps what is stored of the agreements' vitality in step with its facts, inside the transaction that changes them. */
@Injectable()
export class VitalityDesk {
  constructor(private readonly store: VitalityStore, private readonly clock: ClubClock) {}

  /** The day for which is reckoned. */
  today(): Promise<string> { return this.clock.today(); }

  /** Reckons these agreements for today; repeating it changes nothing. What is over has no vitality. */
  async refresh(tx: Tx, agreementIds: readonly string[]): Promise<void> {
    if (agreementIds.length === 0) return;
    await this.store.lock(tx, agreementIds);
    await this.reckon(tx, agreementIds, await this.clock.today(tx));
  }

  /** As `refresh`, for a caller that holds the agreements' locks and knows the day. */
  refreshHeld(tx: Tx, agreementIds: readonly string[], today: string): Promise<void> {
    return this.reckon(tx, agreementIds, today);
  }

  /** As `refresh`, but waits for nobody: whoever holds an agreement reckons it, or it is found again at the next look. */
  async refreshFree(tx: Tx, agreementIds: readonly string[]): Promise<void> {
    await this.reckon(tx, await this.store.lockFree(tx, agreementIds), await this.clock.today(tx));
  }

  private async reckon(tx: Tx, agreementIds: readonly string[], today: string): Promise<void> {
    if (agreementIds.length === 0) return;
    const found = new Map((await this.store.facts(tx, agreementIds, today)).map((facts) => [facts.id, facts]));
    await this.store.save(tx, agreementIds.map((id) => {
      const facts = found.get(id);
      if (!facts) return { id, level: null, reason: null };
      const { level, reasons: [reason] } = vitalityOf(facts);
      return { id, level, reason };
    }), today);
  }

  /** After a change of a person: a few agreements of their cities, and of those they coordinate, at once, very many at the next look of the job. */
  async refreshParts(tx: Tx, parts: Parts): Promise<void> {
    const ids = await this.store.ofParts(tx, parts, AT_ONCE + 1);
    if (ids.length > AT_ONCE) await this.store.forget(tx, parts);
    else await this.refresh(tx, ids);
  }
}
