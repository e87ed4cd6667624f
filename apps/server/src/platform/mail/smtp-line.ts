import { Readable } from 'node:stream';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SmtpConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';

/** How one try to hand over a mail ended. */
export type SendOutcome =
  | { readonly result: 'accepted'; readonly code: number; readonly text: string }
  /** The server said no: 4xx asks to come back, 5xx is final. `enhanced` is like `5.1.1`. */
  | { readonly result: 'refused'; readonly code: number; readonly enhanced: string | null; readonly text: string }
  /** No answer in time, or the line broke; whether the mail was taken may be unknown. */
  | { readonly result: 'timeout'; readonly text: string }
  /** `beforeData` refused: nothing was offered. */
  | { readonly result: 'abandoned' };

export interface SmtpLetter {
  readonly from: string;
  readonly to: string;
  readonly bytes: Buffer;
  /** Runs when a connection was opened for this letter. */
  readonly onOpened: () => Promise<void>;
  /** Runs when the server is ready for the bytes and before the first of them; false: they are not sent. */
  readonly beforeData: () => Promise<boolean>;
}

const IDLE_MS = 20_000;
const LETTERS_PER_CONNECTION = 100;

/** One connection to the SMTP server, opened when needed and used again for the next mail. One letter at a time. */
export class SmtpLine {
  private connection: SmtpConnection | undefined;
  private letters = 0;
  private idle: NodeJS.Timeout | undefined;

  /** @param timeoutMs for one whole letter, connecting included */
  constructor(private readonly url: string, private readonly timeoutMs: number) {}

  /** A server has let this program in, and takes the next letter at once. */
  get isOpen(): boolean { return this.connection !== undefined && !this.connection.destroyed && this.letters > 0; }

  async send(letter: SmtpLetter): Promise<SendOutcome> {
    clearTimeout(this.idle);
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<SendOutcome>((settle) => { timer = setTimeout(() => settle({ result: 'timeout', text: `no answer within ${this.timeoutMs} ms` }), this.timeoutMs); });
    const outcome = await Promise.race([this.hand(letter), silence]);
    clearTimeout(timer);
    this.letters += 1;
    // After anything but a plain yes the state of the line is not worth guessing.
    if (outcome.result !== 'accepted' || this.letters >= LETTERS_PER_CONNECTION) this.close();
    else this.idle = setTimeout(() => this.close(), IDLE_MS).unref();
    return outcome;
  }

  /** Whether the server lets this program in; sends nothing. @throws Error when it does not */
  async greet(): Promise<void> {
    try {
      await this.open();
    } finally {
      this.close();
    }
  }

  close(): void {
    clearTimeout(this.idle);
    const { connection } = this;
    this.connection = undefined;
    this.letters = 0;
    if (connection && !connection.destroyed) connection.close();
  }

  private async hand(letter: SmtpLetter): Promise<SendOutcome> {
    try {
      const standing = this.connection;
      const connection = await this.open();
      if (connection !== standing) await letter.onOpened();
      return await transmit(connection, letter);
    } catch (error) {
      return outcomeOf(error);
    }
  }

  private async open(): Promise<SmtpConnection> {
    if (this.connection && !this.connection.destroyed) return this.connection;
    const { auth, ...options } = parseConnectionUrl(this.url);
    const settings: SMTPConnectionOptions = { ...options, connectionTimeout: this.timeoutMs, greetingTimeout: this.timeoutMs, socketTimeout: this.timeoutMs + IDLE_MS, dnsTimeout: this.timeoutMs, socketCloseTimeout: 500 };
    const connection = new SmtpConnection(settings);
    this.connection = connection;
    this.letters = 0;
    await new Promise<void>((done, fail) => {
      // Errors between two letters only mean that the next one opens a new line.
      connection.on('error', (error: Error) => { fail(error); this.forget(connection); });
      connection.on('end', () => { fail(new Error('the server closed the line')); this.forget(connection); });
      connection.connect((error) => (error ? fail(error) : done()));
    });
    if (auth) await new Promise<void>((done, fail) => connection.login({ user: auth.user, pass: auth.pass }, (error) => (error ? fail(error) : done())));
    return connection;
  }

  private forget(connection: SmtpConnection): void {
    if (this.connection === connection) this.connection = undefined;
  }
}

class Abandoned extends Error {}

function transmit(connection: SmtpConnection, letter: SmtpLetter): Promise<SendOutcome> {
  // nodemailer begins to read the stream when the server has said 354, so the first read is the moment before the first byte.
  let asked = false;
  const source = new Readable({
    read() {
      if (asked) return;
      asked = true;
      letter.beforeData().then((may) => {
        if (!may) { source.destroy(new Abandoned()); return; }
        source.push(letter.bytes);
        source.push(null);
      }, (error: Error) => source.destroy(error));
    },
  });
  let abandoned = false;
  source.on('error', (error) => { abandoned = error instanceof Abandoned; });
  return new Promise((answer) => {
    // A line that breaks while nobody answers has no callback of its own; where there is one (421), it comes right after.
    const broken = (): void => { setImmediate(() => answer({ result: 'timeout', text: 'the server closed the line' })); };
    const settle = (outcome: SendOutcome): void => { connection.off('end', broken); answer(outcome); };
    connection.once('end', broken);
    connection.send({ from: letter.from, to: [letter.to] }, source, (error, info) => {
      if (abandoned) settle({ result: 'abandoned' });
      else if (error || !info) settle(outcomeOf(error));
      else settle({ result: 'accepted', code: Number(info.response.slice(0, 3)) || 250, text: info.response });
    });
  });
}

function outcomeOf(error: unknown): SendOutcome {
  const text = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
  // Credentials that the server refuses are the operator's matter, not the address's.
  const signingIn = error instanceof Error && 'code' in error && error.code === 'EAUTH';
  if (!(code >= 400) || signingIn) return { result: 'timeout', text };
  const response = error instanceof Error && 'response' in error ? String(error.response) : text;
  return { result: 'refused', code, enhanced: /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? null, text: response };
}
