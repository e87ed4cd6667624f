import { Inject, Injectable } from '@nestjs/common';
import type { ForecastItem } from '@tawama/contracts';
import { forecastMails, instantToIso, isoToInstant, MS_PER_DAY, type ZoneTable } from '@tawama/domain';
import { Database, type Tx } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import { ZONES } from '../../platform/zones.js';
import { MailDesk } from '../deliveries/mail-desk.js';
import { MaterialiseStore } from '../sweeps/materialise.store.js';

const LONGEST_DAYS = 366;

/** Tells the mails that will leave, with the same rule that will make them. */
@Injectable()
export class Forecast {
  constructor(private readonly database: Database, private readonly store: MaterialiseStore, private readonly desk: MailDesk, @Inject(ZONES) private readonly zones: ZoneTable) {}

  /**
   * The mails due after `from` and up to `to`, ISO instants. A scoped viewer sees only what concerns their agreements.
   * @throws Refusal `forecast/range-reversed`, `forecast/range-too-long` over 366 days
   */
  async between(given: { from: string; to: string; agreementId?: string | undefined }, scope: readonly string[] | null): Promise<ForecastItem[]> {
    const [from, to] = [isoToInstant(given.from), isoToInstant(given.to)];
    if (to < from) throw new Refusal('forecast/range-reversed', { fields: [{ path: 'to', code: 'forecast/range-reversed' }] });
    if (to - from > LONGEST_DAYS * MS_PER_DAY) throw new Refusal('forecast/range-too-long', { fields: [{ path: 'to', code: 'forecast/range-too-long' }] });
    return this.database.read((tx) => this.within(tx, { from, to, agreementId: given.agreementId }, scope));
  }

  /** The same as this transaction sees it, also from what it has not saved yet. Instants in milliseconds. */
  async within(tx: Tx, { from, to, agreementId }: { from: number; to: number; agreementId?: string | undefined }, scope: readonly string[] | null): Promise<ForecastItem[]> {
    const { planned, people, now } = await this.store.allPlanned(tx, to);
    const reached = new Map(people.flatMap((person) => (person.active && person.email !== null && !person.suppressed ? [[person.personId, { ...person, email: person.email }] as const] : [])));
    const mails = forecastMails({ planned: planned.filter(({ live }) => live), recipients: [...reached.values()], now, from, to, zones: this.zones })
      .filter(({ reminders }) => agreementId === undefined || reminders.some((one) => one.agreementId === agreementId));
    const visible = mails.flatMap((mail) => {
      const person = reached.get(mail.personId);
      const reminders = mail.reminders.filter((one) => scope === null || scope.includes(one.agreementId));
      return person && reminders.length > 0 ? [{ mail, person, reminders }] : [];
    });
    const subjects = await this.desk.subjects(tx, visible.map(({ mail, person }) => ({
      head: { kind: mail.kind, language: person.language, name: person.name, side: person.side, localDate: mail.localDate, late: false }, reminders: mail.reminders,
    })));
    return visible.map(({ mail, person, reminders }, index) => ({
      dueAt: instantToIso(mail.dueAt), localDate: mail.localDate, localTime: mail.localTime, zone: mail.zone, personId: person.personId, email: person.email, language: person.language,
      subject: subjects[index] ?? '', held: mail.held, reminders: reminders.map((one) => ({ milestoneId: one.milestoneId, agreementId: one.agreementId, rung: one.rung })),
    }));
  }
}
