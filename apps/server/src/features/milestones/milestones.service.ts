import { Injectable } from '@nestjs/common';
import type { ListQuery, Milestone, MilestoneCommand, MilestoneCommandAnswer, Page } from '@tawama/contracts';
import { decide, peopleNamedBy } from '@tawama/domain';
import { ClubClock } from '../../platform/clock.js';
import { Database, type Tx } from '../../platform/db/database.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { Proofs } from '../evidence/proofs.js';
import type { By } from '../plans/plan-command.js';
import { Plans } from '../plans/plans.service.js';
import { MilestoneDesk } from './milestone-desk.js';

/** The dated steps of the agreements, and what is done to one. */
@Injectable()
export class MilestonesService {
  constructor(private readonly database: Database, private readonly plans: Plans, private readonly desk: MilestoneDesk, private readonly clock: ClubClock, private readonly proofs: Proofs) {}

  list(viewer: Viewer, query: ListQuery): Promise<Page<Milestone>> {
    // One statement gives the page and its total: it agrees with itself.
    return this.desk.list(this.database.often, query, viewer.agreementIds, this.clock.dateAt(viewer.askedAt));
  }

  /** @throws Refusal `record/not-found`, also outside the viewer's scope */
  get(viewer: Viewer, id: string): Promise<Milestone> {
    return this.database.read((tx) => this.desk.get(tx, id, viewer.agreementIds));
  }

  /**
   * One command to one milestone, with everything that follows from it in the plan and the reminders.
   * @param version the version that the screen showed
   * @throws Refusal `record/not-found`, `record/stale`, `request/invalid` for evidence of another step, and what `decide` of the domain refuses
   */
  async act(by: By, id: string, version: number, command: MilestoneCommand): Promise<MilestoneCommandAnswer> {
    return this.actAndTell(by, id, version, command, () => Promise.resolve({}));
  }

  /** As `act`; `tell` adds what the transaction shows at its end, beside the versions that the agreement's milestones had before it. */
  actAndTell<Told extends object>(by: By, id: string, version: number, command: MilestoneCommand, tell: (tx: Tx, before: ReadonlyMap<string, number>) => Promise<Told>): Promise<MilestoneCommandAnswer & Told> {
    return this.plans.runAndTell(by, {
      target: { milestoneId: id }, version, journal: { action: `milestone.${command.name}`, ...wordsOf(command) }, names: peopleNamedBy(command),
      decide: (plan, circumstances) => decide(plan, id, command, circumstances), also: (tx) => this.keepWords(tx, by, id, command),
    }, (tx) => this.desk.get(tx, id, by.scope), (tx, _change, before) => tell(tx, before));
  }

  /** What a command says of the proof, beside the plan. */
  private async keepWords(tx: Tx, by: By, id: string, command: MilestoneCommand): Promise<void> {
    if (command.name === 'submit') await this.proofs.refuseStrange(tx, id, command.evidenceIds ?? []);
    if (command.name === 'confirm') await this.proofs.say(tx, id, command.side, { on: command.on, denied: false, reason: null, by: by.actorId });
    if (command.name === 'deny') await this.proofs.say(tx, id, command.side, { on: null, denied: true, reason: command.reason, by: by.actorId });
  }
}

/** What the journal says of a command beside the changed fields. */
function wordsOf(command: MilestoneCommand): { reason?: string | undefined; after?: Record<string, unknown> } {
  switch (command.name) {
    case 'submit': return { reason: command.note || undefined, ...(command.evidenceIds?.length && { after: { evidenceIds: command.evidenceIds } }) };
    case 'accept': return command.withoutEvidence === undefined ? { reason: command.comment } : { reason: command.withoutEvidence, after: { withoutEvidence: true } };
    case 'confirm': return { after: { side: command.side, on: command.on } };
    case 'deny': return { reason: command.reason, after: { side: command.side } };
    default: return 'reason' in command ? { reason: command.reason } : {};
  }
}
