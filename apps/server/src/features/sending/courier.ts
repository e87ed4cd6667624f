import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/db/database.js';
import { Gathering } from '../../platform/gathering.js';
import { LOG, type Log } from '../../platform/log.js';
import { domainOf } from '../../platform/mail/mailbox.js';
import { pauseAfter, verdictOf } from '../../platform/mail/retries.js';
import type { SendOutcome, SmtpLine } from '../../platform/mail/smtp-line.js';
import { IncidentsStore } from '../incidents/incidents.store.js';
import type { DeliveryFacts } from '../mails/contents.store.js';
import { MailWriter, type Unwritten, type WrittenMail } from '../mails/mail-writer.js';
import { SendingStore, type Acceptance, type Claim, type Offer, type OfferAnswer } from './sending.store.js';

/** A claimed mail that is written and waits for a line. `offeredAt`: its bytes were fixed then, on this process's own steady clock, while the lines were busy; absent: that is done on the line. */
export interface Letter extends Offer { to: string; bytes: Buffer; offeredAt?: number }
/** What became of a letter on the line. `offer` is the last answer to its offer, if it came that far; `untouched`: its bytes were fixed, and the server has seen none of them. */
export interface Carried { outcome: SendOutcome; offer: OfferAnswer | undefined; untouched: boolean }

/** After this long it is asked once more whether a mail still tells what is true. */
const OFFER_HOLDS_MS = 1_000;

/** With bytes of some ten kilobytes each, one statement of this many stays small. */
const OFFERS_AT_ONCE = 16;
const RESULTS_AT_ONCE = 1000;

/** Carries claimed mails: writes them, hands them over, records what became of them. */
@Injectable()
export class Courier {
  private readonly offers: Gathering<Offer, OfferAnswer>;
  private readonly keepings: Gathering<Offer, OfferAnswer>;
  private readonly acceptances: Gathering<Acceptance, boolean>;

  constructor(
    private readonly database: Database,
    private readonly store: SendingStore,
    private readonly writer: MailWriter,
    private readonly incidents: IncidentsStore,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.offers = new Gathering((offers) => this.store.offer(offers), OFFERS_AT_ONCE);
    this.keepings = new Gathering((offers) => this.store.recordOutbox(offers), OFFERS_AT_ONCE);
    this.acceptances = new Gathering((accepted) => this.store.recordSent(accepted), RESULTS_AT_ONCE, 1);
  }

  /** Writes claimed mails, or takes the bytes that were offered before; what has nothing left to say comes to its end here. */
  async write(claims: readonly Claim[]): Promise<Letter[]> {
    const byId = new Map(claims.map((claim) => [claim.id, claim]));
    const letters: Letter[] = [];
    const ends: { claim: Claim; facts: DeliveryFacts; why: Unwritten | 'suppressed' }[] = [];
    const tx = this.database.often;
    const fresh: { claim: Claim; facts: DeliveryFacts }[] = [];
    for (const facts of await this.writer.contents.deliveries(tx, [...byId.keys()])) {
      const claim = byId.get(facts.id);
      if (!claim) continue;
      if (facts.suppressed) ends.push({ claim, facts, why: 'suppressed' });
      else if (facts.offered) letters.push({ claim, mail: null, told: null, to: facts.offered.email, bytes: facts.offered.bytes });
      else fresh.push({ claim, facts });
    }
    // Whether it is still true is asked once more when it is offered, so that no snapshot is needed here.
    const written = await this.writer.writeAll(tx, fresh.map(({ facts }) => facts));
    for (const [place, mail] of written.entries()) {
      const one = fresh[place];
      if (!one) continue;
      if (typeof mail === 'string') ends.push({ ...one, why: mail });
      else letters.push(letterOf(one.claim, mail));
    }
    for (const { claim, facts, why } of ends) await this.end(claim, facts, why);
    return letters;
  }

  /**
   * Writes claimed mails.
   * @param early fixes their bytes too, all in one statement, so that no line need wait for the disk
   */
  async prepare(claims: readonly Claim[], early: boolean): Promise<Letter[]> {
    const letters = await this.write(claims);
    if (!early || letters.length === 0) return letters;
    const answers = await this.store.offer(letters);
    const offeredAt = performance.now();
    const fixed = letters.flatMap((letter, place) => (answers[place] === 'offered' ? [{ ...letter, offeredAt }] : []));
    const outdated = letters.flatMap(({ claim }, place) => (answers[place] === 'outdated' ? [claim] : []));
    return outdated.length === 0 ? fixed : [...fixed, ...await this.write(outdated)];
  }

