import { Injectable } from '@nestjs/common';
import type { LocalisedText } from '@tawama/contracts';
import type { PlanPerson } from '@tawama/domain';
import type { Tx } from '../../platform/db/database.js';
import { PlansStore } from '../plans/plans.store.js';

/** What a screen shows of a plan beside what the rules need. */
@Injectable()
export class PlanSheetStore {
  constructor(private readonly plans: PlansStore) {}

  /** Whom a rule may have to do with. @param today the club's date @param named ids of those whom the plan names; null: nobody there */
  people(tx: Tx, cities: { homeCityId: string; partnerCityIds: readonly string[] }, today: string, named: readonly (string | null)[]): Promise<PlanPerson[]> {
    return this.plans.peopleThatMatter(tx, cities, today, [...new Set(named)].filter((one) => one !== null));
  }

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
