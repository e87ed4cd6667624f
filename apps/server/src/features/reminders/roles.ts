import type { RemindedPeople } from '@tawama/domain';
import type { AgreementParties, Candidate, Followers } from './plan.store.js';

/** Who stands for which role: a named person who is no longer active is replaced by the coordinator at home, the focal point abroad. */
export class Roles {
  private readonly byId: ReadonlyMap<string, Candidate>;

  constructor(private readonly agreement: AgreementParties, private readonly candidates: readonly Candidate[], private readonly clubZone: string) {
    this.byId = new Map(candidates.map((one) => [one.personId, one]));
  }

  /** Everybody whom a role may reach. */
  get ids(): string[] { return [...this.byId.keys()]; }

  /** IANA id; the club's where neither the person nor the city has one. */
  zoneOf(personId: string): string { return this.byId.get(personId)?.zone ?? this.clubZone; }

  of({ ownerId, counterpartId }: Followers): RemindedPeople {
    const { coordinatorId, homeCityId, partnerCityIds } = this.agreement;
    const coordinator = this.active(coordinatorId);
    return {
      owner: this.active(ownerId) ?? coordinator,
      coordinator,
      counterpart: counterpartId === null ? null : this.active(counterpartId) ?? this.holding('focalPoint', partnerCityIds),
      president: this.holding('president', [homeCityId]),
      mayor: this.holding('mayorOffice', partnerCityIds),
      council: this.holding('council', [homeCityId]),
    };
  }

  private active(personId: string | null) {
    const person = personId === null ? undefined : this.byId.get(personId);
    return person?.active ? this.reminded(person) : null;
  }

  private holding(role: string, cityIds: readonly string[]) {
    const person = this.candidates.find((one) => one.active && one.function === role && cityIds.includes(one.cityId));
    return person ? this.reminded(person) : null;
  }

  private reminded({ personId, zone }: Candidate) { return { personId, zone: zone ?? this.clubZone }; }
}
