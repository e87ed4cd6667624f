import { Injectable } from '@nestjs/common';
import type { PlanSheet } from '@tawama/contracts';
import { councilSessionsOf, type HolidayFacts, type WorkingCity, workingDaysOf } from '@tawama/domain';
import type { Calendars, WorkingDays } from '@tawama/workflow';
import type { Tx } from '../../platform/db/database.js';

/** What calendars are made of. */
export type CalendarFacts = NonNullable<PlanSheet['calendars']>;

interface Cities { homeCityId: string; partnerCityIds: readonly string[] }

/** So many different pairs of cities, and as many sides, are kept ready. */
const MOST_KEPT = 200;

/** The calendars that the due rules of an agreement are counted with: when its cities work, and when the home council meets. */
@Injectable()
export class PlanCalendars {
  /** what is written in the tables → calendars made ready: equal facts are prepared once, and no change can be missed */
  private readonly kept = new Map<string, Calendars>();
  /** the same for one side: three hundred years of holidays are kept once for all agreements of a country */
  private readonly sides = new Map<string, WorkingDays>();

  async of(tx: Tx, cities: Cities): Promise<Calendars> {
    const [calendars] = await this.ofAll(tx, [cities]);
    if (!calendars) throw new Error(`the home city ${cities.homeCityId} is not stored`);
    return calendars;
  }

  /** Of many agreements, in their order, asked for at once. */
  async ofAll(tx: Tx, agreements: readonly Cities[]): Promise<Calendars[]> {
    if (agreements.length === 0) return [];
    const written = await this.written(tx, agreements);
    return agreements.map((cities, place) => this.madeReady(written[place] ?? '', cities));
  }

  /** The same as facts, for whoever counts elsewhere. */
  async facts(tx: Tx, cities: Cities): Promise<CalendarFacts> {
    const [written = ''] = await this.written(tx, [cities]);
    return factsIn(written, cities);
  }

  private madeReady(written: string, cities: Cities): Calendars {
    const known = this.kept.get(written);
    if (known) return known;
    const { home, partners, holidays, sessions } = factsIn(written, cities);
    const calendars: Calendars = { home: this.sideOf([home], holidays), partner: this.sideOf(partners, holidays), sessions: councilSessionsOf(sessions) };
    keep(this.kept, written, calendars);
    return calendars;
  }

  private async written(tx: Tx, agreements: readonly Cities[]): Promise<string[]> {
    const rows = await tx.query<{ facts: string }[]>(
      `SELECT (SELECT jsonb_build_object(
         'home', (SELECT jsonb_build_object('country', country, 'weekend', weekend) FROM city WHERE id = a.home),
         'partners', (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('country', country, 'weekend', weekend)), '[]') FROM city WHERE id = ANY(a.partners) AND id <> a.home),
         'holidays', (SELECT coalesce(jsonb_agg(jsonb_build_object('country', h.country, 'monthDay', h.month_day, 'on', h."on", 'certainty', h.certainty) ORDER BY h.id), '[]')
                      FROM holiday h WHERE h.country IN (SELECT country FROM city WHERE id = a.home OR id = ANY(a.partners))),
         'sessions', (SELECT coalesce(jsonb_agg(jsonb_build_object('cityId', s.city_id, 'beginsOn', s.begins_on, 'endsOn', s.ends_on, 'certainty', s.certainty) ORDER BY s.id), '[]')
                      FROM council_session s WHERE s.city_id = a.home OR s.city_id IS NULL))::text) AS facts
       FROM jsonb_to_recordset($1::jsonb) AS a (place integer, home uuid, partners uuid[]) ORDER BY a.place`,
      [JSON.stringify(agreements.map(({ homeCityId, partnerCityIds }, place) => ({ place, home: homeCityId, partners: partnerCityIds })))]);
    return rows.map(({ facts }) => facts);
  }

  private sideOf(cities: readonly WorkingCity[], holidays: readonly HolidayFacts[]): WorkingDays {
    const countries = new Set(cities.map(({ country }) => country));
    const theirs = holidays.filter(({ country }) => countries.has(country));
    const facts = JSON.stringify([cities, theirs]);
    const known = this.sides.get(facts);
    if (known) return known;
    const side = workingDaysOf(cities, theirs);
    keep(this.sides, facts, side);
    return side;
  }
}

/** What was kept first goes first. */
function keep<Value>(kept: Map<string, Value>, facts: string, value: Value): void {
  for (const oldest of kept.keys()) if (kept.size >= MOST_KEPT) kept.delete(oldest); else break;
  kept.set(facts, value);
}

function factsIn(written: string, { homeCityId }: Cities): CalendarFacts {
  const { home, ...facts }: Omit<CalendarFacts, 'home'> & { home: CalendarFacts['home'] | null } = JSON.parse(written);
  if (!home) throw new Error(`the home city ${homeCityId} is not stored`);
  return { home, ...facts };
}
