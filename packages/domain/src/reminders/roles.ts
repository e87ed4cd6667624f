import type { RemindedPeople } from './plan.js';

/** Between whom an agreement is, and who coordinates it. */
export interface AgreementParties { readonly id: string; readonly coordinatorId: string | null; readonly homeCityId: string; readonly partnerCityIds: readonly string[] }
/** Who follows a step. */
export interface Followers { readonly ownerId: string | null; readonly counterpartId: string | null }
/** Somebody whom a role of the agreement may reach; `zone` null where neither person nor city has one. */
export interface Candidate { readonly personId: string; readonly active: boolean; readonly function: string; readonly cityId: string; readonly zone: string | null }

/** Who stands for which role: a named person who is no longer active is replaced by the coordinator at home, the focal point abroad. */
export class Roles {
  private readonly byId: ReadonlyMap<string, Candidate>;
  private readonly holders: { readonly focalPoint: Holder; readonly president: Holder; readonly mayorOffice: Holder; readonly council: Holder };

  /**
   * @param candidates in the order in which one of several is preferred
   * @param clubZone IANA id
   */
  constructor(private readonly agreement: AgreementParties, candidates: readonly Candidate[], private readonly clubZone: string) {
    this.byId = new Map(candidates.map((one) => [one.personId, one]));
    const holding = (role: string, cityIds: readonly string[]): Holder => {
      const person = candidates.find((one) => one.active && one.function === role && cityIds.includes(one.cityId));
      return person ? this.reminded(person) : null;
    };
    const { homeCityId, partnerCityIds } = agreement;
    this.holders = { focalPoint: holding('focalPoint', partnerCityIds), president: holding('president', [homeCityId]), mayorOffice: holding('mayorOffice', partnerCityIds), council: holding('council', [homeCityId]) };
  }

  /** Everybody whom a role may reach. */
  get ids(): string[] { return [...this.byId.keys()]; }

  /** IANA id; the club's where neither the person nor the city has one. */
  zoneOf(personId: string): string { return this.byId.get(personId)?.zone ?? this.clubZone; }

  of({ ownerId, counterpartId }: Followers): RemindedPeople {
    const coordinator = this.active(this.agreement.coordinatorId);
    const { focalPoint, president, mayorOffice, council } = this.holders;
    return {
      owner: this.active(ownerId) ?? coordinator,
      coordinator,
      counterpart: counterpartId === null ? null : this.active(counterpartId) ?? focalPoint,
      president, mayor: mayorOffice, council,
    };
  }

  private active(personId: string | null): Holder {
    const person = personId === null ? undefined : this.byId.get(personId);
    return person?.active ? this.reminded(person) : null;
  }

  private reminded({ personId, zone }: Candidate): { personId: string; zone: string } { return { personId, zone: zone ?? this.clubZone }; }
}
type Holder = { readonly personId: string; readonly zone: string } | null;
