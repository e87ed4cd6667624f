import { addDays, daysBetween, DEFAULT_TEMPLATES } from '@tawama/domain';
import type { SwiftSink } from '@tawama/testkit';
import type pg from 'pg';
import { readParts } from '../../src/platform/mail/read-parts.js';
import type { Answer, TestClient } from '../client.js';
import { OWNERS, STEPS, type Action } from './r7-actions.js';

const BEGIN = '2026-03-02T08:00:00Z';
/** What a worker may have had in its hands when the edit came. */
const IN_HAND_MS = 2_000;
/** Rounding of two clocks' milliseconds. */
const TICK_MS = 3;

/** A step between two edits: true at the latest from `from`, at the earliest until `to`, in milliseconds since 1970. */
interface Stretch { status: string; dueOn: string | null; from: number; to: number }
interface Step { id: string; token: string; version: number; history: Stretch[] }

/** One agreement with its people, edited over HTTP; remembers when what was true. */
export class EditedClub {
  edits = 0;
  refused = 0;
  mails = 0;

  private constructor(
    private readonly database: pg.Client,
    private readonly api: TestClient,
    private readonly sink: SwiftSink,
    private readonly place: { agreementId: string; owners: string[]; firstMail: number },
    private readonly steps: Step[],
  ) {}

  static async found(database: pg.Client, api: TestClient, sink: SwiftSink, run: number): Promise<EditedClub> {
    const id = async (sql: string, values: unknown[]): Promise<string> => (await database.query<{ id: string }>(`${sql} RETURNING id`, values)).rows[0]?.id ?? '';
    await database.query('UPDATE club_clock SET clock_offset = $1::timestamptz - clock_timestamp()', [BEGIN]);
    const city = (role: string) => id(`INSERT INTO city (key, name, country, time_zone, language, role, identification, source) VALUES ($1, $2, 'MA', 'Africa/El_Aaiun', 'en', $3, 'established', 'test')`, [`${role}-${run}`, { ar: null, fr: null, en: role }, role]);
    const [home, partner] = [await city('home'), await city('partner')];
    const person = (name: string, cityId: string) => id(`INSERT INTO person (name, email, language, city_id, function) VALUES ($1, $2, 'en', $3, 'other')`, [name, `${name}-${run}@example.org`, cityId]);
    const owners: string[] = [];
    for (let n = 0; n < OWNERS; n += 1) owners.push(await person(`owner-${n}`, home));
    const [coordinator, counterpart] = [await person('coordinator', home), await person('counterpart', partner)];
    const agreementId = await id(`INSERT INTO agreement (type, status, title, home_city_id, coordinator_id, template_key, template_version) VALUES ('twinning', 'active', $1, $2, $3, 'twinning', 1)`, [{ ar: null, fr: null, en: `Run ${run}` }, home, coordinator]);
    await database.query('INSERT INTO agreement_partner (agreement_id, city_id, place) VALUES ($1, $2, 0)', [agreementId, partner]);
    const steps: Step[] = [];
    for (const [place, { key, number, stage }] of (DEFAULT_TEMPLATES[0]?.milestones ?? []).slice(0, STEPS).entries()) {
      const token = `R${run}S${place}X`;
      steps.push({ token, version: 1, history: [], id: await id(
        `INSERT INTO milestone (agreement_id, key, number, place, stage, title, status, due_on, owner_id, counterpart_id) VALUES ($1, $2, $3, $4, $5, $6, 'open', $7, $8, $9)`,
        [agreementId, key, number, place, stage, { ar: null, fr: null, en: token }, addDays(BEGIN.slice(0, 10), 1 + 2 * place), owners[0], counterpart]) });
    }
    const club = new EditedClub(database, api, sink, { agreementId, owners, firstMail: sink.taken.length }, steps);
    await club.edit(() => api.post(`/api/agreements/${agreementId}/start-reminders`, { version: 1 }));
    if (club.refused > 0) throw new Error('reminders could not be started');
    return club;
  }

