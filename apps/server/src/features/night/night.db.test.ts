import type { EventDates } from '@tawama/contracts';
import { ALREADY_SIGNED_V2 } from '@tawama/domain';
import type { TestDatabase } from '@tawama/testkit';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { clubRows } from '../../../test/club-rows.js';
import { openGround, type TestGround } from '../../../test/ground.js';
import { nightOn, planCheckOn, plansOn } from '../../../test/plans.js';
import { postOfficeOn } from '../../../test/post-office.js';
import { byViewer } from '../plans/plan-command.js';

const [BEGINS, LAST_DAY, AGAIN] = ['2026-11-20T12:00:00Z', '2026-12-10T12:00:00Z', '2027-01-14T12:00:00Z'];
const DAYS_AWAY = 35;

/**
 * What may differ between a club whose jobs ran every day and one that was away, and why. Everything else must not.
 * - mails: what fell due in the outage goes out as one catch-up digest a person (README, "the promise about mails")
 * - instants that tell when a job ran: of the journal and its seals, of the question for a successor, of the clock itself
 */
const MAY_DIFFER = {
  delivery: 'all', delivery_attempt: 'all', dispatch: 'all',
  audit_entry: ['at', 'recorded_at'], audit_seal: 'all', handover: ['asked_on'], club_clock: 'all',
} as const;

/** What of the mails stands in other tables: a reminder that fell due in the outage, one that was given up (a mail that never was), and when the tables were last looked at. */
const mayDiffer = (row: string): boolean => {
  if (row.startsWith('setting {"key": "sweep.last"')) return true;
  if (row.startsWith('reminder ') && row.includes('"state": "cancelled"')) return true;
  const [, dueAt] = /^reminder .*"due_at": "([^"]+)"/.exec(row) ?? [];
  return dueAt !== undefined && Date.parse(dueAt) > Date.parse(LAST_DAY) && Date.parse(dueAt) <= Date.parse(AGAIN);
};

type Job = 'keepUp' | 'reckon' | 'endTerms' | 'askSuccessors' | 'mails';
const JOBS: readonly Job[] = ['keepUp', 'reckon', 'endTerms', 'askSuccessors', 'mails'];

interface Club { at(instant: string): Promise<void>; run(jobs: readonly Job[]): Promise<void>; rows(): Promise<string[]>; faults(): Promise<unknown[]>; toldOfEnded(): Promise<unknown[]> }
const grounds: TestGround[] = [];
const close = async () => { for (const ground of grounds.splice(0)) await ground.close(); };

function jobsOn(ground: TestGround, services = plansOn(ground)): (jobs: readonly Job[]) => Promise<void> {
  const [night, office] = [nightOn(ground, services), postOfficeOn(ground)];
  const jobs: Record<Job, () => Promise<unknown>> = {
    keepUp: () => night.keepUp(), reckon: () => night.reckon(), endTerms: () => night.endTerms(), askSuccessors: () => night.askSuccessors(), mails: () => office.work(),
  };
  return async (wanted) => { for (const job of wanted) await jobs[job](); };
}

/** A club with everything that time alone changes, some of it on each side of the days without anybody. */
async function foundClub(): Promise<TestGround> {
  const ground = await openGround(BEGINS);
  const services = plansOn(ground);
  const run = jobsOn(ground, services);
  // Its field checks come each month, are followed on both sides and never end by themselves.
  const monthly = { repeats: { everyMonths: 1 }, responsible: { function: 'coordinator', counterpart: true } } as const;
  const own = { ...ALREADY_SIGNED_V2, key: 'own', version: 1, milestones: ALREADY_SIGNED_V2.milestones.map((one) => (one.key === 'field-check' ? { ...one, ...monthly } : one)) };
  await ground.test.query('INSERT INTO template_version (key, version, definition) VALUES ($1, $2, $3)', [own.key, own.version, own]);
  const [home, abroad, third] = [await ground.city('home', { role: 'home' }), await ground.city('abroad', { country: 'GH', timeZone: 'Africa/Accra' }), await ground.city('third', { country: 'IN', timeZone: 'Asia/Kolkata' })];
  await ground.person(home, { email: 'coordinator@example.org' });
  await ground.person(abroad, { email: 'focal@example.org', function: 'focalPoint', mandateEndsOn: '2027-01-05' });
  await ground.person(abroad, { email: 'mayor@example.org', function: 'mayorOffice', mandateEndsOn: '2027-02-20' });
  await ground.person(third, { email: 'third@example.org', function: 'focalPoint', mandateEndsOn: '2026-12-20' });
  const admin = await ground.viewer();
  await run(JOBS);
  const open = async (name: string, events: EventDates, { templateKey = 'already-signed', partner = abroad, reminders = true } = {}): Promise<string> => {
    const { id } = await services.agreements.open(admin, { templateKey, homeCityId: home, partnerCityIds: [partner], events }, false);
    await ground.test.query(`UPDATE agreement SET note = jsonb_build_object('en', $2::text) WHERE id = $1`, [id, name]);
    if (reminders) await services.start.startReminders(byViewer(admin, false), id, 1);
    return id;
  };
  await open('lives on', { signed: '2026-10-01', committeeInstalled: '2026-11-10' });
  await open('lives on, month by month', { signed: '2026-10-01' }, { templateKey: 'own' });
  await open('is late', { signed: '2026-08-20' }, { partner: third });
  await open('ends', { signed: '2025-11-30', expiry: '2026-12-20' });
  await open('ends after new steps came into sight', { signed: '2025-11-30', expiry: '2027-01-10' }, { templateKey: 'own' });
  await open('is silent for a year', { signed: '2025-12-18' }, { reminders: false });
  await open('falls asleep', { signed: '2024-12-16' });
  await open('falls asleep, then ends', { signed: '2024-12-14', expiry: '2026-12-22' });
  await open('ends before it would fall asleep', { signed: '2024-12-30', expiry: '2026-12-25' });
  await open('repeats without end', { signed: '2026-09-01', expiry: '2026-12-28' }, { templateKey: 'own' });
  const suspended = await open('stands still', { signed: '2024-12-20', expiry: '2026-12-29' });
  await services.life.act(byViewer(admin, false), suspended, 2, { name: 'suspend', reason: 'elections' });
  await open('waits for the session', { opened: '2026-10-01' }, { templateKey: 'twinning' });
  await open('waits for the visa', { opened: '2026-08-01', deliberation: '2026-10-27', receivedByProvince: '2026-11-18' }, { templateKey: 'twinning' });
  await ground.test.setClubTime(LAST_DAY);
  await run(JOBS);
  // Known just before everybody left: whoever looks next counts anew what hangs on it.
  await ground.test.query(`INSERT INTO council_session (city_id, kind, begins_on, ends_on, certainty, source) VALUES ($1, 'ordinary', '2027-02-08', '2027-02-09', 'confirmed', 'convened')`, [home]);
  return ground;
}

