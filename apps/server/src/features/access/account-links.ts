import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/database.js';
import { LinkTokens } from '../../platform/http/link-tokens.js';
import { Mailer } from '../deliveries/mailer.js';
import type { Credentials } from './account.store.js';
import { LinkStore, type LinkPurpose } from './link.store.js';

/** Links that let somebody set a password, once and for a while: by mail, or told to the operator. */
@Injectable()
export class AccountLinks {
  constructor(private readonly store: LinkStore, private readonly tokens: LinkTokens, private readonly mailer: Mailer) {}

  /** Queues the mail in the transaction that makes the link. */
  async send(tx: Tx, { id, email, name, language }: Pick<Credentials, 'id' | 'email' | 'name' | 'language'>, kind: LinkPurpose, madeBy: string | null): Promise<void> {
    const linkId = await this.store.create(tx, id, kind, madeBy);
    await this.mailer.enqueueAccountMail(tx, { kind, accountId: id, linkId, email, name, language });
  }

  /** The same, unless enough are on their way already. */
  async sendReset(tx: Tx, account: Credentials): Promise<void> {
    if (!await this.store.hasTooManyResets(tx, account.id)) await this.send(tx, account, 'passwordReset', null);
  }

  /** @returns the address to open, for somebody who can be told without a mail */
  async make(tx: Tx, accountId: string, purpose: LinkPurpose): Promise<string> {
    return this.tokens.addressOf(await this.store.create(tx, accountId, purpose, null));
  }

  /** Uses the link up, and with it every other of the account. @returns the account, or undefined */
  async open(tx: Tx, token: string): Promise<string | undefined> {
    const id = await this.tokens.idOf(token);
    const link = id === undefined ? undefined : await this.store.use(tx, id);
    if (link) await this.store.useUpAll(tx, link.accountId);
    return link?.accountId;
  }

  /** Makes what was sent useless. */
  revoke(tx: Tx, accountId: string): Promise<void> { return this.store.useUpAll(tx, accountId); }
}
