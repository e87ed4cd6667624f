/** A club clock that stands still until it is told otherwise; fits the server's ClubClock. */
export class FixedClock {
  private at: number;

  /** @param instant ISO instant */
  constructor(instant: string) { this.at = Date.parse(instant); }

  async now(): Promise<Date> { return new Date(this.at); }
  dateAt(instant: Date): string { return instant.toISOString().slice(0, 10); }
  /** The date in UTC; set an hour far from midnight. */
  async today(): Promise<string> { return new Date(this.at).toISOString().slice(0, 10); }
  async physical(): Promise<Date> { return new Date(this.at); }
  set(instant: string): void { this.at = Date.parse(instant); }
  advance(milliseconds: number): void { this.at += milliseconds; }
}
