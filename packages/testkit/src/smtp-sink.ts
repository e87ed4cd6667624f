import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** What the server does with one mail. */
export type SmtpAnswer =
  | 'accept'
  /** Refuse with this code at RCPT TO; 4xx asks to come back, 5xx is final. */
  | { code: number; text?: string; at?: 'recipient' | 'data' }
  /** Keep the mail, but cut the line before saying so: the sender cannot know. */
  | 'acceptThenDrop'
  /** Take the data and never answer. */
  | 'hang'
  /** Accept after this many milliseconds. */
  | { delayMs: number };

export interface ReceivedMail {
  /** Envelope, as the SMTP dialogue had it. */
  from: string;
  to: string[];
  messageId: string;
  raw: string;
  parsed: ParsedMail;
}

export interface SmtpSink {
  /** For SMTP_URL. */
  url: string;
  port: number;
  /** Everything that was taken, also what was dropped after taking. */
  received: ReceivedMail[];
  /** Connections so far and the most at one time. */
  connections: { total: number; most: number };
  /** Decides the answer; called once a mail with its recipient and running number (from 1). */
  script(answer: (to: string, count: number) => SmtpAnswer): void;
  /** Settles when that many mails came; rejects after the patience. */
  waitFor(count: number, patienceMs?: number): Promise<ReceivedMail[]>;
  close(): Promise<void>;
}

/** A mail server on loopback that keeps what it gets and answers as the test says. */
export async function startSmtpSink(options: { port?: number } = {}): Promise<SmtpSink> {
  const received: ReceivedMail[] = [];
  const connections = { total: 0, most: 0 };
  const open = new Set<SMTPServerSession>();
  const hanging: (() => void)[] = [];
  const answers = new Map<string, SmtpAnswer>();
  let count = 0;
  let decide: (to: string, count: number) => SmtpAnswer = () => 'accept';

  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], hideSTARTTLS: true, logger: false, disableReverseLookup: true, closeTimeout: 100,
    onAuth: (_auth, _session, done) => done(null, { user: 'test' }),
    onConnect(session, done) {
      connections.total += 1;
      open.add(session);
      connections.most = Math.max(connections.most, open.size);
      done();
    },
    onClose(session) { open.delete(session); },
    onRcptTo({ address }, session, done) {
      const answer = decide(address, (count += 1));
      answers.set(session.id, answer);
      if (typeof answer === 'object' && 'code' in answer && answer.at !== 'data') return done(smtpError(answer));
      done();
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        void take(Buffer.concat(chunks).toString('utf8'), session, done);
      });
    },
  });

  async function take(raw: string, session: SMTPServerSession, done: (error?: Error | null) => void): Promise<void> {
    const answer = answers.get(session.id) ?? 'accept';
    if (answer === 'hang') { hanging.push(() => done(new Error('closing'))); return; }
    if (typeof answer === 'object' && 'code' in answer) return done(smtpError(answer));
    if (typeof answer === 'object') await new Promise((go) => setTimeout(go, answer.delayMs));
    const parsed = await simpleParser(raw);
    const { mailFrom, rcptTo } = session.envelope;
    received.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), messageId: parsed.messageId ?? '', raw, parsed });
    if (answer === 'acceptThenDrop') { dropLine(server, session); return; }
    done();
  }

  await new Promise<void>((ready, fail) => {
    server.on('error', fail);
    server.listen(options.port ?? 0, '127.0.0.1', () => ready());
  });
  // A sender that is killed resets its connection; that is no error of the sink.
  server.removeAllListeners('error');
  server.on('error', () => {});
  const { port } = server.server.address() as AddressInfo;

  return {
    url: `smtp://127.0.0.1:${port}`,
    port, received, connections,
    script(answer) { decide = answer; },
    async waitFor(wanted, patienceMs = 10_000) {
      const end = performance.now() + patienceMs;
      while (received.length < wanted) {
        if (performance.now() > end) throw new Error(`${received.length} of ${wanted} mails came within ${patienceMs} ms`);
        await new Promise((go) => setTimeout(go, 10));
      }
      return received;
    },
    close: () => new Promise((done) => {
      hanging.forEach((release) => release());
      server.close(() => done());
    }),
  };
}

function smtpError({ code, text = 'refused by the test' }: { code: number; text?: string }): Error {
  return Object.assign(new Error(text), { responseCode: code });
}

/** smtp-server has no word for cutting one line; the connection is found by its session. */
function dropLine(server: SMTPServer, session: SMTPServerSession): void {
  const { connections } = server as SMTPServer & { connections: Set<{ session: { id: string }; _socket?: { destroy(): void } }> };
  for (const connection of connections) {
    if (connection.session.id === session.id) connection._socket?.destroy();
  }
}
