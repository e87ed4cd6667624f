import { Injectable } from '@nestjs/common';
import { MaterialiseStore } from './materialise.store.js';
import { Sweep } from './sweep.js';

/** When something falls due, and seeing to it: what the features after this one may use of the sweep. */
@Injectable()
export class ReminderCalendar {
  constructor(private readonly store: MaterialiseStore, private readonly sweeper: Sweep) {}

  /** Club time of the next planned reminder; null when none is planned. */
  async nextDue(): Promise<Date | null> { return (await this.store.look()).nextDue; }

  /** Makes mails of what is due. @returns whether there is something to send */
  async sweep(): Promise<boolean> { return (await this.sweeper.run()).work; }
}
