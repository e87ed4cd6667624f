import { Injectable } from '@nestjs/common';
import { AgreementVitality } from '../dormancy/agreement-vitality.js';
import { SuccessorQuestions } from '../handover/successor-questions.js';
import { PlanUpkeep } from '../plans/plan-upkeep.js';

/** What the jobs of a night would have done by the demonstration's present: the first picture does not wait for them. */
@Injectable()
export class DemoNight {
  constructor(private readonly upkeep: PlanUpkeep, private readonly vitality: AgreementVitality, private readonly successors: SuccessorQuestions) {}

  async pass(): Promise<void> {
    await this.upkeep.run();
    await this.vitality.run();
    await this.successors.ask();
  }
}
