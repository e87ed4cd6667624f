import type { Courier, Letter } from './courier.js';
import type { SendingStore } from './sending.store.js';

export interface TraySettings {
  owner: string;
  leaseSeconds: number;
  /** how many take letters from it */
  slots: number;
  isStopping: () => boolean;
}

/**
 * The letters that a worker has in its hands: never more than two for each of its slots, so that a crash leaves little behind.
 * It is filled again while the slots still work, and many letters are claimed and written together.
 */
export class LetterTray {
  private readonly waiting: Letter[] = [];
  /** delivery id → when its lease ends, on this process's own steady clock */
  private readonly leases = new Map<string, number>();
  private filling: Promise<void> | undefined;
  private empty = true;

  constructor(private readonly store: SendingStore, private readonly courier: Courier, private readonly settings: TraySettings) {}

  /** Nothing was due when it last looked. */
  get isEmpty(): boolean { return this.empty; }
  lookAgain(): void { this.empty = false; }

  /** The next letter; undefined when nothing is due any more. */
  async next(): Promise<Letter | undefined> {
    for (;;) {
      if (this.settings.isStopping()) return undefined;
      const letter = this.waiting.shift();
      if (this.waiting.length < this.settings.slots / 2 && !this.empty) this.fill();
      if (letter) return letter;
      if (!this.filling) return undefined;
      await this.filling;
    }
  }

  /** The letter is no longer in this worker's hands. */
  done({ claim }: Letter): void { this.leases.delete(claim.id); }

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
    await this.filling?.catch(() => {});
    await this.store.giveBack(this.waiting.splice(0).map(({ claim }) => claim));
  }

  private fill(): void {
    if (this.filling) return;
    this.filling = this.fillNow().finally(() => { this.filling = undefined; });
    // Whoever waits for it hears of a failure; where nobody waits, the lease makes it good.
    this.filling.catch(() => { this.empty = true; });
  }

  private async fillNow(): Promise<void> {
    const room = this.settings.slots * 2 - this.leases.size;
    // Full without a letter that waits: only a look that found nothing ends the search, and this one must end it too.
    if (room <= 0) { this.empty = true; return; }
    const from = performance.now();
    const { claims } = await this.store.claim(room, this.settings.owner, this.settings.leaseSeconds);
    this.empty = claims.length === 0;
    for (const { id } of claims) this.leases.set(id, from + this.settings.leaseSeconds * 1000);
    let letters: Letter[] = [];
    try {
      letters = await this.courier.write(claims);
    } finally {
      // Also when the database goes away in between: what could not be written is not in hand, and free again when its lease ends.
      const written = new Set(letters.map(({ claim }) => claim.id));
      for (const { id } of claims) if (!written.has(id)) this.leases.delete(id);
    }
    this.waiting.push(...letters);
  }
}
