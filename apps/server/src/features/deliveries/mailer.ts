import { Injectable } from '@nestjs/common';
import type { DeliveryKind, Language } from '@tawama/contracts';
import type { Tx } from '../../platform/db/database.js';
import { DeliveriesStore } from './deliveries.store.js';
import { MailWriter } from '../mails/mail-writer.js';

export type AccountMail = { kind: Extract<DeliveryKind, 'invitation' | 'passwordReset' | 'firstAdministrator'>; accountId: string; linkId: string; email: string; name: string; language: Language };

/** Queues mails that are not reminders, in the transaction that makes their reason. */
@Injectable()
export class Mailer {
  constructor(private readonly store: DeliveriesStore, private readonly writer: MailWriter) {}

  async enqueueAccountMail(tx: Tx, { kind, accountId, linkId, email, name, language }: AccountMail): Promise<void> {
    await this.store.insert(tx, { kind, accountId, linkId, email, name, language, state: 'pending' }, this.writer.domain);
    await this.store.wake(tx);
  }
}
