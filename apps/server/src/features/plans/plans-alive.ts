import type { Tx } from '../../platform/db/database.js';
import type { VitalityDesk } from '../vitality/vitality-desk.js';
import { Plans } from './plans.service.js';

/** The plans whose every command reckons the agreement's vitality anew before it answers: each of them can change its facts. */
export class PlansAlive extends Plans {
  constructor(parts: ConstructorParameters<typeof Plans>, private readonly vitality: VitalityDesk) { super(...parts); }

  protected override changed(tx: Tx, agreementIds: readonly string[], today: string): Promise<void> {
    return this.vitality.refreshHeld(tx, agreementIds, today);
  }
}
