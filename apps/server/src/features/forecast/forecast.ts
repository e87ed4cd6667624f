import { Inject, Injectable } from '@nestjs/common';
import type { ErrorCode, ForecastItem } from '@tawama/contracts';
import { forecastMails, inForecastOrder, instantToIso, isoToInstant, MS_PER_DAY, playMails, type ForecastInput, type ForecastMail, type ZoneTable } from '@tawama/domain';
import { Database, type Tx } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import { inTurns } from '../../platform/in-turns.js';
import { ZONES } from '../../platform/zones.js';
import { MailDesk } from '../deliveries/mail-desk.js';
import type { Recipient } from '../sweeps/materialise.store.js';
import { ForecastStore, type Planned } from './forecast.store.js';

const LONGEST_DAYS = 366;
/** Three years: every Monday until then is played, so the time it takes grows with it. */
const FURTHEST_DAYS = 3 * 366;
/** What is played at once; more would keep everybody else waiting. */
const MOST_REMINDERS = 20_000;
/** So many mails get their subjects at once. */
const SUBJECTS_AT_ONCE = 500;

interface Period { from: number; to: number; agreementId?: string | undefined }
/** A mail with the person it goes to; its reminders are those the viewer may know of. */
interface Told extends ForecastMail { person: Recipient & { email: string } }

/** Tells the mails that will leave, with the same rule that will make them. */
@Injectable()
export class Forecast {
  constructor(private readonly database: Database, private readonly store: ForecastStore, private readonly desk: MailDesk, @Inject(ZONES) private readonly zones: ZoneTable) {}

  /**
   * The mails due after `from` and up to `to`, ISO instants. A scoped viewer sees only what concerns their agreements.
   * @throws Refusal `forecast/range-reversed`; `forecast/range-too-long` over 366 days; `forecast/too-far` over three years from now; `forecast/too-large`
   */
  async between(given: { from: string; to: string; agreementId?: string | undefined }, scope: readonly string[] | null): Promise<ForecastItem[]> {
    const period = { from: isoToInstant(given.from), to: isoToInstant(given.to), agreementId: given.agreementId };
    const { from, to } = period;
    if (to < from) throw refused('forecast/range-reversed');
    if (to - from > LONGEST_DAYS * MS_PER_DAY) throw refused('forecast/range-too-long');
    const { now, found } = await this.database.read(async (tx) => {
      const clubNow = await this.store.now(tx);
      if (to > clubNow + FURTHEST_DAYS * MS_PER_DAY) throw refused('forecast/too-far');
      return { now: clubNow, found: await this.store.planned(tx, to, agreementsOf(period, scope), MOST_REMINDERS + 1) };
    });
    if (found.planned.length > MOST_REMINDERS) throw refused('forecast/too-large');
    // Played while no connection waits for it.
    const mails = toldOf(inForecastOrder(await played(this.inputOf(found, now, period))), found, period, scope);
    return mails.length === 0 ? [] : this.database.read((tx) => this.tell(tx, mails));
  }

  /** The same as this transaction sees it, also from what it has not saved yet. Instants in milliseconds. */
  async within(tx: Tx, period: Period, scope: readonly string[] | null): Promise<ForecastItem[]> {
    const now = await this.store.now(tx);
    const found = await this.store.planned(tx, period.to, agreementsOf(period, scope), null);
    return this.tell(tx, toldOf(forecastMails(this.inputOf(found, now, period)), found, period, scope));
  }

  private inputOf(found: Planned, now: number, { from, to }: Period): ForecastInput {
    return { planned: found.planned.filter(({ live }) => live), recipients: reachedOf(found), now, from, to, zones: this.zones };
  }

  private async tell(tx: Tx, mails: readonly Told[]): Promise<ForecastItem[]> {
    const subjects: string[] = [];
    for (let place = 0; place < mails.length; place += SUBJECTS_AT_ONCE) {
      subjects.push(...await this.desk.subjects(tx, mails.slice(place, place + SUBJECTS_AT_ONCE).map(({ kind, localDate, person, reminders }) => ({
        head: { kind, language: person.language, name: person.name, side: person.side, localDate, late: false }, reminders,
      }))));
    }
    return mails.map(({ person, reminders, ...mail }, index) => ({
      dueAt: instantToIso(mail.dueAt), localDate: mail.localDate, localTime: mail.localTime, zone: mail.zone, personId: person.personId, email: person.email, language: person.language,
      subject: subjects[index] ?? '', held: mail.held, reminders: reminders.map((one) => ({ milestoneId: one.milestoneId, agreementId: one.agreementId, rung: one.rung })),
    }));
  }
}

async function played(input: ForecastInput): Promise<ForecastMail[]> {
  const mails: ForecastMail[] = [];
  await inTurns(playMails(input), (mail) => { if (mail) mails.push(mail); });
  return mails;
}

const reachedOf = ({ people }: Planned): (Recipient & { email: string })[] =>
  people.flatMap((person) => (person.active && person.email !== null && !person.suppressed ? [{ ...person, email: person.email }] : []));

/** The mails that are asked for, with the reminders that the viewer may know of. */
function toldOf(mails: readonly ForecastMail[], found: Planned, { agreementId }: Period, scope: readonly string[] | null): Told[] {
  const reached = new Map(reachedOf(found).map((person) => [person.personId, person]));
  return mails.flatMap((mail) => {
    const person = reached.get(mail.personId);
    const reminders = mail.reminders.filter((one) => scope === null || scope.includes(one.agreementId));
    const asked = agreementId === undefined ? reminders.length > 0 : reminders.some((one) => one.agreementId === agreementId);
    return person && asked ? [{ ...mail, person, reminders }] : [];
  });
}

/** The agreements whose mails are asked for and may be seen; null: all. */
const agreementsOf = ({ agreementId }: Period, scope: readonly string[] | null): readonly string[] | null =>
  agreementId === undefined ? scope : scope === null || scope.includes(agreementId) ? [agreementId] : [];

const refused = (code: ErrorCode): Refusal => new Refusal(code, { fields: [{ path: 'to', code }] });
