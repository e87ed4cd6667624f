import { Injectable } from '@nestjs/common';
import type { LegalClock, LegalNote, ListQuery } from '@tawama/contracts';
import { clockedSteps, legalClockOf, type Plan } from '@tawama/domain';
import type { Tx } from '../../platform/db/database.js';
import { groupBy } from '../../platform/group-by.js';
import { PlanDesk } from '../plans/plan-desk.js';
import { TemplateLibrary } from '../templates/template-library.js';
import { LegalClocksStore, type DefinedStep, type LegalStep, type StoredOutcome } from './legal-clocks.store.js';
import { LegalNotesStore } from './legal-notes.store.js';

const AT_ONCE = 200;

/** Reckons the clocks of many agreements from what is stored. */
@Injectable()
export class LegalClockDesk {
  constructor(private readonly store: LegalClocksStore, private readonly notes: LegalNotesStore, private readonly desk: PlanDesk, private readonly templates: TemplateLibrary) {}

  /**
   * Every clock inside the scope that the query can mean: what a clock comes to is known only once it is reckoned, so the filters stay the caller's,
   * but steps that can be seen not to fit are not reckoned. @param today the club's date
   */
  async clocks(tx: Tx, { equals }: Pick<ListQuery, 'equals'>, scope: readonly string[] | null, today: string): Promise<LegalClock[]> {
    const states = equals['state'];
    const only = {
      milestoneIds: equals['milestoneId'] ?? equals['id'], agreementIds: equals['agreementId'], keys: equals['key'], outcomes: equals['outcome'],
      unfinished: states?.includes('answered') === false, answered: states?.every((state) => state === 'answered') === true,
    };
    const steps = await this.store.steps(tx, await this.defined(tx), scope, only);
    const [outcomes, notes] = [await this.store.outcomes(tx, steps.map(({ id }) => id)), await this.notes.about(tx, [...new Set(steps.map(({ key }) => baseOf(key)))])];
    const byAgreement = groupBy(steps, ({ agreementId }) => agreementId);
    const ids = [...byAgreement.keys()];
    const rows: LegalClock[] = [];
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      for (const plan of await this.desk.look(tx, ids.slice(start, start + AT_ONCE), today)) {
        for (const step of byAgreement.get(plan.agreement.id) ?? []) {
          const row = rowOf(plan, step, outcomes.get(step.id) ?? null, notes, today);
          if (row) rows.push(row);
        }
      }
    }
    return rows;
  }

  private async defined(tx: Tx): Promise<DefinedStep[]> {
    const defined: DefinedStep[] = [];
    for (const { key: template, version } of await this.store.followed(tx)) {
      for (const step of clockedSteps(await this.templates.existing(tx, template, version))) defined.push({ template, version, ...step });
    }
    return defined;
  }
}

const baseOf = (key: string): string => key.replace(/#\d+$/, '');

function rowOf(plan: Plan, step: LegalStep, recorded: StoredOutcome | null, notes: readonly LegalNote[], today: string): LegalClock | null {
  const milestone = plan.milestones.find(({ id }) => id === step.id);
  const clock = milestone ? legalClockOf(plan, milestone, today, recorded) : null;
  if (!clock) return null;
  const { outcome, ...facts } = clock;
  const { id, version, homeCountry, partnerCountry, ...shown } = step;
  const country = clock.waitingOn === 'partnerCouncil' || clock.waitingOn === 'partnerCity' ? partnerCountry ?? homeCountry : homeCountry;
  return {
    id, milestoneVersion: version, ...shown, country, ...facts, outcome: outcome?.outcome ?? null, means: outcome?.means ?? null,
    answeredOn: outcome?.on ?? (clock.state === 'answered' ? milestone?.doneOn ?? null : null), note: outcome?.note || null, evidenceId: outcome?.evidenceId ?? null,
    legalNotes: notes.filter((note) => note.country === country && note.key === baseOf(step.key)),
  };
}