  async take(action: Action): Promise<void> {
    if (action.do === 'pass') {
      await this.database.query(`WITH passed AS (UPDATE club_clock SET clock_offset = clock_offset + make_interval(hours => $1)) SELECT pg_notify('tawama_wake', '')`, [action.hours]);
      if (action.wait) await this.settle(async () => {});
      return;
    }
    const step = this.steps[action.step];
    if (!step) throw new Error(`no step ${action.step}`);
    const { id, version } = step;
    const today = await this.today();
    const body = {
      version,
      ...(action.do === 'reschedule' && { dueOn: addDays(today, action.days), reason: 'a test' }),
      ...(action.do === 'assign' && { ownerId: this.place.owners[action.owner] }),
      ...(action.do === 'submit' && { doneOn: today }),
      ...(action.do === 'accept' && { withoutEvidence: 'a test' }),
      ...(['return', 'block', 'mark-not-applicable'].includes(action.do) && { reason: 'a test' }),
    };
    await this.edit(() => this.api.post(`/api/milestones/${id}/${action.do}`, body));
  }

  /** @param wholly what else must be done with */
  async settle(wholly: () => Promise<void>): Promise<void> {
    const end = performance.now() + 120_000;
    for (;;) {
      const { rows: [left] } = await this.database.query<{ n: number }>(
        `SELECT (SELECT count(*)::int FROM reminder WHERE state = 'planned' AND due_at <= club_now()) + (SELECT count(*)::int FROM delivery WHERE state = 'pending' AND due_at <= club_now()) AS n`);
      if (left?.n === 0) break;
      if (performance.now() > end) throw new Error(`${left?.n} reminders and mails are still due`);
      await new Promise((go) => setTimeout(go, 10));
    }
    await wholly();
  }

  /** Whatever was made or told that was not true at that moment. */
  async wrongs(): Promise<string[]> {
    return [...await this.wronglyMade(), ...await this.wronglyPlanned(), ...await this.wronglyTold()];
  }

  /** Nothing of this run may still fall due in the next one. */
  async dissolve(): Promise<void> {
    await this.database.query(`UPDATE agreement SET status = 'terminated' WHERE id = $1`, [this.place.agreementId]);
    await this.database.query(`UPDATE reminder SET state = 'cancelled' WHERE agreement_id = $1 AND state = 'planned'`, [this.place.agreementId]);
  }

  /** Sends one command, and notes what is true from before it was sent and until after it was answered. */
  private async edit(send: () => Promise<Answer>): Promise<void> {
    const before = Date.now();
    const { status, text, body } = await send();
    // Only the rules may refuse: this club is edited by nobody else, so nothing it knows is stale.
    if (status !== 200 && !(status === 422 || (status === 409 && body['code'] !== 'record/stale'))) throw new Error(`${status} ${text}`);
    const answered = Date.now();
    if (status === 200) this.edits += 1;
    else this.refused += 1;
    const { rows } = await this.database.query<{ id: string; status: string; dueOn: string | null; version: number }>('SELECT id, status, due_on::text AS "dueOn", version FROM milestone WHERE agreement_id = $1', [this.place.agreementId]);
    for (const row of rows) {
      const step = this.steps.find(({ id }) => id === row.id);
      if (!step) continue;
      const last = step.history.at(-1);
      step.version = row.version;
      if (last && last.status === row.status && last.dueOn === row.dueOn) continue;
      if (last) last.to = answered;
      step.history.push({ status: row.status, dueOn: row.dueOn, from: before, to: Infinity });
    }
  }

