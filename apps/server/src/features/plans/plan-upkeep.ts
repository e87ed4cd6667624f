import { Injectable } from '@nestjs/common';
import { replan, type Sight } from '@tawama/domain';
import type { TemplateGraph } from '@tawama/workflow';
import { Database } from '../../platform/db/database.js';
import { sideBySide } from '../../platform/side-by-side.js';
import { CalendarChanges } from '../calendars/calendar-changes.js';
import type { By } from './plan-command.js';
import { PlanSurvey } from './plan-survey.js';
import { Plans } from './plans.service.js';

/** As many batches at once as keep a small server busy and leave connections to those who wait for an answer. */
const AT_ONCE = 2;
const BY_ITSELF: By = { actorId: null, scope: null, dryRun: false };

/**
 * Keeps running plans in step with what changes without a command: holidays, working weeks and council sessions, and time, which brings
 * steps that come again into sight, month by month. Some plans share a transaction, held for a fraction of a second; a run that was killed is done anew and finds less to do.
 */
@Injectable()
export class PlanUpkeep {
  constructor(private readonly database: Database, private readonly plans: Plans, private readonly survey: PlanSurvey, private readonly calendars: CalendarChanges) {}

  async isDue(): Promise<boolean> {
    return await this.calendars.unfollowed(this.database.apart) !== null || (await this.survey.comingIntoSight()).length > 0;
  }

  /** @returns how many plans changed */
  async run(): Promise<number> {
    const change = await this.calendars.unfollowed(this.database.apart);
    let changed = 0;
    if (change !== null) {
      changed += await this.each(await this.survey.laidOutSoFar(), ({ needsCalendars }) => needsCalendars);
      await this.calendars.follow(this.database.apart, change);
    }
    for (const sight of await this.survey.comingIntoSight()) {
      changed += await this.each(sight, ({ repeats }) => repeats);
      await this.survey.laidOut(sight.until);
    }
    return changed;
  }

  private async each(sight: Sight, concerned: (graph: TemplateGraph) => boolean): Promise<number> {
    let changed = 0;
    const { until, on } = sight;
    await sideBySide(this.survey.outOfStep(concerned, until), AT_ONCE, async (ids) => {
      changed += await this.plans.runTogether(BY_ITSELF, ids, { journal: { action: 'agreement.keep-up' }, seenOn: on, decide: (plan) => replan(plan, { ...plan, laidOutUntil: until }) });
    });
    return changed;
  }
}
