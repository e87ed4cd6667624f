import { Injectable } from '@nestjs/common';
import type { Person } from '@tawama/contracts';
import type { Tx } from '../../platform/db/database.js';
import { ReminderPlanner } from '../reminders/reminder-planner.js';
import { VitalityDesk } from '../vitality/vitality-desk.js';

type Changed = Partial<Person>;
/** What decides whether, when and how somebody is reminded. */
const REMINDING: readonly (keyof Changed)[] = ['active', 'email', 'timeZone', 'cityId', 'language'];
/** What decides whether somebody can be reached for their side. */
const REACHING: readonly (keyof Changed)[] = ['active', 'email', 'cityId', 'mandateEndsOn'];

/** What follows from a change of the people, in the same transaction: their reminders, and how alive the agreements are of their cities and those they coordinate for others. */
@Injectable()
export class PersonEffects {
  constructor(private readonly reminders: ReminderPlanner, private readonly vitality: VitalityDesk) {}

  async changed(tx: Tx, stored: Person, after: Changed): Promise<void> {
    // First what locks the agreements in their order: two changes at once then wait for each other instead of standing crosswise.
    if (REACHING.some((field) => field in after)) await this.vitality.refreshParts(tx, { cityIds: [...new Set([stored.cityId, after.cityId ?? stored.cityId])], coordinatorId: stored.id });
    if (REMINDING.some((field) => field in after)) await this.reminders.replanPerson(tx, stored.id);
  }

  /** Nobody is coordinator already when they come, nor still when they go. */
  async cameOrWent(tx: Tx, { cityId }: Pick<Person, 'cityId'>): Promise<void> {
    await this.vitality.refreshParts(tx, { cityIds: [cityId], coordinatorId: null });
  }
}