  /** A reminder becomes a mail only while its step is open for that very date; the mail's id holds the moment. */
  private async wronglyMade(): Promise<string[]> {
    const { rows } = await this.database.query<{ milestoneId: string; rung: string; rungOn: string; made: number }>(
      `SELECT milestone_id AS "milestoneId", rung, rung_on::text AS "rungOn", ('x' || lpad(replace(substring(delivery_id::text FROM 1 FOR 13), '-', ''), 16, '0'))::bit(64)::bigint::float8 AS made FROM reminder WHERE agreement_id = $1 AND state = 'materialised'`, [this.place.agreementId]);
    return rows.filter(({ milestoneId, rung, rungOn, made }) => !this.was(milestoneId, made - TICK_MS, made + TICK_MS, rung, rungOn)).map(({ milestoneId, rung, rungOn }) => `a mail was made of ${rung} of ${rungOn} of ${this.nameOf(milestoneId)}`);
  }

  /** What is planned in the end agrees with what is true in the end. */
  private async wronglyPlanned(): Promise<string[]> {
    const { rows } = await this.database.query<{ milestoneId: string; rung: string; rungOn: string }>(`SELECT milestone_id AS "milestoneId", rung, rung_on::text AS "rungOn" FROM reminder WHERE agreement_id = $1 AND state = 'planned'`, [this.place.agreementId]);
    return rows.filter(({ milestoneId, rung, rungOn }) => !this.was(milestoneId, Infinity, Infinity, rung, rungOn)).map(({ milestoneId, rung, rungOn }) => `${rung} of ${rungOn} of ${this.nameOf(milestoneId)} is planned`);
  }

  /** A mail tells only of steps that were open, for the date it tells, a moment before its bytes were offered. */
  private async wronglyTold(): Promise<string[]> {
    const wrongs: string[] = [];
    const { rows } = await this.database.query<{ messageId: string; offered: number }>(
      `SELECT d.message_id AS "messageId", (SELECT min(extract(epoch FROM t.at) * 1000)::float8 FROM delivery_attempt t WHERE t.delivery_id = d.id AND t.phase = 'data_sent') AS offered
       FROM delivery d WHERE d.id IN (SELECT delivery_id FROM reminder WHERE agreement_id = $1)`, [this.place.agreementId]);
    const offered = new Map(rows.map((row) => [row.messageId, row.offered]));
    for (const { messageId, raw } of this.sink.taken.slice(this.place.firstMail)) {
      const at = offered.get(messageId);
      if (at === undefined) continue;
      this.mails += 1;
      const text = readParts(Buffer.from(raw ?? '', 'latin1')).text;
      const told = this.steps.filter(({ token }) => text.includes(token));
      if (told.length === 0) wrongs.push(`${messageId} tells of nothing`);
      for (const { id, token } of told) if (!this.was(id, at - IN_HAND_MS, at)) wrongs.push(`${messageId} tells of ${token}, which was not open`);
    }
    return wrongs;
  }

  /** Whether the step was open, and due as the rung says, at some moment from `from` to `to`. */
  private was(milestoneId: string, from: number, to: number, rung?: string, rungOn?: string): boolean {
    const step = this.steps.find(({ id }) => id === milestoneId);
    if (!step) return false;
    return step.history.some((stretch) => stretch.status === 'open' && stretch.dueOn !== null && stretch.from <= to && stretch.to >= from && fits(stretch.dueOn, rung, rungOn));
  }

  private nameOf(milestoneId: string): string { return this.steps.find(({ id }) => id === milestoneId)?.token ?? milestoneId; }

  private async today(): Promise<string> { return (await this.database.query<{ today: string }>(`SELECT (club_now() AT TIME ZONE 'UTC')::date::text AS today`)).rows[0]?.today ?? ''; }
}

/** `d-7` of a date is seven days before it; a digest fits any date. */
function fits(dueOn: string, rung: string | undefined, rungOn: string | undefined): boolean {
  const days = /^d([+-]?\d+)$/.exec(rung ?? '')?.[1];
  return days === undefined || rungOn === undefined || daysBetween(dueOn, rungOn) === Number(days);
}
