import type { CommandEffect } from '@tawama/contracts';
import type { PlanChange } from '@tawama/domain';
import type { Tx } from '../../platform/db/database.js';
import type { VitalityDesk } from '../vitality/vitality-desk.js';
import type { By, PlanCommand } from './plan-command.js';
import { Plans } from './plans.service.js';

/** The plans whose every command reckons the agreement's vitality anew before it answers: each of them can change its facts. */
export class PlansAlive extends Plans {
  constructor(parts: ConstructorParameters<typeof Plans>, private readonly vitality: VitalityDesk) { super(...parts); }

  override runAndTell<Shown extends object, Told extends object>(by: By, command: PlanCommand, read: (tx: Tx) => Promise<Shown>, tell: (tx: Tx, change: PlanChange, before: ReadonlyMap<string, number>) => Promise<Told>): Promise<Shown & CommandEffect & Told> {
    const also = async (tx: Tx) => {
      await command.also?.(tx);
      await this.vitality.refreshOf(tx, command.target);
    };
    return super.runAndTell(by, { ...command, also }, read, tell);
  }
}
