import { Inject, Injectable } from '@nestjs/common';
import { addDays, decideMail, followingDigest, instantToIso, instantToLocal, localToInstant, MAIL_HOUR, type MailDecision, type ReminderDraft, type ZoneTable } from '@tawama/domain';
import { Database, type Tx } from '../../platform/db/database.js';
import { ZONES } from '../../platform/zones.js';
import { MailDesk } from '../deliveries/mail-desk.js';
import { MaterialiseStore, type PlannedRow, type Recipient } from './materialise.store.js';
import { PlanStore } from '../reminders/plan.store.js';

const PEOPLE_AT_ONCE = 25;
type Mail = Extract<MailDecision<PlannedRow>, { step: 'mail' }>;

/** Turns due reminders into mails, each exactly once, however many sweeps run at the same time. */
@Injectable()
export class Materialiser {
  constructor(
    private readonly database: Database,
    private readonly store: MaterialiseStore,
    private readonly plan: PlanStore,
    private readonly desk: MailDesk,
    @Inject(ZONES) private readonly zones: ZoneTable,
  ) {}

  /** Goes on until nobody who could be taken has anything due. @returns how many mails were made */
  async materialise(): Promise<number> {
    let made = 0;
    for (;;) {
      const { people, mails } = await this.database.transaction((tx) => this.oneBatch(tx));
      made += mails;
      if (people === 0) return made;
    }
  }

  private async oneBatch(tx: Tx): Promise<{ people: number; mails: number }> {
    const { people, now } = await this.store.lockPeople(tx, PEOPLE_AT_ONCE);
    if (people.length === 0) return { people: 0, mails: 0 };
    const ids = people.map(({ personId }) => personId);
    await this.store.holdAgreements(tx, ids);
    const planned = await this.store.planned(tx, ids, now);
    let mails = 0;
    for (const person of people) mails += await this.serveOrSetAside(tx, person, planned.filter(({ personId }) => personId === person.personId), now);
    return { people: people.length, mails };
  }

  /** One person whose mail cannot be made must not keep the others' from leaving. */
  private async serveOrSetAside(tx: Tx, person: Recipient, planned: readonly PlannedRow[], now: number): Promise<number> {
    try {
      return await tx.transaction((inner) => this.serve(inner, person, planned, now));
    } catch (error) {
      await this.store.setAside(tx, person.personId);
      await this.desk.reportUnmade(tx, person.personId, person.name, error);
      return 0;
    }
  }

  private async serve(tx: Tx, person: Recipient, planned: readonly PlannedRow[], now: number): Promise<number> {
    const gone = planned.filter(({ live }) => !live || !person.active);
    await this.store.cancel(tx, gone.map(({ id }) => id));
    const live = planned.filter((row) => !gone.includes(row));
    if (live.length === 0) return 0;
    if (person.email === null) { await this.waitForAddress(tx, person, live, now); return 0; }
    let mails = 0;
    for (const stream of ['ordinary', 'escalation'] as const) {
      const decision = decideMail({ planned: live, recipient: person, now, zones: this.zones }, stream);
      if (decision.step === 'putOff') await this.store.putOff(tx, decision.reminders.map(({ id }) => id), decision.localDate, decision.dueAt);
      if (decision.step === 'mail') { await this.make(tx, { ...person, email: person.email }, decision); mails += 1; }
    }
    return mails;
  }

  private async make(tx: Tx, person: Recipient & { email: string }, { kind, localDate, dueAt, late, reminders }: Mail): Promise<void> {
    const id = await this.desk.file(tx, { kind, ...person, localDate, dueAt: instantToIso(dueAt), late }, reminders);
    await this.store.attach(tx, reminders.map((one) => one.id), id);
    const next = reminders.map((one) => followingDigest(one, localDate, this.zones)).filter((one): one is ReminderDraft => one !== undefined);
    await this.plan.insert(tx, next, this.zones.version);
  }

  /** Nothing is lost: the reminders wait from day to day, and somebody is told. */
  private async waitForAddress(tx: Tx, person: Recipient, planned: readonly PlannedRow[], now: number): Promise<void> {
    const tomorrow = addDays(instantToLocal(this.zones, person.zone, now).date, 1);
    const due = planned.filter(({ dueAt }) => dueAt <= now);
    await this.store.putOff(tx, due.map(({ id }) => id), tomorrow, localToInstant(this.zones, person.zone, tomorrow, MAIL_HOUR));
    await this.desk.reportNoAddress(tx, person.personId, person.name);
  }
}
