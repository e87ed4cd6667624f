import { agreementSearchText, agreementTitle, citySearchText, instantToIso, namedSearchText, searchText } from '@tawama/domain';
import type { LocalisedText } from '@tawama/contracts';
import type { WorkflowTemplate } from '@tawama/workflow';
import pg from 'pg';
import { hashPassword } from '../../src/features/access/passwords.js';
import { loadZoneTable } from '../../src/platform/zones.js';
import { Loader, withoutIndexes } from './copy.js';
import { Chance, Ids } from './random.js';
import { longTemplate } from './template.js';
import { personName, town } from './towns.js';
import { makeTwinning, type MadeReminder, type Moment, type PlacedPerson, type Twinning } from './twinning.js';

/** How large a Europe: every twinning of it has some 20,000 agreements. */
export interface Sizes { agreements: number; milestonesEach: number; remindersEach: number; seed: number }
export const EUROPE: Sizes = { agreements: 20_000, milestonesEach: 50, remindersEach: 200, seed: 2026 };
export const MOMENT: Moment = { today: '2026-06-01', now: '2026-06-01T10:00:00.000Z', nowMs: Date.parse('2026-06-01T10:00:00Z') };
/** Accounts to sign in with, all with the same password; the coordinator and the council see 17 agreements. */
export const ACCOUNTS = { administrator: 'admin@europe.example', coordinator: 'coordinator@europe.example', council: 'council@europe.example', password: 'one town is not like another' } as const;

const BOARD = 17;
const AGREEMENTS_A_HOME = 10;
const AGREEMENTS_A_PARTNER = 3;
const HOME_FUNCTIONS = ['coordinator', 'president', 'legal'] as const;
const PARTNER_FUNCTIONS = ['focalPoint', 'mayorOffice'] as const;
const IDS_FROM = Date.UTC(2026, 0, 1);
const BIG_TABLES = ['delivery', 'reminder', 'milestone', 'agreement_event', 'agreement_partner', 'agreement', 'person', 'city'];

interface Place { id: string; key: string; name: LocalisedText; searchText: string; people: PlacedPerson[] }

/** Fills a migrated, empty database with every twinning of Europe. The same sizes and seed give the same rows. */
export async function loadEurope(url: string, sizes: Sizes = EUROPE): Promise<{ agreements: number; milestones: number; reminders: number; deliveries: number }> {
  const chance = new Chance(sizes.seed);
  const ids = new Ids(chance, IDS_FROM);
  const template = longTemplate(sizes.milestonesEach);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('INSERT INTO template_version (key, version, definition) VALUES ($1, $2, $3)', [template.key, template.version, template]);
    const counts = { agreements: 0, milestones: 0, reminders: 0, deliveries: 0 };
    await withoutIndexes(client, BIG_TABLES, async () => {
      const homes = await loadPlaces(url, 'home', Math.ceil(sizes.agreements / AGREEMENTS_A_HOME), chance, ids);
      const partners = await loadPlaces(url, 'partner', Math.ceil(sizes.agreements / AGREEMENTS_A_PARTNER), chance, ids);
      Object.assign(counts, await loadTwinnings(url, { sizes, chance, ids, template, homes, partners }));
    });
    await loadAccounts(client);
    await client.query(`UPDATE club_clock SET clock_offset = $1::timestamptz - clock_timestamp()`, [MOMENT.now]);
    await client.query('VACUUM (ANALYZE)');
    return counts;
  } finally {
    await client.end();
  }
}

