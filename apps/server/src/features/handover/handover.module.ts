import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { JobTimers } from '../../platform/queue/job-timers.js';
import { AuditModule } from '../audit/audit.module.js';
import { PeopleModule } from '../people/people.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { VitalityModule } from '../vitality/vitality.module.js';
import { HandoverController } from './handover.controller.js';
import { HandoverService } from './handover.service.js';
import { HandoverStore } from './handover.store.js';
import { Reassigning } from './reassigning.js';
import { SuccessorQuestions } from './successor-questions.js';

@Module({
  imports: [AuditModule, PeopleModule, PlansModule, RemindersModule, VitalityModule], controllers: [HandoverController],
  providers: [HandoverService, HandoverStore, Reassigning, SuccessorQuestions], exports: [SuccessorQuestions],
})
export class HandoverModule implements OnApplicationBootstrap {
  constructor(private readonly timers: JobTimers, private readonly questions: SuccessorQuestions) {}

  onApplicationBootstrap(): void {
    this.timers.watch({ job: 'people.ask-successors', isDue: () => this.questions.isDue(), firstLookMs: 8_000, everyMs: 300_000 });
  }
}
