import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** A mail taken apart: its headers, as they are, and what its two bodies say. */
export interface MailParts {
  /** without the empty line that ends it */
  readonly head: string;
  /** as the Content-Type in the head names it */
  readonly boundary: string;
  readonly text: string;
  readonly html: string;
}

/** What is kept of a mail begins with this; a mail that was kept as its bytes begins with the letter of a header. */
const TAKEN_APART = 1;
const LENGTHS = 4;
const LINE = 76;
/** More than a mail has: one piece of memory instead of several. */
const CHUNK = 65_536;

/** The bytes of a mail, CRLF and all. The bodies stand in base64 (RFC 2045, lines of 76), which suits every script. */
export function mailBytes({ head, boundary, text, html }: MailParts): Buffer {
  const delimiter = `--${boundary}`;
  // Headers are encoded words, bodies base64: every sign is one byte.
  return Buffer.from([head, '', delimiter, ...bodyPart('plain', text), delimiter, ...bodyPart('html', html), `${delimiter}--`, ''].join('\r\n'), 'latin1');
}

/** A form of the mail for the shelf, a sixth of its bytes: base64 hides from a compressor that a page of markup repeats itself. */
export function keepMail({ head, boundary, text, html }: MailParts): Buffer {
  const parts = [head, boundary, text, html].map((part) => Buffer.from(part));
  const lengths = Buffer.alloc(LENGTHS * parts.length);
  for (const [place, part] of parts.entries()) lengths.writeUInt32BE(part.length, place * LENGTHS);
  return Buffer.concat([Buffer.of(TAKEN_APART), deflateRawSync(Buffer.concat([lengths, ...parts]), { level: 1, chunkSize: CHUNK })]);
}

/** The bytes that were kept, one for one. */
export function keptBytes(kept: Buffer): Buffer {
  if (kept[0] !== TAKEN_APART) return kept;
  const all = inflateRawSync(kept.subarray(1));
  let from = LENGTHS * 4;
  const next = (place: number): string => {
    const part = all.toString('utf8', from, from + all.readUInt32BE(place * LENGTHS));
    from += all.readUInt32BE(place * LENGTHS);
    return part;
  };
  const [head, boundary, text, html] = [next(0), next(1), next(2), next(3)];
  return mailBytes({ head, boundary, text, html });
}

function bodyPart(subtype: 'plain' | 'html', content: string): string[] {
  const encoded = Buffer.from(content.replace(/\r?\n/g, '\r\n')).toString('base64');
  const lines = Array.from({ length: Math.max(1, Math.ceil(encoded.length / LINE)) }, (_, n) => encoded.slice(n * LINE, (n + 1) * LINE));
  return [`Content-Type: text/${subtype}; charset=utf-8`, 'Content-Transfer-Encoding: base64', '', ...lines];
}