async function loadPlaces(url: string, role: 'home' | 'partner', count: number, chance: Chance, ids: Ids): Promise<Place[]> {
  const cities = await Loader.into(url, 'city', ['id', 'key', 'name', 'aliases', 'country', 'time_zone', 'language', 'role', 'identification', 'source', 'search_text']);
  const people = await Loader.into(url, 'person', ['id', 'name', 'email', 'language', 'city_id', 'function', 'search_text']);
  const places: Place[] = [];
  for (let n = 1; n <= count; n += 1) {
    const city = town(chance, n, role);
    const place: Place = { id: ids.next(), key: city.key, name: city.name, searchText: citySearchText(city), people: [] };
    const aliases = `{${city.aliases.map((alias) => JSON.stringify(alias)).join(',')}}`;
    await cities.add({ ...city, id: place.id, aliases, time_zone: city.timeZone, search_text: place.searchText });
    for (const personFunction of role === 'home' ? HOME_FUNCTIONS : PARTNER_FUNCTIONS) {
      const [id, name] = [ids.next(), personName(chance)];
      place.people.push({ id, function: personFunction, side: role, near: true, active: true, zone: city.timeZone ?? 'Europe/Paris' });
      await people.add({ id, name, email: `${personFunction.toLowerCase()}@${place.key}.example`, language: city.language, city_id: place.id, function: personFunction, search_text: searchText([name]) });
    }
    places.push(place);
  }
  await cities.end();
  await people.end();
  return places;
}

interface Making { sizes: Sizes; chance: Chance; ids: Ids; template: WorkflowTemplate; homes: Place[]; partners: Place[] }

async function loadTwinnings(url: string, { sizes, chance, ids, template, homes, partners }: Making) {
  const tables = await openTables(url);
  const words = new Map(template.milestones.map(({ key, number, stage, title }, place) => [key, { number, stage, title, place, search_text: namedSearchText(title) }]));
  const zones = loadZoneTable();
  // One mail a person and day, whichever agreements it tells of.
  const mailOf = new Map<string, string>();
  for (let n = 0; n < sizes.agreements; n += 1) {
    const home = homes[Math.floor(n / AGREEMENTS_A_HOME)];
    const partner = partners[(n * 7) % partners.length];
    if (!home || !partner) throw new Error('no town for an agreement');
    const id = ids.next();
    // What one agreement has too many, the next ones have less.
    const reminders = (n + 1) * sizes.remindersEach - tables.reminder.rows;
    const made = makeTwinning({ template, id, ids, people: [...home.people, ...partner.people], moment: MOMENT, zones, chance, reminders });
    const title = agreementTitle(home.name, [partner.name]);
    await tables.agreement.add({
      id, type: template.agreementType, status: made.plan.agreement.status, title, home_city_id: home.id, coordinator_id: made.plan.agreement.coordinatorId, template_key: template.key,
      template_version: template.version, reminders_started_at: MOMENT.now, source: 'generated', search_text: agreementSearchText(title, [home.searchText, partner.searchText]),
    });
    await tables.partner.add({ agreement_id: id, city_id: partner.id, place: 1 });
    for (const [key, on] of Object.entries(made.plan.events)) if (on !== undefined) await tables.event.add({ agreement_id: id, key, on });
    await writeMilestones(tables, made, words);
    await writeReminders(tables, made.reminders, ids, zones.version, mailOf);
  }
  const counts = { agreements: tables.agreement.rows, milestones: tables.milestone.rows, reminders: tables.reminder.rows, deliveries: tables.delivery.rows };
  for (const table of Object.values(tables)) await table.end();
  return counts;
}

type Tables = Awaited<ReturnType<typeof openTables>>;

