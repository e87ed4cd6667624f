import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/db/database.js';
import { LOG, type Log } from '../../platform/log.js';
import { domainOf } from '../../platform/mail/mailbox.js';
import { pauseAfter, verdictOf } from '../../platform/mail/retries.js';
import type { SendOutcome, SmtpLine } from '../../platform/mail/smtp-line.js';
import { ContentsStore } from '../mails/contents.store.js';
import { IncidentsStore } from '../incidents/incidents.store.js';
import { MailWriter } from '../mails/mail-writer.js';
import { SendingStore, type Claim, type Offered } from './sending.store.js';

/** Carries one claimed delivery: writes it, hands it over, records what became of it. */
@Injectable()
export class Courier {
  private readonly contents: ContentsStore;

  constructor(
    private readonly database: Database,
    private readonly store: SendingStore,
    private readonly writer: MailWriter,
    private readonly incidents: IncidentsStore,
    @Inject(LOG) private readonly log: Log,
  ) { this.contents = writer.contents; }

  /** @param line undefined: no mail server, the mail stays in the outbox */
  async deliver(claim: Claim, line: SmtpLine | undefined, from: string): Promise<void> {
    const mail = await this.written(claim);
    if (!mail) return;
    if (!line) { await this.store.recordOutbox(claim, mail); return; }
    const took = this.store.figures.sendSeconds.startTimer();
    const outcome = await line.send({
      from, to: mail.email, bytes: () => mail.bytes,
      onConnected: () => this.store.note(claim, 'connected', null, null),
      beforeData: () => this.store.offer(claim, mail),
    });
    took({ result: outcome.result });
    if (!await this.record(claim, mail.email, outcome)) this.log.warn({ delivery: claim.id, fence: claim.fence, result: outcome.result }, 'a late finish: another worker has this delivery, nothing was changed');
  }

  /** The mail to hand over: the bytes once offered, else written anew. Undefined when it came to an end instead. */
  private written(claim: Claim): Promise<Offered | undefined> {
    return this.database.transaction(async (tx) => {
      const facts = await this.contents.delivery(tx, claim.id);
      if (!facts) return undefined;
      if (facts.suppressed) { await this.store.recordEnd(tx, claim, 'suppressed', 'the address gets no more mail'); return undefined; }
      if (facts.offered) return { ...facts.offered, hash: sha256(facts.offered.bytes) };
      const mail = await this.writer.write(tx, facts);
      if (typeof mail !== 'string') return { ...mail, hash: sha256(mail.bytes) };
      if (mail === 'noAddress') {
        if (await this.store.recordEnd(tx, claim, 'failed', mail)) await this.incidents.open(tx, { kind: 'mail/no-address', fingerprint: `mail/failed ${claim.id}`, summary: facts.name, deliveryId: claim.id });
      } else {
        await this.store.recordEnd(tx, claim, 'cancelled', mail);
      }
      return undefined;
    });
  }

  /** @returns false for a late finish */
  private record(claim: Claim, email: string, outcome: SendOutcome): Promise<boolean> {
    if (outcome.result === 'accepted') return this.store.recordSent(claim, outcome.code, outcome.text);
    if (outcome.result === 'abandoned') { this.store.figures.lateFinishes.inc(); return Promise.resolve(false); }
    return this.database.transaction(async (tx) => {
      if (outcome.result === 'timeout') {
        await this.store.note(claim, 'timeout', null, outcome.text, tx);
        return this.later(tx, claim, email, outcome.text, null);
      }
      const verdict = verdictOf(outcome.code, outcome.enhanced);
      await this.store.note(claim, 'rejected', outcome.code, verdict === 'badAddress' ? `bad address: ${outcome.text}` : outcome.text, tx);
      if (verdict === 'pauseDomain') await this.store.pauseDomain(tx, domainOf(email), pauseAfter(claim.attempts, Math.random()));
      if (verdict === 'later' || verdict === 'pauseDomain') return this.later(tx, claim, email, outcome.text, outcome.code);
      if (verdict === 'badAddress' && await this.store.suppressIfRepeated(tx, email, outcome.text)) {
        const mine = await this.store.recordEnd(tx, claim, 'suppressed', outcome.text, outcome.code);
        if (mine) await this.incidents.open(tx, { kind: 'mail/contact-lost', fingerprint: `mail/contact-lost ${email}`, summary: `${email}: ${outcome.text}`, deliveryId: claim.id });
        return mine;
      }
      return this.fail(tx, claim, email, outcome.text, outcome.code);
    });
  }

  private async later(tx: Tx, claim: Claim, email: string, text: string, code: number | null): Promise<boolean> {
    if (await this.store.isHopeless(tx, claim.id)) return this.fail(tx, claim, email, text, code);
    return this.store.recordLater(tx, claim, pauseAfter(claim.attempts, Math.random()), text, code);
  }

  private async fail(tx: Tx, claim: Claim, email: string, text: string, code: number | null): Promise<boolean> {
    const mine = await this.store.recordEnd(tx, claim, 'failed', text, code);
    if (mine) await this.incidents.open(tx, { kind: 'mail/failed', fingerprint: `mail/failed ${claim.id}`, summary: `${email}: ${text}`, deliveryId: claim.id });
    return mine;
  }
}

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
