import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Env } from '../../platform/env.js';
import { Lifecycle } from '../../platform/lifecycle.js';
import { LOG, type Log } from '../../platform/log.js';
import { readMailbox } from '../../platform/mail/mailbox.js';
import { SmtpLine } from '../../platform/mail/smtp-line.js';
import { Courier } from './courier.js';
import { SendingStore, type Claim } from './sending.store.js';

/** A claimed row waiting for a slot. `endsAt` is measured on this process's own steady clock. */
interface Waiting { claim: Claim; endsAt: number }

/** Sends what is due, on a few connections at once, and claims no more than it can soon send. */
@Injectable()
export class Sender implements OnModuleInit {
  private readonly owner = `${hostname()} ${process.pid} ${randomBytes(4).toString('hex')}`;
  private readonly lines: SmtpLine[];
  private readonly from: string;
  private running: Promise<void> | undefined;
  private again = false;

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
  }

  onModuleInit(): void {
    this.lifecycle.onStop('leases', 'deliveries', async () => {
      await this.running;
      await this.store.releaseAll(this.owner);
    });
    this.lifecycle.onStop('mail', 'connections', () => this.lines.forEach((line) => line.close()));
  }

  /** Sends until nothing is left; asked again meanwhile, it looks once more. */
  async drain(): Promise<void> {
    this.again = true;
    this.running ??= this.drainAll().finally(() => { this.running = undefined; });
    await this.running;
  }

  private async drainAll(): Promise<void> {
    while (this.again && !this.lifecycle.isStopping) {
      this.again = false;
      await this.oneRound();
    }
  }

  /** Each slot takes its next mail only after the result of its last one is committed. */
  private async oneRound(): Promise<void> {
    const slots = this.lines.length > 0 ? this.lines : [undefined, undefined];
    const waiting: Waiting[] = [];
    let refill: Promise<void> | undefined;
    let empty = false;
    const claimMore = async (): Promise<void> => {
      const from = performance.now();
      const claims = await this.store.claim(slots.length * 3, this.owner, this.env.leaseSeconds);
      waiting.push(...claims.map((claim) => ({ claim, endsAt: from + this.env.leaseSeconds * 1000 })));
      empty = claims.length === 0;
    };
    const next = async (): Promise<Waiting | undefined> => {
      while (waiting.length === 0 && !empty && !this.lifecycle.isStopping) await (refill ??= claimMore().finally(() => { refill = undefined; }));
      return waiting.shift();
    };
    const work = async (line: SmtpLine | undefined): Promise<void> => {
      for (let item = await next(); item; item = await next()) {
        // With less time left than a letter may take, somebody else could claim it while it is on its way.
        if (this.lifecycle.isStopping || item.endsAt - performance.now() < this.env.smtpTimeoutSeconds * 1000) await this.store.giveBack(item.claim);
        else await this.courier.deliver(item.claim, line, this.from);
      }
    };
    const ends = await Promise.allSettled(slots.map(work));
    for (const end of ends) if (end.status === 'rejected') this.log.warn({ err: end.reason }, 'a slot gave up; what it had claimed is free again when its lease ends');
  }
}
