import { Injectable } from '@nestjs/common';
import { Night } from '../night/night.js';
import { ReminderCalendar } from '../sweeps/reminder-calendar.js';

/** What happens by itself while the clock is played: steps that come again appear, agreements fall asleep, terms end, before anybody is reminded. */
@Injectable()
export class DemoCalendar {
  constructor(private readonly calendar: ReminderCalendar, private readonly night: Night) {}

  nextDue(): Promise<Date | null> { return this.calendar.nextDue(); }

  /** @returns whether there is something to send */
  async sweep(): Promise<boolean> {
    await this.night.endTerms();
    return this.calendar.sweep();
  }
}
