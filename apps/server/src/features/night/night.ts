import { Injectable } from '@nestjs/common';
import { AgreementLife } from '../agreements/agreement-life.js';
import { CouncilSessionsService } from '../calendars/council-sessions.service.js';
import { AgreementVitality } from '../dormancy/agreement-vitality.js';
import { SuccessorQuestions } from '../handover/successor-questions.js';
import { PlanUpkeep } from '../plans/plan-upkeep.js';

/**
 * What time does to the club, in the one order in which it may be done: plans follow time and calendars, then agreements are reckoned on them,
 * then those whose term is over end. Each part does first what comes before it, so that it does not matter which job is taken up first, nor
 * after how many days.
 */
@Injectable()
export class Night {
  constructor(
    private readonly sessions: CouncilSessionsService,
    private readonly upkeep: PlanUpkeep,
    private readonly vitality: AgreementVitality,
    private readonly successors: SuccessorQuestions,
    private readonly life: AgreementLife,
  ) {}

  async keepUp(): Promise<void> {
    await this.sessions.announce();
    await this.upkeep.run();
  }

  reckon(): Promise<void> {
    return inOrder(() => this.keepUp(), () => this.vitality.run());
  }

  endTerms(): Promise<void> {
    return inOrder(() => this.reckon(), () => this.life.expireAll());
  }

  askSuccessors(): Promise<void> {
    return this.successors.ask();
  }

  /** All of it. */
  pass(): Promise<void> {
    return inOrder(() => this.endTerms(), () => this.askSuccessors());
  }
}

/** A part that fails does not hold up those after it; its error is thrown at the end. */
async function inOrder(...parts: readonly (() => Promise<unknown>)[]): Promise<void> {
  const errors: unknown[] = [];
  for (const part of parts) await part().catch((error: unknown) => { errors.push(error); });
  if (errors.length > 0) throw errors[0];
}
