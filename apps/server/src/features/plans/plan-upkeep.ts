import { Injectable } from '@nestjs/common';
import { replan } from '@tawama/domain';
import { Database } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import { sideBySide } from '../../platform/side-by-side.js';
import { CalendarChanges } from '../calendars/calendar-changes.js';
import type { By } from './plan-command.js';
import { PlanSurvey } from './plan-survey.js';
import { Plans } from './plans.service.js';

/** As many plans at once as keep a small server busy and leave connections to those who wait for an answer. */
const AT_ONCE = 4;
const BY_ITSELF: By = { actorId: null, scope: null, dryRun: false };

/**
 * Keeps running plans in step with what changes without a command: holidays, working weeks and council sessions, and time, which brings
 * steps that come again into sight. Each plan in a transaction of its own; a run that was killed is done anew and finds less to do.
 */
@Injectable()
export class PlanUpkeep {
  constructor(private readonly database: Database, private readonly plans: Plans, private readonly survey: PlanSurvey, private readonly calendars: CalendarChanges) {}

  async isDue(): Promise<boolean> {
    return await this.calendars.unfollowed(this.database.apart) !== null || await this.survey.layOutUntil() !== null;
  }

  /** @returns how many plans changed */
  async run(): Promise<number> {
    const change = await this.calendars.unfollowed(this.database.apart);
    const until = await this.survey.layOutUntil();
    let changed = 0;
    const behind = this.survey.outOfStep(({ needsCalendars, repeats }) => (change !== null && needsCalendars) || (until !== null && repeats));
    await sideBySide(behind, AT_ONCE, async (id) => { if (await this.keepUp(id)) changed += 1; });
    if (change !== null) await this.calendars.follow(this.database.apart, change);
    if (until !== null) await this.survey.laidOut(until);
    return changed;
  }

  /** False: it is over meanwhile. */
  private async keepUp(agreementId: string): Promise<boolean> {
    try {
      await this.plans.run(BY_ITSELF, { target: { agreementId }, version: null, journal: { action: 'agreement.keep-up' }, decide: (plan) => ({ ok: true, value: replan(plan, plan) }) }, () => Promise.resolve({}));
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }
}
