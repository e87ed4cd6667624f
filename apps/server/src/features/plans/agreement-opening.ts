import { Injectable } from '@nestjs/common';
import type { EventDates, LocalisedText } from '@tawama/contracts';
import { agreementSearchText, agreementTitle, attributesOf, checkOwner, openAgreement } from '@tawama/domain';
import type { Tx } from '../../platform/db/database.js';
import { Refusal, unwrap } from '../../platform/http/refusal.js';
import { AuditJournal } from '../audit/audit-journal.js';
import { AppearedSteps } from './appeared-steps.js';
import { milestoneRows } from './milestone-rows.js';
import { VitalityDesk } from '../vitality/vitality-desk.js';
import { PlanDesk } from './plan-desk.js';
import { titlesOf } from './plan-record.js';
import { PlansStore, type PartyCity } from './plans.store.js';

export interface Opening {
  /** the account; null: the program itself */
  actorId: string | null;
  templateKey: string;
  homeCityId: string;
  partnerCityIds: readonly string[];
  /** undefined: the coordinator of the home city */
  coordinatorId?: string | null | undefined;
  events: EventDates;
  note?: LocalisedText | null;
  source?: string | null;
  /** the whole agreement is invented */
  demonstration?: boolean;
}

const refusedField = (path: string, code: 'record/not-found' | 'record/duplicate'): Refusal => new Refusal('request/invalid', { fields: [{ path, code }] });

/** Opens agreements: the newest version of a template becomes the plan of two cities. */
@Injectable()
export class AgreementOpening {
  constructor(private readonly store: PlansStore, private readonly desk: PlanDesk, private readonly appeared: AppearedSteps, private readonly journal: AuditJournal, private readonly vitality: VitalityDesk) {}

  /**
   * @returns the id of the new agreement; its reminders are not started
   * @throws Refusal `agreement/unknown-template`, `city/not-home`, `city/not-partner`, `agreement/no-partner`, `request/invalid` for unknown or repeated
   * cities, what assigning a coordinator refuses, and what the rules refuse of the events
   */
  async open(tx: Tx, given: Opening): Promise<string> {
    const template = await this.desk.newest(tx, given.templateKey);
    if (!template) throw new Refusal('agreement/unknown-template', { fields: [{ path: 'templateKey', code: 'agreement/unknown-template' }] });
    const { home, partners } = await this.parties(tx, given);
    const circumstances = await this.desk.circumstances(tx, given, null);
    if (given.coordinatorId) unwrap(checkOwner(circumstances.people, given.coordinatorId, 'coordinatorId'));
    const ids = await this.store.newIds(tx, template.milestones.length + 1);
    const id = ids.pop() ?? '';
    const idOf = new Map(template.milestones.map(({ key }, place) => [key, ids[place] ?? '']));
    const opened = unwrap(openAgreement(template, {
      id, coordinatorId: given.coordinatorId, events: given.events, idOf: (key) => idOf.get(key) ?? '',
      attributes: attributesOf(home, partners), calendars: await this.desk.calendarsFor(tx, template, given),
    }, circumstances));
    const { plan } = await this.appeared.settle(tx, opened, circumstances.people);

    const title = agreementTitle(home.name, partners.map(({ name }) => name));
    await this.store.insertAgreement(tx, id, {
      type: template.agreementType, status: plan.agreement.status, title, homeCityId: given.homeCityId, partnerCityIds: given.partnerCityIds, coordinatorId: plan.agreement.coordinatorId,
      templateKey: template.key, templateVersion: template.version, note: given.note ?? null, source: given.source ?? null, repeatsFrom: plan.agreement.repeatsFrom,
      searchText: agreementSearchText(title, [home, ...partners].map(({ searchText }) => searchText)), demonstration: given.demonstration ?? false,
    });
    await this.store.putEvents(tx, id, plan.events, { note: null, demonstration: given.demonstration ?? false });
    await this.store.insertMilestones(tx, id, milestoneRows(plan, plan.milestones));
    await this.journal.record(tx, {
      actorId: given.actorId, action: 'agreement.create', subjectType: 'agreement', subjectId: id, agreementId: id,
      after: { templateKey: template.key, templateVersion: template.version, homeCityId: given.homeCityId, partnerCityIds: given.partnerCityIds, coordinatorId: plan.agreement.coordinatorId, events: plan.events, ...titlesOf(template, plan.events) },
    });
    await this.vitality.refresh(tx, [id]);
    return id;
  }

  private async parties(tx: Tx, { homeCityId, partnerCityIds }: Opening): Promise<{ home: PartyCity; partners: PartyCity[] }> {
    if (partnerCityIds.length === 0) throw new Refusal('agreement/no-partner', { fields: [{ path: 'partnerCityIds', code: 'agreement/no-partner' }] });
    const cities = new Map((await this.store.cities(tx, [homeCityId, ...partnerCityIds])).map((city) => [city.id, city]));
    const home = cities.get(homeCityId.toLowerCase());
    if (!home) throw refusedField('homeCityId', 'record/not-found');
    if (home.role !== 'home') throw new Refusal('city/not-home', { fields: [{ path: 'homeCityId', code: 'city/not-home' }] });
    const partners = partnerCityIds.map((id, place) => {
      const city = cities.get(id.toLowerCase());
      if (!city) throw refusedField(`partnerCityIds.${place}`, 'record/not-found');
      if (city.role !== 'partner') throw new Refusal('city/not-partner', { fields: [{ path: `partnerCityIds.${place}`, code: 'city/not-partner' }] });
      return city;
    });
    if (new Set(partners.map(({ id }) => id)).size < partners.length) throw refusedField('partnerCityIds', 'record/duplicate');
    return { home, partners };
  }
}
