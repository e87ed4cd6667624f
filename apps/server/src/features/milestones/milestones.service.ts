import { Injectable } from '@nestjs/common';
import type { ListQuery, Milestone, MilestoneCommand, MilestoneCommandAnswer, Page } from '@tawama/contracts';
import { decide, peopleNamedBy } from '@tawama/domain';
import { ClubClock } from '../../platform/clock.js';
import { Database } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import type { Viewer } from '../../platform/http/viewer.js';
import type { By } from '../plans/plan-command.js';
import { Plans } from '../plans/plans.service.js';
import { MilestoneDesk } from './milestone-desk.js';

/** The dated steps of the agreements, and what is done to one. */
@Injectable()
export class MilestonesService {
  constructor(private readonly database: Database, private readonly plans: Plans, private readonly desk: MilestoneDesk, private readonly clock: ClubClock) {}

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
   * @throws Refusal `record/not-found`, `record/stale`, and what `decide` of the domain refuses
   */
  async act(by: By, id: string, version: number, command: MilestoneCommand): Promise<MilestoneCommandAnswer> {
    // Evidence files come with their own issue: until then no file exists that could be named.
    if (command.name === 'submit' && command.evidenceIds?.length) throw new Refusal('request/invalid', { fields: [{ path: 'evidenceIds.0', code: 'record/not-found' }] });
    return this.plans.run(by, {
      target: { milestoneId: id }, version, journal: { action: `milestone.${command.name}`, ...wordsOf(command) }, names: peopleNamedBy(command),
      decide: (plan, circumstances) => decide(plan, id, command, circumstances),
    }, (tx) => this.desk.get(tx, id, by.scope));
  }
}

/** What the journal says of a command beside the changed fields. */
function wordsOf(command: MilestoneCommand): { reason?: string | undefined; after?: Record<string, unknown> } {
  if ('reason' in command) return { reason: command.reason };
  if (command.name === 'submit') return { reason: command.note || undefined };
  return command.name === 'accept' ? { reason: command.comment } : {};
}
