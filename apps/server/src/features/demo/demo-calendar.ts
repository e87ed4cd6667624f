import { Injectable } from '@nestjs/common';
import { AgreementLife } from '../agreements/agreement-life.js';
import { AgreementVitality } from '../dormancy/agreement-vitality.js';
import { PlanUpkeep } from '../plans/plan-upkeep.js';
import { ReminderCalendar } from '../sweeps/reminder-calendar.js';

/** What happens by itself while the clock is played: terms end, steps that come again appear, agreements fall asleep, before anybody is reminded. */
@Injectable()
export class DemoCalendar {
  constructor(private readonly calendar: ReminderCalendar, private readonly life: AgreementLife, private readonly upkeep: PlanUpkeep, private readonly vitality: AgreementVitality) {}

  nextDue(): Promise<Date | null> { return this.calendar.nextDue(); }

  /** @returns whether there is something to send */
  async sweep(): Promise<boolean> {
    await this.life.expireAll();
    await this.upkeep.run();
    await this.vitality.run();
    return this.calendar.sweep();
  }
}
