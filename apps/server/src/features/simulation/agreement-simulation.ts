import { Injectable } from '@nestjs/common';
import type { SimulateAgreement, SimulationAnswer } from '@tawama/contracts';
import { playPlan, type MailRecipient } from '@tawama/domain';
import { Database } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import { inTurns } from '../../platform/in-turns.js';
import { PlanDesk } from '../plans/plan-desk.js';
import { ReminderPlanner } from '../reminders/reminder-planner.js';
import { answerOf, checkSize } from './simulation-answer.js';
import { SimulationStore } from './simulation.store.js';
import { SimulationWorld } from './simulation-world.js';

/** Plays a running agreement forward from today: with its own people, as if it were the only one that writes to them. */
@Injectable()
export class AgreementSimulation {
  constructor(
    private readonly database: Database,
    private readonly desk: PlanDesk,
    private readonly reminders: ReminderPlanner,
    private readonly store: SimulationStore,
    private readonly world: SimulationWorld,
  ) {}

  /** @throws Refusal `record/not-found`, also outside the scope; `simulation/too-large` */
  async simulate(id: string, scope: readonly string[] | null, { daysLate, years, termYears }: SimulateAgreement): Promise<SimulationAnswer> {
    const { plan, today, roles, people } = await this.database.read(async (tx) => {
      const now = await this.world.clock.today(tx);
      const cities = await this.store.partiesOf(tx, id, scope);
      const [found] = cities ? await this.desk.look(tx, [id], now) : [];
      if (!cities || !found) throw new Refusal('record/not-found');
      const candidates = await this.reminders.rolesOf(tx, { id, coordinatorId: found.agreement.coordinatorId, ...cities }, found.milestones);
      return { plan: found, today: now, roles: candidates, people: await this.store.people(tx, candidates.ids) };
    });
    checkSize(plan.milestones.length, years);
    const { zones, env } = this.world;
    const recipients: MailRecipient[] = people.map(({ personId, side, lastMailOn }) => ({ personId, side, zone: roles.zoneOf(personId), lastMailOn, lastEscalationOn: null }));
    const simulation = await inTurns(playPlan({ plan, today, assumptions: { daysLate, months: years * 12, termYears }, clubZone: env.clubTimeZone, zones, peopleOf: (milestone) => roles.of(milestone), recipients }));
    return answerOf(simulation, today, new Map(people.map((person) => [person.personId, person])));
  }
}
