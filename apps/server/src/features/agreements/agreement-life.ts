import { Injectable } from '@nestjs/common';
import type { AgreementLifeAnswer, AgreementLifeCommand } from '@tawama/contracts';
import { decideLife, expire, type Result, type PlanChange } from '@tawama/domain';
import { ClubClock } from '../../platform/clock.js';
import { Database } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import { rowsOf } from '../../platform/paging.js';
import type { By, PlanCommand } from '../plans/plan-command.js';
import { Plans } from '../plans/plans.service.js';
import { AgreementsService } from './agreements.service.js';
import { AgreementsStore } from './agreements.store.js';

const BY_ITSELF: By = { actorId: null, scope: null, dryRun: false };

/** Suspends, resumes and ends agreements, at somebody's word or because their term is over. */
@Injectable()
export class AgreementLife {
  constructor(
    private readonly plans: Plans,
    private readonly agreements: AgreementsService,
    private readonly store: AgreementsStore,
    private readonly database: Database,
    private readonly clock: ClubClock,
  ) {}

  /** @throws Refusal `record/not-found`, `record/stale`, `agreement/not-allowed-in-status`, `agreement/term-over` */
  act(by: By, id: string, version: number, command: AgreementLifeCommand): Promise<AgreementLifeAnswer> {
    const reason = 'reason' in command ? command.reason : undefined;
    const after = command.name === 'resume' ? { mode: command.mode } : {};
    return this.run(by, id, { version, journal: { action: `agreement.${command.name}`, reason, after }, decide: (plan, circumstances) => decideLife(plan, command, circumstances) });
  }

  /** Whether some agreement is to be ended because its term is over. */
  async isDue(): Promise<boolean> {
    return (await this.store.pastTheirTerm(this.database.apart, await this.clock.today(), null)).length > 0;
  }

  /**
   * Ends every agreement whose term is over, each in a transaction of its own: killed in between, the next run does the rest; run twice, or
   * beside another run, the second finds nothing. @returns how many it ended
   */
  async expireAll(): Promise<number> {
    let ended = 0;
    for await (const id of rowsOf(async (after) => this.store.pastTheirTerm(this.database.apart, await this.clock.today(), after))) if (await this.expireOne(id)) ended += 1;
    return ended;
  }

  /** False: somebody renewed, suspended or ended it since it was found. */
  private async expireOne(id: string): Promise<boolean> {
    try {
      await this.run(BY_ITSELF, id, { version: null, journal: { action: 'agreement.expire' }, decide: (plan, circumstances): Result<PlanChange> => expire(plan, circumstances) });
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }

  private run(by: By, id: string, command: Omit<PlanCommand, 'target'>): Promise<AgreementLifeAnswer> {
    return this.plans.runAndTell(by, { target: { agreementId: id }, ...command }, this.agreements.reader(id, by.scope), (_tx, { cancelled }) => Promise.resolve({ cancelled: [...cancelled] }));
  }
}
