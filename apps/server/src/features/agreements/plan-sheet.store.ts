import { Injectable } from '@nestjs/common';
import type { LocalisedText } from '@tawama/contracts';
import type { Tx } from '../../platform/db/database.js';

/** What a screen shows of a plan beside what the rules need. */
@Injectable()
export class PlanSheetStore {
  /** Step id → how it is called. */
  async words(tx: Tx, agreementId: string): Promise<ReadonlyMap<string, { number: string; title: LocalisedText }>> {
    const rows = await tx.query<{ id: string; number: string; title: LocalisedText }[]>('SELECT id, number, title FROM milestone WHERE agreement_id = $1', [agreementId]);
    return new Map(rows.map(({ id, number, title }) => [id, { number, title }]));
  }

  /** Reminder id → when its mail left; without those whose mail is still on its way, or was never sent. */
  async sentAt(tx: Tx, agreementId: string): Promise<ReadonlyMap<string, Date>> {
    const rows = await tx.query<{ id: string; sentAt: Date }[]>(
      'SELECT r.id, d.sent_at AS "sentAt" FROM reminder r JOIN delivery d ON d.id = r.delivery_id WHERE r.agreement_id = $1 AND d.sent_at IS NOT NULL', [agreementId]);
    return new Map(rows.map(({ id, sentAt }) => [id, sentAt]));
  }
}