  /** Hands a letter over on a line; the bytes are offered only once the row says so. */
  async carry(letter: Letter, line: SmtpLine, from: string): Promise<Carried> {
    const { offeredAt } = letter;
    let offer: OfferAnswer | undefined = offeredAt === undefined ? undefined : 'offered';
    let begun = false;
    const took = this.store.figures.sendSeconds.startTimer();
    const outcome = await line.send({
      from, to: letter.to, bytes: letter.bytes,
      onOpened: () => this.store.note([letter.claim], 'connected'),
      beforeData: async () => {
        if (offeredAt === undefined || performance.now() - offeredAt > OFFER_HOLDS_MS) offer = await this.offers.add(letter);
        begun = offer === 'offered';
        return begun;
      },
    });
    took({ result: outcome.result });
    return { outcome, offer, untouched: offeredAt !== undefined && !begun };
  }

  /** Gives back letters that never came to a line, as if they had not been claimed. */
  async giveBack(letters: readonly Letter[]): Promise<void> {
    if (letters.length === 0) return;
    await this.database.transaction(async (tx) => {
      await this.withdraw(tx, letters.filter(({ offeredAt }) => offeredAt !== undefined));
      await this.store.giveBack(letters.map(({ claim }) => claim), tx);
    });
  }

  /** Keeps a letter in the outbox, where there is no mail server. @returns true when it must be written anew, because what it tells is no longer true */
  async keep(letter: Letter): Promise<boolean> { return await this.keepings.add(letter) === 'outdated'; }

  /** Records what became of a letter. @returns true when it must be written anew, because what it tells is no longer true */
  async record(letter: Letter, { outcome, offer, untouched }: Carried): Promise<boolean> {
    const { claim } = letter;
    if (outcome.result === 'abandoned' && offer === 'outdated') return true;
    const mine = outcome.result === 'abandoned' ? false
      : outcome.result === 'accepted' ? await this.acceptances.add({ claim, code: outcome.code, text: outcome.text })
      : await this.recordFailure(letter, outcome, untouched);
    if (!mine) this.log.warn({ delivery: claim.id, fence: claim.fence, result: outcome.result }, 'a late finish: another worker has this delivery, nothing was changed');
    return false;
  }

  private recordFailure(letter: Letter, outcome: Extract<SendOutcome, { result: 'refused' | 'timeout' }>, untouched: boolean): Promise<boolean> {
    const { claim, to: email } = letter;
    return this.database.transaction(async (tx) => {
      if (untouched) await this.withdraw(tx, [letter]);
      if (outcome.result === 'timeout') {
        await this.store.note([claim], 'timeout', null, outcome.text, tx);
        return this.later(tx, claim, email, outcome.text, null);
      }
      const verdict = verdictOf(outcome.code, outcome.enhanced);
      await this.store.note([claim], 'rejected', outcome.code, verdict === 'badAddress' ? `bad address: ${outcome.text}` : outcome.text, tx);
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

  /** What no server has seen may still be written anew. The bytes of an earlier try stay. */
  private async withdraw(tx: Tx, letters: readonly Letter[]): Promise<void> {
    const written = letters.filter(({ mail }) => mail !== null);
    if (written.length > 0) await this.store.withdraw(tx, written.map(({ claim }) => claim));
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

  private end(claim: Claim, facts: DeliveryFacts, why: Unwritten | 'suppressed'): Promise<void> {
    return this.database.transaction(async (tx) => {
      if (why === 'suppressed') { await this.store.recordEnd(tx, claim, 'suppressed', 'the address gets no more mail'); return; }
      if (why !== 'noAddress') { await this.store.recordEnd(tx, claim, 'cancelled', why); return; }
      if (await this.store.recordEnd(tx, claim, 'failed', why)) await this.incidents.open(tx, { kind: 'mail/no-address', fingerprint: `mail/failed ${claim.id}`, summary: facts.name, deliveryId: claim.id });
    });
  }
}

const letterOf = (claim: Claim, mail: WrittenMail): Letter => ({ claim, mail, told: mail.told, to: mail.email, bytes: mail.bytes });
