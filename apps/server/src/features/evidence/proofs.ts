import { Injectable } from '@nestjs/common';
import type { Confirmation, ConfirmingSide } from '@tawama/contracts';
import { proofLevel } from '@tawama/domain';
import type { Tx } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import { EvidenceStore } from './evidence.store.js';

/** Keeps with each milestone the level that its files and both sides' words prove, in the transaction that changes one of them. */
@Injectable()
export class Proofs {
  constructor(private readonly store: EvidenceStore) {}

  async say(tx: Tx, milestoneId: string, side: ConfirmingSide, said: Confirmation): Promise<void> {
    await this.store.putConfirmation(tx, milestoneId, side, said);
    await this.reckon(tx, milestoneId);
  }

  async reckon(tx: Tx, milestoneId: string): Promise<void> {
    const [kinds, confirmations] = [await this.store.kinds(tx, milestoneId), await this.store.confirmations(tx, milestoneId)];
    await this.store.putProofLevel(tx, milestoneId, proofLevel({ kinds, confirmations }));
  }

  /**
   * @param pathOf how the request names the one at that place
   * @throws Refusal `request/invalid` with the place of each that is no evidence of this step
   */
  async refuseStrange(tx: Tx, milestoneId: string, ids: readonly string[], pathOf = (place: number): string => `evidenceIds.${place}`): Promise<void> {
    if (ids.length === 0) return;
    const known = await this.store.ofStep(tx, milestoneId, ids);
    const fields = ids.flatMap((id, place) => (known.has(id.toLowerCase()) ? [] : [{ path: pathOf(place), code: 'record/not-found' }]));
    if (fields.length > 0) throw new Refusal('request/invalid', { fields });
  }
}
