import { Injectable } from '@nestjs/common';
import { AgreementLife } from '../agreements/agreement-life.js';
import { ReminderCalendar } from '../sweeps/reminder-calendar.js';

/** What happens by itself while the clock is played: a term that is over ends its agreement before anybody is reminded of it. */
@Injectable()
export class DemoCalendar {
  constructor(private readonly calendar: ReminderCalendar, private readonly life: AgreementLife) {}

  nextDue(): Promise<Date | null> { return this.calendar.nextDue(); }

  /** @returns whether there is something to send */
  async sweep(): Promise<boolean> {
    await this.life.expireAll();
    return this.calendar.sweep();
  }
}
