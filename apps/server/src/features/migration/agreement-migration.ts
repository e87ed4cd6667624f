import { Injectable } from '@nestjs/common';
import type { MigrateAgreement, MigrateAnswer, MigrationLineShown } from '@tawama/contracts';
import { migrate, migrationLines, type Migration, type Plan, type PlanChange } from '@tawama/domain';
import type { Tx } from '../../platform/db/database.js';
import { AgreementsService } from '../agreements/agreements.service.js';
import { milestoneRows } from '../plans/milestone-rows.js';
import type { By } from '../plans/plan-command.js';
import { Plans } from '../plans/plans.service.js';
import { MigrationTerms } from './migration-terms.js';
import { MigrationStore, type PlannedReminder } from './migration.store.js';

/** Moves a running agreement to another version of its template: a dry run tells what that does, line by line. */
@Injectable()
export class AgreementMigration {
  constructor(
    private readonly plans: Plans,
    private readonly agreements: AgreementsService,
    private readonly store: MigrationStore,
    private readonly terms: MigrationTerms,
  ) {}

  /**
   * @throws Refusal `record/not-found`, `record/stale`, `template/not-published` at `toVersion` (also for a version that is not there), and what
   * `migrate` of the domain refuses
   */
  async migrate(by: By, id: string, { version, toVersion, decisions }: MigrateAgreement): Promise<MigrateAnswer> {
    const terms = await this.terms.of(id, by.scope, toVersion);
    const seen: { before: Plan | null; reminders: PlannedReminder[]; after: Plan | null } = { before: null, reminders: [], after: null };
    return this.plans.runAndTell(by, {
      target: { agreementId: id }, version, journal: { action: 'agreement.migrate', after: { templateVersion: toVersion } },
      decide: (plan, { today }) => {
        seen.before = plan;
        const change = migrate(plan, { ...terms, decisions, today });
        if (change.ok) seen.after = change.value.plan;
        return change;
      },
      // Reminders are planned anew after this.
      also: async (tx) => {
        seen.reminders = await this.store.planned(tx, id);
        await this.store.follow(tx, id, toVersion);
        if (seen.before && seen.after) await this.store.describe(tx, milestoneRows(seen.after, seen.before.milestones));
      },
    }, this.agreements.reader(id, by.scope), async (tx, change) => ({ lines: seen.before ? await this.lines(tx, seen.before, change, terms.template, seen.reminders) : [] }));
  }

  private async lines(tx: Tx, before: Plan, change: PlanChange, template: Migration['template'], planned: readonly PlannedReminder[]): Promise<MigrationLineShown[]> {
    const words = await this.store.titles(tx, before.agreement.id);
    const reminders = movedReminders(planned, await this.store.planned(tx, before.agreement.id));
    return migrationLines(before, change, template).map((line) => {
      const { number = '', title = { ar: null, fr: null, en: null } } = words.get(line.milestoneId) ?? {};
      return { ...line, number, title, options: [...line.options], reminders: reminders.get(line.milestoneId) ?? [] };
    });
  }
}

/** Milestone id → its reminders that move, appear or vanish. */
function movedReminders(before: readonly PlannedReminder[], after: readonly PlannedReminder[]): Map<string, MigrationLineShown['reminders']> {
  const [earlier, later] = [new Map(before.map((one) => [one.id, one])), new Map(after.map((one) => [one.id, one]))];
  const found = new Map<string, MigrationLineShown['reminders']>();
  const tell = ({ milestoneId, rung, role }: PlannedReminder, told: Omit<MigrationLineShown['reminders'][number], 'rung' | 'role'>) => found.set(milestoneId, [...found.get(milestoneId) ?? [], { rung, role, ...told }]);
  for (const one of before) {
    const now = later.get(one.id);
    if (!now) tell(one, { change: 'vanishes', from: one.localDate, to: null });
    else if (now.localDate !== one.localDate) tell(one, { change: 'moves', from: one.localDate, to: now.localDate });
  }
  for (const one of after) if (!earlier.has(one.id)) tell(one, { change: 'appears', from: null, to: one.localDate });
  return found;
}
