/** The text and HTML of a mail this program composed: one multipart/alternative, each part quoted-printable, base64 or plain. */
export function readParts(bytes: Buffer): { text: string; html: string } {
  const raw = bytes.toString('latin1');
  const boundary = /^content-type:\s*multipart\/[^\r\n]*(?:\r\n[ \t][^\r\n]*)*?boundary="?([^";\r\n]+)"?/im.exec(raw)?.[1];
  const parts = boundary === undefined ? [raw] : raw.split(`--${boundary}`).slice(1, -1);
  const of = (type: string): string => {
    const part = parts.find((one) => new RegExp(`^content-type:\\s*text/${type}\\b`, 'im').test(headOf(one)));
    return part === undefined ? '' : decode(part).replaceAll('\r\n', '\n');
  };
  return { text: of('plain'), html: of('html') };
}

const headOf = (part: string): string => part.slice(0, part.indexOf('\r\n\r\n') + 2);

function decode(part: string): string {
  const body = part.slice(part.indexOf('\r\n\r\n') + 4).replace(/\r\n$/, '');
  const encoding = /^content-transfer-encoding:\s*(\S+)/im.exec(headOf(part))?.[1]?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1').toString('utf8');
  const whole = body.replace(/=[ \t]*\r\n/g, '').replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(whole, 'latin1').toString('utf8');
}
