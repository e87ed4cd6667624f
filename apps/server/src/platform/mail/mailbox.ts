import { emailAddress } from '@tawama/contracts';

/** A person's address with the name to show; the address went through the strict rule of the contracts. */
export interface Mailbox { readonly name: string; readonly address: string }

/**
 * Checks an address before it comes near an envelope: one mailbox, no CR, LF, comma, quote or angle bracket. nodemailer 10.6 made
 * another recipient of a text with a line break, so nothing but `{name, address}` is ever handed to it.
 * @returns undefined when it is none
 */
export function mailbox(name: string, address: string): Mailbox | undefined {
  const read = emailAddress.safeParse(address);
  return read.success ? { name: oneLine(name), address: read.data } : undefined;
}

/** `Name <address>` or a bare address, as an operator writes MAIL_FROM. @throws Error when it is neither */
export function readMailbox(text: string): Mailbox {
  const [, name = '', address = text] = /^([^<>]*)<([^<>]+)>$/.exec(text.trim()) ?? [];
  const read = mailbox(name.trim().replace(/^"(.*)"$/, '$1'), address.trim());
  if (!read) throw new Error(`${JSON.stringify(text)} is no mail address`);
  return read;
}

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** Names come from users: no line break, no control character and no bidi control reaches a header. */
export const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim();
