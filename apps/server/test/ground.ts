import { PERMISSIONS, type CityCreate, type Permission, type PersonCreate, type Role } from '@tawama/contracts';
import { citySearchText, DEFAULT_TEMPLATES, searchText, type ZoneTable } from '@tawama/domain';
import { createTestDatabase, type TestDatabase } from '@tawama/testkit';
import { inject } from 'vitest';
import { AuditJournal } from '../src/features/audit/audit-journal.js';
import { AuditSealer } from '../src/features/audit/audit-sealer.js';
import { AuditStore } from '../src/features/audit/audit.store.js';
import { PlanStore } from '../src/features/reminders/plan.store.js';
import { ReminderPlanner } from '../src/features/reminders/reminder-planner.js';
import { DatabaseClock } from '../src/platform/clock.js';
import { createDataSource, Database } from '../src/platform/db/database.js';
import { Env } from '../src/platform/env.js';
import type { Viewer } from '../src/platform/http/viewer.js';
import { Lifecycle } from '../src/platform/lifecycle.js';
import { createLog } from '../src/platform/log.js';
import { loadZoneTable } from '../src/platform/zones.js';

/** What a service stands on, over a database of its own; for tests of one feature without HTTP. */
export interface TestGround {
  test: TestDatabase;
  database: Database;
  clock: DatabaseClock;
  zones: ZoneTable;
  env: Env;
  journal: AuditJournal;
  planner: ReminderPlanner;
  /** An account of the role, with every right unless told otherwise. */
  viewer(role?: Role, more?: { agreementIds?: string[]; personId?: string; permissions?: Permission[] }): Promise<Viewer>;
  city(key: string, more?: Partial<CityCreate>): Promise<string>;
  person(cityId: string, more?: Partial<PersonCreate>): Promise<string>;
  /** An agreement with one milestone a given row, in that order. */
  agreement(homeCityId: string, partnerCityId: string, steps?: TestStep[], status?: string): Promise<{ id: string; milestoneIds: string[] }>;
  /** Ends the connections; the database stays, to be copied. */
  leave(): Promise<void>;
  close(): Promise<void>;
}
export type TestStep = { status: string; dueOn: string | null; ownerId?: string; counterpartId?: string; key?: string; doneOn?: string; waitingOn?: string };

/**
 * @param now ISO instant of club time
 * @param copyOf the database to begin with, to which nobody is connected; undefined: an empty one
 */
export async function openGround(now: string, copyOf?: string): Promise<TestGround> {
  const test = await createTestDatabase(copyOf === undefined ? undefined : { url: inject('postgresUrl'), template: copyOf });
  await test.setClubTime(now);
  const log = createLog('silent');
  const dataSource = createDataSource({ url: test.url, entities: [], log });
  await dataSource.initialize();
  const [database, zones, env] = [new Database(dataSource), loadZoneTable(), Env.read({})];
  const audit = new AuditStore();
  const one = async (sql: string, parameters: unknown[]): Promise<string> => String((await test.query(`${sql} RETURNING id`, parameters))[0]?.['id']);
  for (const template of DEFAULT_TEMPLATES) {
    await test.query('INSERT INTO template_version (key, version, definition) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [template.key, template.version, template]);
  }
  let accounts = 0;
  return {
    test, database, zones, env,
    journal: new AuditJournal(audit, new AuditSealer(database, audit, new Lifecycle(log, 1_000), log)),
    planner: new ReminderPlanner(new PlanStore(), env, zones),
    clock: new DatabaseClock(dataSource, zones, env.clubTimeZone),
    async viewer(role = 'administrator', { agreementIds, personId, permissions } = {}) {
      accounts += 1;
      const accountId = await one('INSERT INTO account (email, name, role, language, person_id, agreement_ids) VALUES ($1, $2, $3, $4, $5, $6)',
        [`account-${accounts}@example.org`, `Account ${accounts}`, role, 'en', personId ?? null, agreementIds ?? null]);
      const [clock] = await test.query<{ now: Date }>('SELECT club_now() AS now');
      return { accountId, personId: personId ?? null, role, permissions: new Set(permissions ?? PERMISSIONS), language: 'en', agreementIds: agreementIds ?? null, askedAt: clock?.now ?? new Date(now) };
    },
    city(key, more = {}) {
      const city = { name: { ar: null, fr: key, en: key }, legalName: null, aliases: [], country: 'MA', timeZone: 'Africa/El_Aaiun', language: 'fr', role: 'partner', identification: 'established', source: 'test', ...more } as const;
      return one('INSERT INTO city (key, name, legal_name, aliases, country, time_zone, language, role, identification, source, search_text) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
        [key, city.name, city.legalName, city.aliases, city.country, city.timeZone, city.language, city.role, city.identification, city.source, citySearchText(city)]);
    },
    person(cityId, more = {}) {
      const person = { name: 'Somebody', email: null, language: 'fr', timeZone: null, function: 'coordinator', mandateEndsOn: null, active: true, ...more } as const;
      return one('INSERT INTO person (city_id, name, email, language, time_zone, function, mandate_ends_on, active, search_text) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
        [cityId, person.name, person.email, person.language, person.timeZone, person.function, person.mandateEndsOn, person.active, searchText([person.name])]);
    },
    async agreement(homeCityId, partnerCityId, steps = [], status = 'active') {
      const title = { ar: 'توأمة', fr: 'Jumelage', en: 'Twinning' };
      const id = await one(`INSERT INTO agreement (type, status, title, home_city_id, template_key, template_version, search_text) VALUES ('twinning', $1, $2, $3, 'twinning', 1, $4)`,
        [status, title, homeCityId, searchText(Object.values(title))]);
      await test.query('INSERT INTO agreement_partner (agreement_id, city_id, place) VALUES ($1, $2, 0)', [id, partnerCityId]);
      const milestoneIds: string[] = [];
      const definitions = DEFAULT_TEMPLATES[0]?.milestones ?? [];
      for (const [place, step] of steps.entries()) {
        const definition = definitions[place];
        if (!definition) throw new Error('more steps than the template has');
        milestoneIds.push(await one(
          `INSERT INTO milestone (agreement_id, key, number, place, stage, title, status, due_on, owner_id, counterpart_id, done_on, waiting_on, search_text)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
          [id, step.key ?? definition.key, definition.number, place, definition.stage, definition.title, step.status, step.dueOn, step.ownerId ?? null, step.counterpartId ?? null,
            step.doneOn ?? null, step.waitingOn ?? null, searchText(Object.values(definition.title).filter((text) => text !== null))]));
      }
      return { id, milestoneIds };
    },
    async leave() {
      await dataSource.destroy();
      await test.leave();
    },
    async close() {
      await dataSource.destroy();
      await test.drop();
    },
  };
}
