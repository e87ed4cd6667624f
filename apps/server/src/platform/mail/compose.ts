import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailParts } from './mail-parts.js';
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

/** The headers of a mail with its two bodies; the same for the same message. The library writes the headers; its streams for the bodies cost ten times what they need. */
export function composeMail(mail: MailMessage): MailParts {
  const headers = [
    { key: 'Auto-Submitted', value: 'auto-generated' },
    { key: 'X-Auto-Response-Suppress', value: 'All' },
    ...(mail.list ? [{ key: 'List-Id', value: { prepared: true, value: `<${mail.list.id}>` } }] : []),
    ...(mail.unsubscribe ? [{ key: 'List-Unsubscribe', value: { prepared: true, value: `<mailto:${mail.unsubscribe.address}?subject=${encodeURIComponent(mail.unsubscribe.subject)}>` } }] : []),
  ];
  const root = new MailComposer({
    from: { name: mail.from.name, address: mail.from.address },
    to: [{ name: mail.to.name, address: mail.to.address }],
    ...(mail.replyTo ? { replyTo: { name: mail.replyTo.name, address: mail.replyTo.address } } : {}),
    ...(mail.references ? { references: mail.references, inReplyTo: mail.references } : {}),
    // Two bodies make it a multipart/alternative; what they say is added below.
    messageId: mail.messageId, date: mail.date, subject: mail.subject, text: '-', html: '-', headers,
    disableFileAccess: true, disableUrlAccess: true, newline: '\r\n',
  }).compile();
  // By itself it would be drawn by lot: a mail written anew must be the same mail, byte for byte.
  root.baseBoundary = createHash('sha256').update(mail.messageId).digest('hex').slice(0, 16);
  const head = root.buildHeaders();
  return { head, boundary: String(root.boundary), text: mail.text, html: mail.html };
}
