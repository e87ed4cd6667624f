import { Injectable } from '@nestjs/common';
import type { Delivery, DeliveryCommand, DeliveryState, Language, ListQuery, Page } from '@tawama/contracts';
import { Database, type Tx } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { readParts } from '../../platform/mail/read-parts.js';
import { AuditJournal } from '../audit/audit-journal.js';
import { DeliveriesStore } from './deliveries.store.js';
import { MailWriter } from '../mails/mail-writer.js';

/** In which states a command makes sense. A mail in a worker's hands is nobody else's until its result is recorded. */
const ALLOWED: Readonly<Record<DeliveryCommand, readonly DeliveryState[]>> = {
  resend: ['sent', 'failed', 'suppressed', 'cancelled'],
  cancel: ['pending', 'held', 'failed'],
  release: ['held'],
  hold: ['pending'],
};
const STATE_AFTER = { cancel: 'cancelled', release: 'pending', hold: 'held' } as const;
/** These hold links that open somebody's account. */
const ACCOUNT_MAILS: readonly string[] = ['invitation', 'passwordReset', 'firstAdministrator'];

/** The outbox: what left, what waits, and what a person does about it. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly database: Database,
    private readonly store: DeliveriesStore,
    private readonly writer: MailWriter,
    private readonly journal: AuditJournal,
  ) {}

  list(viewer: Viewer, query: ListQuery): Promise<Page<Delivery>> { return this.database.read((tx) => this.store.list(tx, query, viewer)); }

  get(viewer: Viewer, id: string): Promise<Delivery> { return this.database.read((tx) => this.found(tx, viewer, id)); }

  /**
   * One part of the mail: what was sent, or what would be sent now. Another language writes it anew, with all its steps.
   * @throws Refusal `record/not-found`; `access/denied` for another account's mail
   */
  preview(viewer: Viewer, id: string, { language, part }: { language?: Language | undefined; part: 'html' | 'text' | 'source' }): Promise<string> {
    return this.database.transaction(async (tx) => {
      const { kind } = await this.found(tx, viewer, id);
      if (ACCOUNT_MAILS.includes(kind) && viewer.role !== 'administrator') throw new Refusal('access/denied');
      const [facts] = await this.writer.contents.deliveries(tx, [id]);
      if (!facts) throw new Refusal('record/not-found');
      if (facts.offered && (language === undefined || language === facts.offered.language)) return part === 'source' ? facts.offered.bytes.toString('utf8') : readParts(facts.offered.bytes)[part];
      const mail = await this.writer.write(tx, { ...facts, active: true, email: facts.email ?? 'nobody@localhost' }, { all: true, ...(language === undefined ? {} : { language }) });
      if (typeof mail === 'string') return '';
      return part === 'source' ? mail.bytes.toString('utf8') : mail[part];
    });
  }

  /**
   * @returns the changed delivery; for `resend` the new one
   * @throws Refusal `record/not-found`, `delivery/not-allowed-in-state`
   */
  act(viewer: Viewer, id: string, command: DeliveryCommand, reason: string | undefined): Promise<Delivery> {
    return this.database.transaction(async (tx) => {
      const before = await this.found(tx, viewer, id);
      const state = await this.store.lock(tx, id);
      if (state === undefined || !ALLOWED[command].includes(state)) throw new Refusal('delivery/not-allowed-in-state', { current: before });
      const changedId = command === 'resend' ? await this.resend(tx, before) : id;
      if (command === 'release') await this.store.sendOff(tx, id);
      if (command === 'cancel' || command === 'hold') await this.store.setAside(tx, id, STATE_AFTER[command]);
      if (command === 'resend' || command === 'release') await this.store.wake(tx);
      await this.journal.record(tx, {
        actorId: viewer.accountId, action: `delivery.${command}`, subjectType: 'delivery', subjectId: id, agreementId: await this.store.agreementOf(tx, id),
        before: { state }, after: command === 'resend' ? { deliveryId: changedId } : { state: STATE_AFTER[command] }, reason: reason ?? null,
      });
      return this.found(tx, viewer, changedId);
    });
  }

  /** A mail to the viewer's own address, to see whether mail arrives. */
  test(viewer: Viewer): Promise<Delivery> {
    return this.database.transaction(async (tx) => {
      const to = await this.store.mailboxOf(tx, viewer.accountId);
      if (!to) throw new Refusal('record/not-found');
      const id = await this.store.insert(tx, { kind: 'test', accountId: viewer.accountId, ...to, state: 'pending' }, this.writer.domain);
      if (id === undefined) throw new Error('a test mail that exists already');
      await this.store.wake(tx);
      await this.journal.record(tx, { actorId: viewer.accountId, action: 'delivery.test', subjectType: 'delivery', subjectId: id });
      return this.found(tx, { agreementIds: null }, id);
    });
  }

  /** Who asks for it again believes that the address works: it gets mail once more. */
  private async resend(tx: Tx, delivery: Delivery): Promise<string> {
    await this.store.liftSuppression(tx, delivery.personId, delivery.email);
    return this.store.repeat(tx, delivery.id, this.writer.domain);
  }

  private async found(tx: Tx, viewer: Pick<Viewer, 'agreementIds'>, id: string): Promise<Delivery> {
    const delivery = await this.store.find(tx, id, viewer.agreementIds);
    if (!delivery) throw new Refusal('record/not-found');
    return delivery;
  }
}
