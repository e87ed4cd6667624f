import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { JobTimers } from '../../platform/queue/job-timers.js';
import { PlansModule } from '../plans/plans.module.js';
import { VitalityModule } from '../vitality/vitality.module.js';
import { AgreementVitality } from './agreement-vitality.js';
import { Dormancy } from './dormancy.js';
import { DormancyStore } from './dormancy.store.js';

@Module({ imports: [PlansModule, VitalityModule], providers: [AgreementVitality, Dormancy, DormancyStore], exports: [AgreementVitality] })
export class DormancyModule implements OnApplicationBootstrap {
  constructor(private readonly timers: JobTimers, private readonly vitality: AgreementVitality) {}

  /** Soon after midnight, and whenever an agreement has fallen asleep or woken. */
  onApplicationBootstrap(): void {
    this.timers.watch({ job: 'agreements.vitality', isDue: () => this.vitality.isDue(), firstLookMs: 5_000, everyMs: 60_000 });
  }
}
