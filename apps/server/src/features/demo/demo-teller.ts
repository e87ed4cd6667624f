import { Injectable } from '@nestjs/common';
import type { MilestoneCommand } from '@tawama/contracts';
import { decide, peopleNamedBy, startReminders } from '@tawama/domain';
import { startClockAt } from '../../platform/clock.js';
import { Database, type Tx } from '../../platform/db/database.js';
import type { By } from '../plans/plan-command.js';
import { Night } from '../night/night.js';
import { Plans } from '../plans/plans.service.js';
import { DemoProjects } from './demo-projects.js';
import { DemoProofs } from './demo-proofs.js';
import { DEMO_STORY, type Deed } from './demo-story.js';
import { DemoStore, type ToldStep } from './demo.store.js';

/** When in the day the demonstration's people work. */
const WORKING_HOUR = 'T11:00:00Z';

/** What is invented has no papers. */
const INVENTED = 'معطى للعرض التجريبي';

/** One command of the story, or a line of the contact log. */
interface Act { on: string; partner: string; milestone: string; command(step: ToldStep): MilestoneCommand }
type Told = { deed: Deed; act: Act | null };

/** Plays the story through the ordinary commands, each act once, even when the program is stopped in between. */
@Injectable()
export class DemoTeller {
  constructor(private readonly database: Database, private readonly plans: Plans, private readonly projects: DemoProjects, private readonly proofs: DemoProofs, private readonly night: Night) {}

  /**
   * @param from how many acts are told already
   * @param until ISO instant; later deeds have not happened yet
   */
  async tell(from: number, until: string, accountId: string): Promise<void> {
    const told = DEMO_STORY.flatMap(actsOf);
    const by: By = { actorId: accountId, scope: null, dryRun: false, demonstration: true };
    let day = '';
    for (const [place, { deed, act }] of told.entries()) {
      if (place < from || `${deed.on}${WORKING_HOUR}` > until) continue;
      if (deed.on !== day) await startClockAt(this.database, `${deed.on}${WORKING_HOUR}`);
      day = deed.on;
      const remember = (tx: Tx) => DemoStore.remember(tx, place + 1);
      if (act) await this.perform(act, by, remember);
      else if ('noted' in deed) {
        await this.database.transaction(async (tx) => {
          await DemoStore.logNote(tx, { partner: deed.partner, text: deed.noted, accountId });
          await remember(tx);
        });
      } else if ('contact' in deed) {
        const { partner, contact: kind, on, line } = deed;
        await this.database.transaction(async (tx) => {
          await DemoStore.logContact(tx, { partner, kind, on, line, accountId });
          await remember(tx);
        });
      }
    }
    await this.proofs.bring(accountId);
    await this.projects.tell(by, until);
    await this.proofs.hangPictures(by);
  }

  /** A coordinator has looked at the dates of every agreement and lets the reminders go, as of this instant. */
  async startReminders(accountId: string): Promise<void> {
    const agreements = await this.database.read((tx) => DemoStore.agreements(tx));
    for (const { id, started } of agreements) {
      if (started) continue;
      // No version: after a start that was killed, the rounds of the program may be at work on the same agreements.
      await this.plans.run({ actorId: accountId, scope: null, dryRun: false }, {
        target: { agreementId: id }, version: null, journal: { action: 'agreement.start-reminders' }, decide: (plan, circumstances) => startReminders(plan, circumstances),
      }, nothing);
    }
  }

  /** What the program does by itself in the night before the first visitor. */
  async passTheNight(): Promise<void> {
    await this.night.pass();
  }

  private async perform(act: Act, by: By, remember: (tx: Tx) => Promise<void>): Promise<void> {
    const step = await this.database.read((tx) => DemoStore.step(tx, act.partner, act.milestone));
    const command = act.command(step);
    await this.plans.run(by, {
      target: { milestoneId: step.id }, version: step.version,
      journal: { action: `milestone.${command.name}`, reason: 'reason' in command ? command.reason : undefined },
      names: peopleNamedBy(command), decide: (plan, circumstances) => decide(plan, step.id, command, circumstances),
      also: remember,
    }, nothing);
  }
}

/** Nobody reads the answer. */
const nothing = async (): Promise<object> => ({});

/** A deed as commands: what is done was submitted and accepted. */
function actsOf(deed: Deed): Told[] {
  if ('contact' in deed || 'noted' in deed) return [{ deed, act: null }];
  const { on, partner, milestone } = deed;
  const act = (command: Act['command']): Told => ({ deed, act: { on, partner, milestone, command } });
  if ('done' in deed) return [act(() => ({ name: 'submit', doneOn: deed.done, note: '' })), act(() => ({ name: 'accept', withoutEvidence: INVENTED }))];
  if ('submitted' in deed) return [act(() => ({ name: 'submit', doneOn: deed.submitted, note: deed.note }))];
  if ('dueOn' in deed) return [act(() => ({ name: 'reschedule', dueOn: deed.dueOn, reason: deed.reason }))];
  if ('blocked' in deed) return [act(() => ({ name: 'block', reason: deed.blocked }))];
  return [act(({ ownerId, focalPointId }) => ({ name: 'assign', ownerId: ownerId ?? '', counterpartId: focalPointId }))];
}
