import { Inject, Injectable } from '@nestjs/common';
import { addDays, decideMail, followingDigest, instantToIso, instantToLocal, localToInstant, MAIL_HOUR, type MailDecision, type ReminderDraft, type ZoneTable } from '@tawama/domain';
import { Database, type Tx } from '../../platform/db/database.js';
import { ZONES } from '../../platform/zones.js';
import { MailDesk, type StepsMailToFile } from '../deliveries/mail-desk.js';
import { PlanStore } from '../reminders/plan.store.js';
import { MaterialiseStore, type Awaited, type PlannedRow, type Recipient } from './materialise.store.js';

const PEOPLE_AT_ONCE = 250;
type Mail = Extract<MailDecision<PlannedRow>, { step: 'mail' }>;
type PutOff = Pick<Extract<MailDecision<PlannedRow>, { step: 'putOff' }>, 'localDate' | 'dueAt' | 'reminders'>;
/** One person with their planned reminders that may be told now. */
interface Case { person: Awaited; planned: readonly PlannedRow[] }
/** What is to be done for one or many people. */
interface Decided { cancel: string[]; putOff: PutOff[]; mails: { person: Recipient & { email: string }; mail: Mail }[]; withoutAddress: Recipient[] }

/** Turns reminders that are due, or will be in a moment, into mails, each exactly once, however many sweeps run at the same time. */
@Injectable()
export class Materialiser {
  constructor(
    private readonly database: Database,
    private readonly store: MaterialiseStore,
    private readonly plan: PlanStore,
    private readonly desk: MailDesk,
    @Inject(ZONES) private readonly zones: ZoneTable,
  ) {}

  /**
   * Goes on until nobody who could be taken has anything due.
   * @param made hears after each batch that mails are there to be sent
   */
  async materialise(made: () => void = () => {}): Promise<void> {
    for (;;) {
      const { people, mails } = await this.database.transaction((tx) => this.oneBatch(tx));
      if (mails > 0) made();
      if (people === 0) return;
    }
  }

  private async oneBatch(tx: Tx): Promise<{ people: number; mails: number }> {
    const people = await this.store.lockPeople(tx, PEOPLE_AT_ONCE);
    if (people.length === 0) return { people: 0, mails: 0 };
    await this.store.holdAgreements(tx, people);
    const planned = new Map<string, PlannedRow[]>(people.map(({ personId }) => [personId, []]));
    for (const row of await this.store.planned(tx, people)) planned.get(row.personId)?.push(row);
    const cases = people.map((person) => ({ person, planned: planned.get(person.personId) ?? [] }));
    try {
      return { people: people.length, mails: await tx.transaction((inner) => this.serve(inner, cases)) };
    } catch {
      let mails = 0;
      for (const one of cases) mails += await this.serveOrSetAside(tx, one);
      return { people: people.length, mails };
    }
  }

  /** One person whose mail cannot be made must not keep the others' from leaving. */
  private async serveOrSetAside(tx: Tx, one: Case): Promise<number> {
    try {
      return await tx.transaction((inner) => this.serve(inner, [one]));
    } catch (error) {
      await this.store.setAside(tx, one.person);
      await this.desk.reportUnmade(tx, one.person.personId, one.person.name, error);
      return 0;
    }
  }

  /** @returns how many mails were made */
  private async serve(tx: Tx, cases: readonly Case[]): Promise<number> {
    const { cancel, putOff, mails, withoutAddress } = this.decide(cases);
    await this.store.cancel(tx, cancel);
    await this.store.putOff(tx, putOff.map(({ reminders, localDate, dueAt }) => ({ reminderIds: idsOf(reminders), localDate, dueAt })));
    const deliveryIds = await this.desk.fileAll(tx, mails.map(({ person, mail }) => ({ head: headOf(person, mail), reminders: mail.reminders })));
    await this.store.attach(tx, mails.map(({ mail }, place) => ({ reminderIds: idsOf(mail.reminders), deliveryId: deliveryIds[place] ?? '' })));
    const next = mails.flatMap(({ mail }) => mail.reminders.map((one) => followingDigest(one, mail.localDate, this.zones)).filter((one): one is ReminderDraft => one !== undefined));
    await this.plan.insert(tx, next, this.zones.version);
    for (const { personId, name } of withoutAddress) await this.desk.reportNoAddress(tx, personId, name);
    return mails.length;
  }

  private decide(cases: readonly Case[]): Decided {
    const decided: Decided = { cancel: [], putOff: [], mails: [], withoutAddress: [] };
    for (const { person, planned } of cases) {
      const [live, gone] = [planned.filter((row) => row.live && person.active), planned.filter((row) => !row.live || !person.active)];
      decided.cancel.push(...idsOf(gone));
      if (live.length === 0) continue;
      const { email } = person;
      if (email === null) {
        // Nothing is lost: the reminders wait from day to day, and somebody is told.
        decided.putOff.push(this.tomorrow(person, live));
        decided.withoutAddress.push(person);
        continue;
      }
      for (const stream of ['ordinary', 'escalation'] as const) {
        const decision = decideMail({ planned: live, recipient: person, now: person.at, zones: this.zones }, stream);
        if (decision.step === 'putOff') decided.putOff.push(decision);
        if (decision.step === 'mail') decided.mails.push({ person: { ...person, email }, mail: decision });
      }
    }
    return decided;
  }

  private tomorrow(person: Awaited, live: readonly PlannedRow[]): PutOff {
    const localDate = addDays(instantToLocal(this.zones, person.zone, person.at).date, 1);
    return { localDate, dueAt: localToInstant(this.zones, person.zone, localDate, MAIL_HOUR), reminders: live.filter(({ dueAt }) => dueAt <= person.at) };
  }
}

const idsOf = (rows: readonly PlannedRow[]): string[] => rows.map(({ id }) => id);

const headOf = ({ personId, email, name, language, side }: Recipient & { email: string }, { kind, localDate, dueAt, late }: Mail): StepsMailToFile =>
  ({ kind, personId, email, name, language, side, localDate, dueAt: instantToIso(dueAt), late });
