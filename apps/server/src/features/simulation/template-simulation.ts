import { Injectable } from '@nestjs/common';
import { PERSON_FUNCTIONS, type PersonFunction, type SimulateTemplate, type SimulationAnswer } from '@tawama/contracts';
import { attributesOf, openAgreement, playPlan, type PlanMilestone, type PlanPerson, type RemindedPeople } from '@tawama/domain';
import { checkTemplate, graphOf, type WorkflowTemplate } from '@tawama/workflow';
import { Database, type Tx } from '../../platform/db/database.js';
import { Refusal, unwrap } from '../../platform/http/refusal.js';
import { inTurns } from '../../platform/in-turns.js';
import { PlanCalendars } from '../calendars/plan-calendars.js';
import { answerOf, checkSize, type Addressee } from './simulation-answer.js';
import { SimulationWorld } from './simulation-world.js';
import { SimulationStore, type SimulatedCity } from './simulation.store.js';

/** One person of each function stands for whoever will hold it. */
const HOME: readonly PlanPerson[] = PERSON_FUNCTIONS.filter((one) => one !== 'focalPoint').map((one) => ({ id: one, function: one, side: 'home', near: true, active: true }));
const PEOPLE: readonly PlanPerson[] = [...HOME, { id: 'focalPoint', function: 'focalPoint', side: 'partner', near: true, active: true }];

/** Plays a template, also a draft, as if an agreement were opened with it today. */
@Injectable()
export class TemplateSimulation {
  constructor(
    private readonly database: Database,
    private readonly store: SimulationStore,
    private readonly calendars: PlanCalendars,
    private readonly world: SimulationWorld,
  ) {}

  /** @throws Refusal `record/not-found`; `template/has-problems` of a draft that cannot be played; `simulation/too-large`; what opening refuses of the events */
  async simulate(key: string, { templateVersion, homeCityId, partnerCityId, events, daysLate, years, termYears }: SimulateTemplate): Promise<SimulationAnswer> {
    const { zones, env } = this.world;
    const { template, cities, today, calendars } = await this.database.read(async (tx) => {
      const found = await this.store.definition(tx, key, templateVersion ?? null);
      if (!found) throw new Refusal('record/not-found');
      const parties = await this.parties(tx, homeCityId, partnerCityId);
      return { template: found, cities: parties, today: await this.world.clock.today(tx), calendars: graphOf(found).needsCalendars ? await this.calendars.of(tx, { homeCityId: parties.home.id, partnerCityIds: parties.partners.map(({ id }) => id) }) : undefined };
    });
    if (checkTemplate(template).length > 0) throw new Refusal('template/has-problems');
    checkSize(template.milestones.length, years);
    const opened = unwrap(openAgreement(template, { id: key, coordinatorId: 'coordinator', events: withOpening(template, events, today), idOf: (name) => name, attributes: attributesOf(cities.home, cities.partners), calendars }, { today, now: `${today}T00:00:00.000Z`, people: PEOPLE }));
    const zone = cities.partners[0]?.timeZone ?? env.clubTimeZone;
    const simulation = await inTurns(playPlan({
      plan: opened.plan, today, assumptions: { daysLate, months: years * 12, termYears }, clubZone: env.clubTimeZone, zones, peopleOf: peopleOf(env.clubTimeZone, zone),
      recipients: PEOPLE.map(({ id, side }) => ({ personId: id, side: side === 'partner' ? 'partner' : 'home', zone: side === 'partner' ? zone : env.clubTimeZone, lastMailOn: null, lastEscalationOn: null })),
    }));
    return answerOf(simulation, today, addresseesOf(cities));
  }

  /** The cities that are named, else the first of ours and nobody's. @throws Refusal `request/invalid` for one that is not there, or on the wrong side */
  private async parties(tx: Tx, homeCityId: string | undefined, partnerCityId: string | undefined): Promise<{ home: SimulatedCity; partners: SimulatedCity[] }> {
    const city = async (id: string, role: SimulatedCity['role'], path: string): Promise<SimulatedCity> => {
      const found = await this.store.city(tx, id);
      if (!found) throw new Refusal('request/invalid', { fields: [{ path, code: 'record/not-found' }] });
      if (found.role !== role) throw new Refusal('request/invalid', { fields: [{ path, code: role === 'home' ? 'city/not-home' : 'city/not-partner' }] });
      return found;
    };
    const home = homeCityId === undefined ? await this.store.firstHome(tx) : await city(homeCityId, 'home', 'homeCityId');
    if (!home) throw new Refusal('request/invalid', { fields: [{ path: 'homeCityId', code: 'record/not-found' }] });
    return { home, partners: partnerCityId === undefined ? [] : [await city(partnerCityId, 'partner', 'partnerCityId')] };
  }
}

/** A template that begins with a given date is played as if that were today. */
const withOpening = ({ opening: { event } }: WorkflowTemplate, events: SimulateTemplate['events'], today: string): SimulateTemplate['events'] => ({ [event]: today, ...events });

/** In the template's simulation a function stands for whoever will hold it, and reads the language of their city. */
const addresseesOf = ({ home, partners: [partner] }: { home: SimulatedCity; partners: readonly SimulatedCity[] }): ReadonlyMap<string, Addressee> =>
  new Map(PEOPLE.map(({ id, function: role, side }) => [id, side === 'partner' ? { personId: null, name: role, side, language: partner?.language ?? null } : { personId: null, name: role, side: 'home', language: home.language }]));

const peopleOf = (home: string, partner: string) => ({ ownerId, counterpartId }: PlanMilestone): RemindedPeople => {
  const at = (id: PersonFunction | string, zone: string) => ({ personId: id, zone });
  return { owner: at(ownerId ?? 'coordinator', home), coordinator: at('coordinator', home), counterpart: counterpartId === null ? null : at('focalPoint', partner), president: at('president', home), council: at('council', home) };
};
