import type { Courier, Letter } from './courier.js';
import type { Claim, SendingStore } from './sending.store.js';

export interface TraySettings {
  owner: string;
  leaseSeconds: number;
  /** how many take letters from it */
  slots: number;
  isStopping: () => boolean;
  /** A mail server takes letters at present. What no server may ever see is not fixed before its turn. */
  linesAreOpen: () => boolean;
}

/** While one batch waits for the disk, the next one is claimed and written. */
const FILLS_AT_ONCE = 2;
/** Letters in hand for each slot: as few as this where a server is slow, as many as that where it is quick. */
const [FEW, MANY] = [2, 6];
/** A letter that is gone this soon after its claim was in quick hands. */
const SOON_MS = 300;

/**
 * The letters that a worker has in its hands: no more than leave in a moment, so that a crash leaves little behind and a slow server
 * keeps nothing from other workers. It is filled again while the slots still work, and many letters are claimed and written together.
 */
export class LetterTray {
  private readonly waiting: Letter[] = [];
  /** delivery id → when its lease ends, on this process's own steady clock */
  private readonly leases = new Map<string, number>();
  private readonly fillings = new Set<Promise<void>>();
  /** room that claims under way may fill */
  private reserved = 0;
  private empty = true;
  /** how many letters it may hold at present */
  private hands: number;

  constructor(private readonly store: SendingStore, private readonly courier: Courier, private readonly settings: TraySettings) {
    this.hands = settings.slots * FEW;
  }

  /** Nothing was due when it last looked. */
  get isEmpty(): boolean { return this.empty; }
  lookAgain(): void { this.empty = false; }

  /** The next letter; undefined when nothing is due any more. */
  async next(): Promise<Letter | undefined> {
    for (;;) {
      if (this.settings.isStopping()) return undefined;
      const letter = this.waiting.shift();
      if (!this.empty) this.fill();
      if (letter) return letter;
      if (this.fillings.size === 0) return undefined;
      await Promise.race(this.fillings);
    }
  }

  /** The letter is no longer in this worker's hands. Each that went quickly lets it hold one more, one that did not sends it back to few. */
  done(letter: Letter): void {
    const { slots, leaseSeconds } = this.settings;
    const heldMs = leaseSeconds * 1000 - this.leaseLeftMs(letter);
    this.hands = heldMs > SOON_MS ? slots * FEW : Math.min(slots * MANY, this.hands + 1);
    this.leases.delete(letter.claim.id);
  }

  /** Something is wrong with more than one letter, such as the database: the next look comes with the next sweep. */
  giveUp(letter: Letter | undefined): void {
    if (letter) this.done(letter);
    this.empty = true;
  }

  leaseLeftMs({ claim }: Letter): number { return (this.leases.get(claim.id) ?? 0) - performance.now(); }

  /** What the letter told is no longer true: it goes through the writer once more. */
  async writeAnew({ claim }: Letter): Promise<void> {
    const letters = await this.courier.write([claim]);
    this.waiting.push(...letters);
    if (letters.length === 0) this.leases.delete(claim.id);
  }

  /** Lets go of what nobody took. */
  async giveBack(): Promise<void> {
    await Promise.allSettled(this.fillings);
    await this.courier.giveBack(this.waiting.splice(0));
  }

  private fill(): void {
    const room = this.hands - this.leases.size - this.reserved;
    const idle = this.fillings.size === 0 && this.waiting.length === 0;
    // Full without a letter that waits: only a look that found nothing ends the search, and this one must end it too.
    if (idle && room <= 0) this.empty = true;
    if (this.fillings.size >= FILLS_AT_ONCE || room <= 0 || (!idle && room < this.hands / 3)) return;
    this.reserved += room;
    const filling = this.fillWith(room).finally(() => { this.fillings.delete(filling); });
    this.fillings.add(filling);
    // Whoever waits for it hears of a failure; where nobody waits, the lease makes it good.
    filling.catch(() => { this.empty = true; });
  }

  private async fillWith(room: number): Promise<void> {
    const from = performance.now();
    const claims = await this.claim(room, from);
    let letters: Letter[] = [];
    try {
      letters = await this.courier.prepare(claims, this.settings.linesAreOpen());
    } finally {
      // Also when the database goes away in between: what could not be written is not in hand, and free again when its lease ends.
      const written = new Set(letters.map(({ claim }) => claim.id));
      for (const { id } of claims) if (!written.has(id)) this.leases.delete(id);
    }
    this.waiting.push(...letters);
  }

  private async claim(room: number, from: number): Promise<Claim[]> {
    try {
      const { claims } = await this.store.claim(room, this.settings.owner, this.settings.leaseSeconds);
      this.empty = claims.length === 0;
      for (const { id } of claims) this.leases.set(id, from + this.settings.leaseSeconds * 1000);
      return claims;
    } finally {
      this.reserved -= room;
    }
  }
}
