import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/database.js';
import { Accounts } from '../access/accounts.service.js';
import { CitiesStore } from '../cities/cities.store.js';
import { PeopleStore } from '../people/people.store.js';
import { AgreementOpening } from '../plans/agreement-opening.js';
import { HOME_CITIES, OPENED_ON, OPENING_NOTE, PARTNER_CITIES, type CityFact } from './club-facts.js';
import { DEMO_ACCOUNTS, DEMO_PEOPLE } from './demo-people.js';
import { DemoStore } from './demo.store.js';

/** The club as it stood on the evening of the signatures: real cities and agreements, invented people and accounts. */
@Injectable()
export class DemoFoundations {
  constructor(
    private readonly cities: CitiesStore,
    private readonly people: PeopleStore,
    private readonly accounts: Accounts,
    private readonly opening: AgreementOpening,
  ) {}

  /** @param passwordOf the password of an account, by its address */
  async lay(tx: Tx, passwordOf: (email: string) => string): Promise<void> {
    const cityIds = await this.layCities(tx);
    const personIds = new Map<string, string>();
    for (const { city, ...person } of DEMO_PEOPLE) {
      const id = await this.people.insert(tx, { ...person, cityId: known(cityIds, city), timeZone: null, active: true });
      await DemoStore.tagPerson(tx, id);
      personIds.set(person.email, id);
    }
    for (const { person, ...account } of DEMO_ACCOUNTS) {
      await this.accounts.createWithPassword(tx, { ...account, personId: person === null ? null : known(personIds, person), password: passwordOf(account.email), demonstration: true });
    }
  }

  /** The agreements whose file was open by this date: the signed ones from the signature on, the others from the session on. */
  async openAgreements(tx: Tx, signed: boolean): Promise<void> {
    for (const { key, home, signedOn, source } of PARTNER_CITIES.filter((partner) => (partner.signedOn !== null) === signed)) {
      await this.opening.open(tx, {
        actorId: null,
        templateKey: signed ? 'already-signed' : 'twinning',
        homeCityId: await DemoStore.cityId(tx, home),
        partnerCityIds: [await DemoStore.cityId(tx, key)],
        events: signedOn === null ? { opened: OPENED_ON } : { signed: signedOn },
        note: signedOn === null ? OPENING_NOTE : null,
        source,
      });
    }
  }

  private async layCities(tx: Tx): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    const insert = async ({ key, name, legalName, aliases, country, timeZone, language, latitude, longitude, identification, source, note }: CityFact, role: 'home' | 'partner') => {
      ids.set(key, await this.cities.insert(tx, { key, name, legalName, aliases, country, timeZone, language, latitude, longitude, identification, source, note, role, weekend: [6, 7] }));
    };
    for (const city of HOME_CITIES) await insert(city, 'home');
    for (const city of PARTNER_CITIES) await insert(city, 'partner');
    return ids;
  }
}

function known(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the demonstration names "${key}", which it has not made`);
  return id;
}
