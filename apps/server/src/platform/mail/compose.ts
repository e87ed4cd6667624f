import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Mailbox } from './mailbox.js';

export interface MailMessage {
  readonly from: Mailbox;
  readonly to: Mailbox;
  /** who answers; never a no-reply */
  readonly replyTo: Mailbox | null;
  /** with angle brackets; the same at every try */
  readonly messageId: string;
  /** root of the conversation, with angle brackets; null for mails that stand alone */
  readonly references: string | null;
  readonly list: { readonly id: string; readonly name: string } | null;
  /** where asking for no more mails goes to, and its subject */
  readonly unsubscribe: { readonly address: string; readonly subject: string } | null;
  readonly date: Date;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The exact bytes of a mail, CRLF and all; the same for the same message. The program never fetches anything for it. */
export function composeMail(mail: MailMessage): Promise<Buffer> {
  const headers = [
    { key: 'Auto-Submitted', value: 'auto-generated' },
    { key: 'X-Auto-Response-Suppress', value: 'All' },
    ...(mail.list ? [{ key: 'List-Id', value: { prepared: true, value: `<${mail.list.id}>` } }] : []),
    ...(mail.unsubscribe ? [{ key: 'List-Unsubscribe', value: { prepared: true, value: `<mailto:${mail.unsubscribe.address}?subject=${encodeURIComponent(mail.unsubscribe.subject)}>` } }] : []),
  ];
  const composer = new MailComposer({
    from: { name: mail.from.name, address: mail.from.address },
    to: [{ name: mail.to.name, address: mail.to.address }],
    ...(mail.replyTo ? { replyTo: { name: mail.replyTo.name, address: mail.replyTo.address } } : {}),
    ...(mail.references ? { references: mail.references, inReplyTo: mail.references } : {}),
    messageId: mail.messageId, date: mail.date, subject: mail.subject, text: mail.text, html: mail.html, headers,
    disableFileAccess: true, disableUrlAccess: true, newline: '\r\n',
  });
  const tree = composer.compile();
  // By itself it would be drawn by lot: a mail written anew must be the same mail, byte for byte.
  tree.baseBoundary = createHash('sha256').update(mail.messageId).digest('hex').slice(0, 16);
  return new Promise((done, fail) => tree.build((error, message) => (error || !message ? fail(error ?? new Error('an empty mail')) : done(message))));
}