async function openTables(url: string) {
  return {
    agreement: await Loader.into(url, 'agreement', ['id', 'type', 'status', 'title', 'home_city_id', 'coordinator_id', 'template_key', 'template_version', 'reminders_started_at', 'source', 'search_text']),
    partner: await Loader.into(url, 'agreement_partner', ['agreement_id', 'city_id', 'place']),
    event: await Loader.into(url, 'agreement_event', ['agreement_id', 'key', 'on']),
    milestone: await Loader.into(url, 'milestone', ['id', 'agreement_id', 'key', 'number', 'place', 'stage', 'title', 'status', 'due_on', 'provisional', 'owner_id', 'counterpart_id', 'waiting_on', 'started_on', 'done_on', 'search_text']),
    delivery: await Loader.into(url, 'delivery', ['id', 'kind', 'person_id', 'local_date', 'email', 'recipient_name', 'language', 'subject', 'state', 'transport', 'message_id', 'due_at', 'sent_at', 'attempts', 'fence', 'body']),
    reminder: await Loader.into(url, 'reminder', ['id', 'agreement_id', 'milestone_id', 'rung', 'cycle_no', 'role', 'person_id', 'rung_on', 'local_date', 'local_time', 'zone', 'due_at', 'tz_version', 'state', 'delivery_id']),
  };
}

async function writeMilestones({ milestone: table }: Tables, { plan }: Twinning, words: ReadonlyMap<string, { number: string; stage: string; title: LocalisedText; place: number; search_text: string }>): Promise<void> {
  for (const one of plan.milestones) {
    const of = words.get(one.key);
    if (!of) throw new Error(`no step ${one.key}`);
    await table.add({
      ...of, id: one.id, agreement_id: plan.agreement.id, key: one.key, status: one.status, due_on: one.dueOn, provisional: one.provisional, owner_id: one.ownerId, counterpart_id: one.counterpartId,
      waiting_on: one.waitingOn, started_on: one.startedOn, done_on: one.doneOn,
    });
  }
}

const BODY = `\\x${Buffer.from('Subject: generated\r\n\r\ngenerated\r\n').toString('hex')}`;

async function writeReminders(tables: Tables, reminders: readonly MadeReminder[], ids: Ids, zoneData: string, mailOf: Map<string, string>): Promise<void> {
  for (const { milestoneId, agreementId, personId, ...one } of reminders) {
    const day = `${personId} ${one.localDate}`;
    const before = one.state === 'materialised' ? mailOf.get(day) : undefined;
    const delivery = one.state === 'materialised' ? before ?? ids.next() : null;
    const dueAt = instantToIso(one.dueAt);
    if (delivery !== null && before === undefined) {
      mailOf.set(day, delivery);
      await tables.delivery.add({
        id: delivery, kind: 'reminder', person_id: personId, local_date: one.localDate, email: 'somebody@example.org', recipient_name: 'Somebody', language: 'fr', subject: 'generated', state: 'sent',
        transport: 'outbox', message_id: `<d-${delivery}@localhost>`, due_at: dueAt, sent_at: dueAt, attempts: 1, fence: 1, body: BODY,
      });
    }
    await tables.reminder.add({
      id: ids.next(), agreement_id: agreementId, milestone_id: milestoneId, rung: one.rung, cycle_no: one.cycleNo, role: one.role, person_id: personId, rung_on: one.rungOn, local_date: one.localDate,
      local_time: one.localTime, zone: one.zone, due_at: dueAt, tz_version: zoneData, state: one.state, delivery_id: delivery,
    });
  }
}

async function loadAccounts(client: pg.Client): Promise<void> {
  const hash = await hashPassword(ACCOUNTS.password);
  const { rows } = await client.query<{ id: string; coordinatorId: string }>(`SELECT id, coordinator_id AS "coordinatorId" FROM agreement ORDER BY id LIMIT $1`, [BOARD]);
  const scope = rows.map(({ id }) => id);
  for (const [email, role, personId, agreementIds] of [
    [ACCOUNTS.administrator, 'administrator', null, null], [ACCOUNTS.coordinator, 'coordinator', rows[0]?.coordinatorId ?? null, scope], [ACCOUNTS.council, 'council', null, scope],
  ] as const) {
    await client.query('INSERT INTO account (email, name, role, language, person_id, agreement_ids, password_hash, search_text) VALUES ($1, $1, $2, $3, $4, $5, $6, $1)', [email, role, 'fr', personId, agreementIds, hash]);
  }
}
