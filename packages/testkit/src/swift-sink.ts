import { createHash } from 'node:crypto';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { SmtpAnswer } from './smtp-sink.js';

/** One copy of a mail as it was taken; its bytes only as a fingerprint, so that ten thousand cost nothing. */
export interface TakenMail {
  from: string;
  to: string;
  messageId: string;
  /** SHA-256 of the bytes, in hex. */
  hash: string;
  /** The bytes, where `keep` was asked for. */
  raw: string | undefined;
  /** Milliseconds since 1970. */
  at: number;
}

export interface SwiftSink {
  /** For SMTP_URL. */
  url: string;
  port: number;
  /** Every copy in the order it came, also those whose taking was never confirmed. */
  taken: TakenMail[];
  /** Lines so far and the most at one time. */
  connections: { total: number; most: number };
  /** Decides the answer; called once a mail with its recipient and running number (from 1). */
  script(answer: (to: string, count: number) => SmtpAnswer): void;
  /** Settles when that many copies came; rejects after the patience. */
  waitFor(count: number, patienceMs?: number): Promise<void>;
  /** Ends every line, also those left hanging. */
  close(): Promise<void>;
}

/** A mail server for many mails: the same script as `startSmtpSink`, but it keeps fingerprints and reads no mail. A mail is taken with its last byte, before the answer. */
export async function startSwiftSink({ port = 0, keep = false }: { port?: number; keep?: boolean } = {}): Promise<SwiftSink> {
  const taken: TakenMail[] = [];
  const connections = { total: 0, most: 0 };
  const sockets = new Set<Socket>();
  let count = 0;
  let decide: (to: string, count: number) => SmtpAnswer = () => 'accept';
  const hall: Hall = { decide: (to) => decide(to, (count += 1)), take: (mail) => { taken.push({ ...mail, raw: keep ? mail.raw : undefined }); } };

  const server = createServer((socket) => {
    sockets.add(socket);
    connections.total += 1;
    connections.most = Math.max(connections.most, sockets.size);
    socket.setNoDelay(true);
    // A sender that is killed resets its line; that is no error of the sink.
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    const talk = new Talk(socket, hall);
    socket.on('data', (chunk: Buffer) => talk.hear(chunk));
  });
  await new Promise<void>((ready, fail) => {
    server.on('error', fail);
    server.listen(port, '127.0.0.1', () => ready());
  });
  const listening = (server.address() as AddressInfo).port;
  return {
    url: `smtp://127.0.0.1:${listening}`,
    port: listening, taken, connections,
    script(answer) { decide = answer; },
    async waitFor(wanted, patienceMs = 30_000) {
      const end = performance.now() + patienceMs;
      while (taken.length < wanted) {
        if (performance.now() > end) throw new Error(`${taken.length} of ${wanted} mails came within ${patienceMs} ms`);
        await new Promise((go) => setTimeout(go, 5));
      }
    },
    close: () => new Promise((done) => {
      sockets.forEach((socket) => socket.destroy());
      server.close(() => done());
    }),
  };
}

interface Hall { decide(to: string): SmtpAnswer; take(mail: TakenMail & { raw: string }): void }

/** One line's conversation. Bytes are latin1 inside, one character a byte. */
class Talk {
  private pending = '';
  private data = false;
  private busy = false;
  private from = '';
  private to: string | undefined;
  private answer: SmtpAnswer = 'accept';

  constructor(private readonly socket: Socket, private readonly hall: Hall) { this.say('220 sink ESMTP'); }

  hear(chunk: Buffer): void {
    this.pending += chunk.toString('latin1');
    this.goOn();
  }

  /** Commands may come several at once; each waits for the one before it. */
  private goOn(): void {
    while (!this.busy) {
      const end = this.pending.indexOf(this.data ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      if (this.data) {
        const body = this.pending.slice(0, end + 2);
        this.pending = this.pending.slice(end + 5);
        this.data = false;
        this.letter(body.startsWith('..') ? body.slice(1) : body);
      } else {
        const command = this.pending.slice(0, end);
        this.pending = this.pending.slice(end + 2);
        this.command(command);
      }
    }
  }

  private command(line: string): void {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO') this.say('250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8');
    else if (verb === 'MAIL') { this.from = address(line); this.to = undefined; this.say('250 ok'); }
    else if (verb === 'RCPT') this.recipient(address(line));
    else if (verb === 'DATA' && this.to === undefined) this.say('503 no recipient');
    else if (verb === 'DATA') { this.data = true; this.say('354 go on'); }
    else if (verb === 'QUIT') this.socket.end('221 bye\r\n');
    else this.say(['HELO', 'RSET', 'NOOP'].includes(verb) ? '250 ok' : '502 unknown');
  }

  private recipient(to: string): void {
    this.answer = this.hall.decide(to);
    const refused = typeof this.answer === 'object' && 'code' in this.answer && this.answer.at !== 'data' ? this.answer : undefined;
    if (!refused) this.to = to;
    this.say(refused ? `${refused.code} ${refused.text ?? 'refused by the test'}` : '250 ok');
  }

  private letter(stuffed: string): void {
    const { answer, from, to = '' } = this;
    this.to = undefined;
    if (answer === 'hang') { this.busy = true; return; }
    if (typeof answer === 'object' && 'code' in answer) { this.say(`${answer.code} ${answer.text ?? 'refused by the test'}`); return; }
    const raw = stuffed.replaceAll('\r\n..', '\r\n.');
    const messageId = /^message-id:\s*(<[^>]*>)/im.exec(raw.slice(0, raw.indexOf('\r\n\r\n') + 2))?.[1] ?? '';
    this.hall.take({ from, to, messageId, hash: createHash('sha256').update(raw, 'latin1').digest('hex'), raw, at: Date.now() });
    if (answer === 'acceptThenDrop') { this.socket.destroy(); return; }
    if (typeof answer === 'string') { this.say('250 taken'); return; }
    this.busy = true;
    setTimeout(() => { this.busy = false; this.say('250 taken'); this.goOn(); }, answer.delayMs);
  }

  private say(text: string): void { if (this.socket.writable) this.socket.write(`${text}\r\n`); }
}

const address = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? '';
