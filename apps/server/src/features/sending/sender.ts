import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Env } from '../../platform/env.js';
import { Lifecycle } from '../../platform/lifecycle.js';
import { LOG, type Log } from '../../platform/log.js';
import { readMailbox } from '../../platform/mail/mailbox.js';
import { SmtpLine } from '../../platform/mail/smtp-line.js';
import { Courier, type Letter } from './courier.js';
import { LetterTray } from './letter-tray.js';
import { SendingStore } from './sending.store.js';

/** Without a mail server a letter only goes from one table to another. */
const SLOTS_WITHOUT_SERVER = 16;
/** While one letter of a line is recorded, another one is on it. */
const SLOTS_A_LINE = 2;

/** Sends what is due, on a few lines at once, and holds no more than it can soon send. */
@Injectable()
export class Sender implements OnModuleInit {
  private readonly owner = `${hostname()} ${process.pid} ${randomBytes(4).toString('hex')}`;
  private readonly lines: SmtpLine[];
  private readonly from: string;
  private readonly tray: LetterTray;
  private readonly slots: Slot[];

  constructor(
    private readonly store: SendingStore,
    private readonly courier: Courier,
    private readonly env: Env,
    private readonly lifecycle: Lifecycle,
    @Inject(LOG) private readonly log: Log,
  ) {
    const { smtpUrl } = env;
    this.from = readMailbox(env.mailFrom).address;
    this.lines = smtpUrl === undefined ? [] : Array.from({ length: env.mailConnections }, () => new SmtpLine(smtpUrl, env.smtpTimeoutSeconds * 1000));
    this.slots = slotsOf(this.lines);
    this.tray = new LetterTray(store, courier, { owner: this.owner, leaseSeconds: env.leaseSeconds, slots: this.slots.length, isStopping: () => lifecycle.isStopping, linesAreOpen: () => this.lines.some(({ isOpen }) => isOpen) });
  }

  onModuleInit(): void {
    this.lifecycle.onStop('leases', 'deliveries', async () => {
      await Promise.all(this.slots.map(({ running }) => running));
      await this.tray.giveBack();
      await this.store.releaseAll(this.owner);
    });
    this.lifecycle.onStop('mail', 'connections', () => this.lines.forEach((line) => line.close()));
  }

  /** Sends until nothing is left that could leave now. */
  async drain(): Promise<void> {
    this.tray.lookAgain();
    do await this.run(); while (!this.tray.isEmpty && !this.lifecycle.isStopping);
  }

  /**
   * If this worker is sending, its idle slots look for more: one letter that hangs does not keep new ones waiting.
   * @returns whether it is
   */
  more(): boolean {
    if (this.slots.every(({ running }) => running === undefined)) return false;
    this.tray.lookAgain();
    void this.run();
    return true;
  }

  private async run(): Promise<void> {
    if (this.lifecycle.isStopping) return;
    for (const slot of this.slots) slot.running ??= this.work(slot).finally(() => { slot.running = undefined; });
    await Promise.all(this.slots.map(({ running }) => running));
  }

  /** One slot: it takes its next letter only after the result of its last one is committed. */
  private async work({ line, turns }: Slot): Promise<void> {
    let letter: Letter | undefined;
    try {
      for (letter = await this.tray.next(); letter; letter = await this.tray.next()) {
        const outdated = line ? await this.send(letter, line, turns) : await this.courier.keep(letter);
        if (outdated) await this.tray.writeAnew(letter);
        else this.tray.done(letter);
      }
    } catch (error) {
      this.log.warn({ err: error }, 'a slot gave up; what it had claimed is free again when its lease ends');
      this.tray.giveUp(letter);
    }
  }

  /** @returns whether the letter must be written anew */
  private async send(letter: Letter, line: SmtpLine, turns: Turns): Promise<boolean> {
    const carried = await turns.take(async () => (this.mayStillGo(letter) ? this.courier.carry(letter, line, this.from) : undefined));
    if (carried) return this.courier.record(letter, carried);
    await this.courier.giveBack([letter]);
    return false;
  }

  /** With less time left than a letter may take, somebody else could claim it while it is on its way. */
  private mayStillGo(letter: Letter): boolean { return !this.lifecycle.isStopping && this.tray.leaseLeftMs(letter) >= this.env.smtpTimeoutSeconds * 1000; }
}

interface Slot { line: SmtpLine | undefined; turns: Turns; running?: Promise<void> | undefined }

function slotsOf(lines: readonly SmtpLine[]): Slot[] {
  if (lines.length === 0) return Array.from({ length: SLOTS_WITHOUT_SERVER }, () => ({ line: undefined, turns: new Turns() }));
  return lines.flatMap((line) => {
    const turns = new Turns();
    return Array.from({ length: SLOTS_A_LINE }, () => ({ line, turns }));
  });
}

/** One at a time, in the order in which they came. */
class Turns {
  private last: Promise<unknown> = Promise.resolve();

  take<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.last.then(work, work);
    this.last = mine;
    return mine;
  }
}
