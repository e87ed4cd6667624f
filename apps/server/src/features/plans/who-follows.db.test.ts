import { PERSON_FUNCTIONS } from '@tawama/contracts';
import { peopleThatMatter, type PlanPerson, resolveAssignment, soughtFor } from '@tawama/domain';
import { expect, it } from 'vitest';
import { openGround } from '../../../test/ground.js';
import { PlansStore } from './plans.store.js';

const TODAY = '2026-01-26';

it('whoever follows a new step is chosen among a few as among everybody', async () => {
  const ground = await openGround(`${TODAY}T12:00:00Z`);
  try {
    const store = new PlansStore();
    const [home, otherHome] = [await ground.city('home', { role: 'home' }), await ground.city('other-home', { role: 'home' })];
    const partners = [await ground.city('first'), await ground.city('second')];
    const stranger = await ground.city('stranger');
    // The nearest are inactive, out of office or missing for some functions, so that each preference decides somewhere.
    for (const [place, name] of PERSON_FUNCTIONS.entries()) for (const [at, cityId] of [stranger, otherHome, ...partners, home, home].entries()) {
      if ((place + at) % 4 === 0) continue;
      await ground.person(cityId, { name: `${name} ${at}`, function: name, active: (place * 3 + at) % 5 !== 0, mandateEndsOn: (place + at) % 3 === 0 ? '2026-01-25' : null });
    }
    const cities = { homeCityId: home, partnerCityIds: partners };
    const everybody = await store.people(ground.database.apart, cities, TODAY, null);
    let chosen = 0;
    const sought = [...PERSON_FUNCTIONS, 'cook', undefined].flatMap((wanted) => [true, false].map((counterpart) => ({ ...(wanted !== undefined && { function: wanted }), counterpart })));
    const found = await store.firstOf(ground.database.apart, sought.map((responsible) => ({ ...cities, sought: soughtFor([responsible]) })), TODAY);
    for (const [place, responsible] of sought.entries()) {
      const few = found[place] ?? [];
      expect(resolveAssignment(responsible, null, few)).toEqual(resolveAssignment(responsible, null, everybody));
      if (resolveAssignment(responsible, null, few).ownerId !== null) chosen += 1;
    }
    expect(chosen).toBeGreaterThan(6);

    const ids = (people: readonly PlanPerson[]) => people.map(({ id }) => id).toSorted();
    const mattering = (named: readonly string[]) => store.peopleThatMatter(ground.database.apart, cities, TODAY, named);
    expect(ids(await mattering([]))).toEqual(ids(everybody));
    await ground.test.query(
      `INSERT INTO person (name, language, city_id, function, active) SELECT 'Other ' || n, 'fr', $1, ($2::text[])[1 + n % cardinality($2::text[])], n % 7 <> 0 FROM generate_series(1, 400) AS n`, [otherHome, PERSON_FUNCTIONS]);
    const large = await store.people(ground.database.apart, cities, TODAY, null);
    const farAway = large.filter(({ near, side }) => side === 'home' && !near).slice(-3).map(({ id }) => id);
    for (const named of [[], farAway]) {
      const few = await mattering(named);
      expect(few.length).toBeLessThan(60);
      const told = new Map(peopleThatMatter(large, new Set(named)).map((person) => [person.id, person]));
      expect(new Map(few.map((person) => [person.id, person]))).toEqual(told);
    }
  } finally {
    await ground.close();
  }
});
