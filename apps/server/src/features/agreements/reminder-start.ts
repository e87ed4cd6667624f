import { Injectable } from '@nestjs/common';
import type { StartRemindersAnswer } from '@tawama/contracts';
import { MS_PER_DAY, startReminders } from '@tawama/domain';
import { ClubClock } from '../../platform/clock.js';
import type { By } from '../plans/plan-command.js';
import { Plans } from '../plans/plans.service.js';
import { Forecast } from '../forecast/forecast.js';
import { AgreementsService } from './agreements.service.js';

const DAYS_SHOWN = 30;

/** Lets an agreement's mails go, and tells beforehand which ones these are. */
@Injectable()
export class ReminderStart {
  constructor(private readonly plans: Plans, private readonly agreements: AgreementsService, private readonly forecast: Forecast, private readonly clock: ClubClock) {}

  /** @throws Refusal `record/not-found`, `record/stale`, `agreement/closed`, `agreement/reminders-already-started` */
  startReminders(by: By, id: string, version: number): Promise<StartRemindersAnswer> {
    return this.plans.runAndTell(by, {
      target: { agreementId: id }, version, journal: { action: 'agreement.start-reminders' },
      decide: (plan, circumstances) => startReminders(plan, circumstances),
    }, this.agreements.reader(id, by.scope), async (tx) => {
      const from = (await this.clock.now(tx)).getTime();
      return { firstMails: await this.forecast.within(tx, { from, to: from + DAYS_SHOWN * MS_PER_DAY, agreementId: id }, by.scope) };
    });
  }
}