/** The club as it was left, each time in a database of its own. */
let left: TestDatabase;
beforeAll(async () => {
  const ground = await foundClub();
  await ground.leave();
  left = ground.test;
});
afterAll(() => left.drop());

async function club(): Promise<Club> {
  const ground = await openGround(LAST_DAY, left.name);
  grounds.push(ground);
  return {
    at: (instant) => ground.test.setClubTime(instant), run: jobsOn(ground),
    async rows() { return (await clubRows(ground.test, MAY_DIFFER)).filter((row) => !mayDiffer(row)); },
    /** What mails after the outage tell of agreements that were over before it ended. */
    toldOfEnded: () => ground.test.query(`SELECT a.note, r.rung FROM reminder r JOIN agreement a ON a.id = r.agreement_id WHERE a.status = 'expired' AND r.state = 'materialised' AND r.due_at > $1`, [LAST_DAY]),
    async faults() { const found = []; for await (const fault of planCheckOn(ground).faults()) found.push(fault); return found; },
  };
}

/** What only one of two clubs has, a line a row. */
const differences = (these: readonly string[], those: readonly string[]): string[] => [
  ...these.filter((row) => !those.includes(row)).map((row) => `only here: ${row}`), ...those.filter((row) => !these.includes(row)).map((row) => `only there: ${row}`),
  ...(these.length === those.length ? [] : [`${these.length} rows here, ${those.length} there`]),
];

const nights = Array.from({ length: DAYS_AWAY }, (_, day) => new Date(Date.parse(LAST_DAY) + (day + 1) * 86_400_000).toISOString().slice(0, 10));

/** @param order of one night */
async function neverStopped(order: (night: number) => readonly Job[]): Promise<Club> {
  const attended = await club();
  for (const [place, day] of nights.entries()) {
    await attended.at(`${day}T00:05:00Z`);
    await attended.run(order(place));
    await attended.at(`${day}T09:00:30Z`);
    await attended.run(['mails']);
  }
  await attended.at(AGAIN);
  await attended.run(JOBS);
  return attended;
}

describe('the jobs of every day', () => {
  afterEach(close);
  let attended: string[];
  let before: string[];
  beforeAll(async () => {
    before = await (await club()).rows();
    const daily = await neverStopped(() => JOBS);
    attended = await daily.rows();
    expect(await daily.faults()).toEqual([]);
    await close();
  });

  it('did every kind of thing in these weeks', () => {
    const added = attended.filter((row) => !before.includes(row));
    for (const told of [
      /^agreement .*"status": "expired"/, /^agreement .*"dormant_since": "2024-12-16"/, /^agreement .*"vitality_level": "watch"/, /^agreement .*"vitality_level": "struggling"/,
      /^milestone .*"key": "relaunch-or-close".*"status": "open"/, /^milestone .*"key": "relaunch-or-close".*"status": "cancelled"/, /^milestone .*"key": "field-check#\d+".*"status": "open".*month by month.*person focal/, /^milestone .*"key": "annual-report#\d+".*"status": "open"/,
      /^handover .*person mayor/, /^council_session .*"begins_on": "2032-/, /^audit_entry .*agreement.keep-up/, /^setting .*plans.laid-out-until/, /^reminder .*"state": "planned"/,
    ]) expect(added.filter((row) => told.test(row)), String(told)).not.toEqual([]);
  });

  it('after thirty-five days without anybody leave what they leave when they never stop, in whatever order they are taken up', async () => {
    await fc.assert(fc.asyncProperty(fc.shuffledSubarray([...JOBS], { minLength: JOBS.length }), async (order) => {
      const away = await club();
      await away.at(AGAIN);
      await away.run(order);
      expect(differences(await away.rows(), attended)).toEqual([]);
      expect([await away.faults(), await away.toldOfEnded()]).toEqual([[], []]);
      await away.run(order);
      expect(differences(await away.rows(), attended)).toEqual([]);
    }), { numRuns: 4, examples: [[['endTerms', 'askSuccessors', 'reckon', 'keepUp', 'mails']], [['mails', 'reckon', 'keepUp', 'askSuccessors', 'endTerms']]] });
  });

  it('of one night may be taken up in any order, another one every night', async () => {
    const orders = fc.sample(fc.shuffledSubarray([...JOBS], { minLength: JOBS.length }), DAYS_AWAY);
    const shuffled = await neverStopped((night) => orders[night] ?? JOBS);
    expect(differences(await shuffled.rows(), attended)).toEqual([]);
  });
});
